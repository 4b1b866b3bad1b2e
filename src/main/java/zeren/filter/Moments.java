package zeren.filter;

/** Reads the days and times of a filter. */
final class Moments {

  static final String EXAMPLE = "'2026-01-31T12:00:00Z'";

  private Moments() {}

  static Instant day(Place place, String text) {
    return Instant.findDay(text)
        .orElseThrow(() -> place.problem("this is no day that exists, written like '2026-01-31'"));
  }

  static Instant timestamp(Place place, String text) {
    return Instant.findTimestamp(text)
        .orElseThrow(() -> place.problem("this is no time in UTC, written like " + EXAMPLE));
  }

  /** A side of an interval: a day, a time, or two dots for none. */
  static Expression bound(Place place, String text) {
    if (text.equals("..")) {
      return new Expression.Open(place);
    }
    return Instant.findDay(text)
        .or(() -> Instant.findTimestamp(text))
        .map(instant -> new Expression.Moment(place, instant))
        .orElseThrow(
            () ->
                place.problem(
                    "this is no day that exists, written like '2026-01-31', no time in UTC like "
                        + EXAMPLE
                        + " and no '..'"));
  }
}
