package zeren.zone;

import java.util.List;
import zeren.layer.LayerView;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Sought;

/** The join that {@link NearFinder} makes, without its limit. */
public final class NearPairs {

  private NearPairs() {}

  /** The rows within a distance in metres of each centre, in no particular order. */
  public static int[][] of(List<Centre> centres, LayerView view, double radius) {
    int[][][] rows =
        new NearJoin(List.of(new Sought(view, row -> true)), radius, null, Long.MAX_VALUE)
            .rows(centres)
            .orElseThrow();
    int[][] pairs = new int[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      pairs[i] = rows[i][0];
    }
    return pairs;
  }
}
