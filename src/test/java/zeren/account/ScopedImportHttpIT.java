package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.exchange.web.Uploads;
import zeren.layer.FeatureDraft;

/** A district imports what lies in it, sees its own imports, and takes back what is its own. */
class ScopedImportHttpIT {

  private static final String IMPORT = "/api/layers/site/import?crs=wgs84";
  private static final String HEADING = "编号,名称,工地类型,经度,纬度\n";
  private static final String HOME = "new-home,新家,building,113.63,34.76\n";
  private static final String AWAY = "new-away,新外,building,113.55,34.76\n";

  private final AuthorisationTown town = new AuthorisationTown();

  ScopedImportHttpIT() {
    town.record(AuthorisationTown.site("away-site", 113.55));
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private HttpResponse<String> upload(String viewer, String path, String rows) {
    byte[] file = (HEADING + rows).getBytes(StandardCharsets.UTF_8);
    return town.zeren().send(Uploads.form(town.as(viewer, path), "s.csv", file, Map.of()));
  }

  private HttpResponse<String> get(String viewer, String path) {
    return town.zeren().send(town.as(viewer, path));
  }

  private HttpResponse<String> post(String viewer, String path) {
    return town.zeren().send(town.as(viewer, path).POST(BodyPublishers.noBody()));
  }

  private int status(String id) {
    return get("admin", "/api/layers/site/features/" + id).statusCode();
  }

  @Test
  void rowsThatLieElsewhereAreRefusedOneByOne() {
    String taken = "away-site,夺来,building,113.63,34.77\n";
    String led = "home-site,带走,building,113.55,34.77\n";
    HttpResponse<String> answer = upload("district", IMPORT, HOME + AWAY + taken + led);
    JsonNode result = RunningZeren.json(answer);
    assertThat(result.path("created").asInt()).isEqualTo(1);
    assertThat(result.path("changed").asInt()).isZero();
    assertThat(result.path("refused").asInt()).isEqualTo(3);
    assertThat(answer.body()).contains("scope").doesNotContain(AuthorisationTown.SECRET);
    assertThat(status("new-home")).isEqualTo(200);
    assertThat(status("new-away")).isEqualTo(404);
    assertThat(get("admin", "/api/layers/site/features/away-site").body())
        .contains(AuthorisationTown.SECRET);
    assertThat(get("admin", "/api/layers/site/features/home-site").body()).contains("113.62");
    String refused = get("district", result.path("refusedFile").asString()).body();
    assertThat(refused).contains("new-away", "away-site", "home-site").doesNotContain("new-home");
  }

  @Test
  void aReplacementEndsOnlyWhatLiesInTheDistrict() {
    JsonNode result = RunningZeren.json(upload("district", IMPORT + "&mode=replace", HOME));
    // The home site and the one that the town has imported.
    assertThat(result.path("closed").asInt()).isEqualTo(2);
    assertThat(status("home-site")).isEqualTo(404);
    assertThat(status("away-site")).isEqualTo(200);
    assertThat(status("new-home")).isEqualTo(200);
  }

  private void recordFrom(String id, double lon, LocalDate from) {
    FeatureDraft site = AuthorisationTown.site(id, lon);
    town.record(new FeatureDraft("site", id, site.geometry(), site.properties(), from, null));
  }

  /** Where an object was before is nothing to a change that does not reach back so far. */
  @Test
  void whatMovedIntoTheDistrictIsTheDistrictsFromThenOn() {
    recordFrom("away-site", 113.63, LocalDate.of(2022, 1, 1));
    String path = "/api/layers/site/features/away-site";
    HttpResponse<String> edited = edit("district", path, "2021-12-31");
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(403);
    edited = edit("district", path, "2022-01-01");
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    JsonNode result = RunningZeren.json(upload("district", IMPORT + "&mode=replace", HOME));
    assertThat(result.path("closed").asInt()).as(result.toString()).isEqualTo(3);
    assertThat(status("away-site")).isEqualTo(404);
    assertThat(get("admin", path + "?at=2021-01-01").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsToLeaveTheDistrictLaterIsNotTheDistrictsToEnd() {
    recordFrom("home-site", 113.55, LocalDate.of(2999, 1, 1));
    JsonNode result = RunningZeren.json(upload("district", IMPORT + "&mode=replace", HOME));
    assertThat(result.path("closed").asInt()).as(result.toString()).isEqualTo(1);
    assertThat(status("home-site")).isEqualTo(200);
  }

  private HttpResponse<String> edit(String viewer, String path, String from) {
    String tag = get("admin", path).headers().firstValue("ETag").orElseThrow();
    String body =
        """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[113.63,34.75]},
         "properties":{"name":"新名","type":"building"},"valid_from":"%s"}"""
            .formatted(from);
    return town.zeren()
        .send(town.as(viewer, path).header("If-Match", tag).PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void importsOfOthersDoNotExist() {
    String id = RunningZeren.json(upload("district", IMPORT, HOME)).path("id").asString();
    String path = "/api/imports/" + id;
    assertThat(get("district", path).statusCode()).isEqualTo(200);
    assertThat(get("office", path).statusCode()).isEqualTo(200);
    assertThat(get("district", "/api/imports").body()).contains(id);
    HttpResponse<String> hidden = get("district-away", path);
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body())
        .isEqualTo(get("district-away", "/api/imports/none").body().replace("none", id));
    JsonNode others = RunningZeren.json(get("district-away", "/api/imports"));
    assertThat(others.path("total").asInt()).isZero();
    assertThat(others.path("imports").size()).isZero();
    assertThat(post("district-away", path + "/undo").statusCode()).isEqualTo(404);
    assertThat(post("district", path + "/undo").statusCode()).isEqualTo(200);
    assertThat(status("new-home")).isEqualTo(404);
  }

  @Test
  void whatNoDistrictMayEditNoDistrictImports() {
    for (String layer : new String[] {"district", "grid_cell", "station", "road"}) {
      HttpResponse<String> answer =
          upload("district", "/api/layers/%s/import?crs=wgs84".formatted(layer), HOME);
      assertThat(answer.statusCode()).as(layer).isEqualTo(403);
    }
  }

  private JsonNode await(String id) throws InterruptedException {
    JsonNode job = RunningZeren.json(get("admin", "/api/jobs/" + id));
    while (List.of("waiting", "running").contains(job.path("state").asString())) {
      Thread.sleep(20);
      job = RunningZeren.json(get("admin", "/api/jobs/" + id));
    }
    return job;
  }

  /** The office may write what a district has uploaded: as itself, and no further than that. */
  @Test
  void whatAnotherHasWrittenStandsUnderTheirNameWithinTheRightsOfWhoUploadedIt()
      throws InterruptedException {
    JsonNode checked = RunningZeren.json(upload("district", IMPORT + "&dryRun=true", HOME + AWAY));
    assertThat(checked.path("refused").asInt()).isEqualTo(1);
    String id = checked.path("id").asString();
    assertThat(post("office", "/api/imports/" + id + "/commit").statusCode()).isEqualTo(202);
    assertThat(await(id).path("state").asString()).isEqualTo("done");
    assertThat(status("new-home")).isEqualTo(200);
    assertThat(status("new-away")).isEqualTo(404);

    JsonNode job = RunningZeren.json(get("district", "/api/imports/" + id));
    assertThat(job.path("createdBy").asString()).isEqualTo("district");
    assertThat(job.path("committedBy").asString()).isEqualTo("office");
    JsonNode history =
        RunningZeren.json(get("admin", "/api/layers/site/features/new-home/history"));
    assertThat(history.toString()).contains("\"office\"").doesNotContain("\"district\"");
    JsonNode changes = RunningZeren.json(get("admin", "/api/layers/site/changes")).path("changes");
    assertThat(changes.path(0).path("recorded_by").asString()).isEqualTo("office");
    JsonNode trail = RunningZeren.json(get("admin", "/api/trail?kind=import&actor=office"));
    assertThat(trail.toString()).contains(id);
    JsonNode begun =
        RunningZeren.json(get("admin", "/api/trail?kind=import_begun&actor=office")).path("items");
    JsonNode detail = begun.path(0).path("detail");
    assertThat(detail.path("uploadedBy").asString()).isEqualTo("district");
    assertThat(detail.path("mode").asString()).isEqualTo("upsert");
    assertThat(detail.path("crs").asString()).isEqualTo("wgs84");
    assertThat(detail.path("validFrom").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(detail.path("columns").path("名称").asString()).isEqualTo("name");
  }

  /** An import has the rights that its account has when it is written. */
  @Test
  void whatAClosedAccountHasUploadedIsNotWritten() throws InterruptedException {
    String id =
        RunningZeren.json(upload("district", IMPORT + "&dryRun=true", HOME)).path("id").asString();
    HttpResponse<String> closed =
        town.zeren()
            .send(town.as("admin", "/api/accounts/district").header("If-Match", "\"1\"").DELETE());
    assertThat(closed.statusCode()).isEqualTo(204);
    assertThat(post("admin", "/api/imports/" + id + "/commit").statusCode()).isEqualTo(202);
    JsonNode job = await(id);
    assertThat(job.path("state").asString()).isEqualTo("failed");
    assertThat(job.path("problem").path("detail").asString()).contains("may not change");
    assertThat(status("new-home")).isEqualTo(404);
  }
}
