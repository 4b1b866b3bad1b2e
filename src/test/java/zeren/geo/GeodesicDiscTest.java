package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class GeodesicDiscTest {

  private static final Geodesic ELLIPSOID = new Geodesic(6378137, 1 / 298.257222101);

  /** How far from the edge of the disc, in metres. */
  private static final double[] BESIDE = {
    0, 1e-9, -1e-9, 2e-8, -2e-8, 2e-7, -2e-7, 9e-7, -9e-7, 1.1e-6, -1.1e-6, 5e-6, -5e-6, 1e-4, -1e-4
  };

  /** Every latitude by steps, the poles among them. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 3.7, 20, 100, 3000, 3000.0000001, 35_000, 100_000})
  void placesAtItsEdgeAreInOrOutAsTheyMeasure(double radius) {
    Random random = new Random(Double.hashCode(radius));
    int in = 0;
    int all = 0;
    for (double lat = -90; lat <= 90; lat += 0.75) {
      for (double lon : new double[] {113.6, 180, -180, 179.99999, 0}) {
        GeodesicDisc disc = GeodesicDisc.around(lon, lat, radius);
        for (double beside : BESIDE) {
          double azimuth = random.nextInt(3) == 0 ? random.nextInt(8) * 45 : random.nextInt(360);
          GeodesicData end = ELLIPSOID.Direct(lat, lon, azimuth, radius + beside);
          boolean within = ELLIPSOID.Inverse(lat, lon, end.lat2, end.lon2).s12 <= radius;
          assertThat(disc.holds(end.lon2, end.lat2))
              .as("%s m from %s, %s towards %s", radius + beside, lon, lat, azimuth)
              .isEqualTo(within);
          in += within ? 1 : 0;
          all++;
        }
      }
    }
    assertThat(in).isBetween(all / 3, 2 * all / 3);
  }

  @Test
  void placesAnywhereAreInOrOutAsTheyMeasure() {
    Random random = new Random(5);
    int in = 0;
    for (int i = 0; i < 200_000; i++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
      double radius = Math.pow(10, random.nextDouble() * 5);
      double reach = 2 * radius / 111_000;
      double toLon = lon + (random.nextDouble() - 0.5) * 2 * reach / Math.cos(Math.toRadians(lat));
      double toLat = Math.max(-90, Math.min(90, lat + (random.nextDouble() - 0.5) * 2 * reach));
      boolean within = ELLIPSOID.Inverse(lat, lon, toLat, toLon).s12 <= radius;
      assertThat(GeodesicDisc.around(lon, lat, radius).holds(toLon, toLat)).isEqualTo(within);
      in += within ? 1 : 0;
    }
    assertThat(in).isBetween(20_000, 100_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 34.75, -61, 84, 89.95, -90})
  void shapesAreReachedAsTheyMeasure(double lat) {
    Random random = new Random(Double.hashCode(lat));
    int in = 0;
    int spared = 0;
    for (int i = 0; i < 2000; i++) {
      double lon = i % 3 == 0 ? 179.95 : 113.6;
      double radius = Math.pow(10, 1 + random.nextDouble() * 4);
      Geometry shape = shape(random, lon, lat, radius / 111_000);
      double distance = Geodesy.distance(lon, lat, shape);
      GeodesicDisc disc = GeodesicDisc.around(lon, lat, radius);
      assertThat(disc.reaches(shape))
          .as("%s m from %s", radius, shape)
          .isEqualTo(distance <= radius);
      boolean mayReach = disc.mayReach(shape.getEnvelopeInternal());
      assertThat(mayReach || distance > radius).as("%s m from %s", radius, shape).isTrue();
      // Exactly as far as the nearest point, and a little nearer.
      if (distance > 0) {
        assertThat(GeodesicDisc.around(lon, lat, distance).reaches(shape)).isTrue();
        assertThat(GeodesicDisc.around(lon, lat, Math.nextDown(distance)).reaches(shape)).isFalse();
      }
      in += distance <= radius ? 1 : 0;
      spared += mayReach ? 0 : 1;
    }
    assertThat(in).isBetween(200, 1900);
    assertThat(spared).isPositive();
  }

  /** A line or an area near the place, about as large as the radius is. */
  private static Geometry shape(Random random, double lon, double lat, double reach) {
    double[] ordinates = new double[10];
    double middleLon = lon + (random.nextDouble() - 0.5) * 5 * reach;
    double middleLat = lat + (random.nextDouble() - 0.5) * 5 * reach;
    for (int k = 0; k < 8; k += 2) {
      ordinates[k] = middleLon + (random.nextDouble() - 0.5) * reach;
      ordinates[k + 1] =
          Math.max(-90, Math.min(90, middleLat + (random.nextDouble() - 0.5) * reach));
    }
    ordinates[8] = ordinates[0];
    ordinates[9] = ordinates[1];
    Geometry line = Shapes.line(ordinates);
    return random.nextBoolean() ? line : line.getFactory().createPolygon(line.getCoordinates());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesOtherRadii(double radius) {
    assertThatThrownBy(() -> GeodesicDisc.around(113.6, 34.7, radius))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
