package zeren.filter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.filter.Expression.Call;
import zeren.filter.Operand.Kind;
import zeren.filter.Operand.Literal;
import zeren.layer.Column;
import zeren.layer.FieldType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/** Makes the sides of comparisons of what a filter says. */
final class OperandCompiler {

  /** Conditions, functions and operators: each may have to be tried on every row. */
  static final int MOST_OPERATIONS = 200;

  private static final int GEOMETRY_COST = 10;
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "div", "^");
  private static final String DISTANCE = "distance";

  private final LayerView view;
  private final SpatialCompiler places;
  private int operations;

  OperandCompiler(LayerView view, SpatialCompiler places) {
    this.view = view;
    this.places = places;
  }

  /** Takes note of something that has to be worked out for a row. */
  void count(Place place) {
    count(place, 1);
  }

  /** The same for something with a geometry, which takes longer. */
  void countGeometry(Place place) {
    count(place, GEOMETRY_COST);
  }

  private void count(Place place, int cost) {
    operations += cost;
    if (operations > MOST_OPERATIONS) {
      throw place.problem(
          "only %d conditions, functions and operators are taken, of which one with a geometry counts"
                  .formatted(MOST_OPERATIONS)
              + " as %d; IN can join many".formatted(GEOMETRY_COST));
    }
  }

  static void expectArguments(Call call, int number) {
    if (call.arguments().size() != number) {
      throw call.place()
          .problem(
              "'%s' takes %d arguments, not %d"
                  .formatted(call.name(), number, call.arguments().size()));
    }
  }

  /** Whether it is a value rather than a condition. */
  boolean isOperand(Call call) {
    return ARITHMETIC.contains(call.name())
        || call.name().equals(DISTANCE)
        || Folding.find(call.name()).isPresent();
  }

  Operand operand(Expression expression) {
    if (expression instanceof Expression.Text text) {
      return new Literal(Kind.TEXT, text.value());
    }
    if (expression instanceof Expression.Figure figure) {
      return new Literal(Kind.NUMBER, figure.value());
    }
    if (expression instanceof Expression.Truth truth) {
      return new Literal(Kind.BOOLEAN, truth.value());
    }
    if (expression instanceof Expression.Moment moment) {
      Instant instant = moment.instant();
      return instant.isDay()
          ? new Literal(Kind.DATE, instant.day())
          : new Literal(Kind.TIMESTAMP, instant.time());
    }
    if (expression instanceof Expression.Name name) {
      return property(name);
    }
    if (expression instanceof Call call) {
      return called(call);
    }
    throw expression
        .place()
        .problem(
            (expression instanceof Expression.Interval
                    ? "an interval is for functions such as T_DURING"
                    : expression instanceof Expression.Items
                        ? "a list is for IN"
                        : "a geometry is for functions such as S_INTERSECTS")
                + " and cannot be compared otherwise");
  }

  /** The other side of a comparison; a problem when it cannot be compared with this one. */
  Operand comparable(Expression expression, Operand other) {
    Operand operand = operand(expression);
    if (operand.aligned(other).kind() != other.aligned(operand).kind()) {
      throw expression
          .place()
          .problem(
              "%s is %s and cannot be compared with %s%s"
                  .formatted(
                      operand.described(),
                      operand.kind().words,
                      other.kind().words,
                      other.described().equals("this") ? "" : ", " + other.described()));
    }
    return operand;
  }

  private Operand called(Call call) {
    Optional<Folding> folding = Folding.find(call.name());
    if (folding.isPresent()) {
      return folded(call, folding.get());
    }
    if (ARITHMETIC.contains(call.name())) {
      count(call.place());
      return calculated(call);
    }
    if (call.name().equals(DISTANCE)) {
      countGeometry(call.place());
      return places.distance(call);
    }
    if (call.arguments().isEmpty() || !isCondition(call)) {
      throw call.place()
          .problem(
              "there is no function " + Place.quoted(call.name()) + " here; " + Functions.KNOWN);
    }
    throw call.place().problem("a condition stands where a value is expected");
  }

  private static boolean isCondition(Call call) {
    return Functions.CONDITIONS.contains(call.name())
        || Condition.Comparator.find(call.name()).isPresent()
        || SpatialRelation.find(call.name()).isPresent()
        || TemporalRelation.find(call.name()).isPresent();
  }

  private Operand folded(Call call, Folding folding) {
    expectArguments(call, 1);
    Operand inner = operand(call.arguments().get(0));
    if (inner.kind() != Kind.TEXT) {
      throw call.arguments()
          .get(0)
          .place()
          .problem(folding + " takes text, and this is " + inner.kind().words);
    }
    return inner instanceof Literal literal
        ? new Literal(Kind.TEXT, folding.fold(literal.value().toString()))
        : new Operand.Folded(inner, folding);
  }

  private Operand calculated(Call call) {
    expectArguments(call, 2);
    Operand left = number(call.arguments().get(0), call.name());
    Operand right = number(call.arguments().get(1), call.name());
    Calculation calculation = new Calculation(call.name(), left, right);
    if (!(left instanceof Literal && right instanceof Literal)) {
      return calculation;
    }
    double result = calculation.number(0);
    if (Double.isNaN(result)) {
      throw call.place().problem("this has no finite result");
    }
    return new Literal(Kind.NUMBER, result);
  }

  private Operand number(Expression expression, String operator) {
    Operand operand = operand(expression);
    if (operand.kind() != Kind.NUMBER) {
      throw expression
          .place()
          .problem(
              "%s is %s, and '%s' takes numbers"
                  .formatted(operand.described(), operand.kind().words, operator));
    }
    return operand;
  }

  private Operand property(Expression.Name name) {
    Column column = view.findColumn(name.name());
    LayerField field = column == null ? null : field(name.name());
    if (column != null && field != null) {
      return field.type() == FieldType.DATE
          ? new DayField(name.name(), column)
          : new Operand.Property(Kind.of(field.type()), name.name(), column);
    }
    Column period = view.findPeriodColumn(name.name());
    if (period != null) {
      return new DayField(name.name(), period);
    }
    if (name.name().equals(Queryables.ID)) {
      return new Operand.Property(Kind.TEXT, name.name(), view.ids());
    }
    if (places.isGeometry(name)) {
      throw name.place()
          .problem(
              "'%s' is a geometry; it is for functions such as S_INTERSECTS and distance"
                  .formatted(name.name()));
    }
    throw unknown(view, name);
  }

  private @Nullable LayerField field(String name) {
    return view.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  /** The same for a name that the layer does not have and one that the viewer may not see. */
  static ProblemException unknown(LayerView view, Expression.Name name) {
    List<String> known = Queryables.of(view).stream().map(Queryables.Queryable::name).toList();
    return name.place()
        .problem(
            "there is no field %s; fields here: %s"
                .formatted(Place.quoted(name.name()), String.join(", ", known)))
        .with("allowed", known);
  }
}
