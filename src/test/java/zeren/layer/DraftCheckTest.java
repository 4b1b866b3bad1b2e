package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;

class DraftCheckTest {

  private final Declarations declarations =
      new Declarations(Path.of("src/test/resources/own-layers"));

  DraftCheckTest() throws IOException {}

  private static FeatureDraft draft(String id, Geometry geometry, String field, Object value) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("name", "A");
    properties.put(field, value);
    return new FeatureDraft("outfall", id, geometry, properties, LocalDate.of(2020, 1, 1), null);
  }

  private static Arguments bad(String field, Object value) {
    return Arguments.of(field, value);
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        bad("pipes", 3),
        bad("pipes", "3"),
        bad("flow", 3L),
        bad("flow", Double.NaN),
        bad("flow", Double.POSITIVE_INFINITY),
        bad("closed", "true"),
        bad("found_on", "2021-02-29"),
        bad("found_on", "yesterday"),
        bad("found_on", "20210228"),
        bad("informant", "spy"),
        bad("depth", 1.0),
        bad("synthetic", "no"),
        bad("name", 7L));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void badValuesAreRefusedWithTheirField(String field, Object value) {
    assertRefused(draft("x", Shapes.point(1, 1), field, value), field);
  }

  @Test
  void goodValuesOfEveryTypePass() {
    FeatureDraft good = draft("x", Shapes.point(1, 1), "found_on", "2020-02-29");
    good.properties()
        .putAll(Map.of("pipes", 3L, "flow", 1.5, "closed", true, "informant", "worker"));
    assertThatCode(() -> new DraftCheck(declarations, "outfall").check(List.of(good)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000", "a\nb", "a\u0000b", "a\u0085b", "a,b", ".", ".."})
  void badIdsAreRefused(String id) {
    assertRefused(draft(id, Shapes.point(1, 1), "name", "A"), "id");
  }

  @Test
  void anIdMayNotBeTooLong() {
    assertRefused(draft("x".repeat(201), Shapes.point(1, 1), "name", "A"), "id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT EMPTY",
        "POINT (181 0)",
        "POINT (0 90.1)",
        "LINESTRING (1 1, 2 2)",
        "MULTIPOINT ((1 1))"
      })
  void badGeometriesAreRefused(String wkt) {
    assertRefused(draft("x", Shapes.wkt(wkt), "name", "A"), "geometry");
  }

  @Test
  void aPointThatIsNoNumberIsRefused() {
    assertRefused(draft("x", Shapes.point(Double.NaN, 1), "name", "A"), "geometry");
    assertRefused(draft("x", Shapes.point(1, Double.POSITIVE_INFINITY), "name", "A"), "geometry");
  }

  @Test
  void aBowTieIsRefused() {
    FeatureDraft bowTie =
        new FeatureDraft(
            "zone_of_test",
            "x",
            Shapes.wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"),
            Map.of("name", "A"),
            LocalDate.of(2020, 1, 1),
            null);
    assertThatThrownBy(() -> new DraftCheck(declarations, "zone_of_test").check(List.of(bowTie)))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining("geometry");
  }

  @Test
  void everyReasonIsGivenAtOnce() {
    FeatureDraft one = draft("x", Shapes.wkt("POINT EMPTY"), "flow", "much");
    one.properties().remove("name");
    FeatureDraft other = draft("x", Shapes.point(1, 1), "name", "B");
    assertThatThrownBy(() -> new DraftCheck(declarations, "outfall").check(List.of(one, other)))
        .isInstanceOfSatisfying(
            DraftException.class,
            e ->
                assertThat(e.refusals())
                    .extracting(DraftException.Refusal::field)
                    .containsExactly("geometry", "flow", "name", "id"));
  }

  @Test
  void aLayerThatIsNotDeclaredTakesNothing() {
    assertThatThrownBy(() -> new DraftCheck(declarations, "nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertRefused(FeatureDraft draft, String field) {
    assertThatThrownBy(() -> new DraftCheck(declarations, "outfall").check(List.of(draft)))
        .isInstanceOfSatisfying(
            DraftException.class,
            e ->
                assertThat(e.refusals())
                    .anySatisfy(refusal -> assertThat(refusal.field()).isEqualTo(field)));
  }
}
