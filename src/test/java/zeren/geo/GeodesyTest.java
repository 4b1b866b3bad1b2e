package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeodesyTest {

  private static final Geodesic ELLIPSOID = new Geodesic(6378137, 1 / 298.257222101);

  @Test
  void agreesWithValuesOnPaper() {
    // A degree of the equator is 2πa/360; the quarter meridian of WGS84 differs by 0.1 mm.
    assertThat(Geodesy.distance(113, 0, 114, 0)).isCloseTo(111319.490793, within(1e-6));
    assertThat(Geodesy.distance(113, 0, 113, 90)).isCloseTo(10001965.729, within(1e-3));
    assertThat(Geodesy.distance(113, -90, 20, 90)).isCloseTo(20003931.459, within(2e-3));
    assertThat(Geodesy.distance(113.6, 34.7, 113.6, 34.7)).isZero();
  }

  @Test
  void agreesWithGeographicLibEverywhere() {
    Random random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      double lon1 = random.nextDouble() * 360 - 180;
      double lat1 = random.nextDouble() * 180 - 90;
      double lon2 = random.nextDouble() * 360 - 180;
      double lat2 = random.nextDouble() * 180 - 90;
      GeodesicData way = ELLIPSOID.Inverse(lat1, lon1, lat2, lon2);
      assertThat(Geodesy.distance(lon1, lat1, lon2, lat2)).isCloseTo(way.s12, within(1e-6));
      double bearing = Geodesy.bearing(lon1, lat1, lon2, lat2);
      assertThat(bearing).isBetween(0.0, Math.nextDown(360.0));
      assertThat(Math.IEEEremainder(bearing - way.azi1, 360)).isCloseTo(0, within(1e-9));
      LonLat end = Geodesy.destination(lon1, lat1, bearing, way.s12);
      assertThat(ELLIPSOID.Inverse(end.lat(), end.lon(), lat2, lon2).s12).isLessThan(1e-6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "113, 34, 113, 35, 0",
    "113, 0, 114, 0, 90",
    "113, 35, 113, 34, 180",
    "114, 0, 113, 0, 270",
    "179.5, 0, -179.5, 0, 90",
    "-179.5, 0, 179.5, 0, 270"
  })
  void countsBearingsClockwiseFromNorth(
      double lon1, double lat1, double lon2, double lat2, double bearing) {
    assertThat(Geodesy.bearing(lon1, lat1, lon2, lat2)).isEqualTo(bearing);
  }

  @Test
  void neverGivesThreeHundredAndSixtyDegrees() {
    assertThat(Geodesy.bearing(0, 0, -1e-300, 1)).isEqualTo(0);
    assertThat(Geodesy.bearing(1e-17, 0, 0, 45)).isBetween(0.0, Math.nextDown(360.0));
  }

  @Test
  void crossesTheAntimeridian() {
    LonLat end = Geodesy.destination(179.999, 0, 90, 1000);
    assertThat(end.lon()).isCloseTo(-179.992017, within(1e-6));
    assertThat(Geodesy.distance(179.999, 0, end.lon(), end.lat())).isCloseTo(1000, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"113, 90.1", "113, -91", "NaN, 34", "113, NaN", "Infinity, 34"})
  void refusesPlacesOffTheEarth(double lon, double lat) {
    assertThatThrownBy(() -> Geodesy.distance(lon, lat, 113, 34))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not a place");
    assertThatThrownBy(() -> Geodesy.bearing(113, 34, lon, lat))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Geodesy.nearest(lon, lat, Shapes.point(113, 34)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Geodesy.circle(lon, lat, 3000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Geodesy.bounds(lon, lat, 3000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"NaN, 10", "90, NaN", "90, Infinity"})
  void refusesWaysThatAreNone(double bearing, double metres) {
    assertThatThrownBy(() -> Geodesy.destination(113, 34, bearing, metres))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not a way");
  }
}
