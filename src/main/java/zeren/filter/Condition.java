package zeren.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import zeren.layer.LayerView;

/**
 * What is true, false or, where a value is missing, neither of a row. Therefore the rows for which
 * it is false are asked for apart, and not taken to be all others.
 */
interface Condition {

  /**
   * @return the rows for which this is true, or those for which it is false
   */
  IntPredicate keeping(boolean truth);

  /** Whether a value is smaller than another, equal or larger. */
  enum Comparator {
    EQUAL("="),
    UNEQUAL("<>"),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    static Optional<Comparator> find(String symbol) {
      for (Comparator comparator : values()) {
        if (comparator.symbol.equals(symbol)) {
          return Optional.of(comparator);
        }
      }
      return Optional.empty();
    }

    /** Whether it holds for two values of this order: negative when the left one comes first. */
    boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case UNEQUAL -> order != 0;
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case MORE -> order > 0;
        case AT_LEAST -> order >= 0;
      };
    }

    /** The same said with the two sides in the other order. */
    Comparator converse() {
      return switch (this) {
        case LESS -> MORE;
        case AT_MOST -> AT_LEAST;
        case MORE -> LESS;
        case AT_LEAST -> AT_MOST;
        default -> this;
      };
    }
  }

  record Constant(boolean value) implements Condition {
    @Override
    public IntPredicate keeping(boolean truth) {
      return row -> value == truth;
    }
  }

  record Not(Condition inner) implements Condition {
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
  record Several(List<Condition> parts, boolean every) implements Condition {
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

  record Like(Operand operand, LikePattern pattern) implements Condition {
    @Override
    public IntPredicate keeping(boolean truth) {
      return operand.having(value -> pattern.matches(value.toString()) == truth);
    }
  }

  /** Never neither true nor false. */
  record Missing(Operand operand) implements Condition {
    @Override
    public IntPredicate keeping(boolean truth) {
      IntPredicate present = operand.having(value -> true);
      return truth ? present.negate() : present;
    }
  }

  /** Whether a condition is neither true nor false; itself it is one of both. */
  record Undecided(Condition inner) implements Condition {
    @Override
    public IntPredicate keeping(boolean truth) {
      IntPredicate decided = inner.keeping(true).or(inner.keeping(false));
      return truth ? decided.negate() : decided;
    }
  }

  /** A field that is itself true or false. */
  record Flag(Operand operand) implements Condition {
    @Override
    public IntPredicate keeping(boolean truth) {
      return operand.having(value -> value.equals(truth));
    }
  }

  /** Whether a feature has no geometry. */
  record OffMap(LayerView view) implements Condition {
    @Override
    public IntPredicate keeping(boolean truth) {
      return row -> view.box(row).isNull() == truth;
    }
  }

  /** The same for every feature that has a geometry, and neither true nor false of others. */
  record OnMap(LayerView view, boolean value) implements Condition {
    @Override
    public IntPredicate keeping(boolean truth) {
      return row -> value == truth && !view.box(row).isNull();
    }
  }
}
