package zeren.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * Bounds of the geodesic distance from one place, by a tenth of the work that the distance itself
 * takes. The straight line through the earth, the chord, is so close to the way on the surface that
 * it decides nearly every question of what is nearer or within a radius.
 *
 * <p><b>The chord.</b> With e² the squared eccentricity, N = a / √(1 − e² sin² φ) the radius of
 * curvature in the prime vertical, p = N cos φ the distance from the axis and z = N (1 − e²) sin φ
 * the height over the equator, two places that differ by Δλ in longitude have the chord
 *
 * <pre>c² = (p − p₀)² + (z − z₀)² + 4 p p₀ sin² (Δλ / 2)</pre>
 *
 * which holds everywhere, at the poles and across the antimeridian too. The sine and cosine of φ
 * are those of the sum φ₀ + Δφ, so that only sines of small angles are needed, by their series.
 *
 * <p><b>The band.</b> A way s on the surface is never shorter than its chord, s ≥ c. It is no
 * longer than the shorter arc of the ellipse in which the plane through both places and the earth's
 * centre cuts the ellipsoid. The half axes of that ellipse are a and some b' from b to a, so that
 * its curvature is at most a / b'² ≤ a / b² = 1 / R with R = b² / a = 6335439 m, the radius of
 * curvature of the meridian at the equator. By Schur's comparison theorem a plane convex arc that
 * is nowhere more curved than a circle has no shorter chord than an arc of that circle of the same
 * length:
 *
 * <pre>c ≤ s ≤ 2 R asin (c / 2 R) = c + c³ / 24 R² + …</pre>
 *
 * <p>At all latitudes and in all directions the band is thus 1 m wide at 100 km, 28 µm at 3 km and
 * 1 pm at 10 m.
 *
 * <p><b>Rounding.</b> The first term that the series of the sine leaves out is x⁹ / 9!, at |x| ≤
 * 0.05 less than 1.1 · 10⁻¹⁶ x; larger angles are left to {@link Math#sin}. The terms of sin φ and
 * cos φ are products of numbers up to 1, each within a few units in the last place, so that p, p₀,
 * z and z₀ are each within 6 · 10⁻¹⁶ a = 4 nm, and their differences within 8 nm. Δλ is within one
 * unit in the last place of 360°, 6 · 10⁻¹⁴°, that is 6 nm. Together the chord is within 20 nm;
 * GeographicLib, whose answer is the distance here, is within 15 nm (Karney 2013). A margin of 1 µm
 * covers both many times over.
 */
public final class DistanceBounds {

  /** Much more than the rounding of chord and geodesic together. */
  private static final double MARGIN_METRES = 1e-6;

  /** Of curvature: no normal section of the ellipsoid is more curved. */
  private static final double LEAST_RADIUS_METRES =
      Geodesy.SEMI_MINOR_METRES * Geodesy.SEMI_MINOR_METRES / Geodesy.SEMI_MAJOR_METRES;

  /** Up to this angle, in radians, the series of the sine is as good as the sine. */
  private static final double SMALL_ANGLE = 0.05;

  private final double lon;
  private final double lat;
  private final double sine;
  private final double cosine;
  private final double fromAxis;
  private final double overEquator;

  DistanceBounds(double lon, double lat) {
    this.lon = lon;
    this.lat = lat;
    this.sine = Math.sin(Math.toRadians(lat));
    this.cosine = Math.cos(Math.toRadians(lat));
    double radius = normalRadius(sine);
    this.fromAxis = radius * cosine;
    this.overEquator = radius * (1 - Geodesy.ECCENTRICITY_SQUARED) * sine;
  }

  /**
   * @throws IllegalArgumentException for what is no place
   */
  public static DistanceBounds from(double lon, double lat) {
    Geodesy.requirePlace(lon, lat);
    return new DistanceBounds(Geodesy.normalise(lon), lat);
  }

  /** Metres that the geodesic distance to a place is not less than. */
  public double least(double toLon, double toLat) {
    return Math.max(0, Math.sqrt(chordSquared(toLon, toLat)) - MARGIN_METRES);
  }

  /** Metres that a geodesic distance is not more than when {@link #least} says this of it. */
  public static double most(double least) {
    double chord = least + 2 * MARGIN_METRES;
    return 2 * LEAST_RADIUS_METRES * Math.asin(Math.min(1, chord / (2 * LEAST_RADIUS_METRES)));
  }

  /** The chord up to which everything is certainly within a distance; negative if there is none. */
  static double innerChord(double metres) {
    return 2 * LEAST_RADIUS_METRES * Math.sin(metres / (2 * LEAST_RADIUS_METRES)) - MARGIN_METRES;
  }

  /** The chord beyond which nothing is within a distance. */
  static double outerChord(double metres) {
    return metres + MARGIN_METRES;
  }

  /** In m², within 20 nm of the chord. */
  double chordSquared(double toLon, double toLat) {
    double half = sine(Math.toRadians(toLon - lon) / 2);
    double step = Math.toRadians(toLat - lat);
    double sineOfStep = sine(step);
    double sineOfHalfStep = sine(step / 2);
    double cosineOfStep = 1 - 2 * sineOfHalfStep * sineOfHalfStep;
    double toSine = sine * cosineOfStep + cosine * sineOfStep;
    double toCosine = cosine * cosineOfStep - sine * sineOfStep;
    double radius = normalRadius(toSine);
    double toAxis = radius * toCosine;
    double outwards = toAxis - fromAxis;
    double upwards = radius * (1 - Geodesy.ECCENTRICITY_SQUARED) * toSine - overEquator;
    return outwards * outwards + upwards * upwards + 4 * toAxis * fromAxis * half * half;
  }

  /**
   * What the squared chord to any point of a box is not less than, in m². The first two terms of
   * the formula are those of the latitude of the box that is nearest; the last is smallest at that
   * side of the box which is nearer in longitude, and where the parallels are shortest.
   */
  double leastChordSquared(Envelope box) {
    double nearestLat = Math.max(box.getMinY(), Math.min(box.getMaxY(), lat));
    double meridian = chordSquared(lon, nearestLat);
    double eastwards = lon - box.getMinX();
    if (eastwards - 360 * Math.floor(eastwards / 360) <= box.getWidth()) {
      return meridian;
    }
    double west = sine(Math.toRadians(box.getMinX() - lon) / 2);
    double east = sine(Math.toRadians(box.getMaxX() - lon) / 2);
    double half = Math.min(Math.abs(west), Math.abs(east));
    double shortest = Math.min(fromAxis(box.getMinY()), fromAxis(box.getMaxY()));
    return meridian + 4 * shortest * fromAxis * half * half;
  }

  private static double fromAxis(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return normalRadius(sine) * Math.cos(Math.toRadians(lat));
  }

  private static double normalRadius(double sineOfLat) {
    return Geodesy.SEMI_MAJOR_METRES
        / Math.sqrt(1 - Geodesy.ECCENTRICITY_SQUARED * sineOfLat * sineOfLat);
  }

  private static double sine(double angle) {
    if (Math.abs(angle) > SMALL_ANGLE) {
      return Math.sin(angle);
    }
    double square = angle * angle;
    return angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)));
  }
}
