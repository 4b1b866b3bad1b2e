package zeren.openapi;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Asks everything of the tiles and of the OGC APIs. */
final class OgcCalls {

  private final RunningZeren zeren;
  private final Described api;

  OgcCalls(DescribedTown town) {
    this.zeren = town.zeren;
    this.api = town.described;
  }

  void tiles() {
    api.anonymous(200, "/tiles/station/0/0/0.mvt");
    api.anonymous(204, "/tiles/station/10/0/0.mvt");
    api.get(200, "/tiles/station,site.json");
    String tag = zeren.get("/tiles/station/0/0/0.mvt").headers().firstValue("ETag").orElseThrow();
    api.check(304, zeren.request("/tiles/station/0/0/0.mvt").header("If-None-Match", tag));
    api.get(200, "/tiles/station,site/style.json");
    for (String tiles : List.of("/ogc/tiles", "/ogc/collections/station/tiles")) {
      api.anonymous(200, tiles);
      api.anonymous(200, tiles + "/WebMercatorQuad");
      api.anonymous(200, tiles + "/WorldCRS84Quad/0/0/1");
      String of = tiles.equals("/ogc/tiles") ? "?collections=station" : "";
      JsonNode limits =
          api.anonymous(200, tiles + "/WebMercatorQuad" + of).path("tileMatrixSetLimits").path(17);
      // The northern one of the two stations is the western one.
      api.anonymous(
          204,
          "%s/WebMercatorQuad/17/%s/%s%s"
              .formatted(
                  tiles,
                  limits.path("minTileRow").asString(),
                  limits.path("maxTileCol").asString(),
                  of));
      api.check(
          304,
          zeren
              .request(tiles + "/WorldCRS84Quad/0/0/1")
              .header(
                  "If-None-Match",
                  zeren
                      .get(tiles + "/WorldCRS84Quad/0/0/1")
                      .headers()
                      .firstValue("ETag")
                      .orElseThrow()));
    }
    api.anonymous(200, "/ogc/tileMatrixSets");
    api.anonymous(200, "/ogc/tileMatrixSets/WorldCRS84Quad");
  }

  void collections() {
    for (String path :
        List.of(
            "/ogc",
            "/ogc/api",
            "/ogc/conformance",
            "/ogc/collections",
            "/ogc/collections/station",
            "/ogc/collections/station/queryables",
            "/ogc/collections/station/items",
            "/ogc/collections/station/items/" + DescribedTown.STATION)) {
      api.anonymous(200, path + "?f=json");
      api.anonymous(200, path + "?f=html");
    }
    api.anonymous(200, "/ogc/collections/station/schema");
    api.get(200, "/ogc/collections/person");
    api.get(200, "/ogc/collections/person/items?limit=3");
    api.get(200, "/ogc/collections/person/items/" + DescribedTown.encoded("网格员011"));
    api.get(200, "/ogc/collections/site/items?limit=1&datetime=2019-01-01/..");
    String items = "/ogc/collections/station/items";
    String tag = zeren.get(items).headers().firstValue("ETag").orElseThrow();
    api.check(304, zeren.request(items).header("If-None-Match", tag));
    api.send(200, "OPTIONS", items, null);
    api.send(200, "OPTIONS", items + "/1", null);
    api.check(
        404,
        zeren.request("/ogc/collections/none/items").method("OPTIONS", BodyPublishers.noBody()));
    api.check(
        404,
        zeren.request("/ogc/collections/none/items/1").method("OPTIONS", BodyPublishers.noBody()));
  }

  void edits() {
    String[] geoJson = {"Content-Type", "application/geo+json"};
    String items = "/ogc/collections/site/items";
    String feature =
        """
        {"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[113.02,34.041]},
         "properties":{"name":"新","type":"building"}}""";
    api.send(201, "POST", items, feature.formatted("o1"), geoJson);
    api.send(409, "POST", items, feature.formatted("o1"), geoJson);
    api.send(
        201,
        "POST",
        items,
        "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(feature.formatted("o2")),
        geoJson);
    api.send(400, "POST", items, "{}", geoJson);
    api.send(404, "POST", "/ogc/collections/none/items", feature.formatted("o1"), geoJson);
    api.send(415, "POST", items, feature.formatted("o3"), "Content-Type", "text/plain");
    String body = " ".repeat(20_000_001);
    api.send(413, "POST", items, body, geoJson);
    String one = items + "/o1";
    String patch = "{\"properties\":{\"name\":\"新名\"}}";
    String merge = "application/merge-patch+json";
    api.send(201, "PUT", items + "/o4", feature.formatted("o4"), geoJson);
    api.send(
        200,
        "PUT",
        one,
        feature.formatted("o1").replace("新", "旧"),
        "Content-Type",
        "application/geo+json",
        "If-Match",
        "\"1\"");
    api.send(
        412,
        "PUT",
        one,
        feature.formatted("o1"),
        "Content-Type",
        "application/geo+json",
        "If-Match",
        "\"1\"");
    api.send(428, "PUT", one, feature.formatted("o1"), geoJson);
    api.send(415, "PUT", one, feature.formatted("o1"), "Content-Type", "text/plain");
    api.send(413, "PUT", one, body, "Content-Type", "application/geo+json", "If-Match", "\"2\"");
    api.send(404, "PUT", "/ogc/collections/none/items/o1", feature.formatted("o1"), geoJson);
    api.send(200, "PATCH", one, patch, "Content-Type", merge, "If-Match", "\"2\"");
    api.send(412, "PATCH", one, patch, "Content-Type", merge, "If-Match", "\"2\"");
    api.send(428, "PATCH", one, patch, "Content-Type", merge);
    api.send(415, "PATCH", one, patch, "Content-Type", "text/plain");
    api.send(413, "PATCH", one, body, "Content-Type", merge, "If-Match", "\"3\"");
    api.send(404, "PATCH", items + "/none", patch, "Content-Type", merge, "If-Match", "\"3\"");
    api.send(404, "DELETE", items + "/none", null, "If-Match", "\"3\"");
    api.send(412, "DELETE", one, null, "If-Match", "\"1\"");
    api.send(428, "DELETE", one, null);
    laterDay(one, feature.formatted("o1"));
    api.send(204, "DELETE", one, null, "If-Match", "\"4\"");
  }

  /** Something is recorded for a later day, over which an edit of today reaches. */
  private void laterDay(String one, String feature) {
    String merge = "application/merge-patch+json";
    String later = "{\"valid_from\":\"2999-01-01\",\"properties\":{\"name\":\"后\"}}";
    api.send(200, "PATCH", one, later, "Content-Type", merge, "If-Match", "\"3\"");
    String open = "{\"valid_to\":null}";
    api.send(409, "PATCH", one, open, "Content-Type", merge, "If-Match", "\"4\"");
    api.send(
        409,
        "PUT",
        one,
        feature.replace("\"properties\"", "\"valid_to\":\"3000-01-01\",\"properties\""),
        "Content-Type",
        "application/geo+json",
        "If-Match",
        "\"4\"");
  }
}
