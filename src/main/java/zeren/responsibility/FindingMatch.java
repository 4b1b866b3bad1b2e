package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Which of the things found are known already. Most have a key. Areas are the same again when their
 * interiors overlap: of all pairs the one with the largest common area first, so that a gap that
 * fell into two goes on as the larger of them.
 *
 * @param draft what was found
 * @param known what it is known as; null when it is new
 */
record FindingMatch(FindingDraft draft, @Nullable Known known) {

  /** Two areas that touch can have a trace of area in common by rounding. */
  private static final double LEAST_SHARE = 1e-6;

  /** A finding as it was kept. */
  record Known(
      long id,
      FindingKind kind,
      @Nullable String key,
      FindingState state,
      @Nullable String layer,
      @Nullable String level,
      @Nullable Geometry geometry) {

    boolean isResolved() {
      return state == FindingState.RESOLVED;
    }
  }

  private record Pair(FindingDraft draft, Known known, double common) {}

  /** The name of a thing that has a key. */
  private record Key(FindingKind kind, String key) {}

  /**
   * @param found what an audit found; of two with the same key the second is left out
   * @return one for each that was found
   */
  static List<FindingMatch> of(List<FindingDraft> found, List<Known> known) {
    Map<Key, Known> byKey = new HashMap<>();
    List<Known> areas = new ArrayList<>();
    for (Known one : known) {
      if (one.key() != null) {
        byKey.put(new Key(one.kind(), one.key()), one);
      } else if (one.geometry() != null) {
        areas.add(one);
      }
    }
    List<FindingMatch> matches = new ArrayList<>();
    List<FindingDraft> drawn = new ArrayList<>();
    Set<Key> taken = new HashSet<>();
    for (FindingDraft draft : found) {
      if (draft.key() == null) {
        drawn.add(draft);
      } else if (taken.add(new Key(draft.kind(), draft.key()))) {
        matches.add(new FindingMatch(draft, byKey.get(new Key(draft.kind(), draft.key()))));
      }
    }
    matches.addAll(matchAreas(drawn, areas));
    return matches;
  }

  private static List<FindingMatch> matchAreas(List<FindingDraft> found, List<Known> known) {
    List<Pair> pairs = pairs(found, known);
    // What is still so is the same before what was so once.
    pairs.sort(
        Comparator.comparing((Pair pair) -> pair.known().isResolved())
            .thenComparing(Comparator.comparingDouble(Pair::common).reversed()));
    Map<FindingDraft, Known> matched = new LinkedHashMap<>();
    Set<Long> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!matched.containsKey(pair.draft()) && taken.add(pair.known().id())) {
        matched.put(pair.draft(), pair.known());
      }
    }
    return found.stream().map(draft -> new FindingMatch(draft, matched.get(draft))).toList();
  }

  private static List<Pair> pairs(List<FindingDraft> found, List<Known> known) {
    HPRtree index = new HPRtree();
    for (Known one : known) {
      index.insert(Objects.requireNonNull(one.geometry()).getEnvelopeInternal(), one);
    }
    List<Pair> pairs = new ArrayList<>();
    for (FindingDraft draft : found) {
      Geometry area = Objects.requireNonNull(draft.geometry(), "A finding without key and area");
      index.query(
          area.getEnvelopeInternal(),
          item -> {
            Known one = (Known) item;
            double common = mayBe(draft, one) ? common(area, one) : 0;
            if (common > 0) {
              pairs.add(new Pair(draft, one, common));
            }
          });
    }
    return pairs;
  }

  private static boolean mayBe(FindingDraft draft, Known known) {
    return draft.kind() == known.kind()
        && Objects.equals(draft.content().layer(), known.layer())
        && Objects.equals(draft.content().level(), known.level());
  }

  private static double common(Geometry area, Known known) {
    Geometry other = Objects.requireNonNull(known.geometry());
    double common = CoverageShapes.common(area, other).getArea();
    return common > LEAST_SHARE * Math.min(area.getArea(), other.getArea()) ? common : 0;
  }
}
