package zeren.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** CSV in UTF-8 with a header; the geometry in a column {@code wkt}, or a point in two columns. */
final class CsvFormat implements RowFormat {

  private static final String WKT = "wkt";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrim(true).get();

  private final GeometryFactory geometries = new GeometryFactory();

  @Override
  public List<Row> read(InputStream in, Manifest.Entry entry) throws IOException, RowException {
    // A decoder, not a charset: wrong bytes are refused, not replaced.
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.isEmpty()) {
        throw new RowException(null, null, "has no header");
      }
      List<String> columns = columns(records.get(0));
      List<Row> rows = new ArrayList<>();
      for (int number = 1; number < records.size(); number++) {
        rows.add(row(number, columns, records.get(number), entry));
      }
      return rows;
    } catch (UncheckedIOException e) {
      boolean bytes = e.getCause() instanceof CharacterCodingException;
      throw new RowException(null, null, bytes ? "is not UTF-8" : "is not CSV: " + e.getMessage());
    }
  }

  @Override
  public Set<String> geometryColumns(Manifest.Entry entry) {
    return Set.of(WKT, lonField(entry), latField(entry));
  }

  private static List<String> columns(CSVRecord header) throws RowException {
    List<String> columns = new ArrayList<>();
    for (String column : header) {
      String name = columns.isEmpty() ? withoutByteOrderMark(column) : column;
      if (name.isEmpty() || columns.contains(name)) {
        throw new RowException(name, null, "column is nameless or stands twice in the header");
      }
      columns.add(name);
    }
    return columns;
  }

  /** Excel puts one at the start of its UTF-8 files. */
  private static String withoutByteOrderMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private Row row(int number, List<String> columns, CSVRecord cells, Manifest.Entry entry) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (cells.size() != columns.size()) {
      String reason = "row has " + cells.size() + " cells, the header " + columns.size();
      return new Row(
          number,
          values,
          () -> {
            throw new RowException(null, null, reason);
          });
    }
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), cells.get(i).isEmpty() ? null : cells.get(i));
    }
    return new Row(number, values, () -> geometry(values, entry));
  }

  private Geometry geometry(Map<String, @Nullable Object> values, Manifest.Entry entry)
      throws RowException {
    if (values.containsKey(WKT)) {
      Object wkt = Objects.requireNonNullElse(values.get(WKT), "");
      try {
        return new WKTReader(geometries).read(wkt.toString());
      } catch (ParseException | IllegalArgumentException e) {
        throw new RowException(WKT, wkt, "is not WKT: " + e.getMessage());
      }
    }
    double x = number(values, lonField(entry));
    double y = number(values, latField(entry));
    return geometries.createPoint(new Coordinate(x, y));
  }

  private static double number(Map<String, @Nullable Object> values, String column)
      throws RowException {
    Object text = values.get(column);
    if (text == null) {
      throw new RowException(column, null, "is missing");
    }
    return Numbers.parse(column, text.toString());
  }

  private static String lonField(Manifest.Entry entry) {
    return Objects.requireNonNullElse(entry.lonField(), "lon");
  }

  private static String latField(Manifest.Entry entry) {
    return Objects.requireNonNullElse(entry.latField(), "lat");
  }
}
