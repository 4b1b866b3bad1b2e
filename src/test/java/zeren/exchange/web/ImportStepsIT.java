package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** An import step by step, as the page takes it. */
class ImportStepsIT {

  private static final RunningZeren ZEREN = ImportTown.running();

  private static final String SITES =
      """
      工地编号,项目名称,工程类型,所属区县,高德经度,高德纬度,联系人
      %1$s1,甲,拆迁,西区,113.5561,34.7489,网格长001
      %1$s2,乙,道路工程,东边,113.6561,34.7489,网格长002
      """;

  private final String prefix = ImportTown.prefix();

  private JsonNode upload(String csv) {
    return Uploads.upload(ZEREN, "site", "工地.csv", csv.formatted(prefix));
  }

  private static String id(JsonNode uploaded) {
    return uploaded.path("id").asString();
  }

  private static JsonNode get(String id) {
    return ZEREN.jsonAsAdmin("/api/imports/" + id);
  }

  private static JsonNode get(String id, String what) {
    return ZEREN.jsonAsAdmin("/api/imports/" + id + "/" + what);
  }

  private static void assertConflict(HttpResponse<String> answer, String state) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    JsonNode problem = RunningZeren.parse(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/import-state");
    assertThat(problem.path("state").asString()).isEqualTo(state);
  }

  @Test
  void anUploadIsLookedAtAndNothingIsAssumed() {
    JsonNode uploaded = upload(SITES);
    assertThat(uploaded.path("state").asString()).isEqualTo("uploaded");
    assertThat(uploaded.path("layer").asString()).isEqualTo("site");
    assertThat(uploaded.path("fileName").asString()).isEqualTo("工地.csv");
    assertThat(uploaded.path("bytes").asInt())
        .isEqualTo(ImportTown.utf8(SITES.formatted(prefix)).length);
    assertThat(uploaded.path("createdBy").asString()).isEqualTo("admin");
    assertThat(uploaded.path("description").path("format").asString()).isEqualTo("csv");
    assertThat(uploaded.path("description").path("delimiter").asString()).isEqualTo(",");
    assertThat(uploaded.path("description").path("columns")).hasSize(7);
    assertThat(uploaded.path("sample").path(1).path(3).asString()).isEqualTo("东边");
    assertThat(uploaded.path("settings").hasNonNull("crs")).isFalse();
    assertThat(uploaded.path("settings").path("mode").asString()).isEqualTo("upsert");
    assertThat(uploaded.path("hint").toString())
        .isEqualTo("{\"column\":\"高德经度\",\"crs\":\"gcj02\"}");
    assertThat(uploaded.path("unmapped").toString()).isEqualTo("[\"联系人\"]");
    assertThat(uploaded.path("result").isNull()).isTrue();
    assertThat(ImportTown.status("site", prefix + "1")).isEqualTo(404);
  }

  @Test
  void aCheckShowsWhatWouldBeAndACommitDoesIt() {
    String id = id(upload(SITES));
    JsonNode checked = Uploads.step(ZEREN, id, "check", "{\"crs\":\"gcj02\"}");
    assertThat(checked.path("state").asString()).isEqualTo("done");
    assertThat(ImportTown.counts(checked.path("result"))).containsExactly(2, 1, 0, 0, 0, 1);
    assertThat(checked.path("result").path("errors").path(0).path("suggestions").toString())
        .contains("东区");
    assertThat(get(id).path("state").asString()).isEqualTo("checked");
    assertThat(ImportTown.status("site", prefix + "1")).isEqualTo(404);

    JsonNode created = get(id, "changes?kind=created");
    assertThat(created.path("total").asInt()).isEqualTo(1);
    JsonNode change = created.path("items").path(0);
    assertThat(change.path("id").asString()).isEqualTo(prefix + "1");
    assertThat(change.path("name").asString()).isEqualTo("甲");
    assertThat(change.path("row").asInt()).isEqualTo(2);
    assertThat(change.path("lon").asDouble()).isBetween(113.549, 113.551);
    assertThat(change.path("fields").path(0).toString())
        .isEqualTo("{\"field\":\"name\",\"before\":null,\"after\":\"甲\"}");

    JsonNode places = get(id, "places");
    assertThat(places.path("type").asString()).isEqualTo("FeatureCollection");
    List<String> kinds = new ArrayList<>();
    places
        .path("features")
        .forEach(one -> kinds.add(one.path("properties").path("kind").asString()));
    assertThat(kinds).containsExactlyInAnyOrder("created", "refused");

    JsonNode committed = Uploads.step(ZEREN, id, "commit", "{}");
    assertThat(committed.path("result").path("dryRun").asBoolean()).isFalse();
    assertThat(ImportTown.counts(committed.path("result"))).containsExactly(2, 1, 0, 0, 0, 1);
    assertThat(get(id).path("state").asString()).isEqualTo("committed");
    assertThat(get(id).path("changeSet").asLong()).isPositive();
    assertThat(ImportTown.feature("site", prefix + "1").path("properties").path("name").asString())
        .isEqualTo("甲");
  }

