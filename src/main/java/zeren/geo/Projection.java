package zeren.geo;

/**
 * A way between CGCS2000 degrees and the coordinates of another system; x is longitude or easting.
 */
interface Projection {

  LonLat toCanonical(double x, double y);

  double[] fromCanonical(double lon, double lat);

  /** Whether {@link #fromCanonical} has an answer for the place. */
  default boolean reaches(double lon, double lat) {
    return true;
  }
}
