package zeren.responsibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.exchange.web.Uploads;

/** What a change would move, on the reference city; nothing of it is recorded. */
class PreviewHttpIT {

  private static final RunningZeren ZEREN = RunningZeren.reference();
  private static final String PATH = "/api/responsibility/preview";

  private static JsonNode preview(String body) {
    return RunningZeren.json(Uploads.post(ZEREN, PATH, body));
  }

  private static int version(String layer) {
    for (JsonNode one : ZEREN.jsonAsAdmin("/api/layers").path("layers")) {
      if (one.path("id").asString().equals(layer)) {
        return one.path("version").asInt();
      }
    }
    throw new AssertionError(layer);
  }

  private static String territorial(String layer, String id) {
    JsonNode who = ZEREN.jsonAsAdmin("/api/who?feature=" + layer + "/" + id);
    for (JsonNode answer : who.path("answers")) {
      if (answer.path("role").asString().equals("territorial")
          && answer.path("effective").asBoolean()) {
        return answer.path("party").path("name").asString();
      }
    }
    return "";
  }

  @Test
  void withoutADevelopmentZoneItsObjectsFallToTheCounties() {
    int before = version("district");
    JsonNode impact = preview("{\"layer\":\"district\",\"removed\":[\"410171\"]}");
    int moved = 0;
    TreeSet<String> to = new TreeSet<>();
    for (JsonNode move : impact.path("moved")) {
      boolean isPoint = !List.of("road", "reach").contains(move.path("layer").asString());
      if (isPoint && move.path("role").asString().equals("territorial")) {
        assertThat(move.path("before").toString()).isEqualTo("[\"郑州经济技术开发区管委会\"]");
        to.add(move.path("after").path(0).asString());
        moved++;
      }
    }
    assertThat(moved).isGreaterThan(20);
    assertThat(to).contains("管城回族区人民政府").allMatch(name -> name.endsWith("人民政府"));
    JsonNode one = impact.path("moved").path(0);
    assertThat(territorial(one.path("layer").asString(), one.path("id").asString()))
        .isEqualTo("郑州经济技术开发区管委会");
    int lost = 0;
    for (JsonNode party : impact.path("parties")) {
      if (party.path("name").asString().equals("郑州经济技术开发区管委会")) {
        lost += party.path("loses").asInt();
      }
    }
    // Roads and rivers that the zone has a part of are moved as well.
    assertThat(lost).isGreaterThanOrEqualTo(moved);
    assertThat(version("district")).isEqualTo(before);
  }

  @Test
  void withoutACellItsLandIsBare() {
    JsonNode impact = preview("{\"layer\":\"grid_cell\",\"removed\":[\"410103-T007-V07\"]}");
    assertThat(impact.path("area_gaps_opened")).hasSize(1);
    JsonNode bare = impact.path("area_gaps_opened").path(0);
    assertThat(bare.path("level").asString()).isEqualTo("village");
    assertThat(bare.path("district").path("name").asString()).isEqualTo("二七区");
    // A square of a kilometre, clipped to the county.
    assertThat(bare.path("area_m2").asDouble()).isBetween(100_000.0, 1_100_000.0);
    assertThat(impact.path("area_gaps_closed")).isEmpty();
    assertThat(impact.path("area_overlaps_opened")).isEmpty();
  }

  @Test
  void withoutACountyItsObjectsAreInNobodysCharge() {
    JsonNode impact = preview("{\"layer\":\"district\",\"removed\":[\"410106\"]}");
    assertThat(impact.path("gaps_opened").size()).isGreaterThan(10);
    for (JsonNode gap : impact.path("gaps_opened")) {
      assertThat(gap.path("role").asString()).isIn("territorial", "sector", "lead");
    }
    assertThat(impact.path("gaps_closed")).isEmpty();
  }

  @Test
  void anAssignmentThatNamesAnotherUnitMovesItsObjectsOnly() {
    JsonNode impact =
        preview(
            """
            {"layer":"assignment","features":[{"type":"Feature","id":"new","geometry":null,
             "properties":{"unit":"zz-garden","role":"sector","topics":"dust","scope_layer":"site",
              "scope_id":"ZZ-S03","document":"试验","clause":"第1条"}}]}
            """);
    assertThat(impact.path("moved")).hasSize(1);
    JsonNode move = impact.path("moved").path(0);
    assertThat(move.path("id").asString()).isEqualTo("ZZ-S03");
    assertThat(move.path("role").asString()).isEqualTo("sector");
    assertThat(move.path("after").toString()).isEqualTo("[\"郑州市园林局\"]");
  }

  @Test
  void aCheckedImportIsLookedAtLikeTheSameFeatures() {
    String rows =
        """
        id,name,unit,role,topics,scope_layer,scope_id,document,clause
        imported,示例,zz-garden,sector,dust,site,ZZ-S03,试验,第1条
        """;
    String id = Uploads.upload(ZEREN, "assignment", "分工.csv", rows).path("id").asString();
    HttpResponse<String> early = Uploads.post(ZEREN, PATH, "{\"import\":\"" + id + "\"}");
    assertThat(early.statusCode()).isEqualTo(409);
    JsonNode checked = Uploads.step(ZEREN, id, "check", "{}");
    assertThat(checked.path("result").path("created").asInt()).as(checked.toString()).isEqualTo(1);
    JsonNode impact = preview("{\"import\":\"" + id + "\"}");
    assertThat(impact.path("moved")).hasSize(1);
    assertThat(impact.path("moved").path(0).path("id").asString()).isEqualTo("ZZ-S03");
    JsonNode again = ZEREN.jsonAsAdmin("/api/imports/" + id);
    assertThat(again.path("state").asString()).isEqualTo("checked");
    assertThat(Uploads.delete(ZEREN, "/api/imports/" + id).statusCode()).isLessThan(300);
  }

  @Test
  void whatCannotBeLookedAtIsSaid() {
    Map<String, Integer> bodies =
        Map.of(
            "{\"layer\":\"nowhere\"}", 404,
            "{\"layer\":\"district\",\"more\":1}", 400,
            "{\"layer\":\"district\",\"features\":3}", 400,
            "{\"layer\":\"district\",\"features\":[{\"type\":\"Feature\"}]}", 400,
            "{\"layer\":\"district\",\"at\":\"2018-02-30\"}", 400,
            "{\"import\":\"none\"}", 404,
            "[]", 400,
            "{", 400);
    bodies.forEach(
        (body, status) ->
            assertThat(Uploads.post(ZEREN, PATH, body).statusCode()).as(body).isEqualTo(status));
    for (String body : List.of("{\"layer\":\"district\",\"removed\":[]}")) {
      assertThat(preview(body).path("moved")).isEmpty();
    }
  }

  @Test
  void strangersAreNotToldAnything() {
    HttpResponse<String> answer =
        ZEREN.send(
            ZEREN
                .request(PATH)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(401);
  }
}
