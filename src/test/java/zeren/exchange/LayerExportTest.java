package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.format.FileFormat;
import zeren.format.FormatException;
import zeren.format.TableFiles;
import zeren.format.TableWriter;
import zeren.format.TableWriter.Column;
import zeren.format.Tables;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.layer.Views.Item;

/** A layer goes out and, read again in the system it went out in, is what it was. */
class LayerExportTest {

  private static final double TOLERANCE_DEGREES = 1e-9;
  private static final IntPredicate ALL = row -> true;
  private static final LayerExport.Names NAMES =
      (field, value) ->
          "body".equals(field.refersTo()) ? Optional.of("生态环境" + value) : Optional.empty();
  private static final List<String> SYSTEMS =
      List.of("EPSG:4490", "EPSG:4326", "gcj02", "bd09", "EPSG:3857", "EPSG:4526", "EPSG:4547");

  /** Around Zhengzhou, with more digits than a file would have by itself. */
  private static final Map<String, List<String>> SHAPES =
      Map.of(
          "Point",
          List.of("POINT (113.62531234567891 34.74661234567891)", "POINT (113.5 34.5)"),
          "MultiLineString",
          List.of(
              "LINESTRING (113.5 34.7, 113.61234567890123 34.8)",
              "MULTILINESTRING ((113.1 34.1, 113.2 34.3), (114.123456789012 35, 115 35.5))"),
          "MultiPolygon",
          List.of(
              "POLYGON ((113.5 34.7, 113.6 34.7, 113.6 34.8, 113.5 34.7))",
              "MULTIPOLYGON (((113 34, 114 34, 114 35, 113 35, 113 34),"
                  + " (113.2 34.2, 113.2 34.4, 113.4 34.4, 113.2 34.2)),"
                  + " ((115 35, 115.123456789 35, 115 35.3, 115 35)))"));

  @TempDir Path folder;

  private static LayerDeclaration declare(String geometry) {
    return Views.declare(
        """
        id: plot
        title: {zh: 地块, en: Plot}
        geometry: %s
        visibility: public
        name: name
        fields:
          - {name: name, type: text, title: {zh: 名称, en: Name}}
          - {name: responsible_department_of_record, type: text, title: {zh: 单位, en: Body}}
          - name: responsible_department_of_today
            type: text
            refers_to: body
            title: {zh: 单位, en: Body}
          - {name: pipes, type: integer, title: {zh: 管数, en: Pipes}}
          - {name: flow, type: number, unit: L/s, title: {zh: 流量, en: Flow}}
          - {name: closed, type: boolean, title: {zh: 已封堵, en: Closed}}
          - {name: found_on, type: date, title: {zh: 发现日期, en: Found on}}
          - {name: grade, type: text, title: {zh: 等级, en: Grade}, values: {a: {zh: 甲, en: First}}}
          - {name: phone, type: text, visibility: internal, title: {zh: 电话, en: Phone}}
        drawing: {order: 1, style: {size: 1}}
        """
            .formatted(geometry));
  }

  private static LayerView view(String geometry, Viewer viewer) {
    List<String> shapes = Objects.requireNonNull(SHAPES.get(geometry));
    List<Item> items =
        IntStream.range(0, shapes.size())
            .mapToObj(i -> new Item("编/" + i, Shapes.wkt(shapes.get(i)), properties(i)))
            .toList();
    return Views.of(declare(geometry), viewer, items);
  }

  private static Map<String, @Nullable Object> properties(int i) {
    return i > 0
        ? Map.of("name", "“空”")
        : Map.of(
            "name",
            "=工地, \"东\"",
            "responsible_department_of_record",
            "市局",
            "responsible_department_of_today",
            "区局",
            "pipes",
            12L,
            "flow",
            0.1,
            "closed",
            false,
            "found_on",
            "2021-05-06",
            "grade",
            "a",
            "phone",
            "0371-00000000");
  }

