package zeren.geo;

/**
 * How many metres a degree measures near a place, for sorting out by plain arithmetic what is
 * certainly too far away. Within 10 km and between 70° south and north its distances are within 1 %
 * of the geodesic ones; what they cannot decide is for {@link Geodesy}.
 *
 * @param metresPerLon metres to a degree of longitude
 * @param metresPerLat metres to a degree of latitude
 */
public record LocalScale(double metresPerLon, double metresPerLat) {

  /** By the radii of curvature in the prime vertical and in the meridian (Snyder 1987, 4-18…20). */
  public static LocalScale at(double lat) {
    double phi = Math.toRadians(lat);
    double sine = Math.sin(phi);
    double w = 1 - Geodesy.ECCENTRICITY_SQUARED * sine * sine;
    double primeVertical = Geodesy.SEMI_MAJOR_METRES / Math.sqrt(w);
    double meridian = primeVertical * (1 - Geodesy.ECCENTRICITY_SQUARED) / w;
    return new LocalScale(Math.toRadians(primeVertical * Math.cos(phi)), Math.toRadians(meridian));
  }

  /** Metres between two points that differ by so many degrees. */
  public double metres(double lonDegrees, double latDegrees) {
    return Math.hypot(lonDegrees * metresPerLon, latDegrees * metresPerLat);
  }

  /** Metres from the origin to the nearest point of an edge, all given in degrees from there. */
  public double metresToEdge(double lon1, double lat1, double lon2, double lat2) {
    double x1 = lon1 * metresPerLon;
    double y1 = lat1 * metresPerLat;
    double dx = lon2 * metresPerLon - x1;
    double dy = lat2 * metresPerLat - y1;
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / square));
    return Math.hypot(x1 + t * dx, y1 + t * dy);
  }
}
