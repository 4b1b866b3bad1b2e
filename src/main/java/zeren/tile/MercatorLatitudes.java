package zeren.tile;

import zeren.geo.WebMercator;

/**
 * Web Mercator's northing by table, because tiles need a million of them at once. Between the
 * entries it is the cubic with the values and the slopes of the ends (Hermite); with steps h of the
 * latitude φ in radians it is off by at most h⁴/384 · max|f⁗|, and f⁗ &lt; 6/cos⁴φ for f = ln
 * tan(π/4 + φ/2). That is 1e-11 of the world at the edge and 6e-15 at 54°, where a quarter of a
 * tile unit of the deepest zoom is 1.5e-11.
 */
final class MercatorLatitudes {

  private static final int STEPS = 4096;
  private static final double PER_DEGREE = STEPS / (2 * WebMercator.MAX_LATITUDE);

  /** Of each step the four coefficients of the cubic, the constant first. */
  private static final double[] CUBICS = cubics();

  private MercatorLatitudes() {}

  /** From 0 at the northern to 1 at the southern edge of the world; beyond them the edge. */
  static double southwards(double lat) {
    double place = (WebMercator.MAX_LATITUDE - lat) * PER_DEGREE;
    if (!(place > 0)) {
      return 0;
    }
    if (place >= STEPS) {
      return 1;
    }
    int step = (int) place;
    double t = place - step;
    int at = 4 * step;
    return CUBICS[at] + t * (CUBICS[at + 1] + t * (CUBICS[at + 2] + t * CUBICS[at + 3]));
  }

  private static double[] cubics() {
    double[] cubics = new double[4 * STEPS];
    for (int step = 0; step < STEPS; step++) {
      double north = WebMercator.MAX_LATITUDE - step / PER_DEGREE;
      double south = WebMercator.MAX_LATITUDE - (step + 1) / PER_DEGREE;
      double begin = exact(north);
      double rise = exact(south) - begin;
      double slopeBegin = slope(north);
      double slopeEnd = slope(south);
      cubics[4 * step] = begin;
      cubics[4 * step + 1] = slopeBegin;
      cubics[4 * step + 2] = 3 * rise - 2 * slopeBegin - slopeEnd;
      cubics[4 * step + 3] = slopeBegin + slopeEnd - 2 * rise;
    }
    return cubics;
  }

  private static double exact(double lat) {
    return 0.5 - WebMercator.y(lat) / WebMercator.WORLD_METRES;
  }

  /** Of the part of the world per step southwards. */
  private static double slope(double lat) {
    double radians = Math.toRadians(lat);
    return Math.toRadians(1 / PER_DEGREE) / (2 * Math.PI * Math.cos(radians));
  }
}
