package zeren.ogc.web;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/**
 * Some of the features that match, in the order of their ids. The pages before and after are named
 * by ids, so that nothing is left out or told twice while others come and go.
 *
 * @param matched how many match in all
 * @param shown those of this page
 * @param after the next page begins after this id; null when there is none
 * @param before the page before ends before this id; null when there is none
 */
record ItemsPage(int matched, int[] shown, @Nullable String after, @Nullable String before) {

  static final String AFTER = "after";
  static final String BEFORE = "before";
  static final String OFFSET = "offset";

  static final int USUAL = 100;
  static final int MOST = 10_000;

  /** How many features a page may have: at most 10,000 of however many are asked for. */
  static int limit(QueryParameters parameters) {
    return Math.min(parameters.wholeNumber("limit", 1, Integer.MAX_VALUE, USUAL), MOST);
  }

  /**
   * The page that the parameters ask for: the one after or before an id, or from an offset on; the
   * first when none is given.
   *
   * @throws ProblemException 400 when several are given
   */
  static ItemsPage of(OrderedFeatures features, IntPredicate keep, QueryParameters parameters) {
    int limit = limit(parameters);
    String after = parameters.findText(AFTER);
    String before = parameters.findText(BEFORE);
    int offset = parameters.wholeNumber(OFFSET, 0, Integer.MAX_VALUE, 0);
    requireOne(parameters);
    int[] shown;
    if (before != null) {
      shown = last(features, keep, features.firstFrom(before), limit);
    } else {
      int from = after == null ? 0 : firstAfter(features, after);
      shown =
          IntStream.range(from, features.size()).filter(keep).skip(offset).limit(limit).toArray();
    }
    int matched = (int) IntStream.range(0, features.size()).filter(keep).count();
    return new ItemsPage(
        matched, shown, findNext(features, keep, shown), findPrevious(features, keep, shown));
  }

  private static void requireOne(QueryParameters parameters) {
    String given = null;
    for (String one : new String[] {AFTER, BEFORE, OFFSET}) {
      if (parameters.has(one) && given != null) {
        throw ProblemException.badParameter(
            one,
            "Parameters '%s' and '%s' both say where to begin: give one.".formatted(given, one));
      }
      given = parameters.has(one) ? one : given;
    }
  }

  private static int firstAfter(OrderedFeatures features, String id) {
    int first = features.firstFrom(id);
    return first < features.size() && features.id(first).equals(id) ? first + 1 : first;
  }

  /** The last ones before a feature. */
  private static int[] last(OrderedFeatures features, IntPredicate keep, int end, int limit) {
    int[] backwards =
        IntStream.iterate(end - 1, i -> i >= 0, i -> i - 1).filter(keep).limit(limit).toArray();
    return IntStream.range(0, backwards.length)
        .map(i -> backwards[backwards.length - 1 - i])
        .toArray();
  }

  private static @Nullable String findNext(
      OrderedFeatures features, IntPredicate keep, int[] shown) {
    if (shown.length == 0) {
      return null;
    }
    int last = shown[shown.length - 1];
    boolean more = IntStream.range(last + 1, features.size()).anyMatch(keep);
    return more ? features.id(last) : null;
  }

  private static @Nullable String findPrevious(
      OrderedFeatures features, IntPredicate keep, int[] shown) {
    if (shown.length == 0) {
      return null;
    }
    boolean more = IntStream.iterate(shown[0] - 1, i -> i >= 0, i -> i - 1).anyMatch(keep);
    return more ? features.id(shown[0]) : null;
  }
}
