package zeren.filter;

import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import zeren.filter.Operand.Literal;

/**
 * How two times lie to each other. What has no value at one of their ends is neither so nor not so.
 */
record TemporalCondition(TemporalRelation relation, Span left, Span right) implements Condition {

  /** From a start to an end, both included and of one kind; the same twice for an instant. */
  record Span(Operand start, Operand end) {}

  private static final long MISSING = Long.MIN_VALUE;

  /** Before all others. */
  static final Literal OPEN_START = new Literal(Operand.Kind.DATE, Long.MIN_VALUE + 1);

  /** After all others. */
  static final Literal OPEN_END = new Literal(Operand.Kind.DATE, Long.MAX_VALUE);

  @Override
  public IntPredicate keeping(boolean truth) {
    IntToLongFunction start1 = bound(left.start);
    IntToLongFunction end1 = bound(left.end);
    IntToLongFunction start2 = bound(right.start);
    IntToLongFunction end2 = bound(right.end);
    return row -> {
      long s1 = start1.applyAsLong(row);
      long e1 = end1.applyAsLong(row);
      long s2 = start2.applyAsLong(row);
      long e2 = end2.applyAsLong(row);
      return s1 != MISSING
          && e1 != MISSING
          && s2 != MISSING
          && e2 != MISSING
          && relation.holds(s1, e1, s2, e2) == truth;
    };
  }

  private static IntToLongFunction bound(Operand operand) {
    if (operand instanceof Literal literal) {
      long given = (Long) literal.value();
      return row -> given;
    }
    return row -> {
      double day = operand.number(row);
      return Double.isNaN(day) ? MISSING : (long) day;
    };
  }
}
