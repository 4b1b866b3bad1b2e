package zeren.geo;

/**
 * GCJ-02, the shifted datum of public Chinese maps (高德, 腾讯), from and to CGCS2000.
 *
 * <p>Forward is the publicly known formula on the Krasovsky ellipsoid (a = 6378245 m, e² =
 * 0.00669342162296594323); it was never published officially. Inverse is the exact inverse of this
 * formula, not the usual one-step guess.
 *
 * <p>"China" is the usual box 72.004…137.8347°E, 0.8293…55.8271°N. Outside it both directions leave
 * a coordinate as it is. Less than one shift (740 m at most) from the box's edge, which lies far
 * abroad and at sea, the formula jumps and cannot be undone: a coordinate there comes back at most
 * one shift away.
 */
public final class Gcj02 {

  private static final double WEST = 72.004;
  private static final double EAST = 137.8347;
  private static final double SOUTH = 0.8293;
  private static final double NORTH = 55.8271;

  private static final double SEMI_MAJOR_METRES = 6378245.0;
  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;

  private Gcj02() {}

  /** Whether a coordinate, in degrees, lies in the box in which the datum is shifted. */
  public static boolean applies(double lon, double lat) {
    return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
  }

  /** The GCJ-02 degrees of a place given in CGCS2000 degrees. */
  public static LonLat forward(double lon, double lat) {
    return applies(lon, lat) ? shift(lon, lat) : new LonLat(lon, lat);
  }

  /** The CGCS2000 degrees of a place given in GCJ-02 degrees. */
  public static LonLat inverse(double lon, double lat) {
    return applies(lon, lat) ? ShiftProjection.solve(Gcj02::shift, lon, lat) : new LonLat(lon, lat);
  }

  private static LonLat shift(double lon, double lat) {
    double x = lon - 105;
    double y = lat - 35;
    double latitude = Math.toRadians(lat);
    double sine = Math.sin(latitude);
    double w = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double meridianRadius = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
    double parallelRadius = SEMI_MAJOR_METRES / Math.sqrt(w) * Math.cos(latitude);
    return new LonLat(
        lon + Math.toDegrees(eastMetres(x, y) / parallelRadius),
        lat + Math.toDegrees(northMetres(x, y) / meridianRadius));
  }

  private static double eastMetres(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + ripples(x)
        + wave(20, x, 1)
        + wave(40, x, 3)
        + wave(150, x, 12)
        + wave(300, x, 30);
  }

  private static double northMetres(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + ripples(x)
        + wave(20, y, 1)
        + wave(40, y, 3)
        + wave(160, y, 12)
        + wave(320, y, 30);
  }

  private static double ripples(double x) {
    return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
  }

  private static double wave(double metres, double degrees, double halfPeriodDegrees) {
    return metres * Math.sin(degrees / halfPeriodDegrees * Math.PI) * 2 / 3;
  }
}
