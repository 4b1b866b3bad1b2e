package zeren.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import zeren.format.TableWriter.Column;
import zeren.format.TableWriter.Plan;
import zeren.format.TableWriter.Type;

/** Tables to write, with all that is awkward about real ones. */
final class Samples {

  static final List<Column> COLUMNS =
      List.of(
          new Column("id", Type.TEXT),
          new Column("名称", Type.TEXT),
          new Column("responsible_department_of_record", Type.TEXT),
          new Column("responsible_department_phone", Type.TEXT),
          new Column("count", Type.INTEGER),
          new Column("emission", Type.NUMBER),
          new Column("active", Type.BOOLEAN),
          new Column("checked_on", Type.DATE));

  static final List<List<@Nullable Object>> VALUES =
      List.of(
          values("a-1", "黄河路“围挡”, 东", "市局", "0371-1", 7L, 0.1, true, LocalDate.of(2026, 11, 25)),
          values("a-2", "=cmd|' /C calc'!A0", "'=x", "+86", -3L, -1.5e-7, false, null),
          values("a-3", null, null, null, null, null, null, null),
          values(
              "a-4",
              "𠮷家沟\n第二行 <b>&amp;",
              "\"quoted\"",
              "@",
              999_999_999_999_999L,
              1234567890.123456,
              true,
              LocalDate.of(1949, 10, 1)));

  private Samples() {}

  static List<@Nullable Object> values(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  static Plan plan(String type, String crs) {
    return new Plan("工地 site", COLUMNS, true, type, crs, false);
  }

  /** The values with these geometries in turn; {@code null} for none. */
  static List<TableRow> rows(@Nullable String... wkt) {
    return java.util.stream.IntStream.range(0, VALUES.size())
        .mapToObj(i -> row(i + 1, VALUES.get(i), wkt[i % wkt.length]))
        .toList();
  }

  static TableRow row(long number, List<@Nullable Object> values, @Nullable String wkt) {
    return new TableRow(number, values, wkt == null ? null : geometry(wkt), null, null);
  }

  static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static byte[] write(FileFormat format, Plan plan, List<TableRow> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = TableFiles.create(format, plan, out)) {
      for (TableRow row : rows) {
        writer.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
