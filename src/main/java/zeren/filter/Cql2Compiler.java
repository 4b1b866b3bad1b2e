package zeren.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zeren.filter.Condition.Comparator;
import zeren.filter.Expression.Call;
import zeren.filter.Operand.Kind;
import zeren.filter.Operand.Literal;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/** Makes conditions of what a filter says, and sees to it that they can be asked of the layer. */
final class Cql2Compiler {

  /** Each row may take as many steps as its text and the pattern have characters, multiplied. */
  static final int LONGEST_PATTERN = 500;

  private final OperandCompiler operands;
  private final SpatialCompiler places;
  private final TemporalCompiler times;

  Cql2Compiler(LayerView view, CoordinateSystem crs) {
    this.places = new SpatialCompiler(view, crs);
    this.operands = new OperandCompiler(view, places);
    this.times = new TemporalCompiler(operands);
  }

  Condition condition(Expression expression) {
    if (expression instanceof Expression.Truth truth) {
      return new Condition.Constant(truth.value());
    }
    return expression instanceof Call call ? called(call) : flag(expression);
  }

  private Condition called(Call call) {
    return switch (call.name()) {
      case "and", "or" -> several(call);
      case "not" -> new Condition.Not(condition(only(call)));
      default -> predicate(call);
    };
  }

  private Condition predicate(Call call) {
    Optional<SpatialRelation> spatial = SpatialRelation.find(call.name());
    if (spatial.isPresent()) {
      operands.countGeometry(call.place());
      return places.condition(call, spatial.get());
    }
    operands.count(call.place());
    Optional<Comparator> comparator = Comparator.find(call.name());
    if (comparator.isPresent()) {
      return comparison(call, comparator.get());
    }
    Optional<TemporalRelation> temporal = TemporalRelation.find(call.name());
    if (temporal.isPresent()) {
      return times.condition(call, temporal.get());
    }
    return switch (call.name()) {
      case "isnull" -> isNull(only(call));
      case "like" -> like(call);
      case "between" -> between(call);
      case "in" -> in(call);
      default -> flag(call);
    };
  }

  private Condition several(Call call) {
    if (call.arguments().size() < 2) {
      throw call.place().problem("'" + call.name() + "' joins two conditions or more");
    }
    return new Condition.Several(
        call.arguments().stream().map(this::condition).toList(), call.name().equals("and"));
  }

  private static Expression only(Call call) {
    OperandCompiler.expectArguments(call, 1);
    return call.arguments().get(0);
  }

  /** A field that is itself true or false. */
  private Condition flag(Expression expression) {
    Operand operand = operands.operand(expression);
    if (operand.kind() != Kind.BOOLEAN) {
      throw expression
          .place()
          .problem(
              "%s is %s and no condition; compare it with =, <>, <, <=, >, >=, IS, LIKE, BETWEEN"
                      .formatted(operand.described(), operand.kind().words)
                  + " or IN");
    }
    return new Condition.Flag(operand);
  }

  private Condition comparison(Call call, Comparator comparator) {
    OperandCompiler.expectArguments(call, 2);
    Expression leftSide = call.arguments().get(0);
    Operand left = operands.operand(leftSide);
    if (left.kind() == Kind.BOOLEAN
        && comparator != Comparator.EQUAL
        && comparator != Comparator.UNEQUAL) {
      throw noOrder(leftSide, left, "; use = or <>");
    }
    return compared(left, comparator, call.arguments().get(1));
  }

  private static ProblemException noOrder(Expression at, Operand operand, String hint) {
    return at.place().problem(operand.described() + " is true or false and has no order" + hint);
  }

  private Condition compared(Operand left, Comparator comparator, Expression rightSide) {
    Operand right = operands.comparable(rightSide, left);
    return new Comparison(left.aligned(right), comparator, right.aligned(left));
  }

  private Condition isNull(Expression expression) {
    if (places.isGeometry(expression)) {
      return places.missing(expression);
    }
    if (expression instanceof Expression.Interval interval) {
      return new Condition.Several(
          List.of(isNull(interval.start()), isNull(interval.end())), false);
    }
    if (expression instanceof Expression.Open) {
      return new Condition.Constant(false);
    }
    return expression instanceof Call call && !operands.isOperand(call)
        ? new Condition.Undecided(condition(call))
        : new Condition.Missing(operands.operand(expression));
  }

  private Condition like(Call call) {
    OperandCompiler.expectArguments(call, 2);
    Expression leftSide = call.arguments().get(0);
    Operand left = operands.operand(leftSide);
    if (left.kind() != Kind.TEXT) {
      throw leftSide
          .place()
          .problem(left.described() + " is " + left.kind().words + "; LIKE takes text");
    }
    Expression rightSide = call.arguments().get(1);
    String pattern = pattern(rightSide);
    if (pattern.length() > LONGEST_PATTERN) {
      throw rightSide
          .place()
          .problem("a pattern of LIKE may have " + LONGEST_PATTERN + " characters");
    }
    return new Condition.Like(left, new LikePattern(pattern));
  }

  private String pattern(Expression expression) {
    if (expression instanceof Expression.Text text) {
      return text.pattern();
    }
    if (expression instanceof Call call && call.arguments().size() == 1) {
      Optional<Folding> folding = Folding.find(call.name());
      if (folding.isPresent()) {
        return folding.get().fold(pattern(call.arguments().get(0)));
      }
    }
    throw expression.place().problem("LIKE needs a pattern in quotes, such as '%road%'");
  }

  private Condition between(Call call) {
    OperandCompiler.expectArguments(call, 3);
    Expression middleSide = call.arguments().get(0);
    Operand middle = operands.operand(middleSide);
    if (middle.kind() == Kind.BOOLEAN) {
      throw noOrder(middleSide, middle, "");
    }
    return new Condition.Several(
        List.of(
            compared(middle, Comparator.AT_LEAST, call.arguments().get(1)),
            compared(middle, Comparator.AT_MOST, call.arguments().get(2))),
        true);
  }

  private Condition in(Call call) {
    OperandCompiler.expectArguments(call, 2);
    if (!(call.arguments().get(1) instanceof Expression.Items list) || list.items().isEmpty()) {
      throw call.arguments().get(1).place().problem("IN needs a list of one value or more");
    }
    Operand left = operands.operand(call.arguments().get(0));
    List<Literal> literals = new ArrayList<>();
    List<Condition> parts = new ArrayList<>();
    for (Expression item : list.items()) {
      Operand right = operands.comparable(item, left);
      if (right.aligned(left) instanceof Literal literal && left.aligned(right) == left) {
        literals.add(literal);
      } else {
        operands.count(item.place());
        parts.add(new Comparison(left.aligned(right), Comparator.EQUAL, right.aligned(left)));
      }
    }
    if (!literals.isEmpty()) {
      parts.add(new Comparison.OneOf(left, literals));
    }
    return new Condition.Several(parts, false);
  }
}
