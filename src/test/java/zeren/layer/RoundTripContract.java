package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ConfigurableApplicationContext;
import zeren.Shapes;

/** What is recorded comes back to the last bit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoundTripContract extends StoreContract {

  private ConfigurableApplicationContext context;
  private FeatureStore store;
  private FeatureVersionRepository repository;

  @BeforeAll
  void open(@TempDir Path folder) {
    context = open(freshDatabase(folder));
    store = context.getBean(FeatureStore.class);
    repository = context.getBean(FeatureVersionRepository.class);
  }

  @AfterAll
  void close() {
    context.close();
  }

  private FeatureVersion recorded(FeatureDraft draft) {
    store.record(List.of(draft), "tester");
    return repository.findHistory(draft.layer(), draft.id()).get(0);
  }

  static Stream<Geometry> geometries() {
    return Stream.of(
        Shapes.point(113.1, 0.1 + 0.2),
        Shapes.point(Math.nextDown(180.0), Math.nextUp(-90.0)),
        Shapes.point(Double.MIN_VALUE, 1e-17),
        Shapes.wkt("LINESTRING (113.123456789012345 34.1, 113.2 34.2, 113.2 34.2)"),
        Shapes.wkt("MULTILINESTRING ((1 1, 2 2), (3 3, 4 4.000000000000001))"),
        Shapes.wkt("POLYGON ((0 0, 0 3, 3 3, 3 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"),
        Shapes.wkt(
            "MULTIPOLYGON (((0 0, 3 0, 3 3, 0 0)), ((10 10, 10 20, 20 20, 10 10),"
                + " (11 13, 12 14, 12 15, 11 13)))"));
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void geometriesKeepTypeOrderAndEveryBit(Geometry geometry) {
    String layer =
        switch (geometry.getDimension()) {
          case 0 -> "outfall";
          case 1 -> "road";
          default -> "zone_of_test";
        };
    Map<String, Object> properties = Map.of("name", "g");
    FeatureDraft draft = draft(layer, "g" + geometry.hashCode(), geometry, properties, day(1));
    Geometry read = recorded(draft).geometry();
    assertThat(read.getGeometryType()).isEqualTo(geometry.getGeometryType());
    assertThat(read.equalsExact(geometry)).as("%s = %s", read, geometry).isTrue();
    Coordinate[] expected = geometry.getCoordinates();
    Coordinate[] actual = read.getCoordinates();
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i].x).isEqualTo(expected[i].x);
      assertThat(actual[i].y).isEqualTo(expected[i].y);
    }
    assertThat(recorded(draft).version()).as("saying it again is no change").isEqualTo(1);
  }

  @Test
  void propertiesKeepTypeAndValue() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("name", "引号\" 反斜杠\\ 换行\n制表\t 😀 </script> ' ;--  \u00a0\u2028");
    properties.put("pipes", Long.MAX_VALUE);
    properties.put("flow", 0.1 + 0.2);
    properties.put("closed", true);
    properties.put("found_on", "2020-02-29");
    FeatureDraft draft =
        new FeatureDraft(LAYER, "properties", Shapes.point(1, 1), properties, day(1), null);
    assertThat(recorded(draft).properties()).isEqualTo(properties);
    assertThat(recorded(draft).version()).as("saying it again is no change").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        1,
        -1.5,
        100,
        1e7,
        1e21,
        123456789.123456789,
        1e-7,
        Double.MIN_VALUE,
        Double.MAX_VALUE
      })
  void numbersKeepEveryBit(double flow) {
    FeatureDraft draft =
        draft(LAYER, "n" + flow, Shapes.point(1, 1), Map.of("name", "n", "flow", flow), day(1));
    assertThat(recorded(draft).properties()).containsEntry("flow", flow);
    assertThat(recorded(draft).version()).as("saying it again is no change").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 3, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Long.MIN_VALUE})
  void wholeNumbersStayWholeNumbersOfTheirType(long pipes) {
    FeatureDraft draft =
        draft(LAYER, "l" + pipes, Shapes.point(1, 1), Map.of("name", "l", "pipes", pipes), day(1));
    assertThat(recorded(draft).properties()).containsEntry("pipes", pipes);
    assertThat(recorded(draft).version()).as("saying it again is no change").isEqualTo(1);
  }

  @Test
  void nullsAreNoValues() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("name", "A");
    properties.put("flow", null);
    FeatureDraft draft =
        new FeatureDraft(LAYER, "nulls", Shapes.point(1, 1), properties, day(1), null);
    assertThat(recorded(draft).properties()).containsOnlyKeys("name");
    assertThat(recorded(draft).version()).isEqualTo(1);
  }

  @Test
  void theSourceIsKeptAsItWasGiven() {
    String wkt = "LINESTRING (" + "498765.4321 3846789.0123, ".repeat(5_000) + "1 2)";
    var source = new FeatureDraft.SourcePosition("EPSG:4526", wkt);
    FeatureDraft draft =
        new FeatureDraft(
            "road",
            "source",
            Shapes.wkt("LINESTRING (1 1, 2 2)"),
            Map.of("name", "s"),
            day(1),
            source);
    assertThat(recorded(draft).source()).isEqualTo(source);
    assertThat(recorded(draft).version()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "中原区/振兴路 37号",
        "a%2Fb",
        "'; DROP TABLE account; --",
        "A",
        "a",
        " a",
        "é",
        "e\u0301",
        "😀",
        "\"",
        "\\",
        "null",
        "0",
        ".a"
      })
  void idsAreWhatTheyAreToTheCharacter(String id) {
    FeatureVersion version = recorded(draft(id, "of " + id, day(1)));
    assertThat(version.id()).isEqualTo(id);
    assertThat(nameOn(context, id, day(1))).contains("of " + id);
    assertThat(repository.findHistory(LAYER, id)).hasSize(1);
  }

  @Test
  void anIdMayBeTwoHundredCharactersLong() {
    String id = "责".repeat(200);
    assertThat(recorded(draft(id, "long", day(1))).id()).isEqualTo(id);
  }
}
