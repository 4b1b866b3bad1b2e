package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zeren.Shapes;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

class FieldFilterTest {

  private static final String YAML =
      """
      id: outfall
      title: {zh: 排污口, en: Outfall}
      geometry: Point
      visibility: public
      name: name
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}, visibility: internal}
        - {name: pipes, type: integer, title: {zh: 管数, en: Pipes}}
        - {name: flow, type: number, title: {zh: 流量, en: Flow}}
        - {name: closed, type: boolean, title: {zh: 封堵, en: Closed}}
        - name: kind
          type: text
          title: {zh: 类别, en: Kind}
          values: {pipe: {zh: 管, en: Pipe}, ditch: {zh: 沟, en: Ditch}}
        - {name: tip, type: text, title: {zh: 线索, en: Tip}, visibility: internal}
      drawing: {order: 1, style: {size: 1}}
      """;

  private static final List<Views.Item> ITEMS =
      List.of(
          new Views.Item(
              "b",
              Shapes.point(2, 2),
              Map.of("name", "secret b", "pipes", 3L, "kind", "pipe", "tip", "x", "closed", true)),
          new Views.Item(
              "a", Shapes.point(1, 1), Map.of("name", "secret a", "flow", 2.5, "kind", "ditch")),
          new Views.Item("c", Shapes.point(3, 3)));

  private static LayerView view(Viewer viewer) {
    return Views.of(Views.declare(YAML), viewer, ITEMS);
  }

  private static List<String> filtered(Viewer viewer, Map<String, String> parameters) {
    Map<String, String[]> values = new HashMap<>();
    parameters.forEach((name, value) -> values.put(name, new String[] {value}));
    LayerView view = view(viewer);
    IntPredicate keep =
        FieldFilter.compile(view, new QueryParameters(values), "", Set.of("closed"));
    return IntStream.range(0, view.size()).filter(keep).mapToObj(view::id).toList();
  }

  @Test
  void filtersKeepWhatHasOneOfTheValues() {
    assertThat(filtered(Views.OFFICIAL, Map.of())).containsExactly("a", "b", "c");
    assertThat(filtered(Views.OFFICIAL, Map.of("kind", "pipe"))).containsExactly("b");
    assertThat(filtered(Views.OFFICIAL, Map.of("kind", "pipe,ditch"))).containsExactly("a", "b");
    assertThat(filtered(Views.OFFICIAL, Map.of("kind", "pipe", "pipes", "3"))).containsExactly("b");
    assertThat(filtered(Views.OFFICIAL, Map.of("kind", "ditch", "pipes", "3"))).isEmpty();
    assertThat(filtered(Views.OFFICIAL, Map.of("name", "nobody"))).isEmpty();
    assertThat(filtered(Views.OFFICIAL, Map.of("name", "null"))).isEmpty();
  }

  @Test
  void numbersAndIgnoredParametersFilterNothing() {
    assertThat(filtered(Views.OFFICIAL, Map.of("flow", "2.5"))).hasSize(3);
    assertThat(filtered(Views.OFFICIAL, Map.of("closed", "true"))).hasSize(3);
    assertThat(FieldFilter.parameterNames(view(Views.OFFICIAL), "o."))
        .contains("o.kind")
        .doesNotContain("o.flow");
  }

  @Test
  void hiddenFieldsFilterNothing() {
    assertThat(FieldFilter.parameterNames(view(Viewer.ANONYMOUS), ""))
        .doesNotContain("name", "tip");
    assertThat(filtered(Viewer.ANONYMOUS, Map.of("tip", "x"))).hasSize(3);
    assertThat(filtered(Views.OFFICIAL, Map.of("tip", "x"))).containsExactly("b");
  }

  @Test
  void aValueThatTheFieldCannotHaveIsRefused() {
    assertThatThrownBy(() -> filtered(Views.OFFICIAL, Map.of("kind", "pipe,canal")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("canal")
        .hasMessageContaining("pipe, ditch");
  }
}
