package zeren.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/**
 * Every address is asked, and each answer held against {@code /api/openapi.json}. The last test
 * sees to it that no status that is described was left out.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenApiAnswersHttpIT {

  /** With the database away, with files whose rows take long or that are removed after months. */
  private static final Set<String> NOT_HERE =
      Set.of(
          "GET /actuator/health 503",
          "PUT /api/layers/{layer}/features/{id} 503",
          "DELETE /api/layers/{layer}/features/{id} 503",
          "POST /api/layers/{layer}/edits 503",
          "POST /api/layers/{layer}/changes/{change}/undo 503",
          // Whoever has an account may keep a search of any name.
          "PUT /api/desk/searches/{name} 404",
          "PUT /api/desk/searches/{name} 409",
          "POST /ogc/collections/{layer}/items 503",
          "PUT /ogc/collections/{layer}/items/{id} 503",
          "PATCH /ogc/collections/{layer}/items/{id} 503",
          "DELETE /ogc/collections/{layer}/items/{id} 503",
          "POST /api/responsibility/preview 422",
          "POST /api/layers/{layer}/import 202",
          "POST /api/imports/{id}/check 410",
          "POST /api/imports/{id}/commit 410");

  private static final String STATION = DescribedTown.STATION;
  private static final String SITE = DescribedTown.encoded("住宅一期");
  private static final DescribedTown TOWN = new DescribedTown();
  private static final RunningZeren ZEREN = TOWN.zeren;
  private static final Described API = TOWN.described;

  @AfterAll
  static void stop() {
    TOWN.close();
  }

  @Test
  @Order(1)
  void unknownParametersAreRefused() {
    for (Described.Found one : API.operations()) {
      if (one.says(400)) {
        API.send(
            400,
            one.method().toUpperCase(Locale.ROOT),
            TOWN.address(one) + "nonsense=1",
            one.json().has("requestBody") ? "{}" : null);
      }
    }
  }

  @Test
  @Order(1)
  void whoeverMayNotIsRefused() {
    for (Described.Found one : API.operations()) {
      String path = TOWN.address(one);
      String method = one.method().toUpperCase(Locale.ROOT);
      if (one.says(401)) {
        API.check(401, ZEREN.request(path).method(method, BodyPublishers.noBody()));
      }
      if (one.says(403)) {
        API.check(403, TOWN.requestAsViewer(path).method(method, BodyPublishers.noBody()));
      }
    }
  }

  @Test
  @Order(1)
  void whatIsNotThereIsNotFound() {
    for (Described.Found one : API.operations()) {
      if (one.says(404)) {
        String path = one.pathWith(name -> "none");
        if (one.method().equals("get")) {
          API.anonymous(404, path + (path.equals("/api/who") ? "?feature=station/none" : ""));
        }
      }
    }
  }

  @Test
  @Order(2)
  void layersAndFeatures() {
    API.get(200, "/api/layers");
    API.anonymous(200, "/api/layers");
    API.get(200, "/api/layers/site/changes?limit=3");
    API.get(200, "/api/layers/site/features/" + SITE);
    API.get(200, "/api/layers/person/features/" + DescribedTown.encoded("网格员011"));
    API.get(200, "/api/layers/site/features/" + SITE + "/history");
    String feature =
        """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[113.02,34.041]},
         "properties":{"name":"住宅一期","type":"building"},"valid_from":"2024-01-01"}""";
    String created = "/api/layers/site/features/new-one";
    API.send(201, "PUT", created, feature, "If-None-Match", "*");
    API.send(200, "PUT", created, feature.replace("34.041", "34.042"), "If-Match", "\"1\"");
    API.send(412, "PUT", created, feature, "If-Match", "\"1\"");
    API.send(428, "PUT", created, feature);
    API.send(400, "PUT", created, "{", "If-Match", "\"2\"");
    API.send(404, "PUT", "/api/layers/none/features/1", feature, "If-None-Match", "*");
    API.send(404, "DELETE", "/api/layers/site/features/none", null, "If-Match", "\"2\"");
    API.send(412, "DELETE", created, null, "If-Match", "\"1\"");
    API.send(428, "DELETE", created, null);
    API.send(200, "PUT", created, feature.replace("2024-", "2999-"), "If-Match", "\"2\"");
    API.send(409, "PUT", created, feature, "If-Match", "\"3\"");
    API.send(204, "DELETE", created, null, "If-Match", "\"3\"");
    API.get(200, created + "/history");
  }

  @Test
  @Order(2)
  void manyFeaturesAtOnce() {
    String site =
        """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[113.02,34.041]},
         "properties":{"name":"同批","type":"building"},"valid_from":"2024-01-01"}""";
    API.send(201, "PUT", "/api/layers/site/features/batch", site, "If-None-Match", "*");
    String edits = "/api/layers/site/edits";
    String edit = "{\"set\":{\"class\":\"%s\"},\"features\":[{\"id\":\"batch\"%s}]%s}";
    API.send(200, "POST", edits, edit.formatted("A", "", ",\"dry_run\":true"));
    API.send(428, "POST", edits, edit.formatted("A", "", ""));
    API.send(412, "POST", edits, edit.formatted("A", ",\"version\":9", ""));
    API.send(400, "POST", edits, edit.formatted("Z", ",\"version\":1", ""));
    API.send(404, "POST", edits.replace("site", "none"), edit.formatted("A", "", ""));
    JsonNode done = API.send(200, "POST", edits, edit.formatted("A", ",\"version\":1", ""));
    String before = ",\"version\":2,\"x\":0";
    API.send(
        409,
        "POST",
        edits,
        edit.formatted("B", before.replace(",\"x\":0", ""), ",\"valid_from\":\"2024-01-02\""));
    String undo = "/api/layers/site/changes/" + done.path("change").asString() + "/undo";
    API.send(200, "POST", undo, null);
    API.send(409, "POST", undo, null);
    API.send(404, "POST", "/api/layers/site/changes/0/undo", null);
  }

  @Test
  @Order(2)
  void theDesk() {
    API.anonymous(200, "/api/find?text=" + STATION);
    API.get(200, "/api/find?text=113.02,34.04&at=2022-01-01");
    API.get(200, "/api/desk/searches");
    API.get(200, "/api/desk/columns");
    API.send(200, "PUT", "/api/desk/searches/mine", "{\"question\":\"radius=5000\"}");
    API.send(400, "PUT", "/api/desk/searches/mine", "{}");
    API.send(204, "DELETE", "/api/desk/searches/mine", null);
    API.send(404, "DELETE", "/api/desk/searches/mine", null);
    API.send(204, "PUT", "/api/desk/columns", "{\"columns\":[\"name\"]}");
    String table =
        """
        {"columns":["name"],"rows":[{"layer":"site","id":"住宅一期"}]}""";
    API.send(200, "POST", "/api/desk/table", table);
    API.send(200, "POST", "/api/desk/table?format=xlsx", table);
  }

  @Test
  @Order(2)
  void nearAndZones() {
    API.get(200, "/api/near?find=site,station&around=station&radius=100000");
    API.anonymous(200, "/api/near?find=station&lon=113.03&lat=34.09&crs=gcj02&windFrom=10");
    API.get(200, "/api/near?find=site,station&around=station&format=geojson&limit=1");
    API.get(200, "/api/near?find=site&around=station&format=csv");
    API.anonymous(200, "/api/zones/station/" + STATION + "?radius=3000");
    API.anonymous(200, "/api/zones?lon=113.02&lat=34.04&radius=3000");
    String joint = "/api/zones/station/" + STATION + "/joint-control";
    API.get(200, joint + "?radius=20000");
    API.get(200, joint + "?radius=20000&format=xlsx&lang=en");
    API.get(303, joint + "?format=html");
    API.get(200, "/api/zones/station/joint-control?radius=20000");
    API.get(200, "/api/zones/station/joint-control?radius=20000&format=xlsx");
  }

  @Test
  @Order(2)
  void whoIsResponsible() {
    API.get(200, "/api/who?lon=113.02&lat=34.04");
    API.anonymous(200, "/api/who?lon=113.02&lat=34.04&topic=dust&at=2022-01-01");
    API.get(200, "/api/who?feature=site/" + SITE);
    API.send(200, "POST", "/api/who", "{\"places\":[{\"lon\":113.03,\"lat\":34.03}]}");
    API.send(400, "POST", "/api/who", "{\"places\":[]}");
    API.send(404, "POST", "/api/who", "{\"places\":[{\"feature\":\"site/none\"}]}");
    String preview = "/api/responsibility/preview";
    String change =
        """
        {"layer":"grid_cell","features":[{"type":"Feature","id":"东乡网格","geometry":{"type":"Polygon",
         "coordinates":[[[113.05,34],[113.1,34],[113.1,34.03],[113.05,34.03],[113.05,34]]]},
         "properties":{"name":"东乡网格","level":"township","district":"甲县"}}]}""";
    JsonNode moved = API.send(200, "POST", preview, change);
    assertThat(moved.path("examined").asInt()).isPositive();
    API.send(404, "POST", preview, "{\"layer\":\"none\"}");
  }

  @Test
  @Order(2)
  void pagesAndAccounts() {
    API.anonymous(200, "/actuator/health");
    API.anonymous(200, "/api/openapi.json");
    API.anonymous(200, "/api/me");
    API.get(200, "/api/me");
    API.get(200, "/api/my?cell=" + DescribedTown.encoded("东乡网格"));
    API.anonymous(200, "/");
    API.anonymous(200, "/api");
    String cell = "/cell/" + DescribedTown.encoded("东乡网格");
    for (String open :
        List.of(
            "/cell", cell, cell + "/share.png", "/robots.txt", "/sitemap.xml", "/sitemap/1.xml")) {
      API.anonymous(200, open);
    }
    API.anonymous(200, "/login");
    HttpResponse<String> form = ZEREN.get("/login");
    String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
    assertThat(token.find()).isTrue();
    String csrf = "_csrf=" + DescribedTown.encoded(token.group(1));
    String account =
        "&username="
            + RunningZeren.ADMIN_NAME
            + "&password="
            + DescribedTown.encoded(RunningZeren.ADMIN_PASSWORD);
    HttpResponse<String> login = ZEREN.send(form("/login", cookie, csrf + account));
    API.check(302, login);
    inside(login.headers().allValues("Set-Cookie"));
    oneself();
    API.check(302, form("/logout", cookie, csrf));
  }

  private static void inside(List<String> session) {
    for (String page :
        List.of("/my", "/desk", "/desk/audit", "/desk/joint-control", "/admin", "/account")) {
      HttpRequest.Builder request = ZEREN.request(page);
      session.forEach(cookie -> request.header("Cookie", cookie.replaceFirst(";.*", "")));
      API.check(200, request);
      API.anonymous(302, page);
    }
  }

  private static void oneself() {
    API.get(200, "/api/account");
    JsonNode session = API.get(200, "/api/account/sessions").path("sessions").path(0);
    API.send(204, "DELETE", "/api/account/sessions/" + session.path("id").asString(), null);
    API.send(404, "DELETE", "/api/account/sessions/none", null);
    API.send(204, "DELETE", "/api/account/sessions", null);
    String token =
        API.send(201, "POST", "/api/account/tokens", "{\"name\":\"a\"}")
            .path("token")
            .path("id")
            .asString();
    API.get(200, "/api/account/tokens");
    API.send(204, "DELETE", "/api/account/tokens/" + token, null);
    API.send(404, "DELETE", "/api/account/tokens/none", null);
  }

  /** The last that the one who may only look does. */
  @Test
  @Order(8)
  void passwords() {
    API.check(
        204,
        TOWN.requestAsViewer("/api/account/password")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"old\":\""
                        + DescribedTown.PASSWORD
                        + "\",\"new\":\"green boat at noon\"}")));
    API.send(200, "POST", "/api/accounts/" + DescribedTown.VIEWER + "/password", null);
    API.send(404, "POST", "/api/accounts/none/password", null);
  }

  private static HttpRequest.Builder form(String path, String cookie, String body) {
    return ZEREN
        .request(path)
        .header("Cookie", cookie)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  @Order(3)
  void trail() {
    API.get(200, "/api/trail?limit=2");
    API.get(200, "/api/trail?before=3&kind=started,declared&from=2026-01-01&q=site");
    API.get(200, "/api/trail?format=csv&lang=en");
    API.get(200, "/api/trail?format=xlsx&kind=started");
    API.get(200, "/api/trail/1");
    API.get(200, "/api/trail/choices");
    API.get(200, "/api/trail/head");
    API.get(200, "/api/trail/verification?head=00");
  }

  @Test
  @Order(3)
  void audits() throws InterruptedException {
    for (String audit : List.of("gaps", "overlaps", "misattributions", "duties")) {
      API.get(200, "/api/audits/" + audit);
    }
    String wrong =
        """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[113.02,34.041]},
         "properties":{"name":"错","type":"building","district_recorded":"乙县"},"valid_from":"2024-01-01"}""";
    String site = "/api/layers/site/features/wrong";
    API.send(201, "PUT", site, wrong, "If-None-Match", "*");
    run();
    String findings = "/api/audits/findings";
    JsonNode list = API.get(200, findings + "?limit=1000");
    assertThat(list.path("items").size()).isGreaterThan(5);
    for (JsonNode finding : list.path("items")) {
      API.get(200, findings + "/" + finding.path("id").asString());
    }
    API.get(200, findings + "?format=geojson");
    API.get(200, findings + "?format=xlsx");
    String acceptance =
        findings + "/" + list.path("items").path(0).path("id").asString() + "/acceptance";
    API.send(409, "DELETE", acceptance, null);
    API.send(200, "PUT", acceptance, "{\"reason\":\"因为\"}");
    API.send(200, "DELETE", acceptance, null);
    API.send(400, "PUT", acceptance, "{}");
    API.send(404, "PUT", findings + "/999999/acceptance", "{\"reason\":\"因为\"}");
    API.send(404, "DELETE", findings + "/999999/acceptance", null);
    API.send(204, "DELETE", site, null, "If-Match", "\"1\"");
    run();
    JsonNode resolved = API.get(200, findings + "?state=resolved").path("items").path(0);
    API.send(
        409,
        "PUT",
        findings + "/" + resolved.path("id").asString() + "/acceptance",
        "{\"reason\":\"因为\"}");
  }

  private static void run() throws InterruptedException {
    String runs = "/api/audits/runs";
    JsonNode run = API.send(202, "POST", runs, null);
    API.send(409, "POST", runs, null);
    while (run.path("state").asString().equals("running")) {
      Thread.sleep(20);
      run = API.get(200, runs + "/" + run.path("id").asString());
    }
    API.get(200, runs);
  }

  @Test
  @Order(2)
  void tilesAndOgcApis() {
    OgcCalls calls = new OgcCalls(TOWN);
    calls.tiles();
    calls.collections();
    calls.edits();
  }

  @Test
  @Order(2)
  void accounts() {
    String one = "/api/accounts/described";
    String made = "{\"name\":\"described\",\"role\":\"viewer\",\"scope\":{\"layers\":[\"site\"]}}";
    API.send(201, "POST", "/api/accounts", made);
    API.send(409, "POST", "/api/accounts", made);
    API.send(400, "POST", "/api/accounts", made.replace("site", "nothing"));
    API.send(400, "POST", "/api/accounts", made.replace("\"site\"", "null"));
    API.get(200, "/api/accounts");
    API.get(200, one);
    String changed = "{\"role\":\"office\"}";
    API.send(428, "PUT", one, changed);
    API.send(200, "PUT", one, changed, "If-Match", "\"1\"");
    API.send(412, "PUT", one, changed, "If-Match", "\"1\"");
    API.send(404, "PUT", "/api/accounts/nobody", changed, "If-Match", "\"1\"");
    API.send(409, "PUT", "/api/accounts/admin", changed, "If-Match", "\"1\"");
    API.send(428, "DELETE", one, null);
    API.send(412, "DELETE", one, null, "If-Match", "\"1\"");
    API.send(404, "DELETE", "/api/accounts/nobody", null, "If-Match", "\"1\"");
    API.send(409, "DELETE", "/api/accounts/admin", null, "If-Match", "\"1\"");
    API.send(204, "DELETE", one, null, "If-Match", "\"2\"");
    API.get(200, one + "/sessions");
    API.send(204, "DELETE", one + "/sessions", null);
    API.send(404, "DELETE", "/api/accounts/nobody/sessions", null);
  }

  @Test
  @Order(3)
  void operation() {
    API.get(200, "/api/operation/health");
    String extent = "/api/operation/extent";
    API.get(200, extent);
    API.send(200, "PUT", extent, "{\"extent\":[112.5,34,114,35]}");
    API.send(400, "PUT", extent, "{\"extent\":[112.5,34,114]}");
    API.send(200, "DELETE", extent, null);
    String look = "/api/operation/appearances/site";
    API.get(200, look);
    String changed =
        "{\"title\":{\"zh\":\"工地\",\"en\":\"Works\"},\"style\":{\"fill\":\"#112233\"}}";
    API.send(428, "PUT", look, changed);
    API.send(400, "PUT", look, changed.replace("#112233", "red"), "If-Match", "\"0\"");
    API.send(200, "PUT", look, changed, "If-Match", "\"0\"");
    API.send(412, "PUT", look, changed, "If-Match", "\"0\"");
    API.send(200, "PUT", look, "{}", "If-Match", "\"1\"");
    API.send(404, "PUT", look.replace("site", "none"), changed, "If-Match", "\"0\"");
  }

  @Test
  @Order(3)
  void tokensOfAll() {
    JsonNode made =
        API.send(201, "POST", "/api/account/tokens", "{\"name\":\"of all\",\"days\":1}");
    API.get(200, "/api/tokens");
    API.send(204, "DELETE", "/api/tokens/" + made.at("/token/id").asString(), null);
    API.send(404, "DELETE", "/api/tokens/none", null);
  }

  @Test
  @Order(3)
  void importsAndFiles() {
    ImportCalls calls = new ImportCalls(TOWN);
    calls.imports();
    calls.tooLarge();
    calls.mappingsAndFiles();
  }

  @Test
  @Order(9)
  void everythingThatIsDescribedWasSeen() {
    assertThat(API.unseen()).containsExactlyInAnyOrderElementsOf(NOT_HERE);
  }
}
