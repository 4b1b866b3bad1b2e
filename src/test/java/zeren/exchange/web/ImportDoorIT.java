package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Who may import, and what others get to know of it. */
class ImportDoorIT {

  private static final RunningZeren ZEREN = ImportTown.running();
  private static final String CSV = "编号,名称,举报人,经度,纬度\n%1$s1,,邻居,113.55,34.75\n";
  private static final String OFFICE = "office001";
  private static final String LOOKER = "looker001";

  private final String prefix = ImportTown.prefix();

  @BeforeAll
  static void makeAccounts() {
    ImportTown.makeAccount(ZEREN, OFFICE, "office");
    ImportTown.makeAccount(ZEREN, LOOKER, "viewer");
  }

  private String checkedImport() {
    String id =
        Uploads.upload(ZEREN, "outfall", "口.csv", CSV.formatted(prefix)).path("id").asString();
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"wgs84\"}");
    return id;
  }

  private static List<String> readable(String id) {
    return List.of(
        "/api/imports",
        "/api/imports/" + id,
        "/api/imports/" + id + "/changes",
        "/api/imports/" + id + "/places",
        "/api/imports/" + id + "/refused",
        "/api/jobs/" + id,
        "/api/layers/outfall/mappings");
  }

  private static List<HttpRequest.Builder> changes(String id) {
    return List.of(
        ZEREN.request("/api/imports?layer=outfall").POST(BodyPublishers.ofString("x")),
        ZEREN.request("/api/layers/outfall/import?crs=wgs84").POST(BodyPublishers.ofString("x")),
        ZEREN.request("/api/imports/" + id + "/check").POST(BodyPublishers.ofString("{}")),
        ZEREN.request("/api/imports/" + id + "/commit").POST(BodyPublishers.ofString("{}")),
        ZEREN.request("/api/imports/" + id + "/undo").POST(BodyPublishers.ofString("{}")),
        ZEREN.request("/api/imports/" + id).DELETE(),
        ZEREN.request("/api/jobs/" + id).DELETE(),
        ZEREN.request("/api/layers/outfall/mappings/x").PUT(BodyPublishers.ofString("{}")),
        ZEREN.request("/api/layers/outfall/mappings/x").DELETE());
  }

  @Test
  void aStrangerFindsNothingAndMayChangeNothing() {
    String id = checkedImport();
    for (String path : readable(id)) {
      HttpResponse<String> answer = ZEREN.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("口.csv").doesNotContain(prefix);
    }
    for (HttpRequest.Builder request : changes(id)) {
      HttpResponse<String> answer = ZEREN.send(request);
      assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }
    assertThat(ZEREN.jsonAsAdmin("/api/imports/" + id).path("state").asString())
        .isEqualTo("checked");
  }

  @Test
  void thereIsNoTellingWhichImportsExist() {
    HttpResponse<String> real = ZEREN.get("/api/imports/" + checkedImport());
    HttpResponse<String> invented = ZEREN.get("/api/imports/none");
    assertThat(real.statusCode()).isEqualTo(invented.statusCode());
    assertThat(RunningZeren.parse(real.body()).path("detail").asString())
        .isEqualTo(RunningZeren.parse(invented.body()).path("detail").asString());
  }

  @Test
  void whoMayOnlyLookIsTurnedAway() {
    String id = checkedImport();
    for (String path : readable(id)) {
      HttpResponse<String> answer = ZEREN.send(ImportTown.requestAs(ZEREN, LOOKER, path));
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("口.csv");
    }
    for (HttpRequest.Builder request : changes(id)) {
      HttpResponse<String> answer =
          ZEREN.send(
              request.header("Authorization", RunningZeren.basic(LOOKER, ImportTown.PASSWORD)));
      assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(403);
    }
  }

  @Test
  void aWrongPasswordIsNoAccount() {
    HttpRequest.Builder request =
        ZEREN.request("/api/imports").header("Authorization", RunningZeren.basic(OFFICE, "wrong"));
    assertThat(ZEREN.send(request).statusCode()).isEqualTo(401);
  }

  /** An office works together: whoever is there goes on where a colleague stopped. */
  @Test
  void anotherEditorSeesAndFinishesAnImport() {
    String id =
        Uploads.upload(
                ZEREN, "outfall", "口.csv", "编号,名称,经度,纬度\n%s1,口,113.55,34.75\n".formatted(prefix))
            .path("id")
            .asString();
    Uploads.step(ZEREN, id, "check", "{\"crs\":\"wgs84\"}");
    JsonNode seen =
        RunningZeren.json(ZEREN.send(ImportTown.requestAs(ZEREN, OFFICE, "/api/imports/" + id)));
    assertThat(seen.path("createdBy").asString()).isEqualTo("admin");
    HttpResponse<String> committed =
        ZEREN.send(
            ImportTown.requestAs(ZEREN, OFFICE, "/api/imports/" + id + "/commit")
                .POST(BodyPublishers.noBody()));
    assertThat(committed.statusCode()).isEqualTo(202);
    Uploads.await(ZEREN, id);
    assertThat(ImportTown.status("outfall", prefix + "1")).isEqualTo(200);
  }

  @Test
  void aPageOfAnotherSiteCannotUseARememberedPassword() {
    HttpRequest.Builder request =
        ZEREN
            .requestAsAdmin("/api/layers/outfall/mappings/x")
            .header("Sec-Fetch-Site", "cross-site")
            .PUT(BodyPublishers.ofString("{}"));
    assertThat(ZEREN.send(request).statusCode()).isEqualTo(403);
  }
}
