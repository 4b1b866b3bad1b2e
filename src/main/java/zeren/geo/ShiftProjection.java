package zeren.geo;

/** A datum whose degrees are shifted against CGCS2000 by a function of the place. */
record ShiftProjection(Shift forward, Shift inverse) implements Projection {

  /** Below a micrometre on the ground, above what is left of a double at 180°. */
  private static final double TOLERANCE_DEGREES = 1e-13;

  /**
   * Four to seven are used; the rest is for the square root in GCJ-02, which has a steep spot at
   * 105°E.
   */
  private static final int MAX_ROUNDS = 40;

  /** Moves a place from one datum to the other. */
  @FunctionalInterface
  interface Shift {
    LonLat apply(double lon, double lat);
  }

  @Override
  public LonLat toCanonical(double x, double y) {
    return inverse.apply(x, y);
  }

  @Override
  public double[] fromCanonical(double lon, double lat) {
    LonLat shifted = forward.apply(lon, lat);
    return new double[] {shifted.lon(), shifted.lat()};
  }

  /**
   * The place that a shift moves to the given one, by repeatedly taking off the remaining error.
   * The shifts of Chinese maps change by under 2 % of the distance between two places, so each
   * round gains about two digits.
   *
   * @param shift must be defined around the place without jumps
   */
  static LonLat solve(Shift shift, double lon, double lat) {
    double x = lon;
    double y = lat;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      LonLat image = shift.apply(x, y);
      double dx = lon - image.lon();
      double dy = lat - image.lat();
      x += dx;
      y += dy;
      if (Math.abs(dx) < TOLERANCE_DEGREES && Math.abs(dy) < TOLERANCE_DEGREES) {
        break;
      }
    }
    return new LonLat(x, y);
  }
}
