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
import zeren.layer.LayerView;
import zeren.layer.Outfalls;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

class FieldFilterTest {

  private static List<String> filtered(Viewer viewer, Map<String, String> parameters) {
    Map<String, String[]> values = new HashMap<>();
    parameters.forEach((name, value) -> values.put(name, new String[] {value}));
    LayerView view = Outfalls.view(viewer);
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
  void numbersAreComparedAsNumbers() {
    List<String> same = filtered(Views.OFFICIAL, Map.of("flow", "2.5"));
    assertThat(same).isNotEmpty().hasSizeLessThan(3);
    assertThat(filtered(Views.OFFICIAL, Map.of("flow", "25e-1,7"))).isEqualTo(same);
    assertThatThrownBy(() -> filtered(Views.OFFICIAL, Map.of("flow", "much")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("must be a number");
  }

  @Test
  void ignoredParametersFilterNothing() {
    assertThat(filtered(Views.OFFICIAL, Map.of("closed", "true"))).hasSize(3);
    assertThat(FieldFilter.parameterNames(Outfalls.view(Views.OFFICIAL), "o."))
        .contains("o.kind", "o.flow");
  }

  @Test
  void hiddenFieldsFilterNothing() {
    assertThat(FieldFilter.parameterNames(Outfalls.view(Viewer.ANONYMOUS), ""))
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
