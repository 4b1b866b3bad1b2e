package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class GeodesicBoundsTest {

  private static final Geodesic ELLIPSOID = new Geodesic(6378137, 1 / 298.257222101);

  @Test
  void holdEverythingWithinTheRadius() {
    Random random = new Random(7);
    for (int i = 0; i < 1500; i++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = nearPoles(random, i);
      double radius = Math.pow(10, random.nextDouble() * 5);
      assertHolds(random, lon, lat, radius);
      assertHolds(random, i % 2 == 0 ? 180 : -180, lat, radius);
    }
  }

  /** Every third latitude lies within two degrees of a pole. */
  private static double nearPoles(Random random, int i) {
    if (i % 3 == 0) {
      return (i % 2 == 0 ? 1 : -1) * (90 - 2 * random.nextDouble());
    }
    return random.nextDouble() * 180 - 90;
  }

  private static void assertHolds(Random random, double lon, double lat, double radius) {
    List<Envelope> boxes = Geodesy.bounds(lon, lat, radius);
    assertThat(boxes).hasSizeBetween(1, 2);
    for (int i = 0; i < 40; i++) {
      double metres = i % 2 == 0 ? radius : radius * random.nextDouble();
      double azimuth = i < 8 ? i * 45 : random.nextDouble() * 360;
      GeodesicData end = ELLIPSOID.Direct(lat, lon, azimuth, metres);
      double endLon = Math.IEEEremainder(end.lon2, 360);
      assertThat(boxes)
          .as("%s m towards %s from %s, %s", metres, azimuth, lon, lat)
          .anyMatch(box -> box.contains(endLon, end.lat2));
    }
  }

  @Test
  void areTightInTheMiddleLatitudes() {
    List<Envelope> boxes = Geodesy.bounds(113.6, 34.7, 3000);
    assertThat(boxes).hasSize(1);
    // 3 km is 0.0270° of latitude (M = 6376 km) and 0.03274° of longitude (N cos φ = 5249 km).
    assertThat(boxes.get(0).getHeight()).isCloseTo(2 * 0.02704, within(2e-5));
    assertThat(boxes.get(0).getWidth()).isBetween(2 * 0.03274, 2 * 0.03274 * 1.005);
  }

  @Test
  void areTwoAtTheAntimeridian() {
    List<Envelope> boxes = Geodesy.bounds(179.99, 20, 3000);
    assertThat(boxes).hasSize(2);
    assertThat(boxes).anyMatch(box -> box.contains(-179.99, 20));
    assertThat(boxes).anyMatch(box -> box.contains(179.97, 20));
    assertThat(boxes).noneMatch(box -> box.contains(0, 20));
    assertThat(Geodesy.bounds(-179.99, 20, 3000)).hasSize(2);
  }

  @Test
  void spanAllLongitudesRoundAPole() {
    assertThat(Geodesy.bounds(20, 89.99, 3000))
        .singleElement()
        .satisfies(
            box -> {
              assertThat(box.getWidth()).isEqualTo(360);
              assertThat(box.getMaxY()).isEqualTo(90);
              assertThat(box.getMinY()).isBetween(89.96, 89.97);
            });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refuseOtherRadii(double radius) {
    assertThatThrownBy(() -> Geodesy.bounds(113.6, 34.7, radius))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
