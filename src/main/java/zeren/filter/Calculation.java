package zeren.filter;

/**
 * A sum, difference, product, quotient or power in double precision. It has no value where a side
 * has none, and where the result is not finite, as in a division by zero.
 *
 * @param operator {@code +}, {@code -}, {@code *}, {@code /}, {@code %} (the rest, with the sign of
 *     the left side), {@code div} (the quotient cut to a whole number) or {@code ^}
 */
record Calculation(String operator, Operand left, Operand right) implements Operand.Computed {

  @Override
  public double number(int row) {
    double one = left.number(row);
    double other = right.number(row);
    double result =
        switch (operator) {
          case "+" -> one + other;
          case "-" -> one - other;
          case "*" -> one * other;
          case "/" -> one / other;
          case "%" -> one % other;
          case "div" -> truncated(one / other);
          // A power of 0 is 1 in Java, even that of a missing value.
          case "^" -> Double.isNaN(one) ? one : Math.pow(one, other);
          default -> throw new IllegalStateException(operator);
        };
    return Double.isInfinite(result) ? Double.NaN : result;
  }

  private static double truncated(double quotient) {
    return quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
  }
}
