package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.Shapes;
import zeren.filter.RandomFilter.Said;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

/** Random filters as text and as JSON, beside a plain interpreter. */
class Cql2BruteForceTest {

  private static Views.Item item(int number, Random random, int variety) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("pipes", (long) random.nextInt(variety));
    values.put("limit", (long) random.nextInt(4));
    values.put("flow", random.nextInt(2 * variety) / 2.0);
    values.put(
        "name", List.of("n", "N", "ß", "SS").get(random.nextInt(4)) + random.nextInt(variety));
    values.put("closed", random.nextBoolean());
    values.put("found_on", LocalDate.of(2020, 1, 1).plusDays(random.nextInt(30)).toString());
    values.keySet().removeIf(field -> random.nextInt(4) == 0);
    return new Views.Item(
        "%05d".formatted(number),
        random.nextInt(20) == 0
            ? Shapes.wkt("POINT EMPTY")
            : Shapes.point(random.nextInt(10), random.nextInt(10)),
        values);
  }

  /** Few distinct values are coded, many are packed. */
  @ParameterizedTest
  @ValueSource(ints = {6, 100_000})
  void theSameRowsAreKept(int variety) {
    Random random = new Random(variety);
    List<Views.Item> items = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      items.add(item(i, random, variety));
    }
    LayerView view = Views.of(Views.declare(Cql2TextTest.YAML), Viewer.ANONYMOUS, items);
    RandomFilter filters = new RandomFilter(random);
    int kept = 0;
    for (int i = 0; i < 300; i++) {
      Said said = filters.tree(random.nextInt(4));
      IntPredicate text = Cql2.text(view, "filter", said.text(), CoordinateSystem.CGCS2000);
      IntPredicate json = Cql2.json(view, "filter", said.json(), CoordinateSystem.CGCS2000);
      for (int row = 0; row < view.size(); row++) {
        boolean expected = Boolean.TRUE.equals(said.of().apply(items.get(row)));
        if (text.test(row) != expected || json.test(row) != expected) {
          assertThat(List.of(text.test(row), json.test(row)))
              .as("%s%n%s%non %s", said.text(), said.json(), items.get(row))
              .isEqualTo(List.of(expected, expected));
        }
        kept += expected ? 1 : 0;
      }
    }
    assertThat(kept).isBetween(50_000, 250_000);
  }

  @Test
  void theInterpreterKnowsThreeTruthValues() {
    assertThat(RandomFilter.or(true, null)).isTrue();
    assertThat(RandomFilter.or(null, false)).isNull();
    assertThat(RandomFilter.and(null, false)).isFalse();
    assertThat(RandomFilter.and(true, null)).isNull();
    assertThat(RandomFilter.not(null)).isNull();
  }
}
