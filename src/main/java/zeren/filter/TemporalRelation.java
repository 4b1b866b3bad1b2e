package zeren.filter;

import java.util.Locale;
import java.util.Optional;

/**
 * How two times lie to each other (OGC 21-065r2, tables 5 and 6, by the definitions of OWL-Time),
 * from the starts and the ends of both. Those of an instant are the same.
 */
enum TemporalRelation {
  T_AFTER(false, (s1, e1, s2, e2) -> s1 > e2),
  T_BEFORE(false, (s1, e1, s2, e2) -> e1 < s2),
  T_DISJOINT(false, (s1, e1, s2, e2) -> s1 > e2 || e1 < s2),
  T_EQUALS(false, (s1, e1, s2, e2) -> s1 == s2 && e1 == e2),
  T_INTERSECTS(false, (s1, e1, s2, e2) -> s1 <= e2 && e1 >= s2),
  T_CONTAINS(true, (s1, e1, s2, e2) -> s1 < s2 && e1 > e2),
  T_DURING(true, (s1, e1, s2, e2) -> s1 > s2 && e1 < e2),
  T_FINISHEDBY(true, (s1, e1, s2, e2) -> s1 < s2 && e1 == e2),
  T_FINISHES(true, (s1, e1, s2, e2) -> s1 > s2 && e1 == e2),
  T_MEETS(true, (s1, e1, s2, e2) -> e1 == s2),
  T_METBY(true, (s1, e1, s2, e2) -> s1 == e2),
  T_OVERLAPPEDBY(true, (s1, e1, s2, e2) -> s1 > s2 && s1 < e2 && e1 > e2),
  T_OVERLAPS(true, (s1, e1, s2, e2) -> s1 < s2 && e1 > s2 && e1 < e2),
  T_STARTEDBY(true, (s1, e1, s2, e2) -> s1 == s2 && e1 > e2),
  T_STARTS(true, (s1, e1, s2, e2) -> s1 == s2 && e1 < e2);

  private interface Test {
    boolean holds(long start1, long end1, long start2, long end2);
  }

  private final boolean ofIntervals;
  private final Test test;

  TemporalRelation(boolean ofIntervals, Test test) {
    this.ofIntervals = ofIntervals;
    this.test = test;
  }

  /** Whether it is between intervals only. */
  boolean ofIntervals() {
    return ofIntervals;
  }

  boolean holds(long start1, long end1, long start2, long end2) {
    return test.holds(start1, end1, start2, end2);
  }

  /** By its name in lower case. */
  static Optional<TemporalRelation> find(String name) {
    for (TemporalRelation relation : values()) {
      if (relation.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }
}
