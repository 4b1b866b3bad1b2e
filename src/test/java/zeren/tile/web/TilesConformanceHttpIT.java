package zeren.tile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;
import zeren.tile.TileConformance;
import zeren.tile.Tiles;

/**
 * OGC API Tiles, Part 1 (OGC 20-057), and tile matrix sets (OGC 17-083r4): a test for each
 * requirement, named by it.
 */
class TilesConformanceHttpIT {

  private static final String TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
  private static final String SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
  private static final String TILE = "application/vnd.mapbox-vector-tile";

  private final RunningZeren zeren = SmallTown.running();

  private HttpResponse<byte[]> tile(String path) {
    return zeren.sendForBytes(zeren.request(path));
  }

  private static JsonNode link(JsonNode holder, String rel) {
    List<JsonNode> found = new ArrayList<>();
    holder
        .path("links")
        .forEach(
            link -> {
              if (link.path("rel").asString().equals(rel)) {
                found.add(link);
              }
            });
    assertThat(found).as(rel).isNotEmpty();
    return found.get(0);
  }

  private String path(JsonNode link) {
    String address = link.path("href").asString();
    assertThat(address).startsWith(zeren.baseUrl());
    return address.substring(zeren.baseUrl().length());
  }

  private static List<String> names(JsonNode items, String name) {
    List<String> names = new ArrayList<>();
    items.forEach(item -> names.add(item.path(name).asString()));
    return names;
  }

  /** The tileset that a list of tilesets leads to. */
  private JsonNode tileset(String list, String set) {
    for (JsonNode item : zeren.json(list).path("tilesets")) {
      if (item.path("tileMatrixSetURI").asString().endsWith("/" + set)) {
        return zeren.json(path(link(item, "self")));
      }
    }
    throw new AssertionError(set);
  }

  private String tilePath(JsonNode tileset, int z, int row, int column) {
    return path(link(tileset, "item"))
        .replace("{tileMatrix}", String.valueOf(z))
        .replace("{tileRow}", String.valueOf(row))
        .replace("{tileCol}", String.valueOf(column));
  }

