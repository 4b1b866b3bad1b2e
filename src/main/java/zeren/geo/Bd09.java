package zeren.geo;

/**
 * BD-09, the datum of 百度 maps: GCJ-02, turned and moved once more. From and to CGCS2000, and from
 * and to GCJ-02.
 *
 * <p>The formula is the publicly known one; the inverses are exact inverses of it. Outside the box
 * of {@link Gcj02} a coordinate stays as it is. Less than 2 km from the box's edge, far abroad and
 * at sea, a coordinate need not come back to where it was.
 */
public final class Bd09 {

  private static final double X_PI = Math.PI * 3000.0 / 180.0;

  private Bd09() {}

  /** The BD-09 degrees of a place given in CGCS2000 degrees. */
  public static LonLat forward(double lon, double lat) {
    if (!Gcj02.applies(lon, lat)) {
      return new LonLat(lon, lat);
    }
    LonLat gcj = Gcj02.forward(lon, lat);
    return fromGcj02(gcj.lon(), gcj.lat());
  }

  /** The CGCS2000 degrees of a place given in BD-09 degrees. */
  public static LonLat inverse(double lon, double lat) {
    if (!Gcj02.applies(lon, lat)) {
      return new LonLat(lon, lat);
    }
    LonLat gcj = toGcj02(lon, lat);
    return Gcj02.inverse(gcj.lon(), gcj.lat());
  }

  /** The BD-09 degrees of a place in China given in GCJ-02 degrees; asks for no box. */
  public static LonLat fromGcj02(double lon, double lat) {
    double z = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * X_PI);
    double theta = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * X_PI);
    return new LonLat(z * Math.cos(theta) + 0.0065, z * Math.sin(theta) + 0.006);
  }

  /** The GCJ-02 degrees of a place in China given in BD-09 degrees; asks for no box. */
  public static LonLat toGcj02(double lon, double lat) {
    return ShiftProjection.solve(Bd09::fromGcj02, lon, lat);
  }
}
