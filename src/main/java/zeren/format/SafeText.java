package zeren.format;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values as text in files of plain cells.
 *
 * <p>A spreadsheet runs a cell of a CSV that starts like a formula, whatever wrote it. Such text is
 * guarded by an apostrophe when it is written, and reading takes it off: {@code =1+1} is written
 * {@code '=1+1}, and {@code '=1+1} is written {@code ''=1+1}, so that everything comes back as it
 * was. Numbers that are values of number columns are no text and stay as they are.
 */
final class SafeText {

  /** Also the wide forms, which some language versions of spreadsheets take for the signs. */
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

  private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

  private SafeText() {}

  /** Text as it is written into a cell that a spreadsheet may look at. */
  static String guard(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** What {@link #guard} was given. */
  static String unguard(String cell) {
    return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  /** A value without guard; empty for null. Numbers are exact and have no exponent. */
  static String of(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Double number ? plain(number) : value.toString();
  }

  /** The shortest decimal that is read as the same double. */
  static String plain(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return BigDecimal.valueOf(number).toPlainString();
  }
}