  static Stream<Object[]> formatsShapesAndSystems() {
    return Stream.of(FileFormat.values())
        .flatMap(format -> SYSTEMS.stream().map(crs -> new Object[] {format, crs}))
        .filter(one -> one[0] != FileFormat.KML || one[1].toString().matches("EPSG:4(490|326)"))
        .flatMap(one -> SHAPES.keySet().stream().map(type -> new Object[] {one[0], type, one[1]}));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("formatsShapesAndSystems")
  void exportThenReadGivesEqualFeatures(FileFormat format, String type, String crs)
      throws IOException, FormatException {
    LayerView view = view(type, Viewer.ANONYMOUS);
    CoordinateSystem system = CoordinateSystem.parse(crs);
    LayerExport export = new LayerExport(view, ALL, system, null, NAMES);
    assertThat(export.findUnreachable()).isNull();
    Tables.Read read = Tables.read(Tables.write(folder, write(export, format)));
    assertThat(read.rows()).hasSize(view.size()).allMatch(row -> row.fault() == null);
    for (int row = 0; row < view.size(); row++) {
      assertThat(read.value(row, "id")).isEqualTo(view.id(row));
      for (LayerField field : view.fields()) {
        assertThat(String.valueOf(read.value(row, field.name())))
            .as(field.name())
            .isEqualTo(String.valueOf(view.value(row, field.name())));
      }
      Geometry sent = view.geometry(row);
      Geometry back = system.toCanonical(Objects.requireNonNull(read.geometry(row)));
      assertThat(farthest(sent, back)).isLessThanOrEqualTo(TOLERANCE_DEGREES);
    }
  }

  /**
   * How far a vertex of either lies from the nearest of the other at most, in degrees; rings may
   * start and turn elsewhere.
   */
  private static double farthest(Geometry one, Geometry other) {
    assertThat(other.getNumPoints()).isEqualTo(one.getNumPoints());
    assertThat(other.getNumGeometries()).isEqualTo(one.getNumGeometries());
    assertThat(other.getArea()).isCloseTo(one.getArea(), within(TOLERANCE_DEGREES));
    assertThat(other.getLength()).isCloseTo(one.getLength(), within(TOLERANCE_DEGREES));
    return Math.max(
        oneWay(one.getCoordinates(), other.getCoordinates()),
        oneWay(other.getCoordinates(), one.getCoordinates()));
  }

  private static double oneWay(Coordinate[] from, Coordinate[] to) {
    return Stream.of(from)
        .mapToDouble(vertex -> Stream.of(to).mapToDouble(vertex::distance).min().orElseThrow())
        .max()
        .orElseThrow();
  }

  private static byte[] write(LayerExport export, FileFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = TableFiles.create(format, export.plan(false), out)) {
      export.writeTo(writer);
    }
    return out.toByteArray();
  }

  private Tables.Read csv(LayerExport export) throws IOException, FormatException {
    return Tables.read(Tables.write(folder, write(export, FileFormat.CSV)));
  }

  @Test
  void onlyVisibleFieldsGoOut() throws IOException, FormatException {
    for (FileFormat format : FileFormat.values()) {
      LayerView strangers = view("Point", Viewer.ANONYMOUS);
      LayerView ours = view("Point", Views.OFFICIAL);
      Tables.Read read =
          Tables.read(
              Tables.write(
                  folder,
                  write(
                      new LayerExport(ours, ALL, CoordinateSystem.CGCS2000, null, NAMES), format)));
      assertThat(read.value(0, "phone")).isEqualTo("0371-00000000");
      read =
          Tables.read(
              Tables.write(
                  folder,
                  write(
                      new LayerExport(strangers, ALL, CoordinateSystem.CGCS2000, null, NAMES),
                      format)));
      assertThat(read.description().columns()).contains("name").doesNotContain("phone");
    }
  }

  @Test
  void peopleGetHeadingsAndValuesInTheirLanguage() throws IOException, FormatException {
    LayerView view = view("Point", Viewer.ANONYMOUS);
    LayerExport export = new LayerExport(view, ALL, CoordinateSystem.CGCS2000, "zh", NAMES);
    assertThat(export.plan(false).table()).isEqualTo("地块");
    Tables.Read chinese = csv(export);
    assertThat(chinese.description().columns())
        .startsWith(
            "编号",
            "名称",
            "单位",
            "单位 [responsible_department_of_today]",
            "管数",
            "流量 (L/s)",
            "已封堵",
            "发现日期",
            "等级");
    assertThat(chinese.value(0, "等级")).isEqualTo("甲");
    assertThat(chinese.value(0, "单位")).isEqualTo("市局");
    assertThat(chinese.value(0, "单位 [responsible_department_of_today]")).isEqualTo("生态环境区局");
    assertThat(chinese.value(0, "已封堵")).isEqualTo("否");
    Tables.Read english = csv(new LayerExport(view, ALL, CoordinateSystem.CGCS2000, "en", NAMES));
    assertThat(english.value(0, "Grade")).isEqualTo("First");
    assertThat(english.value(0, "Closed")).isEqualTo("no");
  }

  @Test
  void columnsAreTypedForPrograms() {
    LayerView view = view("Point", Viewer.ANONYMOUS);
    assertThat(
            new LayerExport(view, ALL, CoordinateSystem.CGCS2000, null, NAMES).plan(true).columns())
        .contains(
            new Column("pipes", TableWriter.Type.INTEGER),
            new Column("flow", TableWriter.Type.NUMBER),
            new Column("closed", TableWriter.Type.BOOLEAN),
            new Column("found_on", TableWriter.Type.DATE));
  }

  @Test
  void theFirstFeatureBeyondTheReachIsNamed() {
    LayerView view = view("MultiPolygon", Viewer.ANONYMOUS);
    CoordinateSystem far = CoordinateSystem.parse("EPSG:4554");
    assertThat(new LayerExport(view, ALL, far, null, NAMES).findUnreachable())
        .contains("编/0", "EPSG:4554", "113.5");
    assertThat(new LayerExport(view, row -> row == 1, far, null, NAMES).findUnreachable())
        .contains("编/1");
    assertThat(new LayerExport(view, row -> false, far, null, NAMES).findUnreachable()).isNull();
    LayerView poles =
        Views.of(
            Views.declare("mast", "Point"),
            Viewer.ANONYMOUS,
            List.of(new Item("pole", Shapes.point(0, 90))));
    CoordinateSystem mercator = CoordinateSystem.parse("EPSG:3857");
    assertThat(new LayerExport(poles, ALL, mercator, null, NAMES).findUnreachable())
        .contains("pole", "85.05");
  }
}
