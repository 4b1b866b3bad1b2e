package zeren.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What is true, false or, where a value is missing, neither of a row. Therefore the rows for which
 * it is false are asked for apart, and not taken to be all others.
 */
sealed interface Condition permits Condition.Plain, SpatialCondition {

  /**
   * @return the rows for which this is true, or those for which it is false
   */
  IntPredicate keeping(boolean truth);

  /** Those that need nothing but values. */
  sealed interface Plain extends Condition {}

  /** Whether a value is smaller than another, equal or larger. */
  enum Comparator {
    EQUAL("="),
    UNEQUAL("<>"),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    /** Of two values of one kind. */
    boolean holds(Object left, Object right) {
      int order = compare(left, right);
      return switch (this) {
        case EQUAL -> order == 0;
        case UNEQUAL -> order != 0;
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case MORE -> order > 0;
        case AT_LEAST -> order >= 0;
      };
    }

    private static int compare(Object left, Object right) {
      if (left instanceof Long one && right instanceof Long other) {
        return Long.compare(one, other);
      }
      if (left instanceof Number one && right instanceof Number other) {
        // Adding zero makes the two zeros one.
        return Double.compare(one.doubleValue() + 0.0, other.doubleValue() + 0.0);
      }
      return left instanceof Boolean one
          ? Boolean.compare(one, (Boolean) right)
          : left.toString().compareTo(right.toString());
    }
  }

  record Constant(boolean value) implements Plain {
    @Override
    public IntPredicate keeping(boolean truth) {
      return row -> value == truth;
    }
  }

  record Not(Condition inner) implements Plain {
    @Override
    public IntPredicate keeping(boolean truth) {
      return inner.keeping(!truth);
    }
  }

  /**
   * Several in a row.
   *
   * @param every whether all of them must be true, else one of them
   */
  record Several(List<Condition> parts, boolean every) implements Plain {
    @Override
    public IntPredicate keeping(boolean truth) {
      IntPredicate[] tests =
          parts.stream().map(part -> part.keeping(truth)).toArray(IntPredicate[]::new);
      // One that is false makes "all" false; all of them must be false to make "one" so.
      boolean all = every == truth;
      return row -> {
        for (IntPredicate test : tests) {
          if (test.test(row) != all) {
            return !all;
          }
        }
        return all;
      };
    }
  }

  record Comparison(Operand left, Comparator comparator, Operand right) implements Plain {
    @Override
    public IntPredicate keeping(boolean truth) {
      if (right instanceof Operand.Literal literal) {
        return left.having(value -> comparator.holds(value, literal.value()) == truth);
      }
      if (left instanceof Operand.Literal literal) {
        return right.having(value -> comparator.holds(literal.value(), value) == truth);
      }
      return row -> {
        Object one = left.at(row);
        Object other = right.at(row);
        return one != null && other != null && comparator.holds(one, other) == truth;
      };
    }
  }

  record OneOf(Operand operand, List<Operand.Literal> literals) implements Plain {
    @Override
    public IntPredicate keeping(boolean truth) {
      Set<Object> values = new HashSet<>();
      literals.forEach(literal -> values.add(comparable(literal.value())));
      return operand.having(value -> values.contains(comparable(value)) == truth);
    }

    /** Equal for a whole number and the same one with a fraction of zero. */
    private static Object comparable(Object value) {
      return value instanceof Double number
              && number == Math.rint(number)
              && Math.abs(number) < 1L << 53
          ? (Object) number.longValue()
          : value;
    }
  }

  record Like(Operand operand, LikePattern pattern) implements Plain {
    @Override
    public IntPredicate keeping(boolean truth) {
      return operand.having(value -> pattern.matches(value.toString()) == truth);
    }
  }

  /** Never neither true nor false. */
  record Missing(Operand operand) implements Plain {
    @Override
    public IntPredicate keeping(boolean truth) {
      IntPredicate present = operand.having(value -> true);
      return truth ? present.negate() : present;
    }
  }

  /** A field that is itself true or false. */
  record Flag(Operand operand) implements Plain {
    @Override
    public IntPredicate keeping(boolean truth) {
      return operand.having(value -> value.equals(truth));
    }
  }
}
