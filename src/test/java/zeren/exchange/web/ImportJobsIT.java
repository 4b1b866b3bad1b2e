package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.exchange.web.ImportTown.counts;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Imports that take a while, and several of them. */
class ImportJobsIT {

  private static final RunningZeren ZEREN = ImportTown.running();

  private final String prefix = ImportTown.prefix();

  private String csv(String group, int rows) {
    StringBuilder csv = new StringBuilder("编号,名称,经度,纬度\n");
    for (int i = 0; i < rows; i++) {
      csv.append(prefix).append(group).append(i).append(",口,113.55,34.75\n");
    }
    return csv.toString();
  }

  private static String state(String id) {
    return ZEREN.jsonAsAdmin("/api/imports/" + id).path("state").asString();
  }

  @Test
  void aCancelledCommitHasWrittenNothingAndCanBeMadeUpFor() {
    String id = Uploads.upload(ZEREN, "outfall", "长.csv", csv("x", 40_000)).path("id").asString();
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"wgs84\"}");
    HttpResponse<String> begun = Uploads.post(ZEREN, "/api/imports/" + id + "/commit", "{}");
    assertThat(begun.statusCode()).isEqualTo(202);
    assertThat(RunningZeren.parse(begun.body()).path("state").asString())
        .isIn("waiting", "running");
    assertThat(Uploads.delete(ZEREN, "/api/imports/" + id).statusCode()).isEqualTo(409);
    assertThat(Uploads.post(ZEREN, "/api/imports/" + id + "/commit", "{}").statusCode())
        .isEqualTo(409);
    assertThat(Uploads.delete(ZEREN, "/api/jobs/" + id).statusCode()).isEqualTo(200);

    assertThat(Uploads.await(ZEREN, id).path("state").asString()).isEqualTo("cancelled");
    assertThat(state(id)).isEqualTo("cancelled");
    assertThat(ImportTown.status("outfall", prefix + "x0")).isEqualTo(404);
    assertThat(Uploads.post(ZEREN, "/api/imports/" + id + "/commit", "{}").statusCode())
        .isEqualTo(409);
    assertThat(counts(Uploads.step(ZEREN, id, "check", "{\"crs\":\"wgs84\"}").path("result")))
        .containsExactly(40_000, 40_000, 0, 0, 0, 0);
    assertThat(Uploads.delete(ZEREN, "/api/imports/" + id).statusCode()).isEqualTo(204);
  }

  @Test
  void cancellingWhatIsDoneChangesNothing() {
    JsonNode result = Uploads.run(ZEREN, "outfall/import?crs=wgs84", "a.csv", csv("d", 2));
    String path = "/api/jobs/" + result.path("id").asString();
    assertThat(RunningZeren.json(Uploads.delete(ZEREN, path)).path("state").asString())
        .isEqualTo("done");
    assertThat(ImportTown.status("outfall", prefix + "d0")).isEqualTo(200);
    assertThat(Uploads.delete(ZEREN, "/api/jobs/none").statusCode()).isEqualTo(404);
  }

  @Test
  void severalUsersMayImportAtOnce() {
    List<CompletableFuture<JsonNode>> ends = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String group = (char) ('a' + i) + "-";
      String layer = i % 2 == 0 ? "outfall" : "sluice";
      ends.add(
          CompletableFuture.supplyAsync(
              () ->
                  Uploads.run(
                      ZEREN, layer + "/import?crs=wgs84", group + ".csv", csv(group, 1_500))));
    }
    for (CompletableFuture<JsonNode> end : ends) {
      assertThat(counts(end.join())).containsExactly(1_500, 1_500, 0, 0, 0, 0);
    }
    for (int i = 0; i < 5; i++) {
      String id = prefix + (char) ('a' + i) + "-1499";
      assertThat(ImportTown.status(i % 2 == 0 ? "outfall" : "sluice", id)).isEqualTo(200);
    }
  }

  @Test
  void theSameRowsFromTwoUsersAtOnceAreWrittenOnce() {
    String csv = csv("same", 800);
    CompletableFuture<JsonNode> other =
        CompletableFuture.supplyAsync(
            () -> Uploads.run(ZEREN, "outfall/import?crs=wgs84", "一.csv", csv));
    JsonNode mine = Uploads.run(ZEREN, "outfall/import?crs=wgs84", "二.csv", csv);
    JsonNode theirs = other.join();
    assertThat(mine.path("created").asInt() + theirs.path("created").asInt()).isEqualTo(800);
    assertThat(mine.path("unchanged").asInt() + theirs.path("unchanged").asInt()).isEqualTo(800);
    assertThat(
            ZEREN
                .jsonAsAdmin("/api/layers/outfall/features/" + prefix + "same0/history")
                .path("versions"))
        .hasSize(1);
  }

  /** Its name, source and position are what anybody may see of a public layer. */
  @Test
  void whatWasImportedIntoAnInternalFieldStaysInside() {
    String csv = "编号,名称,举报人,经度,纬度\n%1$s1,口,邻居,113.55,34.75\n".formatted(prefix);
    Uploads.run(ZEREN, "outfall/import?crs=gcj02", "举报.csv", csv);
    String seen = ZEREN.get("/api/layers/outfall/features/" + prefix + "1").body();
    assertThat(RunningZeren.parse(seen).path("properties").path("name").asString()).isEqualTo("口");
    assertThat(seen).doesNotContain("neighbour").doesNotContain("admin");
    String history = ZEREN.get("/api/layers/outfall/features/" + prefix + "1/history").body();
    assertThat(history).doesNotContain("neighbour").doesNotContain("admin");
  }
}
