package zeren.geo;

/**
 * A place on the ellipsoid in metres from the earth's centre, for straight lines through the earth.
 */
record EarthPoint(double x, double y, double z) {

  static EarthPoint of(double lon, double lat) {
    double longitude = Math.toRadians(lon);
    double latitude = Math.toRadians(lat);
    double sine = Math.sin(latitude);
    double normalRadius =
        Geodesy.SEMI_MAJOR_METRES / Math.sqrt(1 - Geodesy.ECCENTRICITY_SQUARED * sine * sine);
    double fromAxis = normalRadius * Math.cos(latitude);
    return new EarthPoint(
        fromAxis * Math.cos(longitude),
        fromAxis * Math.sin(longitude),
        normalRadius * (1 - Geodesy.ECCENTRICITY_SQUARED) * sine);
  }

  /** The length of the straight line in metres; never more than the geodesic distance. */
  double chord(EarthPoint other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
