package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.ogc.web.Found.href;
import static zeren.ogc.web.Found.ids;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;
import zeren.geo.GeoJson;

/**
 * OGC API Features, Part 1 (OGC 17-069r4): a test a requirement, but for those on the description,
 * which are in {@link OgcApiHttpIT}, and on {@code datetime}, in {@link DatetimeHttpIT}.
 */
class CoreConformanceHttpIT {

  private static final RunningZeren ZEREN = SmallTown.running();
  private static final String STATIONS = "/ogc/collections/station/items";
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static HttpResponse<String> page(String path) {
    return ZEREN.send(ZEREN.request(path).header("Accept", "text/html"));
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  @Test
  @DisplayName("/req/core/root-op, root-success")
  void core_rootSuccess() {
    JsonNode landing = ZEREN.json("/ogc");
    assertThat(landing.path("title").asString()).isNotEmpty();
    for (String relation : List.of("service-desc", "service-doc", "conformance", "data")) {
      assertThat(href(landing, relation)).as(relation).isPresent();
    }
    landing
        .path("links")
        .forEach(
            link -> {
              String path = link.path("href").asString().replace(ZEREN.baseUrl(), "");
              HttpResponse<String> answer = ZEREN.get(path);
              assertThat(answer.statusCode()).as(path).isEqualTo(200);
              assertThat(type(answer)).as(path).startsWith(link.path("type").asString());
            });
  }

  @Test
  @DisplayName("/req/core/conformance-op, conformance-success")
  void core_conformanceSuccess() {
    assertThat(ZEREN.json("/ogc/conformance").path("conformsTo"))
        .extracting(JsonNode::asString)
        .doesNotHaveDuplicates()
        .contains(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  }

  @Test
  @DisplayName("/req/core/http")
  void core_http() {
    assertThat(ZEREN.get("/ogc/nothing").statusCode()).isEqualTo(404);
    assertThat(ZEREN.get("/ogc/collections/nothing").statusCode()).isEqualTo(404);
    HttpResponse<String> head =
        ZEREN.send(ZEREN.request(STATIONS).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    HttpResponse<String> post =
        ZEREN.send(ZEREN.requestAsAdmin("/ogc/collections").POST(BodyPublishers.noBody()));
    assertThat(post.statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc/conformance",
        "/ogc/collections",
        "/ogc/collections/station",
        "/ogc/collections/station/queryables",
        "/ogc/collections/station/schema",
        "/ogc/collections/station/items",
        "/ogc/collections/station/items/edge"
      })
  @DisplayName("/req/core/query-param-unknown")
  void core_queryParamUnknown(String path) {
    HttpResponse<String> answer = ZEREN.get(path + "?unknown=1");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("parameter").asString()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=many",
        "limit=1.5",
        "offset=-1",
        "after=",
        "after=a&before=b",
        "after=a&offset=1",
        "f=xml",
        "lang=fr",
        "datetime=yesterday",
        "datetime=2026-13-01",
        "datetime=../..",
        "datetime=2026-01-02/2026-01-01",
        "datetime=2026-01-01/2026-01-02/2026-01-03",
        "datetime=2026-01-01T00:00:00",
        "datetime=%2B999999999-01-01T00:00:00Z",
        "datetime=2026-01-01&at=2026-01-01"
      })
  @DisplayName("/req/core/query-param-invalid")
  void core_queryParamInvalid(String query) {
    HttpResponse<String> answer = ZEREN.get(STATIONS + "?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("parameter").asString())
        .isIn((Object[]) query.split("[=&]"));
  }

  @Test
  @DisplayName("/req/core/crs84")
  void core_crs84() {
    HttpResponse<String> answer = ZEREN.get(STATIONS + "/edge");
    assertThat(RunningZeren.json(answer).at("/geometry/coordinates").toString())
        .isEqualTo("[113.6,34.75]");
    assertThat(answer.headers().firstValue("Content-Crs"))
        .hasValue("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
  }

  @Test
  @DisplayName("/req/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items")
  void core_fcMdSuccess() {
    JsonNode collections = ZEREN.json("/ogc/collections");
    assertThat(href(collections, "self")).hasValue(ZEREN.baseUrl() + "/ogc/collections");
    assertThat(href(collections, "alternate")).isPresent();
    assertThat(collections.path("collections"))
        .extracting(one -> one.path("id").asString())
        .contains("station", "district", "outfall", "unit")
        .doesNotContain("site", "enterprise", "person");
  }

  @Test
  @DisplayName("/req/core/fc-md-items-links, fc-rel-type")
  void core_fcMdItemsLinks() {
    for (JsonNode collection : ZEREN.json("/ogc/collections").path("collections")) {
      String items =
          ZEREN.baseUrl() + "/ogc/collections/" + collection.path("id").asString() + "/items";
      assertThat(href(collection, "items")).hasValue(items);
      collection
          .path("links")
          .forEach(
              link -> {
                String path = link.path("href").asString().replace(ZEREN.baseUrl(), "");
                HttpResponse<String> answer = ZEREN.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(type(answer)).as(path).startsWith(link.path("type").asString());
                assertThat(link.path("rel").asString()).isNotEmpty();
              });
    }
  }

  @Test
  @DisplayName("/req/core/fc-md-extent, fc-md-extent-multi")
  void core_fcMdExtent() {
    JsonNode spatial = ZEREN.json("/ogc/collections/district").at("/extent/spatial");
    assertThat(spatial.path("bbox").toString()).isEqualTo("[[113.5,34.7,113.7,34.8]]");
    assertThat(ZEREN.json("/ogc/collections/sluice").has("extent")).isFalse();
    assertThat(ZEREN.json("/ogc/collections/unit").has("extent")).isFalse();
  }

  @Test
  @DisplayName("/req/core/sfc-md-op, sfc-md-success")
  void core_sfcMdSuccess() {
    for (JsonNode listed : ZEREN.json("/ogc/collections").path("collections")) {
      assertThat(ZEREN.json("/ogc/collections/" + listed.path("id").asString())).isEqualTo(listed);
    }
  }

  @Test
  @DisplayName("/req/core/fc-op, fc-response, /req/geojson/definition, content")
  void geojson_content() {
    HttpResponse<String> answer = ZEREN.get(STATIONS);
    assertThat(type(answer)).isEqualTo("application/geo+json");
    JsonNode stations = RunningZeren.json(answer);
    assertThat(stations.path("type").asString()).isEqualTo("FeatureCollection");
    for (JsonNode feature : stations.path("features")) {
      assertThat(feature.path("type").asString()).isEqualTo("Feature");
      assertThat(GeoJson.read(feature.path("geometry")).getGeometryType()).isEqualTo("Point");
      assertThat(feature.path("properties").isObject()).isTrue();
    }
    HttpResponse<String> one = ZEREN.get(STATIONS + "/edge");
    assertThat(type(one)).isEqualTo("application/geo+json");
    JsonNode item = RunningZeren.json(one);
    assertThat(item.path("type").asString()).isEqualTo("Feature");
    JsonNode row = ZEREN.json("/ogc/collections/unit/items?limit=1");
    assertThat(row.at("/features/0/geometry").isNull() || row.path("numberMatched").asInt() == 0)
        .isTrue();
  }

  @Test
  @DisplayName("/req/core/fc-limit-response, fc-numberMatched, fc-numberReturned")
  void core_fcLimitResponse() {
    int all = ZEREN.json(STATIONS).path("numberMatched").asInt();
    assertThat(all).isEqualTo(14);
    for (int limit : new int[] {1, 5, 14, 15, 10_000, 10_001, 1_000_000}) {
      JsonNode page = ZEREN.json(STATIONS + "?limit=" + limit);
      assertThat(page.path("numberMatched").asInt()).isEqualTo(all);
      assertThat(page.path("numberReturned").asInt()).isEqualTo(Math.min(limit, all));
      assertThat(page.path("features")).hasSize(Math.min(limit, all));
    }
  }

  @Test
  @DisplayName("/req/core/fc-links")
  void core_fcLinks() {
    String path = STATIONS + "?limit=4&city=" + Found.encoded("小城") + "&lang=en";
    List<JsonNode> pages = Found.pages(ZEREN, path, "next");
    List<String> walked = new ArrayList<>();
    for (JsonNode page : pages) {
      walked.addAll(ids(page));
      assertThat(href(page, "self")).hasValueSatisfying(self -> assertThat(self).contains("city="));
      assertThat(href(page, "alternate")).isPresent();
      assertThat(href(page, "collection")).hasValue(ZEREN.baseUrl() + "/ogc/collections/station");
    }
    assertThat(pages).hasSize(4);
    assertThat(walked).isEqualTo(ids(ZEREN.json(STATIONS)));
    String last = href(pages.get(3), "self").orElseThrow().replace(ZEREN.baseUrl(), "");
    List<String> back = new ArrayList<>();
    for (JsonNode page : Found.pages(ZEREN, last, "prev")) {
      back.addAll(0, ids(page));
    }
    assertThat(back).isEqualTo(walked);
  }

  @Test
  @DisplayName("/req/core/fc-bbox-response")
  void core_fcBboxResponse() {
    Random random = new Random(20261126);
    String districts = "/ogc/collections/district/items";
    int found = 0;
    for (int i = 0; i < 200; i++) {
      double west = 113.45 + 0.25 * random.nextDouble();
      double south = 34.68 + 0.12 * random.nextDouble();
      Envelope box =
          new Envelope(
              west, west + 0.05 * random.nextDouble(), south, south + 0.05 * random.nextDouble());
      for (String items : List.of(STATIONS, districts)) {
        List<String> meeting = meeting(ZEREN.json(items), GEOMETRIES.toGeometry(box));
        String sides = box.getMinX() + "," + box.getMinY();
        String ends = box.getMaxX() + "," + box.getMaxY();
        assertThat(ids(ZEREN.json(items + "?bbox=" + sides + "," + ends))).isEqualTo(meeting);
        assertThat(ids(ZEREN.json("%s?bbox=%s,-10,%s,9000".formatted(items, sides, ends))))
            .isEqualTo(meeting);
        found += meeting.size();
      }
    }
    assertThat(found).isGreaterThan(100);
    // Across the antimeridian: everything but what lies from 0 to 113.58 east.
    assertThat(ids(ZEREN.json(STATIONS + "?bbox=113.58,-90,0,90"))).containsExactly("edge", "far");
  }

  private static List<String> meeting(JsonNode features, Geometry area) {
    List<String> ids = new ArrayList<>();
    for (JsonNode feature : features.path("features")) {
      if (GeoJson.read(feature.path("geometry")).intersects(area)) {
        ids.add(feature.path("id").asString());
      }
    }
    return ids;
  }

  @Test
  @DisplayName("/req/core/f-op, f-success, f-links")
  void core_fLinks() {
    for (String id : SmallTown.HARD_IDS) {
      String path = STATIONS + "/" + Found.encoded(id).replace("+", "%20");
      JsonNode item = ZEREN.json(path);
      assertThat(item.path("id").asString()).isEqualTo(id);
      String self = href(item, "self").orElseThrow();
      assertThat(ZEREN.json(self.replace(ZEREN.baseUrl(), ""))).isEqualTo(item);
      assertThat(href(item, "alternate")).isPresent();
      assertThat(href(item, "collection")).hasValue(ZEREN.baseUrl() + "/ogc/collections/station");
    }
    assertThat(ZEREN.get(STATIONS + "/nothing").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc/conformance",
        "/ogc/collections",
        "/ogc/collections/station",
        "/ogc/collections/station/items",
        "/ogc/collections/station/items/edge"
      })
  @DisplayName("/req/html/definition, content")
  void html_content(String path) {
    HttpResponse<String> page = page(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(type(page)).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.headers().firstValue("Vary").orElse("")).containsIgnoringCase("accept");
    assertThat(page.body()).startsWith("<!doctype html>");
    assertThat(ZEREN.get(path + "?f=html").body()).startsWith("<!doctype html>");
    assertThat(type(ZEREN.send(ZEREN.request(path + "?f=json").header("Accept", "text/html"))))
        .contains("json");
    // Every link of the JSON is one of the page.
    for (JsonNode link : ZEREN.json(path).path("links")) {
      if (!link.path("rel").asString().equals("self")) {
        assertThat(unescaped(page.body()))
            .contains("href=\"%s\"".formatted(link.path("href").asString()));
      }
    }
  }

  private static String unescaped(String html) {
    return html.replace("&#x3D;", "=").replace("&amp;", "&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/geo+json", "application/*", "", "no type at all"})
  void whoDoesNotWantPagesGetsJson(String accept) {
    HttpResponse<String> answer =
        ZEREN.send(
            accept.isEmpty()
                ? ZEREN.request(STATIONS)
                : ZEREN.request(STATIONS).header("Accept", accept));
    assertThat(type(answer)).isEqualTo("application/geo+json");
  }

  @Test
  @DisplayName("/rec/core/etag")
  void anAnswerThatTheClientHasIsNotSentAgain() {
    HttpResponse<String> first = ZEREN.get(STATIONS + "?limit=3");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        ZEREN.send(ZEREN.request(STATIONS + "?limit=3").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    // Who sees more has another answer.
    HttpResponse<String> admin =
        ZEREN.send(ZEREN.requestAsAdmin(STATIONS + "?limit=3").header("If-None-Match", tag));
    assertThat(admin.statusCode()).isEqualTo(200);
  }
}
