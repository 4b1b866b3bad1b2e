package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import zeren.format.TableWriter.Column;
import zeren.format.TableWriter.Plan;
import zeren.format.TableWriter.Type;

/** What we write we read again as it was. */
class RoundTripTest {

  private static final Map<String, String> SHAPES =
      Map.of(
          "Point", "POINT (113.62531234567 34.746612345678)",
          "MultiLineString",
              "MULTILINESTRING ((113.1 34.1, 113.2 34.3), (114.123456789012 35, 115 35.5, 115 36))",
          "MultiPolygon",
              "MULTIPOLYGON (((113 34, 114 34, 114 35, 113 35, 113 34),"
                  + " (113.2 34.2, 113.2 34.4, 113.4 34.4, 113.2 34.2)),"
                  + " ((113.25 34.25, 113.3 34.35, 113.27 34.35, 113.25 34.25)),"
                  + " ((120 30, 121 30, 120 31, 120 30)))");

  @TempDir Path folder;

  static Stream<Object[]> formatsAndShapes() {
    return Stream.of(FileFormat.values())
        .flatMap(format -> SHAPES.keySet().stream().map(type -> new Object[] {format, type}));
  }

  private Tables.Read again(FileFormat format, Plan plan, List<TableRow> rows)
      throws IOException, FormatException {
    return Tables.read(Tables.write(folder, Samples.write(format, plan, rows)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("formatsAndShapes")
  void valuesAndGeometriesComeBack(FileFormat format, String type)
      throws IOException, FormatException {
    String wkt = Objects.requireNonNull(SHAPES.get(type));
    Tables.Read read =
        again(format, Samples.plan(type, "EPSG:4490"), Samples.rows(wkt, wkt, null, wkt));
    assertThat(read.description().format()).isEqualTo(format);
    assertThat(read.rows()).hasSize(4).allMatch(row -> row.fault() == null);
    List<String> names = Samples.COLUMNS.stream().map(Column::name).toList();
    assertThat(read.description().columns()).containsSubsequence(names);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < names.size(); column++) {
        int at = read.description().columns().indexOf(names.get(column));
        Object value =
            at < read.rows().get(row).values().size()
                ? read.rows().get(row).values().get(at)
                : null;
        assertThat(normal(value, column))
            .as("row %d, %s", row, names.get(column))
            .isEqualTo(Samples.VALUES.get(row).get(column));
      }
      Geometry geometry = read.geometry(row);
      if (geometry == null) {
        assertThat(row).isEqualTo(2);
      } else {
        assertThat(row).isNotEqualTo(2);
        assertThat(Multi.of(geometry, type).norm().equalsExact(Samples.geometry(wkt).norm()))
            .as("%s", geometry)
            .isTrue();
      }
    }
  }

  /** Formats without types give text, which an import then takes by the layer's declaration. */
  private static @Nullable Object normal(@Nullable Object value, int column) {
    if (value == null) {
      return null;
    }
    return switch (Samples.COLUMNS.get(column).type()) {
      case TEXT -> value.toString();
      case INTEGER -> ((Number) number(value)).longValue();
      case NUMBER -> ((Number) number(value)).doubleValue();
      case BOOLEAN -> value instanceof String text ? (Object) Boolean.valueOf(text) : value;
      case DATE -> value instanceof String text ? LocalDate.parse(text) : value;
    };
  }

  private static Object number(Object value) {
    return value instanceof String text ? Double.valueOf(text) : value;
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"GEOJSON", "GEOJSONL", "SHAPEFILE", "GEOPACKAGE"})
  void theDatumComesBack(FileFormat format) throws IOException, FormatException {
    for (String crs : List.of("gcj02", "bd09", "EPSG:3857", "EPSG:4526", "EPSG:4547")) {
      Tables.Read read =
          again(format, Samples.plan("Point", crs), Samples.rows("POINT (113.5 34.5)"));
      assertThat(read.description().crs()).as(crs).isEqualTo(crs);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"SHAPEFILE", "GEOPACKAGE"})
  void plainDegreesAreNamedToo(FileFormat format) throws IOException, FormatException {
    for (String crs : List.of("EPSG:4490", "EPSG:4326")) {
      Tables.Read read =
          again(format, Samples.plan("Point", crs), Samples.rows("POINT (113.5 34.5)"));
      assertThat(read.description().crs()).isEqualTo(crs);
    }
  }

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void longTextsAreNotCut(FileFormat format) throws IOException, FormatException {
    String text = "责任 ".repeat(30_000) + "end";
    Plan plan =
        new Plan(
            "t",
            List.of(new Column("a", Type.TEXT), new Column("b", Type.TEXT)),
            true,
            "Point",
            "EPSG:4490",
            false);
    List<TableRow> rows = new ArrayList<>();
    rows.add(Samples.row(1, List.of("x", "y"), "POINT (1 2)"));
    rows.add(Samples.row(2, List.of(text, text + "b"), "POINT (1 2)"));
    rows.add(Samples.row(3, List.of("x", "y"), "POINT (1 2)"));
    Tables.Read read = again(format, plan, rows);
    List<@Nullable Object> values = read.rows().get(1).values();
    List<String> columns = read.description().columns();
    assertThat(values.get(columns.indexOf("a"))).isEqualTo(text);
    assertThat(values.get(columns.indexOf("b"))).isEqualTo(text + "b");
    assertThat(read.rows()).hasSize(3).allMatch(row -> row.fault() == null);
  }

  @Test
  void aByteOrderMarkDoesNotBecomePartOfTheFirstColumn() throws IOException, FormatException {
    Plan plan = new Plan("t", Samples.COLUMNS, true, "Point", "EPSG:4490", true);
    byte[] file = Samples.write(FileFormat.CSV, plan, Samples.rows("POINT (1 2)"));
    assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(Tables.read(Tables.write(folder, file)).description().columns().get(0))
        .isEqualTo("id");
  }
}
