package zeren.exchange;

import java.util.regex.Pattern;

/**
 * Decimal numbers as people write them; stricter than Java, which also takes {@code 1d}, {@code
 * 0x1p3} and {@code NaN}.
 */
final class Numbers {

  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  private Numbers() {}

  static double parse(String field, String text) throws RowException {
    if (DECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw new RowException(field, text, "must be a decimal number, such as 113.62");
  }
}
