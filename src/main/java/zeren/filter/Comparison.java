package zeren.filter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import zeren.filter.Condition.Comparator;
import zeren.filter.Operand.Literal;

/** A value beside another of its kind. Numbers are compared without an object for each row. */
record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {

  /** Below, a double holds every whole number. */
  private static final double EXACT = 1L << 53;

  @Override
  public IntPredicate keeping(boolean truth) {
    if (left instanceof Literal && !(right instanceof Literal)) {
      return new Comparison(right, comparator.converse(), left).keeping(truth);
    }
    if (right instanceof Literal literal) {
      return with(literal, truth);
    }
    return left.kind().isNumeric() ? numbers(truth) : values(truth);
  }

  private IntPredicate with(Literal literal, boolean truth) {
    if (!isExact(literal)) {
      return left.having(value -> comparator.holds(order(value, literal.value())) == truth);
    }
    double number = literal.number(0);
    return left instanceof Distance distance
        ? distance.comparing(comparator, number, truth)
        : left.havingNumber(value -> comparator.holds(order(value, number)) == truth);
  }

  private IntPredicate numbers(boolean truth) {
    return row -> {
      double one = left.number(row);
      double other = right.number(row);
      if (Double.isNaN(one) || Double.isNaN(other)) {
        return false;
      }
      int order = order(one, other);
      if (order == 0 && Math.abs(one) >= EXACT) {
        // Rounded to the same double, they may still differ.
        return values(truth).test(row);
      }
      return comparator.holds(order) == truth;
    };
  }

  private IntPredicate values(boolean truth) {
    return row -> {
      Object one = left.at(row);
      Object other = right.at(row);
      return one != null && other != null && comparator.holds(order(one, other)) == truth;
    };
  }

  private static boolean isExact(Literal literal) {
    return literal.kind().isNumeric() && Math.abs(literal.number(0)) < EXACT;
  }

  private static int order(double left, double right) {
    // Adding zero makes the two zeros one.
    return Double.compare(left + 0.0, right + 0.0);
  }

  private static int order(Object left, Object right) {
    if (left instanceof Long one && right instanceof Long other) {
      return Long.compare(one, other);
    }
    if (left instanceof Number one && right instanceof Number other) {
      return order(one.doubleValue(), other.doubleValue());
    }
    return left instanceof Boolean one
        ? Boolean.compare(one, (Boolean) right)
        : left.toString().compareTo(right.toString());
  }

  /** Whether a value is one of several. */
  record OneOf(Operand operand, List<Literal> literals) implements Condition {
    @Override
    public IntPredicate keeping(boolean truth) {
      if (literals.stream().allMatch(Comparison::isExact)) {
        double[] numbers =
            literals.stream().mapToDouble(literal -> literal.number(0) + 0.0).sorted().toArray();
        return operand.havingNumber(
            value -> Arrays.binarySearch(numbers, value + 0.0) >= 0 == truth);
      }
      Set<Object> values = new HashSet<>();
      literals.forEach(literal -> values.add(comparable(literal.value())));
      return operand.having(value -> values.contains(comparable(value)) == truth);
    }

    /** Equal for a whole number and the same one with a fraction of zero. */
    private static Object comparable(Object value) {
      return value instanceof Double number
              && number == Math.rint(number)
              && Math.abs(number) < EXACT
          ? (Object) number.longValue()
          : value;
    }
  }
}
