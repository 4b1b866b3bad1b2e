package zeren.layer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** Many features edited at once over HTTP, all of them or none, and taken back. */
class BatchEditHttpIT {

  private static final RunningZeren ZEREN =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
  private static final String EDITS = "/api/layers/site/edits";
  private static int made;

  private String one;
  private String two;

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  @BeforeEach
  void makeTwo() {
    one = "one" + ++made;
    two = "two" + made;
    record(one, "building", SmallTown.FOUNDED);
    record(two, "building", SmallTown.FOUNDED);
  }

  private static void record(String id, String type, LocalDate from) {
    FeatureDraft draft = SmallTown.site(id, Shapes.point(113.5, 34.5), type, from);
    ZEREN.bean(FeatureStore.class).record(List.of(draft), "tester");
  }

  private static HttpResponse<String> post(String path, String body) {
    return ZEREN.send(
        ZEREN
            .requestAsAdmin(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private String body(String set, String versions, String more) {
    String[] of = versions.split(",");
    return """
        {"features":[{"id":"%s","version":%s},{"id":"%s","version":%s}],"set":{%s}%s}"""
        .formatted(one, of[0], two, of[1], set, more);
  }

  private static JsonNode site(String id) {
    return ZEREN.jsonAsAdmin("/api/layers/site/features/" + id);
  }

  private static String valueOf(String id, String field) {
    return site(id).path("properties").path(field).asString("");
  }

  /** What was ended and begins anew on the same day is not ended by mistake any more. */
  @Test
  void anEndIsNotTakenBackOnceItWasFollowedOrTakenBackAlready() {
    String path = "/api/layers/site/features/" + one;
    HttpResponse<String> ended =
        ZEREN.send(ZEREN.requestAsAdmin(path).header("If-Match", "\"1\"").DELETE());
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(204);
    String undo = "/api/layers/site/changes/" + lastChange() + "/undo";
    record(one, "road", LocalDate.now(ZEREN.bean(Clock.class)));
    assertThat(post(undo, "").statusCode()).isEqualTo(409);
    assertThat(valueOf(one, "type")).isEqualTo("road");

    String today = LocalDate.now(ZEREN.bean(Clock.class)).toString();
    String id = "made-today" + made;
    record(id, "building", LocalDate.parse(today));
    ZEREN.send(
        ZEREN
            .requestAsAdmin("/api/layers/site/features/" + id)
            .header("If-Match", "\"1\"")
            .DELETE());
    String again = "/api/layers/site/changes/" + lastChange() + "/undo";
    assertThat(post(again, "").statusCode()).isEqualTo(200);
    assertThat(post(again, "").statusCode()).isEqualTo(409);
    assertThat(valueOf(id, "type")).isEqualTo("building");
  }

  private static String lastChange() {
    return ZEREN.jsonAsAdmin("/api/layers/site/changes?limit=1").at("/changes/0/id").asString();
  }

  @Test
  void aDryRunTellsFieldByFieldAndChangesNothing() {
    JsonNode seen =
        RunningZeren.json(post(EDITS, body("\"class\":\"A\"", "null,null", ",\"dry_run\":true")));
    assertThat(seen.path("dry_run").asBoolean()).isTrue();
    assertThat(seen.path("change").isNull()).isTrue();
    assertThat(seen.path("changed").asInt()).isEqualTo(2);
    JsonNode first = seen.path("features").path(0);
    assertThat(first.path("id").asString()).isEqualTo(one);
    assertThat(first.path("version").asInt()).isEqualTo(1);
    assertThat(first.path("changes").path(0).path("field").asString()).isEqualTo("class");
    assertThat(first.path("changes").path(0).path("before").asString()).isEqualTo("B");
    assertThat(first.path("changes").path(0).path("after").asString()).isEqualTo("A");
    assertThat(valueOf(one, "class")).isEqualTo("B");
  }

  @Test
  void allAreRecordedInOneChangeSetAndTakenBackTogether() {
    JsonNode done =
        RunningZeren.json(
            post(EDITS, body("\"class\":\"A\",\"department_recorded\":\"garden\"", "1,1", "")));
    String change = done.path("change").asString();
    assertThat(done.path("changed").asInt()).isEqualTo(2);
    for (String id : List.of(one, two)) {
      assertThat(valueOf(id, "class")).isEqualTo("A");
      assertThat(valueOf(id, "department_recorded")).isEqualTo("garden");
      assertThat(valueOf(id, "type")).isEqualTo("building");
      JsonNode history =
          ZEREN.jsonAsAdmin("/api/layers/site/features/" + id + "/history").path("versions");
      assertThat(history.path(0).path("change").path("id").asString()).isEqualTo(change);
    }
    assertThat(
            ZEREN
                .jsonAsAdmin("/ogc/collections/site/items?department_recorded=garden&limit=1000")
                .path("numberMatched")
                .asInt())
        .isEqualTo(2);

    String undo = "/api/layers/site/changes/" + change + "/undo";
    JsonNode undone = RunningZeren.json(post(undo, ""));
    assertThat(undone.path("features").asInt()).isEqualTo(2);
    assertThat(valueOf(one, "class")).isEqualTo("B");
    assertThat(valueOf(two, "department_recorded")).isEmpty();
    assertThat(post(undo, "").statusCode()).isEqualTo(409);

    String redo = "/api/layers/site/changes/" + undone.path("change").asString() + "/undo";
    assertThat(post(redo, "").statusCode()).isEqualTo(200);
    assertThat(valueOf(one, "class")).isEqualTo("A");
  }

  @Test
  void oneThatWasChangedMeanwhileStopsAll() {
    HttpResponse<String> answer = post(EDITS, body("\"class\":\"A\"", "1,7", ""));
    assertThat(answer.statusCode()).isEqualTo(412);
    JsonNode problem = RunningZeren.parse(answer.body());
    assertThat(problem.path("ids")).hasSize(1);
    assertThat(problem.path("ids").path(0).asString()).isEqualTo(two);
    assertThat(valueOf(one, "class")).isEqualTo("B");
    assertThat(site(one).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsSoAlreadyIsNotRecordedAgain() {
    JsonNode same = RunningZeren.json(post(EDITS, body("\"class\":\"B\"", "1,1", "")));
    assertThat(same.path("unchanged").asInt()).isEqualTo(2);
    assertThat(same.path("change").isNull()).isTrue();
    assertThat(site(one).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void aValueIsTakenAwayWithNull() {
    RunningZeren.json(post(EDITS, body("\"class\":null", "1,1", "")));
    assertThat(valueOf(one, "class")).isEmpty();
  }

  @Test
  void whatIsKnownOfALaterDayIsNotLost() {
    record(one, "road", LocalDate.of(2999, 1, 1));
    HttpResponse<String> answer = post(EDITS, body("\"class\":\"A\"", "2,1", ""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(valueOf(two, "class")).isEqualTo("B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400|set",
        "{\"set\":{\"class\":\"A\"}}|400|features",
        "{\"set\":{\"class\":\"A\"},\"features\":[{\"version\":1}]}|400|id",
        "{\"set\":{\"class\":\"A\"},\"features\":[{\"id\":\"x\"}]}|428|version",
        "{\"set\":{\"colour\":\"A\"},\"features\":[{\"id\":\"x\",\"version\":1}]}|400|colour"
      })
  void badInputIsNamed(String body, int status, String field) {
    HttpResponse<String> answer = post(EDITS, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(RunningZeren.parse(answer.body()).path("field").asString()).isEqualTo(field);
  }

  @Test
  void aValueThatDoesNotFitIsRefused() {
    HttpResponse<String> answer = post(EDITS, body("\"class\":\"Z\"", "1,1", ""));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("field").asString()).isEqualTo("class");
    assertThat(valueOf(one, "class")).isEqualTo("B");
  }

  @Test
  void nobodyElseMay() {
    String body = body("\"class\":\"A\"", "1,1", "");
    assertThat(ZEREN.send(ZEREN.request(EDITS).POST(BodyPublishers.ofString(body))).statusCode())
        .isEqualTo(401);
    assertThat(post("/api/layers/none/edits", body).statusCode()).isEqualTo(404);
    assertThat(post("/api/layers/site/changes/999999/undo", "").statusCode()).isEqualTo(404);
    assertThat(post("/api/layers/site/changes/x/undo", "").statusCode()).isEqualTo(404);
  }
}
