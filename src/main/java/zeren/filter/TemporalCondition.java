package zeren.filter;

import java.util.function.IntPredicate;
import zeren.filter.Operand.Literal;

/**
 * How two times lie to each other. What has no value at one of their ends is neither so nor not so.
 */
record TemporalCondition(TemporalRelation relation, Span left, Span right) implements Condition {

  /** From a start to an end, both included and of one kind; the same twice for an instant. */
  record Span(Operand start, Operand end) {}

  /** Before all others. */
  static final Literal OPEN_START = new Literal(Operand.Kind.DATE, Long.MIN_VALUE);

  /** After all others. */
  static final Literal OPEN_END = new Literal(Operand.Kind.DATE, Long.MAX_VALUE);

  @Override
  public IntPredicate keeping(boolean truth) {
    return row ->
        left.start.at(row) instanceof Long start1
            && left.end.at(row) instanceof Long end1
            && right.start.at(row) instanceof Long start2
            && right.end.at(row) instanceof Long end2
            && relation.holds(start1, end1, start2, end2) == truth;
  }
}
