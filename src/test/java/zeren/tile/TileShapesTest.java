package zeren.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import zeren.Shapes;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

/** Lines and areas in tiles: valid, in their place, and without gaps between neighbours. */
class TileShapesTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Envelope WINDOW = new Envelope(-256, 4352, -256, 4352);

  /** The tile that holds the place. */
  private static int[] tileAt(int z, double lon, double lat) {
    double radians = Math.toRadians(lat);
    double down = 1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI;
    return new int[] {
      (int) ((lon + 180) / 360 * (1 << z)), (int) (down / 2 * (1 << z)),
    };
  }

  private static List<Geometry> drawn(String geometry, List<Geometry> shapes, int z) {
    List<Views.Item> items = new ArrayList<>();
    for (Geometry shape : shapes) {
      items.add(new Views.Item("s" + items.size(), shape));
    }
    LayerView view = Views.of(Views.declare("shape", geometry), Viewer.ANONYMOUS, items);
    int[] tile = tileAt(z, 113.5, 34.5);
    return Tiles.read(Tiles.encode(view, z, tile[0], tile[1]), "shape");
  }

  /** A star with so many random arms, as entangled an outline as there can be without crossings. */
  private static Polygon star(Random random, double lon, double lat, double reach, int arms) {
    Coordinate[] ring = new Coordinate[arms + 1];
    for (int i = 0; i < arms; i++) {
      double angle = 2 * Math.PI * i / arms;
      double r = reach * (0.1 + 0.9 * random.nextDouble());
      ring[i] = new Coordinate(lon + r * Math.cos(angle), lat + r * Math.sin(angle));
    }
    ring[arms] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5, 6, 7, 8, 9, 10, 12, 14, 17})
  void areasAreValidAndInsideTheWindow(int z) {
    Random random = new Random(z);
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double lon = 113 + random.nextDouble();
      double lat = 34 + random.nextDouble();
      Polygon outer = star(random, lon, lat, 0.4 * random.nextDouble(), 5 + random.nextInt(150));
      Geometry shape =
          i % 3 == 0
              ? outer.difference(star(random, lon, lat, 0.1, 5 + random.nextInt(30)))
              : outer;
      if (shape.getGeometryType().endsWith("Polygon")) {
        shapes.add(shape);
      }
    }
    for (Geometry area : drawn("MultiPolygon", shapes, z)) {
      assertThat(area.isValid()).as(area.toText()).isTrue();
      assertThat(area.getArea()).isPositive();
      assertThat(WINDOW.contains(area.getEnvelopeInternal())).isTrue();
    }
  }

  /** Cells that fill a square, each drawn by itself. */
  @ParameterizedTest
  @ValueSource(ints = {4, 6, 7, 8, 9, 10, 12})
  void noGapsOpenBetweenNeighbours(int z) {
    Random random = new Random(7);
    List<Coordinate> sites = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      sites.add(new Coordinate(113 + random.nextDouble(), 34 + random.nextDouble()));
    }
    Envelope square = new Envelope(113, 114, 34, 35);
    VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
    voronoi.setSites(sites);
    voronoi.setClipEnvelope(square);
    Geometry diagram = voronoi.getDiagram(FACTORY);
    List<Geometry> cells = new ArrayList<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      cells.add(diagram.getGeometryN(i).intersection(FACTORY.toGeometry(square)));
    }
    Geometry whole = drawn("MultiPolygon", List.of(FACTORY.toGeometry(square)), z).get(0);
    Geometry covered = UnaryUnionOp.union(drawn("MultiPolygon", cells, z));
    // The borders of the window cut edges, which end on whole units there: slivers of a unit.
    assertThat(whole.difference(covered).getArea()).isLessThan(1e-4 * whole.getArea() + 1);
    for (int i = 0; i < covered.getNumGeometries(); i++) {
      Polygon part = (Polygon) covered.getGeometryN(i);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        Geometry gap = FACTORY.createPolygon(part.getInteriorRingN(hole));
        assertThat(gap.getArea()).as("gap at zoom %d: %s", z, gap).isLessThan(16);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 9, 11, 15})
  void cornersMoveByLessThanAQuarterOfAPixel(int z) {
    double degrees = 360 / Math.pow(2, z + 12);
    List<Geometry> lines = new ArrayList<>();
    Random random = new Random(3);
    List<double[]> corners = new ArrayList<>();
    int[] tile = tileAt(z, 113.5, 34.5);
    for (int i = 0; i < 50; i++) {
      double lon = 113.5 + (random.nextDouble() - 0.5) * 500 * degrees;
      double lat = 34.5 + (random.nextDouble() - 0.5) * 500 * degrees;
      corners.add(new double[] {lon, lat});
      lines.add(
          FACTORY.createLineString(
              new Coordinate[] {
                new Coordinate(lon, lat), new Coordinate(lon + 300 * degrees, lat)
              }));
    }
    List<Geometry> drawn = drawn("MultiLineString", lines, z);
    assertThat(drawn).hasSizeGreaterThan(10);
    for (Geometry line : drawn) {
      int number = Integer.parseInt(String.valueOf(Tiles.properties(line).get("id")).substring(1));
      double[] corner = corners.get(number);
      double radians = Math.toRadians(corner[1]);
      double down = 1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI;
      double x = ((corner[0] + 180) / 360 * (1 << z) - tile[0]) * 4096;
      double y = (down / 2 * (1 << z) - tile[1]) * 4096;
      if (x > -250 && x < 4000 && y > -250 && y < 4340) {
        assertThat(line.getCoordinate().x).isCloseTo(x, within(z < 14 ? 2.01 : 0.51));
        assertThat(line.getCoordinate().y).isCloseTo(y, within(z < 14 ? 2.01 : 0.51));
      }
    }
  }

  @Test
  void aLineThatLeavesAndComesBackIsTwoLines() {
    // West of the tile and back: 113.5 lies in a tile of zoom 10 that begins at 113.2.
    int z = 10;
    Geometry line =
        Shapes.wkt("LINESTRING (113.3 34.5, 112.9 34.5, 112.9 34.4, 113.3 34.4, 113.3 34.45)");
    Geometry drawn = drawn("MultiLineString", List.of(line), z).get(0);
    assertThat(drawn.getNumGeometries()).isEqualTo(2);
    assertThat(drawn.getEnvelopeInternal().getMinX()).isEqualTo(-256);
    assertThat(WINDOW.contains(drawn.getEnvelopeInternal())).isTrue();
  }

  @Test
  void aTileInsideAHoleHoldsNothing() {
    Geometry ring =
        Shapes.rectangle(110, 30, 117, 38).difference(Shapes.rectangle(112, 33, 115, 36));
    assertThat(drawn("MultiPolygon", List.of(ring), 12)).isEmpty();
  }

  @Test
  void whatIsSmallerThanAUnitIsNotDrawn() {
    assertThat(drawn("MultiPolygon", List.of(Shapes.rectangle(113.5, 34.5, 113.5001, 34.5001)), 3))
        .isEmpty();
    assertThat(
            drawn(
                "MultiLineString",
                List.of(Shapes.wkt("LINESTRING (113.5 34.5, 113.5001 34.5)")),
                3))
        .isEmpty();
  }
}
