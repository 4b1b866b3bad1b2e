package zeren.filter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.layer.Views;

/**
 * Random filters as text, as JSON, and as an interpreter that knows three truth values and nothing
 * clever. The layer is that of {@link Cql2TextTest}.
 */
final class RandomFilter {

  /**
   * What a filter says.
   *
   * @param of null is neither true nor false
   */
  record Said(String text, String json, Function<Views.Item, @Nullable Boolean> of) {}

  /** A number that a filter says; null where there is none. */
  private record Number(String text, String json, Function<Views.Item, @Nullable Double> of) {}

  private static final List<String> NUMBERS = List.of("pipes", "limit", "flow");
  private static final List<String> COMPARATORS = List.of("=", "<>", "<", "<=", ">", ">=");
  private static final List<String> RELATIONS =
      List.of("INTERSECTS", "DISJOINT", "WITHIN", "CONTAINS", "EQUALS", "TOUCHES", "CROSSES");

  private final Random random;

  RandomFilter(Random random) {
    this.random = random;
  }

  static @Nullable Boolean not(@Nullable Boolean truth) {
    return truth == null ? null : !truth;
  }

  static @Nullable Boolean and(@Nullable Boolean one, @Nullable Boolean other) {
    if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
      return false;
    }
    return one == null || other == null ? null : Boolean.TRUE;
  }

  static @Nullable Boolean or(@Nullable Boolean one, @Nullable Boolean other) {
    return not(and(not(one), not(other)));
  }

  private static String call(String name, String... arguments) {
    return "{\"op\":\"%s\",\"args\":[%s]}".formatted(name, String.join(",", arguments));
  }

  private static String property(String name) {
    return "{\"property\":\"" + name + "\"}";
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  Said tree(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Said one = tree(depth - 1);
    Said other = tree(depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> negated(one);
      case 1 ->
          new Said(
              "(" + one.text + ") AND (" + other.text + ")",
              call("and", one.json, other.json),
              item -> and(one.of.apply(item), other.of.apply(item)));
      case 2 ->
          new Said(
              "(" + one.text + " OR " + other.text + ")",
              call("or", one.json, other.json),
              item -> or(one.of.apply(item), other.of.apply(item)));
      case 3 ->
          new Said(
              "(" + one.text + ") IS NULL",
              call("isNull", one.json),
              item -> one.of.apply(item) == null);
      default -> one;
    };
  }

  private static Said negated(Said said) {
    return new Said(
        "NOT (" + said.text + ")", call("not", said.json), item -> not(said.of.apply(item)));
  }

  private Said leaf() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> comparison();
      case 2 -> between();
      case 3 -> in();
      case 4 -> isNull(one(List.of("pipes", "name", "closed", "found_on")));
      case 5 ->
          new Said("closed", property("closed"), item -> (Boolean) item.properties().get("closed"));
      case 6 -> text();
      case 7 -> time();
      case 8 -> distance();
      default -> place();
    };
  }

  private static Said isNull(String field) {
    return new Said(
        field + " IS NULL",
        call("isNull", property(field)),
        item -> item.properties().get(field) == null);
  }

  private Number number() {
    int choice = random.nextInt(5);
    if (choice == 0) {
      double literal = random.nextInt(14) / 2.0 - 1;
      return new Number(String.valueOf(literal), String.valueOf(literal), item -> literal);
    }
    String field = one(NUMBERS);
    Number plain =
        new Number(
            field,
            property(field),
            item ->
                item.properties().get(field) instanceof java.lang.Number value
                    ? (Double) value.doubleValue()
                    : null);
    return choice == 1 ? calculated(plain, number()) : plain;
  }

  private Number calculated(Number one, Number other) {
    String operator = one(List.of("+", "-", "*", "/", "%"));
    return new Number(
        "(" + one.text + " " + operator + " " + other.text + ")",
        call(operator, one.json, other.json),
        item -> {
          Double left = one.of.apply(item);
          Double right = other.of.apply(item);
          if (left == null || right == null) {
            return null;
          }
          double result =
              switch (operator) {
                case "+" -> left + right;
                case "-" -> left - right;
                case "*" -> left * right;
                case "/" -> left / right;
                default -> left % right;
              };
          return Double.isFinite(result) ? (Double) result : null;
        });
  }

  private static @Nullable Boolean compare(
      @Nullable Double one, String comparator, @Nullable Double other) {
    if (one == null || other == null) {
      return null;
    }
    double a = one;
    double b = other;
    return switch (comparator) {
      case "=" -> a == b;
      case "<>" -> a != b;
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      default -> a >= b;
    };
  }

  private Said comparison() {
    Number one = number();
    Number other = number();
    String comparator = one(COMPARATORS);
    return new Said(
        one.text + comparator + other.text,
        call(comparator, one.json, other.json),
        item -> compare(one.of.apply(item), comparator, other.of.apply(item)));
  }

  private Said between() {
    Number middle = number();
    Number from = number();
    Number to = number();
    return new Said(
        middle.text + " BETWEEN " + from.text + " AND " + to.text,
        call("between", middle.json, from.json, to.json),
        item ->
            and(
                compare(middle.of.apply(item), ">=", from.of.apply(item)),
                compare(middle.of.apply(item), "<=", to.of.apply(item))));
  }

  private Said in() {
    Number one = number();
    List<Number> items =
        IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(i -> number()).toList();
    Said said =
        new Said(
            one.text
                + " IN ("
                + items.stream().map(Number::text).collect(Collectors.joining(", "))
                + ")",
            call(
                "in",
                one.json,
                "[" + items.stream().map(Number::json).collect(Collectors.joining(",")) + "]"),
            item -> {
              Boolean truth = false;
              for (Number other : items) {
                truth = or(truth, compare(one.of.apply(item), "=", other.of.apply(item)));
              }
              return truth;
            });
    if (random.nextBoolean()) {
      return said;
    }
    Said negated = negated(said);
    return new Said(said.text.replaceFirst(" IN ", " NOT IN "), negated.json, negated.of);
  }

  private Said text() {
    String name = one(List.of("n", "N", "ß")) + random.nextInt(6);
    String upper = name.toUpperCase(Locale.ROOT);
    return switch (random.nextInt(3)) {
      case 0 ->
          new Said(
              "name = '" + name + "'",
              call("=", property("name"), "\"" + name + "\""),
              item -> named(item, value -> value.equals(name)));
      case 1 ->
          new Said(
              "CASEI(name) = CASEI('" + upper + "')",
              call("=", call("casei", property("name")), call("casei", "\"" + upper + "\"")),
              item -> named(item, value -> value.toUpperCase(Locale.ROOT).equals(upper)));
      default ->
          new Said(
              "name LIKE '%" + name + "_'",
              call("like", property("name"), "\"%" + name + "_\""),
              item -> named(item, value -> value.matches("(?s).*" + name + ".")));
    };
  }

  private static @Nullable Boolean named(Views.Item item, Function<String, Boolean> test) {
    Object name = item.properties().get("name");
    return name == null ? null : test.apply(name.toString());
  }

  private LocalDate day() {
    return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(30));
  }

  private Said time() {
    LocalDate one = day();
    LocalDate other = day();
    LocalDate start = one.isBefore(other) ? one : other;
    LocalDate end = one.isBefore(other) ? other : one;
    return switch (random.nextInt(4)) {
      case 0 ->
          new Said(
              "found_on >= DATE('" + one + "')",
              call(">=", property("found_on"), "{\"date\":\"" + one + "\"}"),
              item -> found(item, day -> !day.isBefore(one)));
      case 1 ->
          new Said(
              "T_INTERSECTS(found_on, INTERVAL('" + start + "', '" + end + "'))",
              call(
                  "t_intersects",
                  property("found_on"),
                  "{\"interval\":[\"" + start + "\",\"" + end + "\"]}"),
              item -> found(item, day -> !day.isBefore(start) && !day.isAfter(end)));
      case 2 ->
          new Said(
              "T_BEFORE(TIMESTAMP('" + one + "T23:59:59.5Z'), found_on)",
              call("t_before", "{\"timestamp\":\"" + one + "T23:59:59.5Z\"}", property("found_on")),
              item -> found(item, one::isBefore));
      default ->
          new Said(
              "T_CONTAINS(INTERVAL('..', found_on), INTERVAL('2019-01-01', '" + one + "'))",
              call(
                  "t_contains",
                  "{\"interval\":[\"..\"," + property("found_on") + "]}",
                  "{\"interval\":[\"2019-01-01\",\"" + one + "\"]}"),
              item -> found(item, one::isBefore));
    };
  }

  private static @Nullable Boolean found(Views.Item item, Function<LocalDate, Boolean> test) {
    Object day = item.properties().get("found_on");
    return day == null ? null : test.apply(LocalDate.parse(day.toString()));
  }

  private Said distance() {
    int lon = random.nextInt(10);
    int lat = random.nextInt(10);
    int metres = random.nextInt(600_000);
    String comparator = one(COMPARATORS);
    return new Said(
        "distance(geometry, POINT(%d %d)) %s %d".formatted(lon, lat, comparator, metres),
        call(
            comparator,
            call(
                "distance",
                property("geometry"),
                "{\"type\":\"Point\",\"coordinates\":[%d,%d]}".formatted(lon, lat)),
            String.valueOf(metres)),
        item ->
            item.geometry().isEmpty()
                ? null
                : compare(
                    Shapes.metres(
                        lon,
                        lat,
                        item.geometry().getCoordinate().x,
                        item.geometry().getCoordinate().y),
                    comparator,
                    (double) metres));
  }

  private Said place() {
    String relation = one(RELATIONS);
    Geometry area = area();
    String wkt = area.toText();
    String json = zeren.geo.GeoJson.write(area);
    boolean featureFirst = random.nextBoolean();
    return new Said(
        featureFirst
            ? "S_" + relation + "(geometry, " + wkt + ")"
            : "S_" + relation + "(" + wkt + ", geom)",
        featureFirst
            ? call("s_" + relation.toLowerCase(Locale.ROOT), property("geometry"), json)
            : call("s_" + relation.toLowerCase(Locale.ROOT), json, property("geom")),
        item ->
            item.geometry().isEmpty()
                ? null
                : featureFirst
                    ? related(item.geometry(), relation, area)
                    : related(area, relation, item.geometry()));
  }

  /** Corners and points lie on the same whole degrees, so that they often touch. */
  private Geometry area() {
    int x = random.nextInt(8);
    int y = random.nextInt(8);
    int width = 1 + random.nextInt(5);
    int height = 1 + random.nextInt(5);
    return switch (random.nextInt(4)) {
      case 0 -> Shapes.rectangle(x, y, x + width, y + height);
      case 1 ->
          Shapes.wkt(
              "POLYGON ((%d %d, %d %d, %d %d, %d %d))"
                  .formatted(x, y, x + width, y, x, y + height, x, y));
      case 2 -> Shapes.wkt("LINESTRING (%d %d, %d %d)".formatted(x, y, x + width, y + height));
      default -> Shapes.wkt("MULTIPOINT ((%d %d), (%d %d))".formatted(x, y, x + width, y));
    };
  }

  /** By the older of the two algorithms of JTS; what is asked uses the newer one. */
  private static boolean related(Geometry one, String relation, Geometry other) {
    var matrix = org.locationtech.jts.operation.relate.RelateOp.relate(one, other);
    int first = one.getDimension();
    int second = other.getDimension();
    return switch (relation) {
      case "INTERSECTS" -> matrix.isIntersects();
      case "DISJOINT" -> matrix.isDisjoint();
      case "WITHIN" -> matrix.isWithin();
      case "CONTAINS" -> matrix.isContains();
      case "EQUALS" -> matrix.isEquals(first, second);
      case "TOUCHES" -> matrix.isTouches(first, second);
      default -> matrix.isCrosses(first, second);
    };
  }
}
