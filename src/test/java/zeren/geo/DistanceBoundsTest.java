package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class DistanceBoundsTest {

  private static final double A = 6378137;
  private static final Geodesic ELLIPSOID = new Geodesic(A, 1 / 298.257222101);
  private static final double E2 = (2 - 1 / 298.257222101) / 298.257222101;

  /** The radius of curvature of the meridian at the equator. */
  private static final double LEAST_RADIUS = 6335439.327;

  /** From pole to pole, the poles, the equator and the antimeridian more often than by chance. */
  private static double[] place(Random random) {
    double lon =
        switch (random.nextInt(4)) {
          case 0 -> 180 - 1e-4 * random.nextDouble();
          case 1 -> -180;
          default -> random.nextDouble() * 360 - 180;
        };
    double lat =
        switch (random.nextInt(6)) {
          case 0 -> random.nextBoolean() ? 90 : -90;
          case 1 -> (random.nextBoolean() ? 90 : -90) * (1 - random.nextDouble() * 1e-3);
          case 2 -> (random.nextDouble() - 0.5) * 1e-3;
          default -> random.nextDouble() * 180 - 90;
        };
    return new double[] {lon, lat};
  }

  @Test
  void theDistanceIsNeverOutsideTheBandAndTheBandIsAsNarrowAsItSays() {
    Random random = new Random(20261126);
    for (int i = 0; i < 100_000; i++) {
      double[] from = place(random);
      double metres = Math.pow(10, random.nextDouble() * 5);
      double azimuth = i % 3 == 0 ? random.nextInt(8) * 45 : random.nextDouble() * 360;
      GeodesicData to = ELLIPSOID.Direct(from[1], from[0], azimuth, metres);
      double distance = ELLIPSOID.Inverse(from[1], from[0], to.lat2, to.lon2).s12;
      double least = DistanceBounds.from(from[0], from[1]).least(to.lon2, to.lat2);
      double most = DistanceBounds.most(least);
      assertThat(distance)
          .as("%s m towards %s from %s, %s", metres, azimuth, from[0], from[1])
          .isBetween(least, most);
      assertThat(most - least)
          .isLessThan(Math.pow(metres, 3) / (24 * LEAST_RADIUS * LEAST_RADIUS) * 1.001 + 4e-6);
    }
  }

  @Test
  void theDistanceIsInTheBandAnywhereOnEarth() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      double[] from = place(random);
      double[] to = place(random);
      double distance = ELLIPSOID.Inverse(from[1], from[0], to[1], to[0]).s12;
      assertThat(DistanceBounds.from(from[0], from[1]).least(to[0], to[1]))
          .isLessThanOrEqualTo(distance);
    }
  }

  /**
   * The line from one point in space to the other, by their coordinates from the earth's centre.
   */
  @Test
  void theChordIsTheStraightLineThroughTheEarth() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      double[] from = place(random);
      double[] to = place(random);
      if (i % 2 == 0) {
        to[1] = Math.max(-90, Math.min(90, from[1] + (random.nextDouble() - 0.5) * 0.1));
        to[0] = from[0] + (random.nextDouble() - 0.5) * 10 + (i % 4 == 0 ? 360 : 0);
      }
      double[] one = inSpace(from);
      double[] other = inSpace(to);
      double line = 0;
      for (int axis = 0; axis < 3; axis++) {
        line += (one[axis] - other[axis]) * (one[axis] - other[axis]);
      }
      assertThat(Math.sqrt(DistanceBounds.from(from[0], from[1]).chordSquared(to[0], to[1])))
          .as("%s, %s to %s, %s", from[0], from[1], to[0], to[1])
          .isCloseTo(Math.sqrt(line), within(5e-8));
    }
  }

  private static double[] inSpace(double[] place) {
    double lon = Math.toRadians(place[0]);
    double lat = Math.toRadians(place[1]);
    double normal = A / Math.sqrt(1 - E2 * Math.sin(lat) * Math.sin(lat));
    return new double[] {
      normal * Math.cos(lat) * Math.cos(lon),
      normal * Math.cos(lat) * Math.sin(lon),
      normal * (1 - E2) * Math.sin(lat)
    };
  }

  @Test
  void noPointOfABoxIsNearerThanTheBoundOfTheBox() {
    Random random = new Random(4);
    int apart = 0;
    for (int i = 0; i < 3000; i++) {
      double[] from = place(random);
      double side = Math.pow(10, random.nextDouble() * 5 - 4);
      double west = from[0] + (random.nextDouble() - 0.5) * 4 * side;
      double south = Math.max(-90, Math.min(90, from[1] + (random.nextDouble() - 0.5) * 4 * side));
      double north = Math.min(90, south + side * random.nextDouble());
      double turn = i % 3 == 0 ? 360 : 0;
      Envelope box =
          new Envelope(west - turn, west - turn + side * random.nextDouble(), south, north);
      DistanceBounds bounds = DistanceBounds.from(from[0], from[1]);
      double least = Math.sqrt(bounds.leastChordSquared(box));
      apart += least > 0 ? 1 : 0;
      for (int k = 0; k < 100; k++) {
        double lon = box.getMinX() + share(random) * box.getWidth();
        double lat = box.getMinY() + share(random) * box.getHeight();
        assertThat(Math.sqrt(bounds.chordSquared(lon, lat)))
            .as("%s, %s in %s from %s, %s", lon, lat, box, from[0], from[1])
            .isGreaterThan(least - 5e-8);
      }
    }
    assertThat(apart).as("boxes beside the place").isBetween(1000, 2990);
  }

  /** Often an edge or a corner. */
  private static double share(Random random) {
    return Math.max(0, Math.min(1, random.nextDouble() * 1.6 - 0.3));
  }

  @Test
  void theBoundOfASmallBoxBesideThePlaceIsNearlyItsDistance() {
    DistanceBounds bounds = DistanceBounds.from(113.6, 34.75);
    Envelope box = new Envelope(113.7, 113.71, 34.8, 34.81);
    double corner = ELLIPSOID.Inverse(34.75, 113.6, 34.8, 113.7).s12;
    assertThat(Math.sqrt(bounds.leastChordSquared(box))).isBetween(corner - 5, corner);
    assertThat(bounds.leastChordSquared(new Envelope(113, 114, 34, 35))).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {90.0001, -91, Double.NaN, Double.POSITIVE_INFINITY})
  void refuseWhatIsNoPlace(double lat) {
    assertThatThrownBy(() -> DistanceBounds.from(113.6, lat))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
