package zeren.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import zeren.exchange.web.Uploads;

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
          "POST /ogc/collections/{layer}/items 503",
          "PUT /ogc/collections/{layer}/items/{id} 503",
          "PATCH /ogc/collections/{layer}/items/{id} 503",
          "DELETE /ogc/collections/{layer}/items/{id} 503",
          "POST /api/responsibility/preview 422",
          "POST /api/layers/{layer}/import 202",
          "POST /api/imports/{id}/check 410",
          "POST /api/imports/{id}/commit 410");

  private static final String STATION = encoded("一号国控站");
  private static final String SITE = encoded("住宅一期");
  private static final DescribedTown TOWN = new DescribedTown();
  private static final RunningZeren ZEREN = TOWN.zeren;
  private static final Described API = TOWN.described;

  @AfterAll
  static void stop() {
    TOWN.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
    API.get(200, "/api/layers/person/features/" + encoded("网格员011"));
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
    API.send(204, "DELETE", created, null, "If-Match", "\"2\"");
    API.get(200, created + "/history");
  }

  @Test
  @Order(2)
  void nearAndZones() {
    API.get(200, "/api/near?find=site,station&around=station&radius=100000");
    API.anonymous(200, "/api/near?find=station&lon=113.03&lat=34.09&crs=gcj02&windFrom=10");
    API.get(200, "/api/near?find=site,station&around=station&format=geojson&limit=1");
    API.get(200, "/api/near?find=site&around=station&format=csv");
    API.anonymous(200, "/api/zones/station/" + STATION + "?radius=3000");
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
  void tilesAndItems() {
    JsonNode nothing = API.anonymous(200, "/tiles/station/0/0/0.mvt");
    assertThat(nothing.isMissingNode()).isTrue();
    API.anonymous(204, "/tiles/station/10/0/0.mvt");
    API.get(200, "/tiles/station,site.json");
    String tag = ZEREN.get("/tiles/station/0/0/0.mvt").headers().firstValue("ETag").orElseThrow();
    API.check(304, ZEREN.request("/tiles/station/0/0/0.mvt").header("If-None-Match", tag));
    API.get(200, "/tiles/station,site/style.json");
    for (String tiles : List.of("/ogc/tiles", "/ogc/collections/station/tiles")) {
      API.anonymous(200, tiles);
      API.anonymous(200, tiles + "/WebMercatorQuad");
      API.anonymous(200, tiles + "/WorldCRS84Quad/0/0/1");
      String of = tiles.equals("/ogc/tiles") ? "?collections=station" : "";
      JsonNode limits =
          API.anonymous(200, tiles + "/WebMercatorQuad" + of).path("tileMatrixSetLimits").path(17);
      // The northern one of the two stations is the western one.
      API.anonymous(
          204,
          "%s/WebMercatorQuad/17/%s/%s%s"
              .formatted(
                  tiles,
                  limits.path("minTileRow").asString(),
                  limits.path("maxTileCol").asString(),
                  of));
      API.check(
          304,
          ZEREN
              .request(tiles + "/WorldCRS84Quad/0/0/1")
              .header(
                  "If-None-Match",
                  ZEREN
                      .get(tiles + "/WorldCRS84Quad/0/0/1")
                      .headers()
                      .firstValue("ETag")
                      .orElseThrow()));
    }
    API.anonymous(200, "/ogc/tileMatrixSets");
    API.anonymous(200, "/ogc/tileMatrixSets/WorldCRS84Quad");
  }

  @Test
  @Order(2)
  void collectionsAndTheirFeatures() {
    for (String path :
        List.of(
            "/ogc",
            "/ogc/api",
            "/ogc/conformance",
            "/ogc/collections",
            "/ogc/collections/station",
            "/ogc/collections/station/queryables",
            "/ogc/collections/station/items",
            "/ogc/collections/station/items/" + STATION)) {
      API.anonymous(200, path + "?f=json");
      API.anonymous(200, path + "?f=html");
    }
    API.anonymous(200, "/ogc/collections/station/schema");
    API.get(200, "/ogc/collections/person");
    API.get(200, "/ogc/collections/person/items?limit=3");
    API.get(200, "/ogc/collections/person/items/" + encoded("网格员011"));
    API.get(200, "/ogc/collections/site/items?limit=1&datetime=2019-01-01/..");
    String items = "/ogc/collections/station/items";
    String tag = ZEREN.get(items).headers().firstValue("ETag").orElseThrow();
    API.check(304, ZEREN.request(items).header("If-None-Match", tag));
    API.send(200, "OPTIONS", items, null);
    API.send(200, "OPTIONS", items + "/1", null);
    API.check(
        404,
        ZEREN.request("/ogc/collections/none/items").method("OPTIONS", BodyPublishers.noBody()));
    API.check(
        404,
        ZEREN.request("/ogc/collections/none/items/1").method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  @Order(3)
  void editingByTheOgcApis() {
    String[] geoJson = {"Content-Type", "application/geo+json"};
    String items = "/ogc/collections/site/items";
    String feature =
        """
        {"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[113.02,34.041]},
         "properties":{"name":"新","type":"building"}}""";
    API.send(201, "POST", items, feature.formatted("o1"), geoJson);
    API.send(409, "POST", items, feature.formatted("o1"), geoJson);
    API.send(
        201,
        "POST",
        items,
        "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(feature.formatted("o2")),
        geoJson);
    API.send(400, "POST", items, "{}", geoJson);
    API.send(404, "POST", "/ogc/collections/none/items", feature.formatted("o1"), geoJson);
    API.send(415, "POST", items, feature.formatted("o3"), "Content-Type", "text/plain");
    String body = " ".repeat(20_000_001);
    API.send(413, "POST", items, body, geoJson);
    String one = items + "/o1";
    String patch = "{\"properties\":{\"name\":\"新名\"}}";
    String merge = "application/merge-patch+json";
    API.send(201, "PUT", items + "/o4", feature.formatted("o4"), geoJson);
    API.send(
        200,
        "PUT",
        one,
        feature.formatted("o1").replace("新", "旧"),
        "Content-Type",
        "application/geo+json",
        "If-Match",
        "\"1\"");
    API.send(
        412,
        "PUT",
        one,
        feature.formatted("o1"),
        "Content-Type",
        "application/geo+json",
        "If-Match",
        "\"1\"");
    API.send(428, "PUT", one, feature.formatted("o1"), geoJson);
    API.send(415, "PUT", one, feature.formatted("o1"), "Content-Type", "text/plain");
    API.send(413, "PUT", one, body, "Content-Type", "application/geo+json", "If-Match", "\"2\"");
    API.send(404, "PUT", "/ogc/collections/none/items/o1", feature.formatted("o1"), geoJson);
    API.send(200, "PATCH", one, patch, "Content-Type", merge, "If-Match", "\"2\"");
    API.send(412, "PATCH", one, patch, "Content-Type", merge, "If-Match", "\"2\"");
    API.send(428, "PATCH", one, patch, "Content-Type", merge);
    API.send(415, "PATCH", one, patch, "Content-Type", "text/plain");
    API.send(413, "PATCH", one, body, "Content-Type", merge, "If-Match", "\"3\"");
    API.send(404, "PATCH", items + "/none", patch, "Content-Type", merge, "If-Match", "\"3\"");
    API.send(404, "DELETE", items + "/none", null, "If-Match", "\"3\"");
    API.send(412, "DELETE", one, null, "If-Match", "\"1\"");
    API.send(428, "DELETE", one, null);
    API.send(204, "DELETE", one, null, "If-Match", "\"3\"");
  }

  @Test
  @Order(2)
  void pagesAndAccounts() {
    API.anonymous(200, "/actuator/health");
    API.anonymous(200, "/api/openapi.json");
    API.anonymous(200, "/api/me");
    API.get(200, "/api/me");
    API.anonymous(200, "/");
    API.anonymous(200, "/api");
    for (String inside : List.of("/desk", "/desk/audit", "/desk/joint-control", "/admin")) {
      API.get(200, inside);
      API.anonymous(302, inside);
    }
    API.anonymous(200, "/login");
    HttpResponse<String> form = ZEREN.get("/login");
    String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
    assertThat(token.find()).isTrue();
    String csrf = "_csrf=" + encoded(token.group(1));
    String account =
        "&username="
            + RunningZeren.ADMIN_NAME
            + "&password="
            + encoded(RunningZeren.ADMIN_PASSWORD);
    API.check(302, form("/login", cookie, csrf + account));
    API.check(302, form("/logout", cookie, csrf));
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
  @Order(3)
  void imports() {
    byte[] file =
        "编号,名称,设区市,级别,经度,纬度\nn1,新站,样板市,国控,113.15,34.05\nn2,坏站,样板市,国控,213.1,34.05\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] nothing = "PK\3\4 is no workbook".getBytes(StandardCharsets.UTF_8);
    String atOnce = "/api/layers/station/import?crs=wgs84&dryRun=true";
    JsonNode seen = API.check(200, Uploads.send(ZEREN, atOnce, "s.csv", file));
    assertThat(seen.path("created").asInt()).isEqualTo(1);
    API.check(422, Uploads.send(ZEREN, atOnce, "s.xlsx", nothing));
    API.check(404, Uploads.send(ZEREN, atOnce.replace("station", "none"), "s.csv", file));
    String imports = "/api/imports?layer=station";
    API.check(422, Uploads.send(ZEREN, imports, "s.xlsx", nothing));
    JsonNode upload = API.check(201, Uploads.send(ZEREN, imports, "s.csv", file));
    String one = "/api/imports/" + upload.path("id").asString();
    API.get(200, imports);
    API.get(200, one);
    API.send(409, "POST", one + "/commit", null);
    API.send(409, "POST", one + "/undo", null);
    API.send(
        409,
        "POST",
        "/api/responsibility/preview",
        "{\"import\":\"%s\"}".formatted(upload.path("id").asString()));
    API.send(202, "POST", one + "/check", "{\"crs\":\"wgs84\"}");
    JsonNode checked = Uploads.await(ZEREN, upload.path("id").asString());
    assertThat(checked.path("state").asString()).isEqualTo("done");
    String job = "/api/jobs/" + upload.path("id").asString();
    API.get(200, job);
    API.send(200, "DELETE", job, null);
    API.get(200, one);
    API.get(200, one + "/changes?kind=created");
    API.get(200, one + "/places");
    API.get(200, one + "/refused");
    API.send(202, "POST", one + "/commit", null);
    Uploads.await(ZEREN, upload.path("id").asString());
    API.send(409, "POST", one + "/check", "{\"crs\":\"wgs84\"}");
    API.send(409, "DELETE", one, null);
    API.send(200, "POST", one + "/undo", null);
    JsonNode other = API.check(201, Uploads.send(ZEREN, imports, "s.csv", file));
    API.send(204, "DELETE", "/api/imports/" + other.path("id").asString(), null);
    for (String step : List.of("check", "commit", "undo")) {
      API.send(404, "POST", "/api/imports/none/" + step, step.equals("check") ? "{}" : null);
    }
    API.send(404, "DELETE", "/api/imports/none", null);
    API.send(404, "DELETE", "/api/jobs/none", null);
  }

  @Test
  @Order(3)
  void whatIsTooLarge() {
    String body = " ".repeat(20_000_001);
    String feature = "/api/layers/station/features/" + STATION;
    API.send(413, "PUT", feature, body, "If-Match", "\"1\"");
    API.send(413, "POST", "/api/responsibility/preview", body);
    API.send(413, "POST", "/api/who", " ".repeat(5_000_001));
    byte[] file = new byte[DescribedTown.LARGEST_FILE + 1];
    API.check(413, Uploads.send(ZEREN, "/api/layers/station/import?crs=wgs84", "s.csv", file));
    API.check(413, Uploads.send(ZEREN, "/api/imports?layer=station", "s.csv", file));
  }

  @Test
  @Order(3)
  void mappingsAndFiles() {
    String mapping = "/api/layers/station/mappings/mine";
    API.send(
        200, "PUT", mapping, "{\"mapping\":{\"columns\":{\"站名\":\"name\"}},\"crs\":\"wgs84\"}");
    API.send(404, "PUT", "/api/layers/none/mappings/mine", "{\"mapping\":{\"columns\":{}}}");
    API.get(200, "/api/layers/station/mappings");
    API.send(204, "DELETE", mapping, null);
    API.send(404, "DELETE", mapping, null);
    for (String format : List.of("csv", "xlsx", "geojson", "geojsonl", "shp", "gpkg", "kml")) {
      API.anonymous(200, "/api/layers/station/export?format=" + format);
    }
    API.anonymous(200, "/api/layers/station/template");
  }

  @Test
  @Order(9)
  void everythingThatIsDescribedWasSeen() {
    assertThat(API.unseen()).containsExactlyInAnyOrderElementsOf(NOT_HERE);
  }
}
