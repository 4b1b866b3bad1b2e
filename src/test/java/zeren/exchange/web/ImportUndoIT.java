package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.exchange.web.ImportTown.counts;
import static zeren.exchange.web.ImportTown.feature;
import static zeren.exchange.web.ImportTown.status;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Taking an import back. */
class ImportUndoIT {

  private static final RunningZeren ZEREN = ImportTown.running();

  private final String prefix = ImportTown.prefix();

  private JsonNode run(String day, String... rows) {
    StringBuilder csv = new StringBuilder("编号,名称,经度,纬度\n");
    for (String row : rows) {
      csv.append(prefix).append(row).append('\n');
    }
    return Uploads.run(ZEREN, "outfall/import?crs=wgs84&validFrom=" + day, "口.csv", csv.toString());
  }

  private static HttpResponse<String> undo(JsonNode result) {
    return Uploads.post(ZEREN, "/api/imports/" + result.path("id").asString() + "/undo", "{}");
  }

  private static String state(JsonNode result) {
    return ZEREN
        .jsonAsAdmin("/api/imports/" + result.path("id").asString())
        .path("state")
        .asString();
  }

  private String name(String id) {
    return feature("outfall", prefix + id).path("properties").path("name").asString();
  }

  @Test
  void whatAnImportBroughtIsNoMoreAndWhatItChangedIsAsBefore() {
    run("2024-01-01", "a,甲,113.51,34.71", "b,乙,113.52,34.72");
    JsonNode second =
        run("2024-06-01", "a,甲,113.51,34.71", "b,乙二,113.52,34.72", "c,丙,113.53,34.73");
    assertThat(counts(second)).containsExactly(3, 1, 1, 1, 0, 0);

    JsonNode undone = RunningZeren.json(undo(second));
    assertThat(undone.path("features").asInt()).isEqualTo(2);
    assertThat(undone.path("changeSet").asLong()).isGreaterThan(second.path("changeSet").asLong());
    assertThat(state(second)).isEqualTo("undone");
    assertThat(name("a")).isEqualTo("甲");
    assertThat(name("b")).isEqualTo("乙");
    assertThat(status("outfall", prefix + "c")).isEqualTo(404);
    assertThat(ZEREN.jsonAsAdmin("/api/layers/outfall/features/" + prefix + "b/history").toString())
        .contains("乙二");
  }

  @Test
  void anImportIsUndoneOnce() {
    JsonNode only = run("2024-01-01", "a,甲,113.51,34.71");
    assertThat(undo(only).statusCode()).isEqualTo(200);
    HttpResponse<String> again = undo(only);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(RunningZeren.parse(again.body()).path("state").asString()).isEqualTo("undone");
  }

  @Test
  void whatWasChangedSinceKeepsAllOfItAndIsNamed() {
    JsonNode first = run("2024-01-01", "a,甲,113.51,34.71", "b,乙,113.52,34.72");
    JsonNode second = run("2024-06-01", "b,乙二,113.52,34.72");
    HttpResponse<String> answer = undo(first);
    assertThat(answer.statusCode()).isEqualTo(409);
    JsonNode problem = RunningZeren.parse(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/changed-since");
    assertThat(problem.path("ids").toString()).isEqualTo("[\"" + prefix + "b\"]");
    assertThat(problem.path("layer").asString()).isEqualTo("outfall");
    assertThat(state(first)).isEqualTo("committed");
    assertThat(name("a")).isEqualTo("甲");

    assertThat(undo(second).statusCode()).isEqualTo(200);
    assertThat(name("b")).isEqualTo("乙");
  }

  @Test
  void whatWroteNothingCannotBeUndone() {
    run("2024-01-01", "a,甲,113.51,34.71");
    JsonNode nothing = run("2024-06-01", "a,甲,113.51,34.71");
    assertThat(nothing.path("changeSet").isNull()).isTrue();
    assertThat(undo(nothing).statusCode()).isEqualTo(409);
    JsonNode uploaded = Uploads.upload(ZEREN, "outfall", "口.csv", "编号,名称,经度,纬度\nx,y,113.5,34.7\n");
    assertThat(undo(uploaded).statusCode()).isEqualTo(409);
    assertThat(Uploads.post(ZEREN, "/api/imports/none/undo", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasUndoneCanBeImportedAgain() {
    JsonNode first = run("2024-01-01", "a,甲,113.51,34.71");
    undo(first);
    assertThat(counts(run("2024-01-01", "a,甲,113.51,34.71"))).containsExactly(1, 1, 0, 0, 0, 0);
    assertThat(name("a")).isEqualTo("甲");
  }
}
