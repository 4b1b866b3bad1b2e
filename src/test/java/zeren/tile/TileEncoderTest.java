package zeren.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import zeren.Shapes;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

class TileEncoderTest {

  private static final double LON = 113.6, LAT = 34.75;

  private static byte[] tile(LayerView view, int z, int x, int y) {
    return Tiles.encode(view, z, x, y);
  }

  /** Column of a longitude with its fraction, by the formula of the tile scheme. */
  private static double column(double lon, int z) {
    return (lon + 180) / 360 * Math.pow(2, z);
  }

  /** Row of a latitude with its fraction, by the formula of the tile scheme. */
  private static double row(double lat, int z) {
    double radians = Math.toRadians(lat);
    double mercator = Math.log(Math.tan(radians) + 1 / Math.cos(radians));
    return (1 - mercator / Math.PI) / 2 * Math.pow(2, z);
  }

  private static double longitude(double column, int z) {
    return column / Math.pow(2, z) * 360 - 180;
  }

  private static double latitude(double row, int z) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / Math.pow(2, z)))));
  }

  private static LayerView points(List<Views.Item> items) {
    return Views.of(Views.declare("spot", "Point"), Viewer.ANONYMOUS, items);
  }

  private static LayerView grouped(List<Views.Item> items) {
    LayerDeclaration layer =
        Views.declare(
            """
            id: spot
            title: {zh: 试, en: Test}
            geometry: Point
            visibility: public
            name: name
            fields: [{name: name, type: text, title: {zh: 名称, en: Name}}]
            drawing: {order: 1, group_below_zoom: 11, style: {size: 1}}
            """);
    return Views.of(layer, Viewer.ANONYMOUS, items);
  }

  private static List<Views.Item> scatter(int count, double spread) {
    Random random = new Random(20261122);
    List<Views.Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(
          new Views.Item(
              "p" + i,
              Shapes.point(
                  LON + (random.nextDouble() - 0.5) * spread,
                  LAT + (random.nextDouble() - 0.5) * spread)));
    }
    return items;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 10, 14, 18, 22})
  void pointsLieWithinOneUnitOfTheirPlace(int z) {
    List<Views.Item> items = scatter(50, 360 / Math.pow(2, z + 1) * 0.2);
    Map<String, Geometry> places = new HashMap<>();
    items.forEach(item -> places.put(item.id(), item.geometry()));
    int x = (int) column(LON, z);
    int y = (int) row(LAT, z);
    List<Geometry> drawn = Tiles.read(tile(points(items), z, x, y), "spot");
    assertThat(drawn).isNotEmpty();
    for (Geometry point : drawn) {
      Geometry place =
          Objects.requireNonNull(places.get(String.valueOf(Tiles.properties(point).get("id"))));
      assertThat(point.getCoordinate().x)
          .isCloseTo((column(place.getCoordinate().x, z) - x) * 4096, within(1.0));
      assertThat(point.getCoordinate().y)
          .isCloseTo((row(place.getCoordinate().y, z) - y) * 4096, within(1.0));
    }
  }

  @Test
  void propertiesKeepTheirTypes() {
    LayerDeclaration layer =
        Views.declare(
            """
            id: spot
            title: {zh: 试, en: Test}
            geometry: Point
            visibility: public
            name: name
            fields:
              - {name: name, type: text, title: {zh: 名称, en: Name}}
              - {name: whole, type: integer, title: {zh: 数, en: Whole}}
              - {name: part, type: number, title: {zh: 数, en: Part}}
              - {name: yes, type: boolean, title: {zh: 是, en: Yes}}
              - {name: none, type: text, title: {zh: 无, en: None}}
            drawing: {order: 1, style: {size: 1}}
            """);
    Views.Item item =
        new Views.Item(
            "中/1",
            Shapes.point(LON, LAT),
            Map.of("name", "名😀", "whole", -7L, "part", 0.1, "yes", true));
    byte[] tile = tile(Views.of(layer, Viewer.ANONYMOUS, List.of(item)), 0, 0, 0);
    assertThat(Tiles.properties(Tiles.read(tile, "spot").get(0)))
        .containsOnly(
            Map.entry("id", "中/1"),
            Map.entry("name", "名😀"),
            Map.entry("whole", -7L),
            Map.entry("part", 0.1),
            Map.entry("yes", true));
  }

  @Test
  void anEmptyTileHasNoBytes() {
    assertThat(tile(points(List.of()), 0, 0, 0)).isEmpty();
    assertThat(tile(points(List.of(new Views.Item("a", Shapes.point(LON, LAT)))), 10, 0, 0))
        .isEmpty();
  }

  @Test
  void theSameTileIsTheSameToTheByte() {
    List<Views.Item> items = scatter(500, 1);
    int x = (int) column(LON, 8);
    int y = (int) row(LAT, 8);
    List<Views.Item> backwards = new ArrayList<>(items);
    java.util.Collections.reverse(backwards);
    assertThat(tile(points(items), 8, x, y)).isEqualTo(tile(points(backwards), 8, x, y));
  }

  @Test
  void aPointOnTheEdgeIsInBothTilesSoThatItsSymbolIsWhole() {
    int z = 10;
    int x = (int) column(LON, z);
    int y = (int) row(LAT, z);
    LayerView view =
        points(
            List.of(new Views.Item("edge", Shapes.point(longitude(x, z), latitude(y + 0.5, z)))));
    Geometry right = Tiles.read(tile(view, z, x, y), "spot").get(0);
    Geometry left = Tiles.read(tile(view, z, x - 1, y), "spot").get(0);
    assertThat(right.getCoordinate().x).isEqualTo(0);
    assertThat(left.getCoordinate().x).isEqualTo(4096);
    assertThat(left.getCoordinate().y).isEqualTo(right.getCoordinate().y);
    assertThat(tile(view, z, x + 1, y)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 8, 10})
  void groupsOverAllTilesCountEveryFeatureOnce(int z) {
    int count = 2000;
    LayerView view = grouped(scatter(count, 3));
    Map<Long, Set<String>> places = new HashMap<>();
    long total = 0;
    for (int x = (int) column(LON - 1.6, z); x <= (int) column(LON + 1.6, z); x++) {
      for (int y = (int) row(LAT + 1.6, z); y <= (int) row(LAT - 1.6, z); y++) {
        for (Geometry shape : Tiles.read(tile(view, z, x, y), "spot")) {
          double px = shape.getCoordinate().x;
          double py = shape.getCoordinate().y;
          Object group = Tiles.properties(shape).get("count");
          long weight = group == null ? 1 : (Long) group;
          assertThat(weight).isPositive();
          // What lies in the buffer is drawn by two tiles, but lies in one of them only.
          if (px >= 0 && px < 4096 && py >= 0 && py < 4096) {
            total += weight;
          }
          long key = Math.round(x * 4096 + px) << 32 | Math.round(y * 4096 + py);
          places.computeIfAbsent(key, k -> new HashSet<>()).add(Tiles.properties(shape).toString());
        }
      }
    }
    assertThat(total).isEqualTo(count);
    // Wherever two tiles draw the same place, they say the same of it.
    assertThat(places.values()).allMatch(said -> said.size() == 1);
  }

  @Test
  void aGroupAcrossTheBufferIsTheSameInBothTiles() {
    int z = 9;
    int x = (int) column(LON, z);
    int y = (int) row(LAT, z);
    List<Views.Item> items = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      // In the square right of the edge: half of them near the edge, half of them far inside.
      double lon = longitude(x + (i % 2 == 0 ? 0.01 : 0.05) + i * 1e-4, z);
      items.add(new Views.Item("p" + i, Shapes.point(lon, latitude(y + 0.1, z))));
    }
    LayerView view = grouped(items);
    Geometry right = Tiles.read(tile(view, z, x, y), "spot").get(0);
    Geometry left = Tiles.read(tile(view, z, x - 1, y), "spot").get(0);
    assertThat(Tiles.properties(right)).containsEntry("count", 10L);
    assertThat(Tiles.properties(left)).containsEntry("count", 10L);
    assertThat(left.getCoordinate().x - 4096).isEqualTo(right.getCoordinate().x);
  }

  @Test
  void aPointAloneIsItselfAndDeepTilesGroupNothing() {
    LayerView view =
        grouped(
            List.of(
                new Views.Item("a", Shapes.point(LON, LAT)),
                new Views.Item("b", Shapes.point(LON, LAT + 5)),
                new Views.Item("c", Shapes.point(LON, LAT + 5.00001))));
    List<Geometry> far = Tiles.read(tile(view, 6, (int) column(LON, 6), (int) row(LAT, 6)), "spot");
    assertThat(far).extracting(shape -> Tiles.properties(shape).get("id")).contains("a");
    int y = (int) row(LAT + 5, 11);
    assertThat(Tiles.read(tile(view, 11, (int) column(LON, 11), y), "spot"))
        .extracting(shape -> Tiles.properties(shape).get("id"))
        .containsExactly("b", "c");
    int y10 = (int) row(LAT + 5, 10);
    assertThat(Tiles.read(tile(view, 10, (int) column(LON, 10), y10), "spot"))
        .extracting(shape -> Tiles.properties(shape).get("count"))
        .containsExactly(2L);
  }

  @Test
  void aFilterAlsoDecidesWhatIsCounted() {
    LayerView view = grouped(scatter(100, 0.001));
    byte[] tile =
        new TileEncoder(new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, 0, 0, 0))
            .encode(List.of(new TileEncoder.Drawn(view, row -> row < 40)), Integer.MAX_VALUE)
            .bytes();
    assertThat(Tiles.properties(Tiles.read(tile, "spot").get(0))).containsEntry("count", 40L);
  }

  @Test
  void anAreaKeepsItsHole() {
    int z = 10;
    int x = (int) column(LON, z);
    int y = (int) row(LAT, z);
    String ring = "(%s %s, %s %s, %s %s, %s %s, %s %s)";
    String wkt =
        "POLYGON (" + ring(ring, x, y, z, 0.25, 0.75) + ", " + ring(ring, x, y, z, 0.4, 0.6) + ")";
    LayerView view =
        Views.of(
            Views.declare("area", "MultiPolygon"),
            Viewer.ANONYMOUS,
            List.of(new Views.Item("a", Shapes.wkt(wkt))));
    Geometry drawn = Tiles.read(tile(view, z, x, y), "area").get(0);
    assertThat(drawn).isInstanceOf(Polygon.class);
    assertThat(((Polygon) drawn).getNumInteriorRing()).isEqualTo(1);
    assertThat(drawn.getArea()).isCloseTo(4096.0 * 4096 * (0.25 - 0.04), within(4096.0 * 8));
    assertThat(drawn.contains(Shapes.point(2048, 2048))).isFalse();
    assertThat(drawn.contains(Shapes.point(1200, 1200))).isTrue();
  }

  private static String ring(String pattern, int x, int y, int z, double from, double to) {
    double west = longitude(x + from, z);
    double east = longitude(x + to, z);
    double north = latitude(y + from, z);
    double south = latitude(y + to, z);
    return pattern.formatted(west, south, east, south, east, north, west, north, west, south);
  }

  @Test
  void anAreaLargerThanTheTileCoversItAndItsBuffer() {
    LayerView view =
        Views.of(
            Views.declare("area", "MultiPolygon"),
            Viewer.ANONYMOUS,
            List.of(new Views.Item("a", Shapes.rectangle(100, 20, 130, 50))));
    Geometry drawn =
        Tiles.read(tile(view, 12, (int) column(LON, 12), (int) row(LAT, 12)), "area").get(0);
    assertThat(drawn.getEnvelopeInternal())
        .isEqualTo(new org.locationtech.jts.geom.Envelope(-256, 4352, -256, 4352));
  }

  @Test
  void featuresComeFromTheirLowestZoomOn() {
    LayerDeclaration layer =
        Views.declare(
            """
            id: cell
            title: {zh: 试, en: Test}
            geometry: MultiPolygon
            visibility: public
            name: name
            fields:
              - {name: name, type: text, title: {zh: 名称, en: Name}}
              - {name: level, type: text, title: {zh: 级, en: Level}}
            drawing: {order: 1, style: {size: 1}, from_zoom: {field: level, values: {small: 9, tiny: 12}}}
            """);
    Geometry area = Shapes.rectangle(LON - 0.1, LAT - 0.1, LON + 0.1, LAT + 0.1);
    LayerView view =
        Views.of(
            layer,
            Viewer.ANONYMOUS,
            List.of(
                new Views.Item("large", area, Map.of("name", "a", "level", "large")),
                new Views.Item("small", area, Map.of("name", "b", "level", "small")),
                new Views.Item("tiny", area, Map.of("name", "c", "level", "tiny"))));
    for (int z : new int[] {8, 9, 11, 12}) {
      int shown = z >= 12 ? 3 : z >= 9 ? 2 : 1;
      assertThat(Tiles.read(tile(view, z, (int) column(LON, z), (int) row(LAT, z)), "cell"))
          .as("zoom %d", z)
          .hasSize(shown);
    }
  }

  @Test
  void anAreaOfSeveralPartsIsSeveralShapesOfOneFeature() {
    Geometry parts =
        Shapes.rectangle(113, 34, 113.1, 34.1).union(Shapes.rectangle(113.3, 34, 113.4, 34.1));
    LayerView view =
        Views.of(
            Views.declare("area", "MultiPolygon"),
            Viewer.ANONYMOUS,
            List.of(new Views.Item("a", parts)));
    List<Geometry> drawn =
        Tiles.read(tile(view, 8, (int) column(113.2, 8), (int) row(34.05, 8)), "area");
    assertThat(drawn).allMatch(shape -> "a".equals(Tiles.properties(shape).get("id")));
    assertThat(drawn.stream().mapToInt(Geometry::getNumGeometries).sum()).isEqualTo(2);
  }
}
