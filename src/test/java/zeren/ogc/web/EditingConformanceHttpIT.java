package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static zeren.ogc.web.Found.href;
import static zeren.ogc.web.Found.ids;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** OGC API Features, Part 4 (OGC 20-002, draft): the tests of its annex, by their names. */
class EditingConformanceHttpIT {

  private static final RunningZeren ZEREN =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
  private static final String ITEMS = "/ogc/collections/outfall/items";
  private static final String GEOJSON = "application/geo+json";
  private static final String PATCH = "application/merge-patch+json";

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static String feature(String name, double x, double y, String more) {
    return """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[%s,%s]},
         "properties":{"name":"%s"}%s}"""
        .formatted(x, y, name, more);
  }

  private static HttpResponse<String> send(
      String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        ZEREN.requestAsAdmin(path).method(method, BodyPublishers.ofString(body));
    return ZEREN.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<String> post(String body) {
    return send("POST", ITEMS, body, "Content-Type", GEOJSON);
  }

  private static HttpResponse<String> create(String id) {
    HttpResponse<String> made = post(feature("口", 113.5, 34.5, ",\"id\":\"" + id + "\""));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return made;
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static int count() {
    return ZEREN.json(ITEMS).path("numberMatched").asInt();
  }

  @Test
  @DisplayName("/conf/create-replace-delete/options, /conf/update/options")
  void create_options() {
    HttpResponse<String> items = send("OPTIONS", ITEMS, "");
    assertThat(items.statusCode()).isEqualTo(200);
    assertThat(header(items, "Allow")).contains("GET", "POST");
    assertThat(header(items, "Accept-Post")).contains(GEOJSON);
    create("options");
    HttpResponse<String> item = send("OPTIONS", ITEMS + "/options", "");
    assertThat(header(item, "Allow")).contains("GET", "PUT", "PATCH", "DELETE");
    assertThat(header(item, "Accept-Patch")).isEqualTo(PATCH);
  }

  @Test
  @DisplayName("/conf/create-replace-delete/create")
  void create_create() {
    HttpResponse<String> made = post(feature("新口", 113.5, 34.5, ""));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String location = header(made, "Location").replace(ZEREN.baseUrl(), "");
    assertThat(location).startsWith(ITEMS + "/");
    JsonNode there = ZEREN.json(location);
    assertThat(there).isEqualTo(RunningZeren.parse(made.body()));
    assertThat(there.at("/properties/name").asString()).isEqualTo("新口");
    HttpResponse<String> named = create("named/with slash");
    assertThat(header(named, "Location")).endsWith("/named%2Fwith%20slash");
    assertThat(ZEREN.json(ITEMS + "/named%2Fwith%20slash").path("id").asString())
        .isEqualTo("named/with slash");
    int before = count();
    HttpResponse<String> again =
        post(feature("again", 113.5, 34.5, ",\"id\":\"named/with slash\""));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(count()).isEqualTo(before);
  }

  @Test
  @DisplayName("/conf/…/create-content-type, replace-content-type, update-content-type")
  void contentType() {
    String tag = tag(create("typed"));
    String body = feature("x", 1, 1, "");
    assertThat(send("POST", ITEMS, body).statusCode()).isEqualTo(400);
    assertThat(send("PUT", ITEMS + "/typed", body, "If-Match", tag).statusCode()).isEqualTo(400);
    assertThat(send("PATCH", ITEMS + "/typed", "{}", "If-Match", tag).statusCode()).isEqualTo(400);
    assertThat(send("POST", ITEMS, body, "Content-Type", "text/csv").statusCode()).isEqualTo(415);
    assertThat(
            send("PATCH", ITEMS + "/typed", "{}", "If-Match", tag, "Content-Type", GEOJSON)
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  @DisplayName("/conf/create-replace-delete/replace, /conf/optimistic-locking-etags/replace")
  void replace_replace() {
    create("replaced");
    String tag = tag(ZEREN.get(ITEMS + "/replaced"));
    String path = ITEMS + "/replaced";
    String body = feature("换", 113.6, 34.6, "");
    for (String wrong : new String[] {"\"0\"", "\"xyz\""}) {
      assertThat(send("PUT", path, body, "Content-Type", GEOJSON, "If-Match", wrong).statusCode())
          .isEqualTo(412);
    }
    assertThat(ZEREN.json(path).at("/properties/name").asString()).isEqualTo("口");
    assertThat(send("PUT", path, body, "Content-Type", GEOJSON).statusCode()).isEqualTo(428);
    HttpResponse<String> done = send("PUT", path, body, "Content-Type", GEOJSON, "If-Match", tag);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(tag(done)).isNotEqualTo(tag);
    HttpResponse<String> now = ZEREN.get(path);
    assertThat(tag(now)).isEqualTo(tag(done));
    JsonNode there = RunningZeren.json(now);
    assertThat(there.at("/properties/name").asString()).isEqualTo("换");
    assertThat(there.at("/geometry/coordinates").toString()).isEqualTo("[113.6,34.6]");
    // What was read can be sent back as it is.
    HttpResponse<String> back =
        send("PUT", path, now.body(), "Content-Type", GEOJSON, "If-Match", tag(now));
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(ZEREN.json(path)).isEqualTo(there);
  }

  @Test
  @DisplayName("/conf/create-replace-delete/replace-rid, /conf/update/update-rid")
  void replace_rid() {
    String tag = tag(create("rid"));
    String other = feature("x", 1, 1, ",\"id\":\"other\"");
    assertThat(
            send("PUT", ITEMS + "/rid", other, "Content-Type", GEOJSON, "If-Match", tag)
                .statusCode())
        .isEqualTo(400);
    assertThat(
            send(
                    "PATCH",
                    ITEMS + "/rid",
                    "{\"id\":\"other\"}",
                    "Content-Type",
                    PATCH,
                    "If-Match",
                    tag)
                .statusCode())
        .isEqualTo(400);
    assertThat(ZEREN.get(ITEMS + "/other").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("/conf/create-replace-delete/replace-exceptions, /conf/features/put-create")
  void replace_exceptions() {
    assertThat(
            ZEREN
                .json("/ogc/collections/outfall")
                .path("supportsNonAutogeneratedResourceIds")
                .asBoolean())
        .isTrue();
    String body = feature("put", 113.5, 34.5, "");
    assertThat(send("PUT", ITEMS + "/put1", body, "Content-Type", GEOJSON).statusCode())
        .isEqualTo(201);
    assertThat(ZEREN.json(ITEMS + "/put1").path("id").asString()).isEqualTo("put1");
    assertThat(
            send("PUT", ITEMS + "/put2", body, "Content-Type", GEOJSON, "If-Match", "\"xyz\"")
                .statusCode())
        .isEqualTo(412);
    assertThat(ZEREN.get(ITEMS + "/put2").statusCode()).isEqualTo(404);
    assertThat(
            send("PUT", ITEMS + "/put1", body, "Content-Type", GEOJSON, "If-None-Match", "*")
                .statusCode())
        .isEqualTo(412);
  }

  @Test
  @DisplayName("/conf/create-replace-delete/delete, /conf/optimistic-locking-etags/delete")
  void delete_delete() {
    String tag = tag(create("deleted"));
    String path = ITEMS + "/deleted";
    assertThat(send("DELETE", path, "", "If-Match", "\"0\"").statusCode()).isEqualTo(412);
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(428);
    assertThat(ZEREN.get(path).statusCode()).isEqualTo(200);
    assertThat(send("DELETE", path, "", "If-Match", tag).statusCode()).isEqualTo(204);
    assertThat(ZEREN.get(path).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", path, "", "If-Match", tag).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("/conf/update/update, /conf/features/json-merge-patch, …-etags/update")
  void update_update() {
    // A source of its own, an end, and decimals that nothing may round.
    LocalDate end = LocalDate.now().plusYears(1);
    ZEREN
        .bean(FeatureStore.class)
        .record(
            List.of(
                new FeatureDraft(
                    "outfall",
                    "patched",
                    Shapes.point(113.123456789012, 34.1),
                    Map.of("name", "旧", "pipes", 3L, "flow", 2.5, "informant", "worker"),
                    LocalDate.of(2020, 1, 1),
                    end,
                    new FeatureDraft.SourcePosition("gcj02", "POINT (113.13 34.1)"))),
            "tester");
    String path = ITEMS + "/patched";
    String tag = tag(ZEREN.getAsAdmin(path));
    String patch = "{\"properties\":{\"name\":\"新\",\"flow\":null,\"closed\":true}}";
    assertThat(send("PATCH", path, patch, "Content-Type", PATCH, "If-Match", "\"0\"").statusCode())
        .isEqualTo(412);
    assertThat(send("PATCH", path, patch, "Content-Type", PATCH).statusCode()).isEqualTo(428);
    HttpResponse<String> done = send("PATCH", path, patch, "Content-Type", PATCH, "If-Match", tag);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(tag(done)).isNotEqualTo(tag);
    JsonNode now = ZEREN.jsonAsAdmin("/api/layers/outfall/features/patched");
    assertThat(now.path("properties").toString())
        .isEqualTo("{\"name\":\"新\",\"pipes\":3,\"closed\":true,\"informant\":\"worker\"}");
    assertThat(now.path("valid_to").asString()).isEqualTo(end.toString());
    assertThat(now.at("/source/wkt").asString()).isEqualTo("POINT (113.13 34.1)");
    HttpResponse<String> moved =
        send(
            "PATCH",
            path,
            "{\"geometry\":{\"coordinates\":[34.2,113.2]}}",
            "Content-Type",
            PATCH,
            "If-Match",
            tag(done),
            "Content-Crs",
            "<http://www.opengis.net/def/crs/EPSG/0/4326>");
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    JsonNode item = ZEREN.json(path);
    assertThat(item.at("/geometry/coordinates").toString()).isEqualTo("[113.2,34.2]");
    assertThat(item.at("/properties/pipes").asInt()).isEqualTo(3);
    assertThat(ZEREN.get(ITEMS + "/nothing").statusCode()).isEqualTo(404);
  }

  /** A {@code PUT} that does not speak of the end of the period leaves it as it is. */
  @Test
  void replacingAFeatureDoesNotTakeItsEndAway() {
    LocalDate end = LocalDate.now().plusYears(1);
    String tag =
        tag(post(feature("口", 113.5, 34.5, ",\"id\":\"ends\",\"valid_to\":\"" + end + "\"")));
    HttpResponse<String> done =
        send(
            "PUT",
            ITEMS + "/ends",
            feature("新", 113.5, 34.5, ""),
            "Content-Type",
            GEOJSON,
            "If-Match",
            tag);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(ZEREN.jsonAsAdmin("/api/layers/outfall/features/ends").path("valid_to").asString())
        .isEqualTo(end.toString());
  }

  @Test
  @DisplayName("/conf/features/crs")
  void features_crs() {
    HttpResponse<String> lonLat = post(feature("甲", 113.55, 34.75, ",\"id\":\"crs1\""));
    String uri = "http://www.opengis.net/def/crs/EPSG/0/4547";
    JsonNode at = ZEREN.json(ITEMS + "/crs1?crs=" + uri).at("/geometry/coordinates");
    String metres = feature("乙", at.get(0).asDouble(), at.get(1).asDouble(), ",\"id\":\"crs2\"");
    HttpResponse<String> projected =
        send("POST", ITEMS, metres, "Content-Type", GEOJSON, "Content-Crs", "<" + uri + ">");
    assertThat(projected.statusCode()).as(projected.body()).isEqualTo(201);
    JsonNode back = RunningZeren.parse(projected.body()).at("/geometry/coordinates");
    assertThat(lonLat.statusCode()).isEqualTo(201);
    assertThat(back.get(0).asDouble()).isCloseTo(113.55, within(2e-9));
    assertThat(back.get(1).asDouble()).isCloseTo(34.75, within(2e-9));
    // Kept as it was given, but for the order of the axes, which is that of all records.
    JsonNode source = ZEREN.jsonAsAdmin("/api/layers/outfall/features/crs2").path("source");
    assertThat(source.path("crs").asString()).isEqualTo("EPSG:4547");
    assertThat(source.path("wkt").asString())
        .isEqualTo("POINT (%s %s)".formatted(at.get(1).asString(), at.get(0).asString()));
    HttpResponse<String> unknown =
        send("POST", ITEMS, metres, "Content-Type", GEOJSON, "Content-Crs", "<EPSG:1>");
    assertThat(unknown.statusCode()).isEqualTo(400);
  }

  @Test
  void aCollectionIsRecordedWholeOrNotAtAll() {
    String good = feature("a", 113.5, 34.5, ",\"id\":\"batch1\"");
    String without = feature("b", 113.6, 34.5, "");
    String list = "{\"type\":\"FeatureCollection\",\"features\":[%s]}";
    int before = count();
    HttpResponse<String> bad =
        post(list.formatted(good + "," + feature("c", 200, 95, ",\"id\":\"batch2\"")));
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(RunningZeren.parse(bad.body()).path("detail").asString()).contains("features[1]");
    assertThat(post(list.formatted(good + "," + good)).statusCode()).isEqualTo(400);
    assertThat(post(list.formatted("")).statusCode()).isEqualTo(400);
    create("batch0");
    assertThat(
            post(list.formatted(good + "," + feature("d", 1, 1, ",\"id\":\"batch0\"")))
                .statusCode())
        .isEqualTo(409);
    assertThat(count()).isEqualTo(before + 1);
    HttpResponse<String> made = post(list.formatted(good + "," + without));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode created = RunningZeren.parse(made.body()).path("created");
    assertThat(created).hasSize(2);
    assertThat(created.get(0).asString()).isEqualTo("batch1");
    assertThat(count()).isEqualTo(before + 3);
    JsonNode first = changeOf("batch1");
    assertThat(first).isEqualTo(changeOf(created.get(1).asString())).isNotEmpty();
  }

  private static JsonNode changeOf(String id) {
    return ZEREN
        .jsonAsAdmin("/api/layers/outfall/features/" + id + "/history")
        .at("/versions/0/change");
  }

  /** What was there all along is told once, whatever comes and goes between two pages. */
  @Test
  void pagesStayWholeWhileFeaturesComeAndGo() {
    for (int i = 10; i < 30; i++) {
      create("page" + i);
    }
    String path = ITEMS + "?limit=5&filter=" + Found.encoded("id LIKE 'page%'");
    JsonNode page = ZEREN.json(path);
    List<String> walked = new ArrayList<>(ids(page));
    int turn = 0;
    while (href(page, "next").isPresent()) {
      String gone = "page" + (10 + turn);
      send("DELETE", ITEMS + "/" + gone, "", "If-Match", tag(ZEREN.get(ITEMS + "/" + gone)));
      create("page" + (10 + turn) + "a");
      create("page" + (28 - turn) + "b");
      page = ZEREN.json(href(page, "next").orElseThrow().replace(ZEREN.baseUrl(), ""));
      walked.addAll(ids(page));
      turn++;
    }
    assertThat(turn).isGreaterThan(3);
    assertThat(walked).isSorted().doesNotHaveDuplicates();
    for (int i = 10; i < 30; i++) {
      assertThat(walked).contains("page" + i);
    }
  }

  @Test
  void strangersChangeNothing() {
    create("safe");
    for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
      HttpResponse<String> answer =
          ZEREN.send(
              ZEREN
                  .request(ITEMS + "/safe")
                  .header("If-Match", "\"1\"")
                  .method(method, BodyPublishers.ofString("{}")));
      assertThat(answer.statusCode()).as(method).isIn(401, 403);
    }
    HttpResponse<String> post =
        ZEREN.send(
            ZEREN
                .request(ITEMS)
                .header("Content-Type", GEOJSON)
                .POST(BodyPublishers.ofString(feature("x", 1, 1, ""))));
    assertThat(post.statusCode()).isIn(401, 403);
    // A browser on another site cannot use a remembered password.
    HttpResponse<String> evil =
        send(
            "PATCH",
            ITEMS + "/safe",
            "{\"properties\":{\"name\":\"evil\"}}",
            "Content-Type",
            PATCH,
            "If-Match",
            "\"1\"",
            "Sec-Fetch-Site",
            "cross-site");
    assertThat(evil.statusCode()).isEqualTo(403);
    assertThat(ZEREN.json(ITEMS + "/safe").at("/properties/name").asString()).isEqualTo("口");
    // A layer that is not for them does not exist, whatever they want to do with it.
    HttpResponse<String> hidden =
        ZEREN.send(
            ZEREN
                .request("/ogc/collections/site/items")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(hidden.statusCode()).isEqualTo(404);
  }
}
