package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class NearestPointTest {

  private static final Polygon WITH_HOLE =
      Shapes.polygonWithHole(
          Shapes.rectangle(113, 34, 114, 35), Shapes.rectangle(113.4, 34.4, 113.6, 34.6));

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.05, 1, 10, 60})
  void agreesWithBruteForceOnRandomLines(double sizeDegrees) {
    Random random = new Random(Double.hashCode(sizeDegrees));
    for (int i = 0; i < 40; i++) {
      double lon = random.nextDouble() * 300 - 150;
      double lat = random.nextDouble() * 100 - 50;
      double[] ordinates = new double[8];
      for (int k = 0; k < ordinates.length; k += 2) {
        ordinates[k] = lon + (random.nextDouble() - 0.5) * sizeDegrees;
        ordinates[k + 1] = lat + (random.nextDouble() - 0.5) * sizeDegrees;
      }
      assertAgrees(lon, lat, Shapes.line(ordinates));
    }
  }

  @Test
  void agreesWithBruteForceNearThePoles() {
    assertAgrees(20, 89.9, Shapes.line(-180, 89, 180, 89));
    assertAgrees(20, 89.9, Shapes.line(-60, 89.95, 100, 89.8));
    assertAgrees(-75, -89.99, Shapes.line(0, -89, 179, -89.99, -179, -88));
    assertAgrees(20, 90, Shapes.line(0, 80, 40, 85));
  }

  @Test
  void agreesWithBruteForceFromFarAway() {
    assertAgrees(-70, -30, Shapes.line(100, 20, 120, 40, 130, 10));
    assertAgrees(113, 34, Shapes.line(-179, -10, 179, -10));
  }

  private static void assertAgrees(double lon, double lat, Geometry line) {
    double expected = BruteForce.distanceToLines(lon, lat, line);
    String name = lon + ", " + lat + " to " + line;
    assertThat(Geodesy.distance(lon, lat, line)).as(name).isCloseTo(expected, within(1e-3));
    LonLat nearest = Geodesy.nearest(lon, lat, line);
    assertThat(Geodesy.distance(lon, lat, nearest.lon(), nearest.lat()))
        .as(name)
        .isCloseTo(expected, within(1e-3));
  }

  @Test
  void isZeroOnAndInsideAPolygon() {
    for (double[] place :
        new double[][] {{113.2, 34.5}, {113, 34.5}, {114, 35}, {113.4, 34.5}, {113.6, 34.6}}) {
      assertThat(Geodesy.distance(place[0], place[1], WITH_HOLE)).isZero();
      assertThat(Geodesy.nearest(place[0], place[1], WITH_HOLE))
          .isEqualTo(new LonLat(place[0], place[1]));
    }
  }

  @Test
  void measuresFromWithinAHoleAndFromOutside() {
    for (double[] place :
        new double[][] {{113.5, 34.5}, {113.41, 34.52}, {112.9, 34.9}, {115, 36}}) {
      double expected = BruteForce.distanceToLines(place[0], place[1], WITH_HOLE);
      assertThat(expected).isPositive();
      assertThat(Geodesy.distance(place[0], place[1], WITH_HOLE)).isCloseTo(expected, within(1e-3));
    }
    // The hole's western edge is 0.01° away, 0.01 · 91848 m at this latitude.
    assertThat(Geodesy.distance(113.41, 34.5, WITH_HOLE)).isCloseTo(918.5, within(0.5));
  }

  @Test
  void followsTheEdgeAsStoredNotTheGeodesic() {
    // The parallel runs through the place; a geodesic between its ends passes 30 km to the north.
    Geometry parallel = Shapes.line(108, 34.7, 119, 34.7);
    assertThat(Geodesy.distance(113.5, 34.7, parallel)).isLessThan(1e-3);
  }

  @Test
  void takesTheNearestMemberOfACollection() {
    Geometry collection =
        Shapes.collection(
            Shapes.point(113.61, 34.7),
            Shapes.line(113.7, 34, 113.7, 35),
            Shapes.wkt("MULTIPOLYGON (((110 30, 111 30, 111 31, 110 30)))"),
            Shapes.wkt("POINT EMPTY"));
    assertThat(Geodesy.nearest(113.6, 34.7, collection)).isEqualTo(new LonLat(113.61, 34.7));
    assertThat(Geodesy.distance(113.6, 34.7, collection))
        .isEqualTo(Geodesy.distance(113.6, 34.7, 113.61, 34.7));
    assertThat(Geodesy.distance(110.6, 30.5, collection)).isZero();
  }

  @Test
  void looksAcrossTheAntimeridian() {
    Geometry west = Shapes.line(-179.99, -1, -179.99, 1);
    assertThat(Geodesy.distance(179.99, 0, west)).isCloseTo(0.02 * 111319.490793, within(1e-3));
    Polygon runningOn = Shapes.rectangle(179, -1, 181, 1);
    assertThat(Geodesy.distance(-179.5, 0.5, runningOn)).isZero();
    assertThat(Geodesy.nearest(-178.9, 0, runningOn).lon()).isCloseTo(-179, within(1e-9));
  }

  @Test
  void acceptsDegenerateEdges() {
    assertThat(Geodesy.distance(113, 34, Shapes.line(113, 35, 113, 35, 113, 35)))
        .isEqualTo(Geodesy.distance(113, 34, 113, 35));
  }

  @Test
  void refusesAnEmptyGeometry() {
    assertThatThrownBy(() -> Geodesy.distance(113, 34, Shapes.wkt("POLYGON EMPTY")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
  }
}
