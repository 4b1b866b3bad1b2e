package zeren.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zeren.problem.ProblemException;

/** What the passes over files have found, for whoever asks. */
@Component
public class ImportFindings {

  private final Imports imports;
  private final JsonMapper json;

  ImportFindings(Imports imports, JsonMapper json) {
    this.imports = imports;
    this.json = json;
  }

  /**
   * @param total how many there are, of which the first 20,000 can be listed
   */
  public record Changes(long total, List<FeatureChange> items) {}

  /**
   * @param kind {@code created}, {@code changed} or {@code closed}
   */
  public Changes changes(ImportJob job, String kind, int limit, int offset) throws IOException {
    ImportResult result = job.result();
    if (result == null) {
      return new Changes(0, List.of());
    }
    PassFiles.Kind wanted = PassFiles.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
    long total =
        switch (wanted) {
          case CREATED -> result.created();
          case CHANGED -> result.changed();
          case CLOSED -> result.closed();
        };
    Optional<Path> file = imports.findPass(job).map(pass -> pass.resolve(wanted.file()));
    return new Changes(
        total,
        file.isPresent() && Files.exists(file.get()) ? read(file.get(), limit, offset) : List.of());
  }

  private List<FeatureChange> read(Path file, int limit, int offset) throws IOException {
    List<FeatureChange> changes = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = lines.readLine();
          line != null && changes.size() < limit;
          line = lines.readLine()) {
        if (number++ >= offset) {
          changes.add(json.readValue(line, FeatureChange.class));
        }
      }
    }
    return changes;
  }

  /**
   * A place of a row.
   *
   * @param kind {@code created}, {@code changed}, {@code unchanged} or {@code refused}
   */
  public record RowPlace(String kind, long row, String name, double lon, double lat) {}

  /** All of them, or a fair sample of 20,000; empty before the first check. */
  public List<RowPlace> places(ImportJob job) throws IOException {
    Optional<Path> file = imports.findPass(job).map(pass -> pass.resolve(PassFiles.PLACES));
    return file.isEmpty()
        ? List.of()
        : json.readValue(file.get().toFile(), new TypeReference<List<RowPlace>>() {});
  }

  /**
   * The file with the refused rows.
   *
   * @throws ProblemException 404 when there is none
   */
  public Path refused(ImportJob job) {
    return imports
        .findPass(job)
        .map(pass -> pass.resolve(RefusedFile.NAME))
        .filter(Files::exists)
        .orElseThrow(
            () -> ProblemException.notFound("No row of this import was refused, or none yet."));
  }

  /** What to call that file: {@code sites.refused.csv} for {@code sites.csv}. */
  public static String refusedName(ImportJob job) {
    String extension = job.inspection().description().format().extension();
    String name = job.fileName();
    int dot = name.indexOf('.', 1);
    return (dot < 0 ? name : name.substring(0, dot)) + ".refused." + extension;
  }
}
