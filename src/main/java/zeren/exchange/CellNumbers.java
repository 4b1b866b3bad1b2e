package zeren.exchange;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people and spreadsheets write them. */
final class CellNumbers {

  /** Stricter than Java, which also takes {@code 1d}, {@code 0x1p3} and {@code NaN}. */
  private static final Pattern DECIMAL =
      Pattern.compile("([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:e[+-]?\\d{1,3})?)(.*)");

  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private CellNumbers() {}

  /**
   * @param unit the unit that may stand behind the number, because it is the field's; null for none
   */
  static double number(Object given, @Nullable String unit) throws CellException {
    double value = given instanceof Number number ? number.doubleValue() : read(given, unit);
    if (!Double.isFinite(value)) {
      throw new CellException("must be a number that is not infinite");
    }
    return value;
  }

  static long integer(Object given, @Nullable String unit) throws CellException {
    if (given instanceof Long whole) {
      return whole;
    }
    BigDecimal value = new BigDecimal(digits(given.toString(), unit));
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (!whole || value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
      throw new CellException("must be a whole number");
    }
    return value.longValue();
  }

  private static double read(Object given, @Nullable String unit) throws CellException {
    return Double.parseDouble(digits(given.toString(), unit));
  }

  private static String digits(String given, @Nullable String unit) throws CellException {
    String text = Wording.key(given).replace('−', '-');
    Matcher parts = DECIMAL.matcher(text);
    if (!parts.matches()) {
      throw new CellException("must be a decimal number, such as 113.62");
    }
    String behind = parts.group(2);
    if (!behind.isEmpty() && !(unit != null && behind.equals(Wording.key(unit)))) {
      String right = unit == null ? "the number alone" : "the number alone, in " + unit;
      throw new CellException("has '" + behind + "' behind the number; write " + right);
    }
    return parts.group(1).replace(",", "");
  }
}
