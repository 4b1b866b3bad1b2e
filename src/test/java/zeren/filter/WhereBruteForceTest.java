package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.Shapes;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

/** Random filters, beside an interpreter that knows three truth values and nothing clever. */
class WhereBruteForceTest {

  /** What a filter says, as text and as a function: null is neither true nor false. */
  private record Said(String text, Function<Map<String, @Nullable Object>, @Nullable Boolean> of) {}

  private static final List<String> NUMBERS = List.of("pipes", "limit", "flow");

  private static Map<String, @Nullable Object> row(Random random, int variety) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    if (random.nextInt(4) > 0) {
      row.put("pipes", (long) random.nextInt(variety));
    }
    if (random.nextInt(4) > 0) {
      row.put("limit", (long) random.nextInt(4));
    }
    if (random.nextInt(4) > 0) {
      row.put("flow", random.nextInt(2 * variety) / 2.0);
    }
    if (random.nextInt(4) > 0) {
      row.put("name", "n" + random.nextInt(variety));
    }
    if (random.nextInt(4) > 0) {
      row.put("closed", random.nextBoolean());
    }
    return row;
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value == null ? null : ((Number) value).doubleValue();
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

  private static @Nullable Boolean not(@Nullable Boolean truth) {
    return truth == null ? null : !truth;
  }

  private static @Nullable Boolean and(@Nullable Boolean one, @Nullable Boolean other) {
    if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
      return false;
    }
    return one == null || other == null ? null : Boolean.TRUE;
  }

  private static @Nullable Boolean or(@Nullable Boolean one, @Nullable Boolean other) {
    return not(and(not(one), not(other)));
  }

  private static Said said(Random random, int depth) {
    if (depth == 0) {
      return leaf(random);
    }
    Said one = said(random, depth - 1);
    Said other = said(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0 -> new Said("NOT (" + one.text + ")", row -> not(one.of.apply(row)));
      case 1 ->
          new Said(
              "(" + one.text + ") AND (" + other.text + ")",
              row -> and(one.of.apply(row), other.of.apply(row)));
      case 2 ->
          new Said(
              "(" + one.text + " OR " + other.text + ")",
              row -> or(one.of.apply(row), other.of.apply(row)));
      default -> one;
    };
  }

  private static Said leaf(Random random) {
    String field = NUMBERS.get(random.nextInt(3));
    String other = NUMBERS.get(random.nextInt(3));
    String comparator = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
    double literal = random.nextInt(12) / 2.0;
    double second = random.nextInt(12) / 2.0;
    String name = "n" + random.nextInt(6);
    return switch (random.nextInt(9)) {
      case 0 ->
          new Said(
              field + comparator + literal,
              row -> compare(number(row.get(field)), comparator, literal));
      case 1 ->
          new Said(
              literal + comparator + field,
              row -> compare(literal, comparator, number(row.get(field))));
      case 2 ->
          new Said(
              field + comparator + other,
              row -> compare(number(row.get(field)), comparator, number(row.get(other))));
      case 3 ->
          new Said(
              field + " BETWEEN " + literal + " AND " + other,
              row ->
                  and(
                      compare(number(row.get(field)), ">=", literal),
                      compare(number(row.get(field)), "<=", number(row.get(other)))));
      case 4 ->
          new Said(
              field + " NOT IN (" + literal + "," + other + "," + second + ")",
              row ->
                  not(
                      or(
                          compare(number(row.get(field)), "=", literal),
                          or(
                              compare(number(row.get(field)), "=", number(row.get(other))),
                              compare(number(row.get(field)), "=", second)))));
      case 5 -> new Said(field + " IS NULL", row -> row.get(field) == null);
      case 6 -> new Said("closed", row -> (Boolean) row.get("closed"));
      case 7 ->
          new Said(
              "name = '" + name + "'",
              row -> row.get("name") == null ? null : name.equals(row.get("name")));
      default ->
          new Said(
              "name LIKE '" + name + "%'",
              row ->
                  row.get("name") == null
                      ? null
                      : String.valueOf(row.get("name")).startsWith(name));
    };
  }

  /** Few distinct values are coded, many are packed. */
  @ParameterizedTest
  @ValueSource(ints = {6, 100_000})
  void theSameRowsAreKept(int variety) {
    Random random = new Random(variety);
    List<Views.Item> items = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      items.add(new Views.Item("%05d".formatted(i), Shapes.point(1, 1), row(random, variety)));
    }
    LayerView view = Views.of(Views.declare(WhereTest.YAML), Viewer.ANONYMOUS, items);
    int kept = 0;
    for (int i = 0; i < 400; i++) {
      Said said = said(random, random.nextInt(5));
      IntPredicate keep = Where.compile(view, said.text);
      for (int row = 0; row < view.size(); row++) {
        boolean expected = Boolean.TRUE.equals(said.of.apply(items.get(row).properties()));
        if (keep.test(row) != expected) {
          assertThat(keep.test(row))
              .as("%s on %s", said.text, items.get(row).properties())
              .isEqualTo(expected);
        }
        kept += expected ? 1 : 0;
      }
    }
    assertThat(kept).isBetween(100_000, 1_100_000);
  }

  @Test
  void theInterpreterKnowsThreeTruthValues() {
    assertThat(or(true, null)).isTrue();
    assertThat(or(null, false)).isNull();
    assertThat(and(null, false)).isFalse();
    assertThat(and(true, null)).isNull();
    assertThat(not(null)).isNull();
  }
}
