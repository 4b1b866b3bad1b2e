package zeren.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An instant as CQL2 has it: a day of the Gregorian calendar without a time zone, or a timestamp in
 * UTC. The two are compared by taking the timestamp for its day in UTC.
 *
 * @param day days since 1970-01-01
 * @param micros microseconds since the beginning of that day, finer ones left out; −1 of a day as
 *     such
 */
record Instant(long day, long micros) {

  private static final long MICROS_A_DAY = 86_400_000_000L;
  private static final Pattern FULL_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?[Zz]");

  /** A day such as {@code 2026-01-31}; empty when the text is none that exists. */
  static Optional<Instant> findDay(String text) {
    if (!FULL_DATE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Instant(LocalDate.parse(text).toEpochDay(), -1));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A timestamp such as {@code 2026-01-31T12:00:00Z}; empty when the text is none. */
  static Optional<Instant> findTimestamp(String text) {
    if (!DATE_TIME.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      // Nine digits are all that Java reads, and more than are kept.
      String bounded = text.replaceFirst("(\\.\\d{9})\\d+", "$1");
      var time = java.time.Instant.parse(bounded.toUpperCase(java.util.Locale.ROOT));
      var local = time.atOffset(ZoneOffset.UTC);
      return Optional.of(
          new Instant(local.toLocalDate().toEpochDay(), local.toLocalTime().toNanoOfDay() / 1000));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean isDay() {
    return micros < 0;
  }

  /** Microseconds since 1970; of a timestamp only. */
  long time() {
    return day * MICROS_A_DAY + micros;
  }
}
