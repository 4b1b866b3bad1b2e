package zeren.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import zeren.problem.ProblemException;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Sought;

/**
 * Finds what lies within a distance of one or more centres. A feature is near when the geodesic
 * distance to the nearest point of its geometry is at most the radius; a feature is never near
 * itself.
 */
public final class NearFinder {

  /** Finds that one question may have: it must fit in memory many times over. */
  static final int MOST_FINDS = 200_000;

  private NearFinder() {}

  /**
   * @param radius in metres
   * @param upwind keeps only what lies in this sector; null keeps all
   * @return one group a centre, in their order, also where nothing was found
   * @throws ProblemException when more than {@link #MOST_FINDS} would be found
   */
  public static List<NearGroup> find(
      List<Centre> centres, List<Sought> sought, double radius, @Nullable Upwind upwind) {
    int[][][] rows =
        new NearJoin(sought, radius, upwind, MOST_FINDS)
            .rows(centres)
            .orElseThrow(NearFinder::tooMany);
    List<NearGroup> groups = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      groups.add(new NearGroup(centres.get(i), sought, rows[i]));
    }
    return groups;
  }

  private static ProblemException tooMany() {
    return ProblemException.badParameter(
        "radius",
        String.format(
            Locale.ROOT,
            "More than %,d finds: ask with a smaller radius, round fewer centres, or for less.",
            MOST_FINDS));
  }
}
