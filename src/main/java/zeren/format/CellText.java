package zeren.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is written in a cell, seen as text. */
final class CellText {

  /** Longer texts are no names of columns. */
  private static final int LONGEST_NAME = 200;

  /** Numbers, full dates, and angles such as 113°39′12″; a year alone may name a column. */
  private static final Pattern VALUE =
      Pattern.compile(
          "[-+]?(\\d+([,，]\\d{3})*)?[.,]?\\d+([eE][-+]?\\d+)?\\s*%?"
              + "|\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\D.*"
              + "|\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}"
              + "|[-+NSEWnsew]?\\s*\\d{1,3}(\\.\\d+)?\\s*[°度].*",
          Pattern.DOTALL);

  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

  private CellText() {}

  /** A text without white space at its ends, also full-width; null when nothing is left. */
  static @Nullable String clean(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == to ? null : text.substring(from, to);
  }

  /** Whether it could be the name of a column. */
  static boolean couldBeName(Object cell) {
    if (cell instanceof Long number) {
      return YEAR.matcher(number.toString()).matches();
    }
    return cell instanceof String text
        && text.length() <= LONGEST_NAME
        && (YEAR.matcher(text).matches() || !VALUE.matcher(text).matches());
  }

  private static boolean isBlank(char one) {
    // Beyond what Java calls white space: no-break space, zero-width space, byte order mark.
    return Character.isWhitespace(one) || one == '\u00a0' || one == '\u200b' || one == '\ufeff';
  }
}
