package zeren.layer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** What is recorded already for a later day outlives an edit of what is so before it. */
class LaterDayHttpIT {

  private static final RunningZeren ZEREN =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
  private static final LocalDate LATER = LocalDate.of(2999, 1, 1);
  private static int made;

  private String id;

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  /** Known as "now" up to the later day, and as "later" from then on. */
  @BeforeEach
  void makeOne() {
    id = "one" + ++made;
    record("now", SmallTown.FOUNDED);
    record("later", LATER);
  }

  private void record(String name, LocalDate from) {
    FeatureDraft draft =
        new FeatureDraft(
            "outfall", id, Shapes.point(113.5, 34.5), Map.of("name", name), from, null);
    ZEREN.bean(FeatureStore.class).record(List.of(draft), "tester");
  }

  private String path() {
    return "/api/layers/outfall/features/" + id;
  }

  private String nameOn(String day) {
    HttpResponse<String> answer = ZEREN.getAsAdmin(path() + "?at=" + day);
    return answer.statusCode() == 404
        ? "none"
        : RunningZeren.json(answer).path("properties").path("name").asString();
  }

  private HttpResponse<String> send(String method, String path, String day, String body) {
    String tag = ZEREN.getAsAdmin(path() + "?at=" + day).headers().firstValue("ETag").orElseThrow();
    return ZEREN.send(
        ZEREN
            .requestAsAdmin(path)
            .header("If-Match", tag)
            .header(
                "Content-Type",
                method.equals("PATCH") ? "application/merge-patch+json" : "application/geo+json")
            .method(method, BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> put(String day, String period) {
    return send(
        "PUT",
        path(),
        day,
        """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[113.5,34.5]},
         "properties":{"name":"edited"}%s}"""
            .formatted(period));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"properties\":{\"name\":\"edited\"}}",
        "{\"properties\":{\"name\":\"edited\"},\"valid_to\":\"2990-01-01\"}"
      })
  void anEditOfTodayKeepsTheEndThatItSaw(String patch) {
    HttpResponse<String> answer =
        send("PATCH", "/ogc/collections/outfall/items/" + id, "2500-01-01", patch);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(nameOn("2500-01-01")).isEqualTo("edited");
    assertThat(nameOn("2995-01-01")).isEqualTo(patch.contains("2990") ? "none" : "edited");
    assertThat(nameOn("3000-01-01")).isEqualTo("later");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"valid_to\":\"2999-01-02\""})
  void anEditThatReachesBeyondIsRefused(String period) {
    HttpResponse<String> answer = put("2500-01-01", period);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("known-ahead", id, "2999-01-01");
    assertThat(nameOn("2500-01-01")).isEqualTo("now");
    assertThat(nameOn("3000-01-01")).isEqualTo("later");
  }

  @Test
  void whatIsEditedMayBeginEarlierThanItDid() {
    HttpResponse<String> answer = put("3000-01-01", ",\"valid_from\":\"2600-01-01\"");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(nameOn("2500-01-01")).isEqualTo("now");
    assertThat(nameOn("2700-01-01")).isEqualTo("edited");
    assertThat(nameOn("3000-01-01")).isEqualTo("edited");
  }

  @Test
  void whatIsEditedMayMoveToOtherDays() {
    HttpResponse<String> answer =
        put("3000-01-01", ",\"valid_from\":\"2600-01-01\",\"valid_to\":\"2700-01-01\"");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(nameOn("2650-01-01")).isEqualTo("edited");
    assertThat(nameOn("3000-01-01")).isEqualTo("none");
  }

  @Test
  void whoSaysThatItEndsEndsAllOfIt() {
    HttpResponse<String> answer = send("DELETE", path(), "2500-01-01", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(nameOn("3000-01-01")).isEqualTo("none");
  }
}
