package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.exchange.web.ImportTown.counts;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** What a second file does to what the first one brought. */
class ImportModesIT {

  private static final RunningZeren ZEREN = ImportTown.running();
  private static final String FIRST =
      """
      编号,名称,经度,纬度
      %1$sa,甲,113.51,34.71
      %1$sb,乙,113.52,34.72
      %1$sc,丙,113.53,34.73
      """;
  private static final String SECOND =
      """
      编号,名称,经度,纬度
      %1$sa,甲,113.51,34.71
      %1$sb,乙二,113.52,34.725
      %1$sd,丁,113.54,34.74
      """;

  private final String prefix = ImportTown.prefix();

  private JsonNode run(String layer, String query, String csv) {
    return Uploads.run(
        ZEREN, layer + "/import?crs=cgcs2000" + query, "表.csv", csv.formatted(prefix));
  }

  private Optional<String> name(String layer, String id, String day) {
    var answer =
        ZEREN.getAsAdmin("/api/layers/" + layer + "/features/" + prefix + id + "?at=" + day);
    return answer.statusCode() == 404
        ? Optional.empty()
        : Optional.of(RunningZeren.json(answer).path("properties").path("name").asString());
  }

  private static JsonNode changes(JsonNode result, String kind) {
    return ZEREN.jsonAsAdmin(
        "/api/imports/" + result.path("id").asString() + "/changes?kind=" + kind);
  }

  @Test
  void anUpsertLeavesAloneWhatTheFileDoesNotHave() {
    assertThat(counts(run("outfall", "&validFrom=2024-01-01", FIRST)))
        .containsExactly(3, 3, 0, 0, 0, 0);
    JsonNode second = run("outfall", "&validFrom=2024-06-01", SECOND);
    assertThat(counts(second)).containsExactly(3, 1, 1, 1, 0, 0);
    assertThat(name("outfall", "b", "2024-05-31")).contains("乙");
    assertThat(name("outfall", "b", "2024-06-01")).contains("乙二");
    assertThat(name("outfall", "c", "2024-06-01")).contains("丙");
    assertThat(name("outfall", "d", "2024-05-31")).isEmpty();
  }

  @Test
  void theChangesAreShownFieldByField() {
    run("outfall", "&validFrom=2024-01-01", FIRST);
    JsonNode rehearsed = run("outfall", "&validFrom=2024-06-01&dryRun=true", SECOND);
    JsonNode changed = changes(rehearsed, "changed");
    assertThat(changed.path("total").asInt()).isEqualTo(1);
    JsonNode change = changed.path("items").path(0);
    assertThat(change.path("id").asString()).isEqualTo(prefix + "b");
    assertThat(change.path("row").asInt()).isEqualTo(3);
    assertThat(change.path("fields").toString())
        .isEqualTo(
            "[{\"field\":\"name\",\"before\":\"乙\",\"after\":\"乙二\"},"
                + "{\"field\":\"geometry\",\"before\":\"113.520000, 34.720000\","
                + "\"after\":\"113.520000, 34.725000\"}]");
    assertThat(name("outfall", "b", "2024-06-01")).contains("乙");
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    run("outfall", "&validFrom=2024-01-01", FIRST);
    JsonNode again = run("outfall", "&validFrom=2024-06-01", FIRST);
    assertThat(counts(again)).containsExactly(3, 0, 0, 3, 0, 0);
    assertThat(again.path("changeSet").isNull()).isTrue();
    assertThat(
            ZEREN
                .jsonAsAdmin("/api/layers/outfall/features/" + prefix + "a/history")
                .path("versions"))
        .hasSize(1);
  }

  @Test
  void theSameFileTwiceChangesNothingWithDerivedIdsInAnotherDatumToo() {
    String csv = "名称,类型,坐标\n甲工地,拆迁,\"113.556123,34.748911\"\n乙工地,拆迁,113.5612 34.7401\n";
    assertThat(counts(Uploads.run(ZEREN, "site/import?crs=bd09", "表.csv", csv)))
        .containsExactly(2, 2, 0, 0, 0, 0);
    assertThat(counts(Uploads.run(ZEREN, "site/import?crs=bd09", "表.csv", csv)))
        .containsExactly(2, 0, 0, 2, 0, 0);
  }

