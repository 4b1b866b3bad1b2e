package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeren.geo.GeometryAssert.assertThatGeometry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonModuleTest {

  private final JsonMapper mapper = JsonMapper.builder().addModule(new GeoJsonModule()).build();

  record Place(String name, @Nullable Geometry geometry) {}

  record Centre(Point point) {}

  @Test
  void bindsGeometriesInsideOfObjects() {
    String json =
        "{\"name\":\"a\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[113.5,34.25]}}";
    Place place = mapper.readValue(json, Place.class);
    assertThatGeometry(place.geometry()).isEqualTo("POINT (113.5 34.25)");
    assertThat(mapper.writeValueAsString(place)).isEqualTo(json);
  }

  @Test
  void bindsAMissingGeometryToNull() {
    assertThat(mapper.readValue("{\"name\":\"a\",\"geometry\":null}", Place.class).geometry())
        .isNull();
    assertThat(mapper.writeValueAsString(new Place("a", null))).contains("\"geometry\":null");
  }

  @Test
  void passesItsErrorsThroughTheEnclosingObject() {
    assertThatThrownBy(
            () ->
                mapper.readValue(
                    "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]}}", Place.class))
        .isInstanceOfSatisfying(
            GeoJsonException.class, e -> assertThat(e.jsonPath()).isEqualTo("$.coordinates"));
  }

  @Test
  void bindsOneTypeOnly() {
    String line = "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}";
    assertThatGeometry(
            mapper
                .readValue("{\"point\":{\"type\":\"Point\",\"coordinates\":[1,2]}}", Centre.class)
                .point())
        .isEqualTo("POINT (1 2)");
    assertThatThrownBy(() -> mapper.readValue("{\"point\":" + line + "}", Centre.class))
        .isInstanceOf(GeoJsonException.class)
        .hasMessageContaining("expected Point, got LineString");
  }

  @Test
  void writesIntoATree() {
    JsonNode tree = mapper.valueToTree(Shapes.point(113.624912345, 1e-7));
    assertThat(tree.get("coordinates").get(0).asDouble()).isEqualTo(113.624912345);
    assertThat(tree.get("coordinates").get(1).asDouble()).isEqualTo(1e-7);
    assertThatGeometry(GeoJson.read(tree)).isEqualTo("POINT (113.624912345 0.0000001)");
  }

  @Test
  void isUsedByTheMapperOfTheService() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
        .withUserConfiguration(GeoJsonModule.class)
        .run(
            context ->
                assertThat(context.getBean(JsonMapper.class).writeValueAsString(Shapes.point(1, 2)))
                    .isEqualTo("{\"type\":\"Point\",\"coordinates\":[1,2]}"));
  }
}
