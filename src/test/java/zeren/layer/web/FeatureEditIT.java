package zeren.layer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Editing one feature over HTTP, by one person and by two. */
class FeatureEditIT {

  private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
  private static final RunningZeren ZEREN =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static String path(String id) {
    return "/api/layers/outfall/features/" + id;
  }

  private static String feature(String name, double lon, double lat, String more) {
    return """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[%s,%s]},
         "properties":{"name":"%s"%s}}"""
        .formatted(lon, lat, name, more);
  }

  private static HttpResponse<String> put(String id, String body, String header, String value) {
    HttpRequest.Builder request = ZEREN.requestAsAdmin(path(id)).PUT(BodyPublishers.ofString(body));
    return ZEREN.send(header.isEmpty() ? request : request.header(header, value));
  }

  private static HttpResponse<String> create(String id) {
    HttpResponse<String> made = put(id, feature("口", 113.5, 34.5, ""), "If-None-Match", "*");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return made;
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void aNewFeatureIsEditedAndEnded() {
    HttpResponse<String> made = create("e1");
    JsonNode first = RunningZeren.parse(made.body());
    assertThat(first.path("valid_from").asString()).isEqualTo(TODAY);
    assertThat(first.path("recorded_by").asString()).isEqualTo("admin");

    HttpResponse<String> edited =
        put(
            "e1",
            feature("新口", 113.6, 34.6, ",\"pipes\":3,\"flow\":2,\"found_on\":\"2020-02-29\""),
            "If-Match",
            tag(made));
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    JsonNode now = ZEREN.jsonAsAdmin(path("e1"));
    assertThat(now.path("properties").path("flow").asDouble()).isEqualTo(2.0);
    assertThat(now.path("geometry").path("coordinates").get(0).asDouble()).isEqualTo(113.6);
    assertThat(
            ZEREN
                .jsonAsAdmin("/ogc/collections/outfall/items?pipes=3")
                .path("numberMatched")
                .asInt())
        .isEqualTo(1);

    HttpResponse<String> ended =
        ZEREN.send(ZEREN.requestAsAdmin(path("e1")).header("If-Match", tag(edited)).DELETE());
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(204);
    assertThat(ZEREN.getAsAdmin(path("e1")).statusCode()).isEqualTo(404);
  }

  @Test
  void theSecondOfTwoEditorsGetsBothVersionsAndLosesNothing() {
    String tag = tag(create("e2"));
    assertThat(put("e2", feature("甲", 113.5, 34.5, ""), "If-Match", tag).statusCode())
        .isEqualTo(200);
    HttpResponse<String> second = put("e2", feature("乙", 113.7, 34.5, ""), "If-Match", tag);
    assertThat(second.statusCode()).isEqualTo(412);
    JsonNode problem = RunningZeren.parse(second.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/version-conflict");
    assertThat(problem.path("current").path("properties").path("name").asString()).isEqualTo("甲");
    assertThat(problem.path("yours").path("properties").path("name").asString()).isEqualTo("乙");
    assertThat(problem.path("yours").path("geometry").path("coordinates").get(0).asDouble())
        .isEqualTo(113.7);
    int current = problem.path("current").path("version").asInt();
    assertThat(
            put("e2", feature("乙", 113.7, 34.5, ""), "If-Match", "\"" + current + "\"")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void ofManyWhoSaveAtTheSameMomentOneWins() throws Exception {
    String tag = tag(create("e3"));
    int many = 8;
    CyclicBarrier start = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    List<Future<Integer>> answers = new ArrayList<>();
    try {
      for (int i = 0; i < many; i++) {
        String name = "人" + i;
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return put("e3", feature(name, 113.5, 34.5, ""), "If-Match", tag).statusCode();
                }));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void withoutAVersionNothingIsWritten() {
    create("e4");
    assertThat(put("e4", feature("x", 1, 1, ""), "", "").statusCode()).isEqualTo(428);
    assertThat(put("e4", feature("x", 1, 1, ""), "If-Match", "abc").statusCode()).isEqualTo(400);
    assertThat(put("e4", feature("x", 1, 1, ""), "If-None-Match", "*").statusCode()).isEqualTo(412);
    assertThat(ZEREN.send(ZEREN.requestAsAdmin(path("e4")).DELETE()).statusCode()).isEqualTo(428);
    assertThat(ZEREN.jsonAsAdmin(path("e4")).path("properties").path("name").asString())
        .isEqualTo("口");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[]; type",
        "{; type",
        "{\"type\":\"Polygon\"}; type",
        "{\"type\":\"Feature\",\"colour\":1}; colour",
        "{\"type\":\"Feature\",\"id\":\"other\",\"properties\":{}}; id",
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}; geometry",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[200,3]},\"properties\":{}}; geometry",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,34]}}; properties",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,1],[2,2]]},\"properties\":{\"name\":\"a\"}}; geometry",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,34]},\"properties\":{}}; name",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,34]},\"properties\":{\"name\":\"a\",\"x\":1}}; x",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,34]},\"properties\":{\"name\":\"a\",\"pipes\":1.5}}; pipes",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,34]},\"properties\":{\"name\":\"a\",\"found_on\":\"2018-02-30\"}}; found_on",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,34]},\"properties\":{\"name\":\"a\",\"informant\":\"cat\"}}; informant",
        "{\"type\":\"Feature\",\"valid_from\":\"2018-02-30\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,34]},\"properties\":{\"name\":\"a\"}}; valid_from"
      })
  void aBodyThatDoesNotFitIsRefusedWithTheField(String body, String field) {
    HttpResponse<String> answer = put("bad", body, "If-None-Match", "*");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("field").asString()).isEqualTo(field);
    assertThat(ZEREN.getAsAdmin(path("bad")).statusCode()).isEqualTo(404);
  }

  @Test
  void coordinatesInAnotherDatumAreConvertedAndKept() {
    HttpResponse<String> made =
        ZEREN.send(
            ZEREN
                .requestAsAdmin(path("gcj") + "?crs=gcj02")
                .header("If-None-Match", "*")
                .PUT(BodyPublishers.ofString(feature("高德", 113.6311, 34.7500, ""))));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode body = RunningZeren.parse(made.body());
    assertThat(body.path("source").path("crs").asString()).isEqualTo("gcj02");
    assertThat(body.path("source").path("wkt").asString()).isEqualTo("POINT (113.6311 34.75)");
    // One shift is some 600 m here.
    assertThat(body.path("geometry").path("coordinates").get(0).asDouble())
        .isBetween(113.6240, 113.6260);
  }

  @Test
  void theHistorySaysWhoChangedWhatAndStrangersDoNotLearnWho() {
    HttpResponse<String> made = create("e5");
    put("e5", feature("新", 113.5, 34.5, ",\"informant\":\"worker\""), "If-Match", tag(made));
    JsonNode mine = ZEREN.jsonAsAdmin(path("e5") + "/history").path("versions");
    assertThat(mine.get(0).path("change").path("kind").asString()).isEqualTo("edit");
    assertThat(mine.get(0).path("change").path("recorded_by").asString()).isEqualTo("admin");
    assertThat(mine.get(0).path("changes").toString())
        .contains("{\"field\":\"name\",\"before\":\"口\",\"after\":\"新\"}")
        .contains("informant");
    String strangers = ZEREN.get(path("e5") + "/history").body();
    assertThat(strangers)
        .contains("\"before\":\"口\"")
        .doesNotContain("informant")
        .doesNotContain("admin");
    assertThat(ZEREN.get(path("e5")).body()).doesNotContain("admin");
  }

  @Test
  void aBrowserOnAnotherSiteCannotUseRememberedPasswords() {
    HttpResponse<String> answer =
        ZEREN.send(
            ZEREN
                .requestAsAdmin(path("evil"))
                .header("If-None-Match", "*")
                .header("Sec-Fetch-Site", "cross-site")
                .PUT(BodyPublishers.ofString(feature("x", 113.5, 34.5, ""))));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(ZEREN.getAsAdmin(path("evil")).statusCode()).isEqualTo(404);
  }
}
