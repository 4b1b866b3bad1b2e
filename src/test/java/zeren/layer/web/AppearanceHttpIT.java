package zeren.layer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;

/** Titles and drawing from the database lie over the declaration, for everybody and at once. */
class AppearanceHttpIT {

  private static final String LOOK = "/api/operation/appearances/station";
  private static final RunningZeren ZEREN =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");

  static {
    SmallTown.fill(ZEREN);
  }

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static HttpResponse<String> put(int number, String body) {
    return ZEREN.send(
        ZEREN
            .requestAsAdmin(LOOK)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + number + "\"")
            .PUT(BodyPublishers.ofString(body)));
  }

  private static JsonNode station() {
    for (JsonNode layer : ZEREN.json("/api/layers").path("layers")) {
      if (layer.path("id").asString().equals("station")) {
        return layer;
      }
    }
    throw new AssertionError("no stations");
  }

  private static int number() {
    return ZEREN.jsonAsAdmin(LOOK).path("number").asInt();
  }

  @Test
  void whoeverAsksSeesItAtOnceAndTheRestIsAsDeclared() {
    JsonNode before = station();
    int number = number();
    JsonNode changed =
        RunningZeren.json(
            put(
                number,
                """
                {"title":{"zh":"国控点","en":"National point"},
                 "fields":{"name":{"zh":"点位","en":"Point"}},"style":{"fill":"#123456"}}"""));
    assertThat(changed.path("number").asInt()).isEqualTo(number + 1);
    JsonNode now = station();
    assertThat(now.at("/title/zh").asString()).isEqualTo("国控点");
    assertThat(now.at("/fields/0/title/en").asString()).isEqualTo("Point");
    assertThat(now.at("/drawing/style/fill").asString()).isEqualTo("#123456");
    assertThat(now.at("/drawing/style/shape")).isEqualTo(before.at("/drawing/style/shape"));
    assertThat(now.path("visibility")).isEqualTo(before.path("visibility"));
    assertThat(now.path("count")).isEqualTo(before.path("count"));
    assertThat(ZEREN.get("/ogc/collections/station?f=json&lang=zh").body()).contains("国控点");
    assertThat(ZEREN.get("/tiles/station/style.json").body()).contains("#123456");

    JsonNode back = RunningZeren.json(put(number + 1, "{}"));
    assertThat(back.path("history")).hasSize(number + 2);
    JsonNode after = station();
    assertThat(after.path("title")).isEqualTo(before.path("title"));
    assertThat(after.path("fields")).isEqualTo(before.path("fields"));
    assertThat(after.path("drawing")).isEqualTo(before.path("drawing"));
  }

  @Test
  void whatWouldChangeMoreIsRefused() {
    int number = number();
    for (String bad :
        new String[] {
          "{\"title\":{\"zh\":\"\",\"en\":\"x\"}}",
          "{\"title\":{\"zh\":\"x\"}}",
          "{\"fields\":{\"nothing\":{\"zh\":\"x\",\"en\":\"x\"}}}",
          "{\"fields\":{\"name\":null}}",
          "{\"style\":{\"shape\":\"circle\"}}",
          "{\"style\":{\"fill\":\"red;}\"}}",
          "{\"style\":{\"fill\":null}}",
          "{\"style\":{\"size\":1000}}",
          "{\"byValue\":{\"nothing\":{\"fill\":\"#112233\"}}}",
          "{\"byValue\":{\"national\":null}}"
        }) {
      assertThat(put(number, bad).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(put(number + 7, "{}").statusCode()).isEqualTo(412);
    assertThat(number()).isEqualTo(number);
  }
}
