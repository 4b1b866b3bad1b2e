package zeren.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Days as Excel counts them. */
final class ExcelDate {

  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate OF_1904 = LocalDate.of(1904, 1, 1);

  /** Excel counts a 29 February 1900 that never was. */
  private static final int NEVER_WAS = 60;

  private static final int LAST = 2_958_465;
  private static final int SECONDS = 86_400;

  private ExcelDate() {}

  /**
   * What a number stands for.
   *
   * @param timeOnly whether its format shows no date
   * @return a {@link LocalDate}; or a text, {@code 2019-03-01T08:30:00} or {@code 08:30:00}; the
   *     number itself when it is outside the years 1900 to 9999
   */
  static Object of(double serial, boolean from1904, boolean timeOnly) {
    if (!(serial >= 0 && serial < LAST + 1)) {
      return serial;
    }
    long day = (long) Math.floor(serial);
    long second = Math.round((serial - day) * SECONDS);
    if (second == SECONDS) {
      day++;
      second = 0;
    }
    LocalTime time = LocalTime.ofSecondOfDay(second);
    if (timeOnly && day == 0) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    LocalDate date = date(day, from1904);
    return second == 0
        ? date
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.of(date, time));
  }

  private static LocalDate date(long day, boolean from1904) {
    if (from1904) {
      return OF_1904.plusDays(day);
    }
    return BEFORE_1900.plusDays(day >= NEVER_WAS ? day - 1 : day);
  }
}
