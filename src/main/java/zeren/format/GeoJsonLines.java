package zeren.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Newline-delimited GeoJSON. It is read once for its columns and once for its rows; a row's number
 * is its line, and a line that is no JSON is a row with a fault.
 */
final class GeoJsonLines implements Table {

  private final TextRecords lines;
  private final Json json;
  private final TableDescription description;

  private GeoJsonLines(TextRecords lines, Json json, TableDescription description) {
    this.lines = lines;
    this.json = json;
    this.description = description;
  }

  /**
   * Opens a file.
   *
   * @throws FormatException also when no line at all is JSON
   */
  static Table open(Path file, FormatLimits limits) throws IOException, FormatException {
    TextEncoding encoding = TextEncoding.detect(file);
    Json json = new Json(limits);
    LineCrs lineCrs = new LineCrs();
    FeatureColumns columns = columns(file, encoding, json, limits, lineCrs);
    List<String> notes = new ArrayList<>();
    NamedCrs named = NamedCrs.of(lineCrs.crs(), notes);
    TableDescription description =
        new TableDescription(
            FileFormat.GEOJSONL,
            List.of(),
            null,
            columns.names(),
            columns.anyGeometry(),
            named.code(),
            named.text(),
            encoding.name(),
            null,
            0,
            notes);
    return new GeoJsonLines(TextRecords.open(file, encoding, limits), json, description);
  }

  @Override
  public TableDescription description() {
    return description;
  }

  @Override
  public @Nullable TableRow next() throws FormatException {
    try {
      String line = lines.next();
      return line == null ? null : row(line);
    } catch (IOException e) {
      throw new FormatException("unreadable", "The file cannot be read any further", null);
    }
  }

  @Override
  public double progress() {
    return lines.progress();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private TableRow row(String line) {
    List<String> columns = description.columns();
    try {
      return FeatureRow.of(lines.line(), json.tree(line), columns);
    } catch (JacksonException e) {
      return FeatureRow.broken(
          lines.line(), columns.size(), "The line is no JSON: " + e.getOriginalMessage(), line);
    }
  }

  private static FeatureColumns columns(
      Path file, TextEncoding encoding, Json json, FormatLimits limits, LineCrs lineCrs)
      throws IOException, FormatException {
    FeatureColumns columns = new FeatureColumns(limits);
    FormatException first = null;
    try (TextRecords lines = TextRecords.open(file, encoding, limits)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        try {
          JsonNode feature = json.tree(line);
          columns.add(feature, lines.line());
          lineCrs.add(feature, lines.line());
        } catch (JacksonException e) {
          first = first == null ? Json.refusal(e) : first;
        }
      }
    }
    if (!columns.anyFeature()) {
      throw first != null
          ? first
          : new FormatException("empty", "There is nothing in the file", null);
    }
    return columns;
  }
}