  @Test
  void theOriginalPositionIsKept() {
    String csv = "编号,名称,类型,经度,纬度\n%1$sa,甲,拆迁,113.556123,34.748911\n".formatted(prefix);
    Uploads.run(ZEREN, "site/import?crs=gcj02", "表.csv", csv);
    JsonNode version =
        ZEREN
            .jsonAsAdmin("/api/layers/site/features/" + prefix + "a/history")
            .path("versions")
            .path(0);
    assertThat(version.toString()).contains("gcj02").contains("113.556123");
  }

  /** The only test that writes to this layer. */
  @Test
  void aReplacementEndsWhatTheFileDoesNotHave() {
    run("sluice", "&validFrom=2024-01-01", FIRST);
    JsonNode rehearsed = run("sluice", "&mode=replace&validFrom=2024-06-01&dryRun=true", SECOND);
    assertThat(counts(rehearsed)).containsExactly(3, 1, 1, 1, 1, 0);
    assertThat(changes(rehearsed, "closed").path("items").path(0).path("id").asString())
        .isEqualTo(prefix + "c");
    assertThat(name("sluice", "c", "2024-06-01")).contains("丙");

    JsonNode replaced = run("sluice", "&mode=replace&validFrom=2024-06-01", SECOND);
    assertThat(counts(replaced)).containsExactly(3, 1, 1, 1, 1, 0);
    assertThat(name("sluice", "c", "2024-05-31")).contains("丙");
    assertThat(name("sluice", "c", "2024-06-01")).isEmpty();
    assertThat(counts(run("sluice", "&mode=replace&validFrom=2024-06-01", SECOND)))
        .containsExactly(3, 0, 0, 3, 0, 0);

    String refusedRow = "编号,名称,经度,纬度\n%1$sa,甲,113.51,34.71\n%1$sb,,113.52,34.725\n";
    assertThat(counts(run("sluice", "&mode=replace&validFrom=2024-09-01", refusedRow)))
        .containsExactly(2, 0, 0, 1, 1, 1);
    assertThat(name("sluice", "b", "2024-09-01")).contains("乙二");
    assertThat(name("sluice", "d", "2024-09-01")).isEmpty();

    String nobody = "编号,名称,经度,纬度\n%1$sa,甲,113.51,34.71\n,,113.52,34.725\n";
    JsonNode careful = run("sluice", "&mode=replace&validFrom=2024-10-01", nobody);
    assertThat(counts(careful)).containsExactly(2, 0, 0, 1, 0, 1);
    assertThat(careful.path("warnings").path(0).path("reason").asString())
        .startsWith("nothing was closed");

    String byName = "编号,名称,经度,纬度\n%1$sa,甲,113.51,34.71\n,乙二,113.52,34.725\n";
    assertThat(counts(run("sluice", "&mode=replace&validFrom=2024-11-01", byName)))
        .containsExactly(2, 0, 0, 1, 0, 1);
    assertThat(name("sluice", "b", "2024-11-01")).contains("乙二");
  }

  @Test
  void anIdThatStandsTwiceIsTakenOnce() {
    JsonNode result = run("outfall", "", FIRST + "%1$sa,甲二,113.51,34.71\n");
    assertThat(counts(result)).containsExactly(4, 3, 0, 0, 0, 1);
    assertThat(result.path("errors").path(0).path("reason").asString())
        .isEqualTo("stands already in row 2");
  }

  @Test
  void unknownParametersAndWordsAreRefused() {
    for (String query : List.of("&mod=replace", "&mode=append", "&dryRun=yes", "&validFrom=2024")) {
      var answer =
          Uploads.send(
              ZEREN,
              "/api/layers/outfall/import?crs=wgs84" + query,
              "表.csv",
              ImportTown.utf8(FIRST));
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
    }
    var twice =
        Uploads.send(
            ZEREN,
            "/api/layers/outfall/import?crs=wgs84&crs=gcj02",
            "表.csv",
            ImportTown.utf8(FIRST));
    assertThat(twice.statusCode()).isEqualTo(400);
    assertThat(
            Uploads.send(ZEREN, "/api/layers/none/import?crs=wgs84", "a.csv", new byte[] {65})
                .statusCode())
        .isEqualTo(404);
    HttpRequest.Builder get = ZEREN.requestAsAdmin("/api/layers/outfall/import");
    assertThat(ZEREN.send(get).statusCode()).isIn(404, 405);
  }
}