  @ParameterizedTest
  @DisplayName("/req/core/tc-op")
  @CsvSource({
    "/ogc/tiles, WebMercatorQuad, 12, 1625, 3340",
    "/ogc/tiles, WorldCRS84Quad, 12, 1257, 6680",
    "/ogc/collections/district/tiles, WebMercatorQuad, 12, 1625, 3340",
    "/ogc/collections/district/tiles, WorldCRS84Quad, 12, 1257, 6680"
  })
  void core_tcOp(String list, String set, int z, int row, int column) {
    HttpResponse<byte[]> answer = tile(tilePath(tileset(list, set), z, row, column));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Tiles.read(answer.body(), "district")).isNotEmpty();
  }

  @Test
  @DisplayName("/req/core/tc-tilematrix-definition, tc-tilerow-definition, tc-tilecol-definition")
  void core_tcDefinitions() {
    JsonNode tileset = zeren.json("/ogc/collections/station/tiles/WebMercatorQuad");
    JsonNode set = zeren.json(path(link(tileset, SCHEME)));
    List<String> matrices = names(set.path("tileMatrices"), "id");
    for (JsonNode limits : tileset.path("tileMatrixSetLimits")) {
      int z = limits.path("tileMatrix").asInt();
      assertThat(matrices).contains(String.valueOf(z));
      assertThat(
              tile(tilePath(
                      tileset,
                      z,
                      limits.path("maxTileRow").asInt(),
                      limits.path("minTileCol").asInt()))
                  .statusCode())
          .isIn(200, 204);
    }
  }

  @Test
  @DisplayName("/req/core/tc-success")
  void core_tcSuccess() {
    HttpResponse<byte[]> answer =
        zeren.sendForBytes(
            zeren
                .request("/ogc/collections/station/tiles/WebMercatorQuad/12/1625/3340")
                .header("Accept", TILE));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(TILE);
    assertThat(Tiles.read(answer.body(), "station"))
        .extracting(shape -> Tiles.properties(shape).get("id"))
        .containsExactlyInAnyOrder("edge", "hole");
    assertThat(answer.body())
        .isEqualTo(
            tile("/ogc/collections/station/tiles/WebMercatorQuad/12/1625/3340?f=mvt").body());
  }

  @ParameterizedTest
  @DisplayName("/req/core/tc-error: out of range")
  @ValueSource(
      strings = {
        "25/0/0",
        "23/0/0",
        "-1/0/0",
        "0/1/0",
        "0/0/1",
        "0/-1/0",
        "1/0/-1",
        "a/0/0",
        "12/0/0",
        "12/4095/4095",
        "99999999999/0/0"
      })
  void core_tcError(String address) {
    for (String of : List.of("tiles", "collections/station/tiles")) {
      HttpResponse<String> answer = zeren.get("/ogc/" + of + "/WebMercatorQuad/" + address);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
    assertThat(zeren.get("/ogc/tiles/GoogleMapsCompatible/0/0/0").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("/req/core/tc-error: nothing there")
  void core_tcErrorEmpty() {
    // Between the stations in the south and the others.
    HttpResponse<byte[]> answer =
        tile("/ogc/collections/station/tiles/WebMercatorQuad/14/6528/13343");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  @DisplayName("/req/core/conformance-success")
  void core_conformanceSuccess() {
    List<String> declared = new ArrayList<>();
    zeren.json("/ogc/conformance").path("conformsTo").forEach(uri -> declared.add(uri.asString()));
    assertThat(declared)
        .contains("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core")
        .containsAll(TileConformance.CLASSES)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @DisplayName("/req/tileset/description")
  @CsvSource({
    "/ogc/tiles/WebMercatorQuad, WebMercatorQuad",
    "/ogc/tiles/WorldCRS84Quad, WorldCRS84Quad",
    "/ogc/collections/district/tiles/WebMercatorQuad, WebMercatorQuad",
    "/ogc/collections/district/tiles/WorldCRS84Quad, WorldCRS84Quad"
  })
  void tileset_description(String path, String set) {
    HttpResponse<String> answer =
        zeren.send(zeren.request(path).header("Accept", "application/json"));
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    JsonNode tileset = RunningZeren.json(answer);
    assertThat(tileset.path("dataType").asString()).isEqualTo("vector");
    assertThat(tileset.path("tileMatrixSetURI").asString())
        .isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/" + set);
    JsonNode definition = zeren.json(path(link(tileset, SCHEME)));
    assertThat(tileset.path("crs").asString()).isEqualTo(definition.path("crs").asString());
    JsonNode item = link(tileset, "item");
    assertThat(item.path("templated").asBoolean()).isTrue();
    assertThat(item.path("type").asString()).isEqualTo(TILE);
    assertThat(item.path("href").asString()).contains("/{tileMatrix}/{tileRow}/{tileCol}");
    JsonNode layer = tileset.path("layers").get(0);
    assertThat(layer.path("dataType").asString()).isEqualTo("vector");
    assertThat(layer.path("propertiesSchema").path("properties").has("name")).isTrue();
    assertThat(tileset.path("boundingBox").path("lowerLeft").get(0).asDouble()).isLessThan(113.6);
  }

  @Test
  @DisplayName("/req/tileset/description: what there is lies within the limits")
  void tileset_limits() {
    for (JsonNode limits :
        zeren.json("/ogc/collections/district/tiles/WebMercatorQuad").path("tileMatrixSetLimits")) {
      // The districts reach from 113.5, 34.7 to 113.7, 34.8.
      double across = Math.pow(2, limits.path("tileMatrix").asInt());
      assertThat(limits.path("minTileCol").asInt())
          .isBetween((int) ((113.5 + 180) / 360 * across - 1.1), (int) (293.5 / 360 * across));
      assertThat(limits.path("maxTileCol").asInt())
          .isBetween((int) (293.7 / 360 * across), (int) (293.7 / 360 * across + 1.1));
    }
  }

  @ParameterizedTest
  @DisplayName("/req/tilesets-list/tileset-links")
  @ValueSource(strings = {"/ogc/tiles", "/ogc/collections/station/tiles"})
  void tilesetsList_tilesetLinks(String path) {
    JsonNode list = zeren.json(path);
    assertThat(list.path("tilesets")).hasSize(2);
    for (JsonNode item : list.path("tilesets")) {
      assertThat(item.path("dataType").asString()).isEqualTo("vector");
      assertThat(item.path("crs").asString()).startsWith("http://www.opengis.net/def/crs/");
      String set = item.path("tileMatrixSetURI").asString().replaceAll(".*/", "");
      assertThat(path(link(item, "self"))).isEqualTo(path + "/" + set);
      assertThat(zeren.json(path(link(item, SCHEME))).path("id").asString()).isEqualTo(set);
    }
  }

  @Test
  @DisplayName("/req/dataset-tilesets/landingpage")
  void datasetTilesets_landingpage() {
    assertThat(path(link(zeren.json("/ogc"), TILESETS))).isEqualTo("/ogc/tiles");
  }

  @Test
  @DisplayName("/req/dataset-tilesets/operation")
  void datasetTilesets_operation() {
    JsonNode tileset = tileset("/ogc/tiles", "WebMercatorQuad");
    assertThat(names(tileset.path("layers"), "id"))
        .contains("station", "district", "outfall")
        .doesNotContain("site", "unit");
    assertThat(names(zeren.jsonAsAdmin("/ogc/tiles/WebMercatorQuad").path("layers"), "id"))
        .contains("site");
    byte[] tile = tile("/ogc/tiles/WebMercatorQuad/12/1625/3340").body();
    assertThat(Tiles.layerNames(tile)).contains("station", "district").doesNotContain("site");
  }

  @Test
  @DisplayName("/req/geodata-tilesets/desc-links")
  void geodataTilesets_descLinks() {
    assertThat(path(link(zeren.json("/ogc/collections/station"), TILESETS)))
        .isEqualTo("/ogc/collections/station/tiles");
  }

  @Test
  @DisplayName("/req/geodata-tilesets/operation")
  void geodataTilesets_operation() {
    JsonNode tileset = tileset("/ogc/collections/station/tiles", "WorldCRS84Quad");
    assertThat(names(tileset.path("layers"), "id")).containsExactly("station");
  }

  @Test
  @DisplayName("/req/collections-selection/collections-definition")
  void collectionsSelection_queryCollections() {
    assertThat(
            names(
                zeren
                    .json("/ogc/tiles/WebMercatorQuad?collections=district,station")
                    .path("layers"),
                "id"))
        .containsExactly("district", "station");
    HttpResponse<String> refused =
        zeren.get("/ogc/tiles/WebMercatorQuad/0/0/0?collections=district,nothing");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(RunningZeren.parse(refused.body()).path("parameter").asString())
        .isEqualTo("collections");
  }

  @Test
  @DisplayName("/req/collections-selection/collections-response")
  void collectionsSelection_collectionsResponse() {
    JsonNode tileset = zeren.json("/ogc/tiles/WebMercatorQuad?collections=station,district");
    byte[] tile = tile(tilePath(tileset, 12, 1625, 3340)).body();
    assertThat(Tiles.layerNames(tile)).containsExactly("station", "district");
  }

  @ParameterizedTest
  @DisplayName("/req/mvt/content")
  @CsvSource({"WebMercatorQuad, 12, 1625, 3340", "WorldCRS84Quad, 12, 1257, 6680"})
  void mvt_content(String set, int z, int row, int column) {
    byte[] tile =
        tile("/ogc/collections/station/tiles/%s/%d/%d/%d".formatted(set, z, row, column)).body();
    Geometry edge =
        Tiles.read(tile, "station").stream()
            .filter(shape -> "edge".equals(Tiles.properties(shape).get("id")))
            .findAny()
            .orElseThrow();
    Coordinate at = edge.getCoordinate();
    double lat = SmallTown.EDGE_STATION.getY();
    double down =
        set.equals("WebMercatorQuad")
            ? (1 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)) / Math.PI) / 2
            : (90 - lat) / 180;
    double across =
        (SmallTown.EDGE_STATION.getX() + 180) / (set.equals("WebMercatorQuad") ? 360 : 180);
    assertThat(at.x).isCloseTo((across * (1 << z) - column) * 4096, within(1.0));
    assertThat(at.y).isCloseTo((down * (1 << z) - row) * 4096, within(1.0));
  }

  /** Numbers of annex D of the standard. */
  @ParameterizedTest
  @DisplayName("http://www.opengis.net/spec/tms/2.0/req/json-tilematrixset")
  @CsvSource({
    "WebMercatorQuad, 0, 559082264.028717, 156543.033928041, 1, 1, -20037508.342789, 20037508.342789",
    "WebMercatorQuad, 18, 2132.72958385, 0.59716428347792, 262144, 262144, -20037508.342789,"
        + " 20037508.342789",
    "WorldCRS84Quad, 0, 279541132.014358, 0.703125, 2, 1, -180, 90",
    "WorldCRS84Quad, 17, 2132.72958384978, 0.00000536441802978516, 262144, 131072, -180, 90"
  })
  void tms_jsonTileMatrixSet(
      String set,
      int z,
      double scale,
      double cell,
      int width,
      int height,
      double west,
      double north) {
    assertThat(names(zeren.json("/ogc/tileMatrixSets").path("tileMatrixSets"), "id"))
        .containsExactly("WebMercatorQuad", "WorldCRS84Quad");
    JsonNode definition = zeren.json("/ogc/tileMatrixSets/" + set);
    assertThat(definition.path("id").asString()).isEqualTo(set);
    JsonNode matrix = definition.path("tileMatrices").get(z);
    assertThat(matrix.path("id").asString()).isEqualTo(String.valueOf(z));
    assertThat(matrix.path("scaleDenominator").asDouble()).isCloseTo(scale, within(scale * 1e-9));
    assertThat(matrix.path("cellSize").asDouble()).isCloseTo(cell, within(cell * 1e-9));
    assertThat(matrix.path("matrixWidth").asInt()).isEqualTo(width);
    assertThat(matrix.path("matrixHeight").asInt()).isEqualTo(height);
    assertThat(matrix.path("tileWidth").asInt()).isEqualTo(256);
    assertThat(matrix.path("pointOfOrigin").get(0).asDouble()).isCloseTo(west, within(1e-5));
    assertThat(matrix.path("pointOfOrigin").get(1).asDouble()).isCloseTo(north, within(1e-5));
    assertThat(matrix.path("cornerOfOrigin").asString()).isEqualTo("topLeft");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/tiles?x=1",
        "/ogc/tiles?f=html",
        "/ogc/tiles/WebMercatorQuad?at=2020-01-01",
        "/ogc/tiles/WebMercatorQuad/0/0/0?f=png",
        "/ogc/tiles/WebMercatorQuad/0/0/0?at=2020-02-31",
        "/ogc/tiles/WebMercatorQuad/0/0/0?collections=",
        "/ogc/tiles/WebMercatorQuad/0/0/0?collections=unit",
        "/ogc/collections/station/tiles/WebMercatorQuad/0/0/0?collections=station",
        "/ogc/collections/unit/tiles",
        "/ogc/tileMatrixSets?limit=1"
      })
  void badQuestionsAreRefused(String path) {
    assertThat(zeren.getAsAdmin(path).statusCode()).isEqualTo(400);
  }
}
