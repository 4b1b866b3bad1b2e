package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.IntersectionMatrix;
import org.locationtech.jts.operation.relate.RelateOp;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.geo.GeoJson;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

/** Spatial functions on areas and lines, beside the older of the two algorithms of JTS. */
class SpatialRelationTest {

  private static final LayerView WORLD =
      Views.of(
          Views.declare("area", "MultiPolygon"),
          Viewer.ANONYMOUS,
          List.of(
              new Views.Item("a", Shapes.rectangle(0, 0, 4, 4)),
              new Views.Item("b", Shapes.rectangle(4, 0, 8, 4)),
              new Views.Item("c", Shapes.rectangle(170, -10, 180, 10)),
              new Views.Item("d", Shapes.rectangle(-180, -10, -170, 10)),
              new Views.Item("e", Shapes.wkt("POLYGON EMPTY"))));

  private static String kept(LayerView view, IntPredicate keep) {
    StringBuilder ids = new StringBuilder();
    IntStream.range(0, view.size()).filter(keep).forEach(row -> ids.append(view.id(row)));
    return ids.toString();
  }

  private static IntPredicate text(LayerView view, String filter) {
    return Cql2.text(view, "filter", filter, CoordinateSystem.CGCS2000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "S_INTERSECTS(geometry, BBOX(175, -1, -175, 1))|cd",
        "S_INTERSECTS(geometry, BBOX(175, -1, 0, -175, 1, 9))|cd",
        "S_WITHIN(geometry, BBOX(160, -20, -160, 20))|cd",
        "NOT S_INTERSECTS(geometry, BBOX(175, -1, -175, 1))|ab",
        "S_INTERSECTS(geometry, BBOX(-180, -90, 180, 90))|abcd",
        "S_INTERSECTS(geometry, POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90)))|abcd",
        "S_INTERSECTS(geometry, MULTILINESTRING((-1 1, 1 1), (179 0, 180 0)))|ac",
        "S_INTERSECTS(geometry, POLYGON Z((1 1 5, 2 1 5, 2 2 -5, 1 1 5)))|a",
        "S_INTERSECTS(geometry, MULTIPOINT(1 1, 5 1))|ab",
        "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(5 1, 6 1)))|ab",
        "S_WITHIN(geometry, GEOMETRYCOLLECTION(POLYGON((0 0, 2 0, 2 4, 0 4, 0 0)),"
            + " POLYGON((2 0, 4 0, 4 4, 2 4, 2 0))))|a",
        "S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(8 2)))|b",
        "S_INTERSECTS(geometry, geometry)|abcd",
        "S_EQUALS(geom, geometry)|abcd",
        "S_TOUCHES(geometry, geometry)|",
        "NOT S_TOUCHES(geometry, geometry)|abcd",
        "S_CROSSES(LINESTRING(0 0, 2 2), POLYGON((1 1, 3 1, 3 3, 1 1)))|",
        "S_CROSSES(LINESTRING(0 1, 3 2), POLYGON((1 1, 3 1, 3 3, 1 1)))|abcde",
        "geometry IS NULL|e",
        "geometry IS NOT NULL|abcd",
        "POINT(1 1) IS NULL|",
        "S_INTERSECTS(geometry, POINT(1 1)) IS NULL|e"
      })
  void areUnderstood(String filter, String expected) {
    assertThat(kept(WORLD, text(WORLD, filter))).isEqualTo(expected == null ? "" : expected);
  }

  private static Geometry random(Random random, boolean collection) {
    int x = random.nextInt(12);
    int y = random.nextInt(12);
    int width = 1 + random.nextInt(6);
    int height = 1 + random.nextInt(6);
    return switch (random.nextInt(collection ? 6 : 5)) {
      case 0 -> Shapes.rectangle(x, y, x + width, y + height);
      case 1 ->
          Shapes.wkt(
              "POLYGON ((%d %d, %d %d, %d %d, %d %d), (%d.5 %d.25, %d.625 %d.25, %d.625 %d.375, %d.5 %d.25))"
                  .formatted(x, y, x + 6, y, x, y + 6, x, y, x, y, x, y, x, y, x, y));
      case 2 ->
          Shapes.wkt(
              "MULTIPOLYGON (((%d %d, %d %d, %d %d, %d %d)), ((%d %d, %d %d, %d %d, %d %d)))"
                  .formatted(
                      x, y, x + 2, y, x, y + 2, x, y, x + 3, y, x + 5, y, x + 3, y + 2, x + 3, y));
      case 3 -> Shapes.wkt("LINESTRING (%d %d, %d %d)".formatted(x, y, x + width, y + height));
      case 4 -> Shapes.point(x, y);
      default -> Shapes.wkt("MULTIPOINT ((%d %d), (%d %d))".formatted(x, y, x + width, y));
    };
  }

