package zeren.exchange;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import zeren.format.TableDescription;
import zeren.format.TableRow;

/** Writes down what a pass over a file finds, for whoever asks later. */
final class PassFiles implements Closeable {

  /** More are counted, not listed. */
  static final int MOST_CHANGES = 20_000;

  static final String RESULT = "result.json";
  static final String PLACES = "places.json";

  /** What may happen to a feature and is listed. */
  enum Kind {
    CREATED,
    CHANGED,
    CLOSED;

    String file() {
      return parameter() + ".ndjson";
    }

    String parameter() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Path folder;
  private final JsonMapper json;
  private final Map<Kind, BufferedWriter> changes = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final PlaceSample places = new PlaceSample();
  private final RefusedFile refused;

  /**
   * @param crs code of the coordinate system of the file's own geometries; null when it has none
   */
  PassFiles(Path folder, JsonMapper json, TableDescription description, @Nullable String crs) {
    this.folder = folder;
    this.json = json;
    this.refused = new RefusedFile(folder.resolve(RefusedFile.NAME), description, crs);
  }

  void add(Kind kind, FeatureChange change) throws IOException {
    int count = counts.merge(kind, 1, Integer::sum);
    if (count > MOST_CHANGES) {
      return;
    }
    BufferedWriter writer = changes.get(kind);
    if (writer == null) {
      writer = Files.newBufferedWriter(folder.resolve(kind.file()));
      changes.put(kind, writer);
    }
    writer.write(json.writeValueAsString(change));
    writer.write('\n');
  }

  PlaceSample places() {
    return places;
  }

  void refuse(TableRow row, java.util.List<RowFault> faults) throws IOException {
    refused.write(row, faults);
  }

  /** Completes the files; the result is the last to be written. */
  void finish(ImportResult result) throws IOException {
    close();
    json.writeValue(folder.resolve(PLACES), places.places());
    // On the disk before the transaction ends: a commit that is cut off then finds its result here.
    try (FileOutputStream out = new FileOutputStream(folder.resolve(RESULT).toFile())) {
      out.write(json.writeValueAsBytes(result));
      out.getFD().sync();
    }
  }

  @Override
  public void close() throws IOException {
    for (BufferedWriter writer : changes.values()) {
      writer.close();
    }
    refused.close();
  }
}
