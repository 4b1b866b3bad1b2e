package zeren.filter;

import java.util.List;
import java.util.stream.Stream;
import zeren.filter.Expression.Call;
import zeren.filter.Operand.Kind;
import zeren.filter.Operand.Literal;
import zeren.filter.TemporalCondition.Span;

/** Makes conditions of the temporal functions of a filter. */
final class TemporalCompiler {

  private static final Literal SOME_DAY = new Literal(Kind.DATE, 0L);

  private final OperandCompiler operands;

  TemporalCompiler(OperandCompiler operands) {
    this.operands = operands;
  }

  Condition condition(Call call, TemporalRelation relation) {
    OperandCompiler.expectArguments(call, 2);
    Span left = span(call.arguments().get(0), relation);
    Span right = span(call.arguments().get(1), relation);
    boolean times =
        bounds(left, right)
            .filter(bound -> bound != TemporalCondition.OPEN_START)
            .filter(bound -> bound != TemporalCondition.OPEN_END)
            .allMatch(bound -> bound.kind() == Kind.TIMESTAMP);
    return times
        ? new TemporalCondition(relation, left, right)
        : new TemporalCondition(relation, days(left), days(right));
  }

  private static Stream<Operand> bounds(Span left, Span right) {
    return Stream.of(left.start(), left.end(), right.start(), right.end());
  }

  /** Where a day is among the times, all of them are taken for their days. */
  private static Span days(Span span) {
    return new Span(span.start().aligned(SOME_DAY), span.end().aligned(SOME_DAY));
  }

  private Span span(Expression expression, TemporalRelation relation) {
    if (expression instanceof Expression.Interval interval) {
      return new Span(
          bound(interval.start(), TemporalCondition.OPEN_START),
          bound(interval.end(), TemporalCondition.OPEN_END));
    }
    if (relation.ofIntervals()) {
      throw expression
          .place()
          .problem(relation + " takes intervals, such as INTERVAL('2026-01-01', '..')");
    }
    Operand instant = instant(expression);
    return new Span(instant, instant);
  }

  private Operand bound(Expression expression, Literal open) {
    return expression instanceof Expression.Open ? open : instant(expression);
  }

  private Operand instant(Expression expression) {
    Operand operand = operands.operand(expression);
    if (!List.of(Kind.DATE, Kind.TIMESTAMP).contains(operand.kind())) {
      throw expression
          .place()
          .problem(
              "%s is %s; a time is a field of dates, DATE('2026-01-31'), TIMESTAMP(%s) or an INTERVAL"
                  .formatted(operand.described(), operand.kind().words, Moments.EXAMPLE));
    }
    return operand;
  }
}
