package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeren.Shapes;
import zeren.filter.Queryables.Queryable;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

class QueryablesTest {

  private static final String TABLE =
      """
      id: post
      title: {zh: 岗位, en: Post}
      geometry: None
      visibility: public
      name: name
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}}
        - name: topics
          type: text
          many: true
          title: {zh: 领域, en: Topics}
          values: {dust: {zh: 扬尘, en: Dust}, water: {zh: 水, en: Water}}
      """;

  @Test
  void theyAreTheIdTheVisibleFieldsAndTheGeometry() {
    LayerView view = Views.of(Views.declare(Cql2TextTest.YAML), Viewer.ANONYMOUS, List.of());
    assertThat(Queryables.of(view))
        .extracting(Queryable::name)
        .startsWith("id", "name", "pipes", "limit", "flow", "closed", "found_on", "and", "river")
        .endsWith("geometry")
        .doesNotContain("tip", "valid_from");
    assertThat(Queryables.of(Views.of(Views.declare(Cql2TextTest.YAML), Views.OFFICIAL, List.of())))
        .extracting(Queryable::name)
        .contains("tip");
    Map<String, Queryable> byName = new java.util.HashMap<>();
    Queryables.of(view).forEach(queryable -> byName.put(queryable.name(), queryable));
    assertThat(byName.get("pipes"))
        .extracting(Queryable::type, Queryable::format)
        .containsExactly("integer", null);
    assertThat(byName.get("found_on"))
        .extracting(Queryable::type, Queryable::format)
        .containsExactly("string", "date");
    assertThat(byName.get("closed")).extracting(Queryable::type).isEqualTo("boolean");
    assertThat(byName.get("geometry"))
        .extracting(Queryable::type, Queryable::format)
        .containsExactly(null, "geometry-point");
  }

  /** Whatever is listed may be asked for, and what is asked for here is all that a table has. */
  @Test
  void aTableHasPeriodsAndNoGeometry() {
    LayerView view =
        Views.of(
            Views.declare(TABLE),
            Viewer.ANONYMOUS,
            List.of(new Views.Item("a", Shapes.wkt("POINT EMPTY"), Map.of("topics", "dust"))));
    List<Queryable> queryables = Queryables.of(view);
    assertThat(queryables)
        .extracting(Queryable::name)
        .contains("id", "valid_from", "valid_to")
        .doesNotContain("geometry");
    assertThat(queryables)
        .filteredOn(queryable -> queryable.name().equals("topics"))
        .extracting(Queryable::values)
        .as("several values are joined")
        .containsOnlyNulls();
    queryables.forEach(
        queryable ->
            assertThat(kept(view, "\"" + queryable.name() + "\" IS NULL")).isNotNegative());
    LocalDate since = view.validFrom(0);
    assertThat(kept(view, "valid_from = DATE('%s')".formatted(since))).isEqualTo(1);
    assertThat(kept(view, "T_AFTER(valid_from, DATE('%s'))".formatted(since))).isZero();
    assertThat(kept(view, "valid_to IS NULL")).isEqualTo(1);
    assertThat(kept(view, "T_INTERSECTS(INTERVAL(valid_from, '..'), DATE('%s'))".formatted(since)))
        .isEqualTo(1);
  }

  private static long kept(LayerView view, String filter) {
    return IntStream.range(0, view.size())
        .filter(Cql2.text(view, "filter", filter, CoordinateSystem.CGCS2000))
        .count();
  }
}
