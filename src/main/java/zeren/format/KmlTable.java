package zeren.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Placemarks of a KML or KMZ: their values, and as further columns {@code name}, {@code
 * description} and {@code folder} where any Placemark has them. A name that only repeats one of the
 * values is no column. The file is read twice: once to know its columns.
 */
final class KmlTable implements Table {

  private final KmlSource.Opened source;
  private final KmlDocument document;
  private final KmlColumns columns;
  private final TableDescription description;
  private long position;

  private KmlTable(KmlSource.Opened source, KmlColumns columns, TableDescription description) {
    this.source = source;
    this.document = new KmlDocument(source.xml());
    this.columns = columns;
    this.description = description;
  }

  /**
   * @throws FormatException when it is no KML, or has no Placemark
   */
  static Table open(Path file, @Nullable String table, FormatLimits limits)
      throws IOException, FormatException {
    try {
      KmlSource source = KmlSource.find(file, table, limits);
      List<String> notes = new ArrayList<>();
      KmlColumns columns;
      try (KmlSource.Opened first = source.open()) {
        columns = KmlColumns.of(first.xml(), limits, notes);
      }
      return new KmlTable(
          source.open(),
          columns,
          new TableDescription(
              FileFormat.KML,
              source.documents(),
              source.archived(),
              ColumnNames.unique(columns.names(), 0, notes),
              true,
              null,
              null,
              null,
              null,
              0,
              List.copyOf(notes)));
    } catch (IOException e) {
      FormatException refusal = RefusedReadException.refusalIn(e);
      if (refusal != null) {
        throw refusal;
      }
      throw e;
    }
  }

  @Override
  public TableDescription description() {
    return description;
  }

  @Override
  public @Nullable TableRow next() throws FormatException {
    KmlPlacemark placemark = document.next();
    if (placemark == null) {
      return null;
    }
    position++;
    return new TableRow(
        position,
        columns.values(placemark),
        placemark.geometry(),
        placemark.fault(),
        placemark.original());
  }

  @Override
  public double progress() {
    return source.bytes().progress();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