  /** Two of the office at the same import: what is written is what was looked at. */
  @Test
  void aCommitThatNamesOtherSettingsThanThoseOfTheLastCheckIsRefused() {
    String id = id(upload(SITES));
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"gcj02\"}");
    String seen = "{\"settings\":%s}".formatted(get(id).path("settings"));
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"wgs84\"}");
    HttpResponse<String> refused = Uploads.post(ZEREN, "/api/imports/" + id + "/commit", seen);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body()).contains("/problems/checked-otherwise");
    assertThat(get(id).path("state").asString()).isEqualTo("checked");
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"gcj02\"}");
    JsonNode committed = Uploads.step(ZEREN, id, "commit", seen);
    assertThat(committed.path("state").asString()).isEqualTo("done");
    assertThat(ImportTown.feature("site", prefix + "1").at("/geometry/coordinates/0").asDouble())
        .isBetween(113.549, 113.551);
  }

  @Test
  void theHistoryNamesTheFileAndTheImport() {
    String id = id(upload(SITES));
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"gcj02\"}");
    Uploads.step(ZEREN, id, "commit", "{}");
    JsonNode version =
        ZEREN
            .jsonAsAdmin("/api/layers/site/features/" + prefix + "1/history")
            .path("versions")
            .path(0);
    assertThat(version.path("change").path("kind").asString()).isEqualTo("import");
    assertThat(version.path("change").path("note").asString()).isEqualTo("工地.csv");
    assertThat(version.path("change").path("recorded_by").asString()).isEqualTo("admin");
    assertThat(version.path("change").path("id").asLong())
        .isEqualTo(get(id).path("changeSet").asLong());
  }

  @Test
  void nothingIsCommittedThatWasNotChecked() {
    String id = id(upload(SITES));
    assertConflict(Uploads.post(ZEREN, "/api/imports/" + id + "/commit", "{}"), "uploaded");
    assertThat(ZEREN.getAsAdmin("/api/jobs/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsCommittedIsNeitherCheckedCommittedNorRemovedAgain() {
    String id = id(upload(SITES));
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"gcj02\"}");
    Uploads.step(ZEREN, id, "commit", "{}");
    assertConflict(Uploads.post(ZEREN, "/api/imports/" + id + "/commit", "{}"), "committed");
    assertConflict(
        Uploads.post(ZEREN, "/api/imports/" + id + "/check", "{\"crs\":\"gcj02\"}"), "committed");
    assertConflict(Uploads.delete(ZEREN, "/api/imports/" + id), "committed");
  }

  @Test
  void aCheckMayBeRepeatedWithOtherSettings() {
    String id = id(upload(SITES));
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"gcj02\"}");
    JsonNode again =
        Uploads.step(
            ZEREN,
            id,
            "check",
            """
            {"crs":"bd09","mode":"upsert","validFrom":"2025-03-01","mapping":{"columns":
              {"工地编号":"@id","项目名称":"name","工程类型":"type","联系人":"note",
               "高德经度":"@lon","高德纬度":"@lat","所属区县":null}}}
            """);
    assertThat(ImportTown.counts(again.path("result"))).containsExactly(2, 2, 0, 0, 0, 0);
    JsonNode now = get(id);
    assertThat(now.path("settings").path("crs").asString()).isEqualTo("bd09");
    assertThat(now.path("settings").path("validFrom").asString()).isEqualTo("2025-03-01");
    assertThat(now.path("unmapped").toString()).isEqualTo("[\"所属区县\"]");
    Uploads.step(ZEREN, id, "commit", "{}");
    JsonNode site = ImportTown.feature("site", prefix + "2");
    assertThat(site.path("properties").path("note").asString()).isEqualTo("网格长002");
    assertThat(site.path("valid_from").asString()).isEqualTo("2025-03-01");
  }

  @Test
  void whatDoesNotFitIsSaidBeforeAnythingIsQueued() {
    String id = id(upload(SITES));
    assertRefused(id, "{}", "crs");
    assertRefused(id, "{\"crs\":\"北京54\"}", "crs");
    assertRefused(id, mapping("\"项目名称\":\"nmae\""), "mapping");
    assertRefused(id, mapping("\"没有\":\"name\""), "mapping");
    assertRefused(id, mapping("\"项目名称\":\"name\",\"工程类型\":\"name\""), "mapping");
    assertRefused(id, mapping("\"项目名称\":\"name\",\"高德经度\":\"@lon\""), "mapping");
    for (String bad : List.of("{\"mode\":\"append\"}", "{\"validFrom\":\"2025-02-30\"}", "[", "")) {
      assertThat(Uploads.post(ZEREN, "/api/imports/" + id + "/check", bad).statusCode())
          .as(bad)
          .isEqualTo(400);
    }
    assertThat(get(id).path("state").asString()).isEqualTo("uploaded");
  }

  private static String mapping(String columns) {
    return "{\"crs\":\"gcj02\",\"mapping\":{\"columns\":{" + columns + "}}}";
  }

  private static void assertRefused(String id, String order, String parameter) {
    HttpResponse<String> answer = Uploads.post(ZEREN, "/api/imports/" + id + "/check", order);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void theListIsPagedWithTheNewestFirst() {
    String first = id(upload(SITES));
    String second = id(upload(SITES));
    JsonNode page = ZEREN.jsonAsAdmin("/api/imports?layer=site&limit=1");
    assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(page.path("imports")).hasSize(1);
    assertThat(page.path("imports").path(0).path("id").asString()).isEqualTo(second);
    assertThat(page.path("imports").path(0).path("counts").isNull()).isTrue();
    JsonNode next = ZEREN.jsonAsAdmin(page.path("next").asString());
    assertThat(next.path("imports").path(0).path("id").asString()).isEqualTo(first);
    JsonNode all = ZEREN.jsonAsAdmin("/api/imports?layer=sluice&limit=100");
    assertThat(all.toString()).doesNotContain(second);
    assertThat(all.has("next")).isFalse();
    assertThat(ZEREN.getAsAdmin("/api/imports?layer=nothing").statusCode()).isEqualTo(400);
  }

  @Test
  void anUploadCanBeRemoved() {
    String id = id(upload(SITES));
    assertThat(Uploads.delete(ZEREN, "/api/imports/" + id).statusCode()).isEqualTo(204);
    assertThat(ZEREN.getAsAdmin("/api/imports/" + id).statusCode()).isEqualTo(404);
    assertThat(Uploads.delete(ZEREN, "/api/imports/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void beforeACheckThereIsNothingToSee() {
    String id = id(upload(SITES));
    assertThat(get(id, "changes?kind=created").path("total").asInt()).isZero();
    assertThat(get(id, "places").path("features")).isEmpty();
    assertThat(ZEREN.getAsAdmin("/api/imports/" + id + "/refused").statusCode()).isEqualTo(404);
    assertThat(ZEREN.getAsAdmin("/api/imports/" + id + "/changes?kind=refused").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theListOfChangesIsPaged() {
    StringBuilder csv = new StringBuilder("编号,名称,经度,纬度\n");
    for (int i = 100; i < 220; i++) {
      csv.append("%1$s").append(i).append(",口").append(i).append(",113.55,34.75\n");
    }
    String id = id(Uploads.upload(ZEREN, "outfall", "口.csv", csv.toString().formatted(prefix)));
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"wgs84\"}");
    assertThat(get(id, "changes?kind=created").path("items")).hasSize(50);
    JsonNode last = get(id, "changes?kind=created&limit=30&offset=110");
    assertThat(last.path("total").asInt()).isEqualTo(120);
    assertThat(last.path("items")).hasSize(10);
    assertThat(last.path("items").path(0).path("id").asString()).isEqualTo(prefix + "210");
  }
}
