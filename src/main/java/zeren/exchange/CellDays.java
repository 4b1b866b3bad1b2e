package zeren.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and spreadsheets write them. */
final class CellDays {

  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})"
              + "(?: ?[-/.] ?(\\d{1,2}) ?[-/.] ?(\\d{1,2})"
              + "| ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2})(?: ?[日号])?|(\\d{2})(\\d{2}))"
              // A time must stand apart, or its first digit could be the second of the day.
              + "(?:(?:[t ]|(?<=[日号]))\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?z?)?");

  private CellDays() {}

  /** An ISO 8601 day that exists. */
  static String day(Object given) throws CellException {
    if (given instanceof LocalDate day) {
      return day.toString();
    }
    Matcher parts = DAY.matcher(Wording.plain(CellValues.text(given)).toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new CellException("must be a day such as 2019-06-10");
    }
    try {
      return LocalDate.of(part(parts, 1), part(parts, 2, 4, 6), part(parts, 3, 5, 7)).toString();
    } catch (DateTimeException e) {
      throw new CellException("is no day of the calendar");
    }
  }

  private static int part(Matcher parts, int... groups) {
    for (int group : groups) {
      if (parts.group(group) != null) {
        return Integer.parseInt(parts.group(group));
      }
    }
    throw new IllegalStateException("The pattern has one of the groups");
  }
}
