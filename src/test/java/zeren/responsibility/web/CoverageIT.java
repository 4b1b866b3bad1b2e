package zeren.responsibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.geo.Geodesy;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** Gaps and overlaps over HTTP: a county of which cells cover a part, and a little of it twice. */
class CoverageIT {

  private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
  private static final LocalDate WIDENED = LocalDate.of(2021, 1, 1);
  private static final RunningZeren ZEREN = RunningZeren.start("--zeren.reference=false");

  @BeforeAll
  static void fill() {
    FeatureStore store = ZEREN.bean(FeatureStore.class);
    store.record(
        List.of(
            draft("district", "甲", box(113, 34, 113.1), Map.of("kind", "county", "city", "小城")),
            cell("a", box(113, 34, 113.05), "village"),
            cell("b", box(113.05, 34, 113.08), "village"),
            cell("county", box(113, 34, 113.1), "county"),
            draft("site", "s", Shapes.point(113.09, 34.05), Map.of("type", "building"))),
        "tester");
    FeatureDraft wider = cell("b", box(113.04, 34, 113.08), "village");
    store.record(
        List.of(
            new FeatureDraft(
                wider.layer(), wider.id(), wider.geometry(), wider.properties(), WIDENED, null)),
        "tester");
  }

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static Geometry box(double west, double south, double east) {
    return Shapes.rectangle(west, south, east, south + 0.1);
  }

  private static FeatureDraft cell(String id, Geometry area, String level) {
    return draft("grid_cell", id, area, Map.of("level", level, "district", "甲"));
  }

  private static FeatureDraft draft(
      String layer, String id, Geometry geometry, Map<String, Object> more) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(more);
    values.put("name", "名" + id);
    return new FeatureDraft(layer, id, geometry, values, FOUNDED, null);
  }

  @Test
  void aGapSaysWhereItIsAndWhatStandsInIt() {
    JsonNode answer = ZEREN.jsonAsAdmin("/api/audits/gaps?layer=grid_cell&level=village");
    assertThat(answer.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(answer.path("features")).hasSize(1);
    JsonNode gap = answer.path("features").get(0);
    assertThat(gap.path("geometry").path("type").asString()).isEqualTo("Polygon");
    JsonNode properties = gap.path("properties");
    assertThat(properties.path("area_m2").asDouble())
        .isEqualTo(Math.round(Geodesy.area(box(113.08, 34, 113.1)) * 100) / 100.0);
    assertThat(properties.path("district").path("name").asString()).isEqualTo("名甲");
    assertThat(properties.path("sites").asInt()).isEqualTo(1);
    assertThat(properties.path("enterprises").asInt()).isZero();
    assertThat(properties.path("sliver").asBoolean()).isFalse();
    JsonNode level = answer.path("levels").get(0);
    assertThat(level.path("covered_m2").asDouble() + level.path("pieces_m2").asDouble())
        .isEqualTo(level.path("city_m2").asDouble());
  }

  @Test
  void allLevelsComeFromTheHighestToTheLowest() {
    JsonNode answer = ZEREN.jsonAsAdmin("/api/audits/gaps");
    assertThat(answer.path("levels").findValuesAsString("level"))
        .containsExactly("county", "township", "village");
    assertThat(answer.path("numberMatched").asInt()).isEqualTo(2);
    JsonNode first = ZEREN.jsonAsAdmin("/api/audits/gaps?limit=1");
    assertThat(first.path("features")).hasSize(1);
    assertThat(first.path("next").asString()).contains("offset=1").contains("limit=1");
  }

  @Test
  void overlapsNameBothCellsAndFollowTheDay() {
    JsonNode now = ZEREN.jsonAsAdmin("/api/audits/overlaps?level=village");
    assertThat(
            now.path("features").get(0).path("properties").path("owners").findValuesAsString("id"))
        .containsExactly("a", "b");
    JsonNode before = ZEREN.jsonAsAdmin("/api/audits/overlaps?level=village&at=2020-06-01");
    assertThat(before.path("features")).isEmpty();
    JsonNode longAgo = ZEREN.jsonAsAdmin("/api/audits/gaps?level=village&at=1999-01-01");
    assertThat(longAgo.path("features")).isEmpty();
    assertThat(longAgo.path("levels").get(0).path("city_m2").asDouble()).isZero();
  }

  @Test
  void whatIsSmallerThanTheToleranceIsReportedApart() {
    String path = "/api/audits/gaps?level=village&tolerance=100000000";
    JsonNode without = ZEREN.jsonAsAdmin(path);
    assertThat(without.path("features")).isEmpty();
    assertThat(without.path("levels").get(0).path("slivers").asInt()).isEqualTo(1);
    JsonNode only = ZEREN.jsonAsAdmin(path + "&slivers=only");
    assertThat(only.path("features").get(0).path("properties").path("sliver").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gaps", "overlaps"})
  void whoeverSeesNoInternalDataFindsNothingThere(String kind) {
    HttpResponse<String> closed = ZEREN.get("/api/audits/" + kind + "?layer=nothing");
    HttpResponse<String> absent = ZEREN.get("/api/audits/nothing");
    assertThat(closed.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
    assertThat(closed.body().replace(kind, "nothing")).isEqualTo(absent.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layer=site",
        "layer=district",
        "level=city",
        "tolerance=-1",
        "tolerance=much",
        "width=-1",
        "slivers=some",
        "at=2021-02-31",
        "limit=0",
        "colour=red"
      })
  void whatCannotBeUsedIsNamed(String parameter) {
    HttpResponse<String> answer = ZEREN.getAsAdmin("/api/audits/gaps?" + parameter);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("parameter").asString())
        .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
  }
}
