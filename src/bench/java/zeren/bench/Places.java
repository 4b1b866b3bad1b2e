package zeren.bench;

import java.util.SplittableRandom;

/** Places spread evenly over the country round the reference city, the same in every run. */
record Places(double[] lons, double[] lats) {

  private static final double WEST = 112.8;
  private static final double EAST = 114.08;
  private static final double SOUTH = 34.2;
  private static final double NORTH = 35.23;

  static Places of(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Places places = new Places(new double[count], new double[count]);
    for (int i = 0; i < count; i++) {
      places.lons[i] = WEST + random.nextDouble() * (EAST - WEST);
      places.lats[i] = SOUTH + random.nextDouble() * (NORTH - SOUTH);
    }
    return places;
  }

  int size() {
    return lons.length;
  }
}
