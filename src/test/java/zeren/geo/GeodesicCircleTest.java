package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static zeren.geo.GeometryAssert.assertThatGeometry;

import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

class GeodesicCircleTest {

  private static final Geodesic ELLIPSOID = new Geodesic(6378137, 1 / 298.257222101);

  @ParameterizedTest
  @CsvSource({
    "113.6249, 34.7472",
    "0, 0",
    "179.9999, 20",
    "-180, -20",
    "113, 75",
    "20, 89",
    "20, -89.5",
    "20, 89.9",
    "-100, 90",
    "100, -90",
    "360.5, 10"
  })
  void staysWithinAMetre(double lon, double lat) {
    for (double radius : new double[] {0.2, 1, 30, 3000, 25_000, 100_000}) {
      Polygon circle = Geodesy.circle(lon, lat, radius);
      assertThatGeometry(circle).isValid();
      assertThat(Orientation.isCCW(circle.getExteriorRing().getCoordinateSequence())).isTrue();
      assertThat(circle.getCoordinates()).hasSizeBetween(65, 6000);
      assertOnCircle(lon, lat, radius, circle.getCoordinates());
      // Outside of its edges by at most a metre: so is its area.
      double planar = Math.PI * radius * radius;
      assertThat(Geodesy.area(circle))
          .isCloseTo(planar, within(2 * Math.PI * radius + 0.0001 * planar));
    }
  }

  private static void assertOnCircle(double lon, double lat, double radius, Coordinate[] ring) {
    for (int i = 1; i < ring.length; i++) {
      if (Math.abs(ring[i - 1].y) == 90 || Math.abs(ring[i].y) == 90) {
        continue; // led along a pole that is inside
      }
      String name = "radius " + radius + " at " + ring[i];
      assertThat(metres(lon, lat, ring[i].x, ring[i].y)).as(name).isCloseTo(radius, within(1e-3));
      for (double t = 0.1; t < 1; t += 0.1) {
        double x = ring[i - 1].x + t * (ring[i].x - ring[i - 1].x);
        double y = ring[i - 1].y + t * (ring[i].y - ring[i - 1].y);
        assertThat(metres(lon, lat, x, y)).as(name).isCloseTo(radius, within(1.0));
      }
    }
  }

  private static double metres(double lon1, double lat1, double lon2, double lat2) {
    return ELLIPSOID.Inverse(lat1, lon1, lat2, lon2).s12;
  }

  @Test
  void usesMoreVerticesForALargerCircle() {
    int small = Geodesy.circle(113.6, 34.7, 3000).getNumPoints();
    int large = Geodesy.circle(113.6, 34.7, 100_000).getNumPoints();
    assertThat(small).isBetween(100, 300);
    assertThat(large).isBetween(800, 1500);
  }

  @Test
  void runsOnAcrossTheAntimeridian() {
    Polygon circle = Geodesy.circle(179.99, 20, 3000);
    assertThat(circle.getEnvelopeInternal().getMinX()).isCloseTo(179.9613, within(1e-3));
    assertThat(circle.getEnvelopeInternal().getMaxX()).isCloseTo(180.0187, within(1e-3));
  }

  @Test
  void holdsThePoleThatIsInside() {
    Polygon circle = Geodesy.circle(20, 89.9, 25_000);
    assertThat(circle.getEnvelopeInternal().getMinX()).isEqualTo(-160);
    assertThat(circle.getEnvelopeInternal().getMaxX()).isEqualTo(200);
    assertThat(circle.getEnvelopeInternal().getMaxY()).isEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 100_000.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesOtherRadii(double radius) {
    assertThatThrownBy(() -> Geodesy.circle(113.6, 34.7, radius))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Radius");
  }
}
