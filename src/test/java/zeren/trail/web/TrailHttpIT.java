package zeren.trail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;
import zeren.exchange.web.Uploads;

/** What people do in the running service, and what the trail says of it. */
class TrailHttpIT {

  private static final String LOOKER = "looker";
  private static final String PASSWORD = "a long password";
  private static RunningZeren zeren;

  @BeforeAll
  static void start() {
    zeren =
        RunningZeren.start(
            "--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
    SmallTown.fill(zeren);
    zeren
        .bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO account (name, password_hash, role, created_at)
            VALUES (:name, :hash, 'viewer', :at)
            """)
        .param("name", LOOKER)
        .param("hash", zeren.bean(PasswordEncoder.class).encode(PASSWORD))
        .param("at", Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
  }

  @AfterAll
  static void stop() {
    zeren.close();
  }

  private static JsonNode rows(String query) {
    return zeren.jsonAsAdmin("/api/trail?limit=1000&" + query).path("items");
  }

  private static JsonNode last(String query) {
    JsonNode rows = rows(query);
    assertThat(rows.size()).as(query).isPositive();
    return rows.get(0);
  }

  private static HttpResponse<String> put(String id, String name, String header, String value) {
    return zeren.send(
        zeren
            .requestAsAdmin("/api/layers/outfall/features/" + id)
            .header(header, value)
            .PUT(
                BodyPublishers.ofString(
                    """
                    {"type":"Feature","geometry":{"type":"Point","coordinates":[113.5,34.5]},
                     "properties":{"name":"%s"}}"""
                        .formatted(name))));
  }

  private static HttpRequest.Builder asLooker(String path) {
    return zeren.request(path).header("Authorization", RunningZeren.basic(LOOKER, PASSWORD));
  }

  @Test
  void anEditIsToldFieldByField() {
    assertThat(put("told", "first", "If-None-Match", "*").statusCode()).isEqualTo(201);
    assertThat(put("told", "second", "If-Match", "\"1\"").statusCode()).isEqualTo(200);
    JsonNode edit = last("kind=edit&layer=outfall&object=told");
    assertThat(edit.path("actor").asString()).isEqualTo("admin");
    assertThat(edit.path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(edit.path("change_set").asLong()).isPositive();
    JsonNode changes = edit.path("detail").path("changes");
    assertThat(changes.size()).isEqualTo(1);
    assertThat(changes.get(0).toString())
        .isEqualTo(
            "{\"id\":\"told\",\"field\":\"name\",\"before\":\"first\",\"after\":\"second\"}");
    assertThat(rows("object=told").size()).isEqualTo(2);
    assertThat(put("told", "third", "If-Match", "\"1\"").statusCode()).isEqualTo(412);
    assertThat(put("told", "x".repeat(10_000), "If-Match", "\"7\"").statusCode()).isNotEqualTo(200);
    assertThat(rows("object=told").size()).as("what was refused is not there").isEqualTo(2);
  }

  @Test
  void deletingAndTheFirstFillingAreTold() {
    put("gone", "gone", "If-None-Match", "*");
    HttpRequest.Builder delete =
        zeren.requestAsAdmin("/api/layers/outfall/features/gone").header("If-Match", "\"1\"");
    assertThat(zeren.send(delete.DELETE()).statusCode()).isEqualTo(204);
    assertThat(last("kind=delete&object=gone").path("detail").path("ended").asInt()).isEqualTo(1);
    assertThat(last("kind=record&layer=district").path("detail").path("created").asInt())
        .isEqualTo(2);
    assertThat(rows("kind=started").size()).isEqualTo(1);
    assertThat(rows("kind=declared&layer=outfall").size()).isEqualTo(1);
    assertThat(last("kind=account_made").path("object").asString()).isEqualTo("admin");
  }

  @Test
  void anImportAndItsUndoAreTold() {
    JsonNode result =
        Uploads.run(
            zeren,
            "station/import?crs=gcj02",
            "站点 \"x\".csv",
            "编号,站点名称,城市,级别,经度,纬度\nT-1,一号站,郑州市,国控,113.6,34.7\nT-2,二号站,郑州市,国控,113.7,34.7\n");
    JsonNode written = last("kind=import&layer=station");
    assertThat(written.path("change_set").asLong())
        .isEqualTo(result.path("change_set").asLong(result.path("changeSet").asLong()));
    assertThat(written.path("detail").path("created").asInt()).isEqualTo(2);
    assertThat(written.path("object").isNull()).isTrue();
    String id = written.path("detail").path("import").asString();
    for (String kind : List.of("import_uploaded", "import_begun")) {
      JsonNode row = last("kind=" + kind);
      assertThat(row.path("detail").path("import").asString()).isEqualTo(id);
      assertThat(row.path("address").asString()).isEqualTo("127.0.0.1");
    }
    HttpResponse<String> undone =
        zeren.send(
            zeren.requestAsAdmin("/api/imports/" + id + "/undo").POST(BodyPublishers.noBody()));
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    JsonNode undo = last("kind=undo&layer=station");
    assertThat(undo.path("detail").path("undoes").asLong())
        .isEqualTo(written.path("change_set").asLong());
  }

  @Test
  void aFailedLoginLeavesARowWithoutWhatWasTyped() {
    String typed = "my secret password";
    zeren.send(zeren.request("/api/me").header("Authorization", RunningZeren.basic(typed, typed)));
    zeren.send(zeren.request("/api/me").header("Authorization", RunningZeren.basic(LOOKER, typed)));
    JsonNode failed = rows("kind=login_failed");
    assertThat(failed.size()).isEqualTo(2);
    assertThat(failed.get(0).path("object").asString()).isEqualTo(LOOKER);
    assertThat(failed.get(1).path("object").isNull()).isTrue();
    assertThat(failed.get(0).path("actor").isNull()).isTrue();
    String everything = zeren.getAsAdmin("/api/trail?format=csv").body();
    assertThat(everything)
        .doesNotContain(typed)
        .doesNotContain(PASSWORD)
        .doesNotContain(RunningZeren.ADMIN_PASSWORD)
        .doesNotContain("{bcrypt}");
  }

  @Test
  void aPersonLogsInAndOut() {
    HttpResponse<String> form = zeren.get("/login");
    String cookie = cookies(form);
    HttpResponse<String> in =
        post("/login", cookie, form, "username=" + LOOKER + "&password=" + encoded(PASSWORD));
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(last("kind=login").path("actor").asString()).isEqualTo(LOOKER);
    HttpResponse<String> desk = zeren.send(zeren.request("/desk").header("Cookie", cookies(in)));
    assertThat(desk.statusCode()).isEqualTo(200);
    post("/logout", cookies(in) + "; " + cookies(desk), desk, "lang=zh");
    assertThat(last("kind=logout").path("actor").asString()).isEqualTo(LOOKER);
  }

  private static HttpResponse<String> post(
      String path, String cookie, HttpResponse<String> page, String form) {
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    return zeren.send(
        zeren
            .request(path)
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + "&" + form)));
  }

  private static String cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> !header.contains("Max-Age=0") && !header.contains("01 Jan 1970"))
        .map(header -> header.substring(0, header.indexOf(';')))
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void whoeverIsRefusedIsTold() {
    assertThat(zeren.send(asLooker("/api/trail")).statusCode()).isEqualTo(404);
    assertThat(zeren.get("/api/trail/head").statusCode()).isEqualTo(404);
    HttpRequest.Builder delete =
        asLooker("/api/layers/station/features/edge").header("If-Match", "\"1\"").DELETE();
    assertThat(zeren.send(delete).statusCode()).isEqualTo(403);
    assertThat(zeren.send(zeren.request("/api/imports").POST(BodyPublishers.noBody())).statusCode())
        .isEqualTo(401);
    List<String> refused = new ArrayList<>();
    rows("kind=refused")
        .forEach(
            row ->
                refused.add(row.path("actor").asString("-") + " " + row.path("object").asString()));
    assertThat(refused)
        .contains(LOOKER + " GET /api/trail", LOOKER + " DELETE /api/layers/station/features/edge");
    assertThat(refused.toString()).contains("GET /api/trail/head").contains("POST /api/imports");
  }

  @Test
  void behindAProxyTheAddressIsTheClients() {
    zeren.send(asLooker("/api/trail/head").header("X-Forwarded-For", "203.0.113.9"));
    assertThat(last("kind=refused&q=203.0.113.9").path("object").asString())
        .isEqualTo("GET /api/trail/head");
  }

  @Test
  void exportsAndReadsOfWhatIsInternalAreTold() {
    zeren.send(asLooker("/api/layers/enterprise/export?format=csv&where=name%20LIKE%20%27x%25%27"));
    JsonNode export = last("kind=export&actor=" + LOOKER);
    assertThat(export.path("layer").asString()).isEqualTo("enterprise");
    assertThat(export.path("detail").path("query").asString()).contains("where=name");
    zeren.send(asLooker("/ogc/collections/enterprise/items"));
    zeren.send(asLooker("/ogc/collections/enterprise/items"));
    zeren.send(asLooker("/ogc/collections/station/items"));
    assertThat(rows("kind=read&actor=" + LOOKER).size()).as("once an hour a layer").isEqualTo(1);
    assertThat(last("kind=read").path("layer").asString()).isEqualTo("enterprise");
    zeren.get("/api/layers/station/export?format=csv");
    assertThat(rows("kind=export&layer=station").size()).as("public, by nobody").isZero();
  }

  @Test
  void aTableThatIsTakenAwayIsAnExport() {
    HttpRequest.Builder table =
        asLooker("/api/desk/table?format=csv")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"columns\":[\"name\"],\"rows\":[{\"layer\":\"station\",\"id\":\"edge\"}]}"));
    assertThat(zeren.send(table).statusCode()).isEqualTo(200);
    assertThat(last("kind=export&actor=" + LOOKER).at("/detail/path").asString())
        .isEqualTo("/api/desk/table");
  }

  @Test
  void internalReadsAreToldHoweverTheAddressIsWritten() {
    int before = rows("kind=read&actor=admin&layer=enterprise").size();
    zeren.getAsAdmin("/ogc/collections/%65nterprise/items");
    assertThat(rows("kind=read&actor=admin&layer=enterprise").size()).isEqualTo(before + 1);
  }

  @Test
  void aProgramWithATokenIsTold() {
    String made =
        zeren
            .send(
                asLooker("/api/account/tokens")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\":\"told\",\"days\":1}")))
            .body();
    String secret = RunningZeren.parse(made).path("secret").asString();
    int before = rows("kind=access").size();
    zeren.send(
        zeren
            .request("/api/me")
            .header("Authorization", "Bearer " + secret)
            .header("X-Forwarded-For", "203.0.113.77"));
    assertThat(rows("kind=access").size()).as(made).isEqualTo(before + 1);
    assertThat(last("kind=access").path("actor").asString()).isEqualTo(LOOKER);
  }

  @Test
  void pagesStayWhatTheyAreWhileRowsAreAdded() {
    for (int i = 0; i < 5; i++) {
      put("page-" + i, "page", "If-None-Match", "*");
    }
    JsonNode first = zeren.jsonAsAdmin("/api/trail?q=page-&limit=2");
    assertThat(first.path("total").asInt()).isEqualTo(5);
    put("page-9", "page", "If-None-Match", "*");
    List<String> seen = new ArrayList<>();
    first.path("items").forEach(row -> seen.add(row.path("object").asString()));
    String next = first.path("next").asString();
    while (!next.isEmpty()) {
      JsonNode page = zeren.jsonAsAdmin(next.substring(zeren.baseUrl().length()));
      page.path("items").forEach(row -> seen.add(row.path("object").asString()));
      next = page.path("next").asString("");
    }
    assertThat(seen).containsExactly("page-4", "page-3", "page-2", "page-1", "page-0");
    String csv = zeren.getAsAdmin("/api/trail?q=page-&format=csv&lang=en").body();
    assertThat(csv.lines()).hasSize(7);
    assertThat(csv).contains("Number,Time,Account").contains(",Edited,outfall,page-3,");
  }

  @Test
  void aRowByItsNumberTheHeadAndTheCheck() {
    JsonNode row = zeren.jsonAsAdmin("/api/trail/1");
    assertThat(row.path("kind").asString()).isEqualTo("started");
    assertThat(zeren.getAsAdmin("/api/trail/0").statusCode()).isEqualTo(404);
    assertThat(zeren.getAsAdmin("/api/trail/x").statusCode()).isEqualTo(404);
    String head = zeren.jsonAsAdmin("/api/trail/head").path("hash").asString();
    JsonNode check = zeren.jsonAsAdmin("/api/trail/verification?head=" + head);
    assertThat(check.path("fault").isNull()).as(check.toString()).isTrue();
    assertThat(zeren.jsonAsAdmin("/api/trail/verification?head=00").path("fault").asString())
        .isEqualTo("unknown_head");
    assertThat(zeren.jsonAsAdmin("/api/trail/choices").path("actors").toString())
        .contains("\"admin\"");
  }

  @Test
  void wrongQuestionsAreRefused() {
    for (String query :
        List.of("kind=none", "from=x", "from=2026-02-02&to=2026-02-01", "before=x", "nonsense=1")) {
      assertThat(zeren.getAsAdmin("/api/trail?" + query).statusCode()).as(query).isEqualTo(400);
    }
    assertThat(rows("q=" + encoded("'; DROP TABLE trail; --")).size()).isZero();
  }
}