  private static boolean related(IntersectionMatrix matrix, SpatialRelation is, int one, int two) {
    return switch (is) {
      case S_INTERSECTS -> matrix.isIntersects();
      case S_DISJOINT -> matrix.isDisjoint();
      case S_WITHIN -> matrix.isWithin();
      case S_CONTAINS -> matrix.isContains();
      case S_EQUALS -> matrix.isEquals(one, two);
      case S_TOUCHES -> matrix.isTouches(one, two);
      case S_CROSSES -> matrix.isCrosses(one, two);
      case S_OVERLAPS -> matrix.isOverlaps(one, two);
    };
  }

  @ParameterizedTest
  @EnumSource(SpatialRelation.class)
  void agreeWithTheMatrix(SpatialRelation relation) {
    Random random = new Random(relation.ordinal());
    List<Views.Item> areas = new ArrayList<>();
    List<Views.Item> lines = new ArrayList<>();
    while (areas.size() < 80 || lines.size() < 80) {
      Geometry geometry = random(random, false);
      List<Views.Item> items = geometry.getDimension() == 2 ? areas : lines;
      if (geometry.getDimension() > 0) {
        items.add(new Views.Item("%03d".formatted(items.size()), geometry));
      }
    }
    LayerView areaView = Views.of(Views.declare("area", "MultiPolygon"), Viewer.ANONYMOUS, areas);
    LayerView lineView =
        Views.of(Views.declare("road", "MultiLineString"), Viewer.ANONYMOUS, lines);
    int related = 0;
    for (int i = 0; i < 50; i++) {
      Geometry literal = random(random, true);
      related += compare(areaView, areas, relation, literal);
      related += compare(lineView, lines, relation, literal);
    }
    assertThat(related).isPositive();
  }

  private static int compare(
      LayerView view, List<Views.Item> items, SpatialRelation relation, Geometry literal) {
    IntPredicate forth = text(view, "%s(geometry, %s)".formatted(relation, literal.toText()));
    IntPredicate back =
        Cql2.json(
            view,
            "filter",
            "{\"op\":\"%s\",\"args\":[%s,{\"property\":\"geometry\"}]}"
                .formatted(
                    relation.toString().toLowerCase(java.util.Locale.ROOT), GeoJson.write(literal)),
            CoordinateSystem.CGCS2000);
    int related = 0;
    for (int row = 0; row < view.size(); row++) {
      Geometry feature = items.get(row).geometry();
      boolean expected =
          related(
              RelateOp.relate(feature, literal),
              relation,
              feature.getDimension(),
              literal.getDimension());
      assertThat(forth.test(row)).as("%s %s %s", feature, relation, literal).isEqualTo(expected);
      assertThat(back.test(row))
          .as("%s %s %s", literal, relation, feature)
          .isEqualTo(
              related(
                  RelateOp.relate(literal, feature),
                  relation,
                  literal.getDimension(),
                  feature.getDimension()));
      related += expected ? 1 : 0;
    }
    return related;
  }

  /** The places of the literals are those of EPSG:4490 that GDAL finds for the coordinates. */
  @Test
  void literalsMayBeInAnotherSystem() {
    LayerView view =
        Views.of(
            Views.declare("spot", "Point"),
            Viewer.ANONYMOUS,
            List.of(
                new Views.Item("a", Shapes.point(113.6, 34.7), Map.of()),
                new Views.Item("b", Shapes.point(113.7, 34.8), Map.of())));
    CoordinateSystem mercator = CoordinateSystem.parse("EPSG:3857");
    CoordinateSystem zone = CoordinateSystem.parse("EPSG:4547");
    assertThat(
            kept(
                view,
                Cql2.text(
                    view,
                    "filter",
                    "S_INTERSECTS(geometry, BBOX(12645893.6, 4123186.2, 12645894.6, 4123187.2))",
                    mercator)))
        .isEqualTo("a");
    assertThat(
            kept(
                view,
                Cql2.json(
                    view,
                    "filter",
                    "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},"
                        + "{\"bbox\":[463351.4,3841383.9,463352.4,3841384.9]}]}",
                    zone)))
        .isEqualTo("a");
    assertThat(
            kept(
                view,
                Cql2.text(
                    view, "filter", "distance(geometry, POINT(12645894 4123187)) < 5", mercator)))
        .isEqualTo("a");
  }
}
