package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class EllipsoidalAreaTest {

  private static final Geodesic ELLIPSOID = new Geodesic(6378137, 1 / 298.257222101);

  /** GeographicLib's edges are geodesics, so the ring is divided until the two lines are one. */
  @ParameterizedTest
  @CsvSource({
    "'POLYGON ((113 34, 114 34, 114 35, 113 35, 113 34))'",
    "'POLYGON ((113.6 34.7, 113.61 34.69, 113.63 34.73, 113.6 34.7))'",
    "'POLYGON ((80 20, 130 25, 120 52, 100 45, 85 48, 80 20))'",
    "'POLYGON ((-70 -40, -60 -20, -65 10, -70 -40))'",
    "'POLYGON ((20 85, 100 80, 60 89, 20 85))'"
  })
  void agreesWithGeographicLib(String wkt) {
    Geometry polygon = Shapes.wkt(wkt);
    double expected = dividedArea(polygon.getCoordinates());
    assertThat(Geodesy.area(polygon)).isCloseTo(expected, within(1e-8 * expected + 0.01));
    assertThat(Geodesy.area(polygon.reverse())).isCloseTo(expected, within(1e-8 * expected + 0.01));
  }

  private static double dividedArea(Coordinate[] ring) {
    PolygonArea area = new PolygonArea(ELLIPSOID, false);
    int parts = 20_000;
    for (int i = 1; i < ring.length; i++) {
      for (int k = 0; k < parts; k++) {
        double t = (double) k / parts;
        area.AddPoint(
            ring[i - 1].y + t * (ring[i].y - ring[i - 1].y),
            ring[i - 1].x + t * (ring[i].x - ring[i - 1].x));
      }
    }
    return Math.abs(area.Compute(false, true).area);
  }

  @Test
  void coversTheEarth() {
    assertThat(Geodesy.area(Shapes.rectangle(-180, -90, 180, 90)))
        .isCloseTo(ELLIPSOID.EllipsoidArea(), within(1e6));
  }

  @Test
  void subtractsHolesAndAddsParts() {
    Polygon shell = Shapes.rectangle(113, 34, 114, 35);
    Polygon hole = Shapes.rectangle(113.4, 34.4, 113.6, 34.6);
    double rest = Geodesy.area(shell) - Geodesy.area(hole);
    assertThat(Geodesy.area(Shapes.polygonWithHole(shell, hole))).isCloseTo(rest, within(1e-3));
    assertThat(
            Geodesy.area(Shapes.wkt("MULTIPOLYGON (((113 34, 114 34, 114 35, 113 35, 113 34)))")))
        .isEqualTo(Geodesy.area(shell));
    assertThat(Geodesy.area(Shapes.collection(shell, Shapes.point(1, 1), hole)))
        .isEqualTo(Geodesy.area(shell) + Geodesy.area(hole));
  }

  @Test
  void addsUpOverASharedSlantingEdge() {
    double together = Geodesy.area(Shapes.rectangle(113, 34, 114, 35));
    double lower = Geodesy.area(Shapes.polygon(113, 34, 114, 34, 114, 35));
    double upper = Geodesy.area(Shapes.polygon(113, 34, 114, 35, 113, 35));
    assertThat(lower + upper).isCloseTo(together, within(1e-3));
  }

  @Test
  void isNothingForPointsAndLines() {
    assertThat(Geodesy.area(Shapes.point(113, 34))).isZero();
    assertThat(Geodesy.area(Shapes.line(113, 34, 114, 34, 114, 35, 113, 34))).isZero();
    assertThat(Geodesy.area(Shapes.wkt("POLYGON EMPTY"))).isZero();
  }
}
