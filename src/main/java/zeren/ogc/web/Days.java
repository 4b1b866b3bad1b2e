package zeren.ogc.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/**
 * The days that a question is about, the first and the last included: those of the parameter {@code
 * datetime}, the one of {@code at}, or today. What is recorded is so for whole days, in the time
 * zone of the service; an instant stands for its day.
 *
 * <p>An interval asks for every feature that is so on one of its days. Of a feature that changed in
 * between it gets what was so last.
 */
record Days(LocalDate first, LocalDate last) {

  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 12, 31);
  private static final String DATETIME = "datetime";

  static Days of(QueryParameters parameters, Clock clock) {
    String text = parameters.findText(DATETIME);
    LocalDate at = parameters.findDate("at");
    if (text == null) {
      LocalDate day = at == null ? LocalDate.now(clock) : at;
      return new Days(day, day);
    }
    if (at != null) {
      throw ProblemException.badParameter(
          "at", "Parameter 'at' is a day and 'datetime' says the same or more: leave one out.");
    }
    String[] ends = text.split("/", -1);
    if (ends.length > 2) {
      throw refused(text);
    }
    if (ends.length == 1) {
      LocalDate day = day(text, text, clock);
      return new Days(day, day);
    }
    boolean openStart = isOpen(ends[0]);
    boolean openEnd = isOpen(ends[1]);
    Days days =
        new Days(
            openStart ? BEGINNING : day(ends[0], text, clock),
            openEnd ? END : day(ends[1], text, clock));
    if ((openStart && openEnd) || days.last.isBefore(days.first)) {
      throw refused(text);
    }
    return days;
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static LocalDate day(String end, String whole, Clock clock) {
    try {
      LocalDate day =
          end.length() == 10
              ? LocalDate.parse(end)
              : OffsetDateTime.parse(end).atZoneSameInstant(clock.getZone()).toLocalDate();
      if (!day.isBefore(BEGINNING) && !day.isAfter(END)) {
        return day;
      }
    } catch (DateTimeException e) {
      // refused below, in the same words
    }
    throw refused(whole);
  }

  private static ProblemException refused(String text) {
    return ProblemException.badParameter(
        DATETIME,
        ("Parameter 'datetime' is '%s'; it must be a day or an instant, or an interval of two with one"
                + " end at most open, such as 2026-11-22, 2026-11-22T08:00:00Z, 2026-01-01/2026-11-22"
                + " or 2026-01-01/..")
            .formatted(text));
  }
}
