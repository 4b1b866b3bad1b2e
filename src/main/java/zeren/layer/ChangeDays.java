package zeren.layer;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days on which what is so in a layer changes, as known after a change set. Between two of them
 * the layer is the same.
 *
 * @param changeSet the last of the layer that is known; 0 when there is none
 * @param periods how many known periods begin or end on each day
 */
record ChangeDays(long changeSet, NavigableMap<LocalDate, Integer> periods) {

  private static final LocalDate BEFORE_EVERYTHING = LocalDate.of(1, 1, 1);

  /**
   * When a version is so.
   *
   * @param to the first day on which it is no longer so; null when there is none
   */
  record Period(LocalDate from, @Nullable LocalDate to) {}

  ChangeDays {
    periods = Collections.unmodifiableNavigableMap(periods);
  }

  /** The first of the days that are like this one. */
  LocalDate startOfStretch(LocalDate day) {
    LocalDate since = periods.floorKey(day);
    return since == null ? BEFORE_EVERYTHING : since;
  }

  /** The same after a later change set. */
  ChangeDays with(long later, List<Period> added, List<Period> ended) {
    NavigableMap<LocalDate, Integer> changed = new TreeMap<>(periods);
    added.forEach(period -> count(changed, period, 1));
    ended.forEach(period -> count(changed, period, -1));
    return new ChangeDays(later, changed);
  }

  private static void count(NavigableMap<LocalDate, Integer> days, Period period, int by) {
    count(days, period.from(), by);
    if (period.to() != null) {
      count(days, period.to(), by);
    }
  }

  private static void count(NavigableMap<LocalDate, Integer> days, LocalDate day, int by) {
    days.merge(day, by, (one, other) -> one + other == 0 ? null : one + other);
  }
}
