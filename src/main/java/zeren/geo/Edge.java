package zeren.geo;

import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * The straight line in longitude and latitude between two vertices; t runs from 0 to 1 along it.
 */
record Edge(double lon1, double lat1, double lon2, double lat2) {

  /** A tenth of a millimetre. */
  private static final double TOLERANCE_METRES = 1e-4;

  private static final int MAX_ROUNDS = 60;

  /** Above the largest radius of curvature of the ellipsoid, which is 6399594 m at the poles. */
  private static final double MAX_RADIUS_METRES = 6_400_000;

  double lon(double t) {
    return t == 1 ? lon2 : lon1 + t * (lon2 - lon1);
  }

  double lat(double t) {
    return t == 1 ? lat2 : lat1 + t * (lat2 - lat1);
  }

  double spanDegrees() {
    return Math.max(Math.abs(lon2 - lon1), Math.abs(lat2 - lat1));
  }

  Edge firstHalf() {
    return new Edge(lon1, lat1, lon(0.5), lat(0.5));
  }

  Edge secondHalf() {
    return new Edge(lon(0.5), lat(0.5), lon2, lat2);
  }

  /** Metres that the edge is not longer than. */
  double lengthBound() {
    double nearEquator = lat1 * lat2 <= 0 ? 0 : Math.min(Math.abs(lat1), Math.abs(lat2));
    double east = (lon2 - lon1) * Math.cos(Math.toRadians(nearEquator));
    return Math.toRadians(Math.hypot(east, lat2 - lat1)) * MAX_RADIUS_METRES;
  }

  /**
   * Where the edge is nearest to a place, if it is short enough to have one minimum: the zero of
   * the growth of half the squared distance, which is almost linear, by the Illinois variant of
   * regula falsi.
   */
  double nearest(double lon, double lat) {
    double low = 0;
    double high = 1;
    double growthLow = growth(lon, lat, low);
    double growthHigh = growth(lon, lat, high);
    if (growthLow >= 0) {
      return low;
    }
    if (growthHigh <= 0) {
      return high;
    }
    double step = TOLERANCE_METRES / Math.max(lengthBound(), TOLERANCE_METRES);
    double zero = low;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      double before = zero;
      zero = low - growthLow * (high - low) / (growthHigh - growthLow);
      double growth = growth(lon, lat, zero);
      if (growth == 0 || Math.abs(zero - before) < step) {
        return zero;
      }
      if (growth < 0) {
        low = zero;
        growthLow = growth;
        growthHigh /= 2;
      } else {
        high = zero;
        growthHigh = growth;
        growthLow /= 2;
      }
    }
    return zero;
  }

  /** The derivative by t of half the squared distance, in m². */
  private double growth(double lon, double lat, double t) {
    double atLat = lat(t);
    GeodesicData way =
        Geodesy.ELLIPSOID.Inverse(
            lat, lon, atLat, lon(t), GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
    double sine = Math.sin(Math.toRadians(atLat));
    double w = 1 - Geodesy.ECCENTRICITY_SQUARED * sine * sine;
    double parallelRadius =
        Geodesy.SEMI_MAJOR_METRES / Math.sqrt(w) * Math.cos(Math.toRadians(atLat));
    double meridianRadius =
        Geodesy.SEMI_MAJOR_METRES * (1 - Geodesy.ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
    double east = Math.toRadians(lon2 - lon1) * parallelRadius;
    double north = Math.toRadians(lat2 - lat1) * meridianRadius;
    double direction = Math.toRadians(way.azi2);
    return way.s12 * (east * Math.sin(direction) + north * Math.cos(direction));
  }
}
