package zeren.layer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;

class LayerHttpIT {

  private final RunningZeren zeren = SmallTown.running();

  static List<String> hardIds() {
    return SmallTown.HARD_IDS;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void layersAreListedInDrawingOrderWithWhatTheyHold() {
    JsonNode layers = zeren.json("/api/layers").path("layers");
    assertThat(layers)
        .extracting(layer -> layer.path("id").asString())
        .containsExactly(
            "district",
            "reach",
            "road",
            "zone_of_test",
            "grid_cell",
            "section",
            "station",
            "outfall",
            "sluice",
            "unit",
            "required_role");
    JsonNode district = layers.get(0);
    assertThat(district.path("title").path("zh").asString()).isEqualTo("行政区与开发区");
    assertThat(district.path("title").path("en").asString()).isEqualTo("District");
    assertThat(district.path("geometry").asString()).isEqualTo("MultiPolygon");
    assertThat(district.path("visibility").asString()).isEqualTo("public");
    assertThat(district.path("count").asInt()).isEqualTo(2);
    assertThat(district.path("version").asLong()).isPositive();
    assertThat(district.path("extent"))
        .extracting(JsonNode::asDouble)
        .containsExactly(113.5, 34.7, 113.7, 34.8);
    assertThat(district.path("fields"))
        .extracting(field -> field.path("name").asString())
        .containsExactly("name", "kind", "city", "aliases", "accuracy_m", "source", "synthetic");
    assertThat(district.path("fields").get(1).path("values").path("county").path("en").asString())
        .isEqualTo("County");
  }

  @Test
  void anEmptyLayerHasNoExtent() {
    JsonNode sluice = zeren.json("/api/layers").path("layers").get(8);
    assertThat(sluice.path("count").asInt()).isZero();
    assertThat(sluice.path("extent").isNull()).isTrue();
  }

  @Test
  void aFeatureIsGeoJsonWithItsPeriodAndWhoRecordedIt() {
    HttpResponse<String> answer = zeren.get("/api/layers/station/features/edge");
    JsonNode feature = RunningZeren.json(answer);
    assertThat(feature.path("type").asString()).isEqualTo("Feature");
    assertThat(feature.path("id").asString()).isEqualTo("edge");
    assertThat(feature.path("geometry").path("type").asString()).isEqualTo("Point");
    assertThat(feature.path("geometry").path("coordinates"))
        .extracting(JsonNode::asDouble)
        .containsExactly(113.6, 34.75);
    assertThat(feature.path("properties").path("level").asString()).isEqualTo("national");
    assertThat(feature.path("properties").path("source").asString()).isEqualTo("hand-made");
    assertThat(feature.path("valid_from").asString()).isEqualTo("2020-01-01");
    assertThat(feature.path("valid_to").isNull()).isTrue();
    assertThat(feature.path("recorded_by").asString()).as("for strangers").isEmpty();
    assertThat(
            zeren.jsonAsAdmin("/api/layers/station/features/edge").path("recorded_by").asString())
        .isEqualTo("tester");
    assertThat(Instant.parse(feature.path("recorded_at").asString())).isBefore(Instant.now());
  }

  @Test
  void everyTypeOfValueIsJsonOfThatType() {
    JsonNode properties = zeren.json("/api/layers/outfall/features/pipe").path("properties");
    assertThat(properties.path("pipes").isIntegralNumber()).isTrue();
    assertThat(properties.path("flow").asDouble()).isEqualTo(2.0);
    assertThat(properties.path("closed").isBoolean()).isTrue();
    assertThat(properties.path("found_on").asString()).isEqualTo("2021-05-06");
  }

  @Test
  void aDayPicksTheVersion() {
    String moved = "/api/layers/site/features/moved";
    assertThat(latitude(zeren.jsonAsAdmin(moved))).isEqualTo(34.61);
    assertThat(latitude(zeren.jsonAsAdmin(moved + "?at=2021-01-01"))).isEqualTo(34.61);
    JsonNode before = zeren.jsonAsAdmin(moved + "?at=2020-12-31");
    assertThat(latitude(before)).isEqualTo(34.6);
    assertThat(before.path("valid_to").asString()).isEqualTo("2021-01-01");
    assertThat(zeren.getAsAdmin(moved + "?at=2020-01-01").statusCode()).isEqualTo(200);
    assertThat(zeren.getAsAdmin(moved + "?at=2019-12-31").statusCode()).isEqualTo(404);
  }

  private static double latitude(JsonNode feature) {
    return feature.path("geometry").path("coordinates").get(1).asDouble();
  }

  @Test
  void theHistoryIsNewestFirst() {
    JsonNode versions =
        zeren.jsonAsAdmin("/api/layers/site/features/moved/history").path("versions");
    assertThat(versions)
        .extracting(version -> version.path("version").asInt())
        .containsExactly(3, 2, 1);
    assertThat(versions.get(2).path("superseded_at").isNull()).isFalse();
    assertThat(versions.get(0).path("superseded_at").isNull()).isTrue();
    assertThat(versions.get(0).path("valid_from").asString()).isEqualTo("2021-01-01");
  }

  @ParameterizedTest
  @MethodSource("hardIds")
  void everyIdIsReachedByItsEncodedPath(String id) {
    String path = "/api/layers/station/features/" + encoded(id);
    assertThat(zeren.json(path).path("id").asString()).isEqualTo(id);
    JsonNode versions = zeren.json(path + "/history").path("versions");
    assertThat(versions.get(0).path("id").asString()).isEqualTo(id);
    JsonNode zone = zeren.json("/api/zones/station/" + encoded(id) + "?radius=1000");
    assertThat(zone.path("id").asString()).isEqualTo(id);
    assertThat(zone.path("properties").path("id").asString()).isEqualTo(id);
  }

  @Test
  void anIdThatIsNotThereIsNamedInTheRefusal() {
    HttpResponse<String> answer = zeren.get("/api/layers/station/features/" + encoded("没有/站"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(RunningZeren.parse(answer.body()).path("detail").asString()).contains("没有/站");
  }

  @Test
  void aZoneIsARingAtItsRadius() {
    JsonNode zone = zeren.json("/api/zones/station/edge?radius=3000");
    assertThat(zone.path("properties").path("radius").asDouble()).isEqualTo(3000);
    assertThat(zone.path("properties").path("name").asString()).isEqualTo("站 edge");
    JsonNode ring = zone.path("geometry").path("coordinates").get(0);
    assertThat(ring.size()).isGreaterThan(30);
    for (JsonNode vertex : ring) {
      assertThat(Shapes.metres(113.6, 34.75, vertex.get(0).asDouble(), vertex.get(1).asDouble()))
          .isCloseTo(3000, within(1.0));
    }
    assertThat(zeren.json("/api/zones/station/edge").path("properties").path("radius").asDouble())
        .isEqualTo(3000);
  }

  @Test
  void aZoneKnowsTheDay() {
    assertThat(zeren.get("/api/zones/station/edge?at=2019-12-31").statusCode()).isEqualTo(404);
    assertThat(
            zeren
                .jsonAsAdmin("/api/zones/site/moved?at=2020-12-31&radius=1")
                .path("geometry")
                .path("coordinates")
                .get(0)
                .get(0)
                .get(1)
                .asDouble())
        .isCloseTo(34.6, within(1e-4));
    assertThat(zeren.get("/api/zones/station/edge?radius=0").statusCode()).isEqualTo(400);
    assertThat(zeren.get("/api/zones/station/edge?radius=100001").statusCode()).isEqualTo(400);
  }
}
