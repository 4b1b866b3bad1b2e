package zeren.tile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;
import zeren.tile.Tiles;

class TileHttpIT {

  /** The tile with the shared edge of the two districts. */
  private static final String TOWN = "/12/3340/1625.mvt";

  private final RunningZeren zeren = SmallTown.running();

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aTileHoldsTheLayersAskedForInTheirOrder() {
    HttpResponse<byte[]> answer =
        zeren.sendForBytes(zeren.request("/tiles/station,district" + TOWN));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(Tiles.layerNames(answer.body())).containsExactly("station", "district");
    assertThat(Tiles.read(answer.body(), "station"))
        .extracting(shape -> Tiles.properties(shape).get("id"))
        .containsExactlyInAnyOrder("edge", "hole");
    assertThat(Tiles.read(answer.body(), "district"))
        .extracting(shape -> Tiles.properties(shape).get("name"))
        .containsExactlyInAnyOrder("east", "west");
  }

  @Test
  void anEmptyTileIsNoContent() {
    HttpResponse<byte[]> empty = zeren.sendForBytes(zeren.request("/tiles/station/12/0/0.mvt"));
    assertThat(empty.statusCode()).isEqualTo(204);
    assertThat(empty.body()).isEmpty();
    assertThat(zeren.get("/tiles/sluice/0/0/0.mvt").statusCode()).isEqualTo(204);
    assertThat(header(empty, "ETag")).isNotEmpty();
  }

  @Test
  void anUnchangedTileIsNotSentAgain() {
    String path = "/tiles/station" + TOWN;
    HttpResponse<byte[]> first = zeren.sendForBytes(zeren.request(path));
    String tag = header(first, "ETag");
    assertThat(tag).isNotEmpty();
    HttpResponse<byte[]> second =
        zeren.sendForBytes(zeren.request(path).header("If-None-Match", tag));
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(header(second, "ETag")).isEqualTo(tag);
    assertThat(
            zeren.sendForBytes(zeren.request(path).header("If-None-Match", "\"x\"")).statusCode())
        .isEqualTo(200);
    assertThat(header(zeren.get(path + "?at=2019-12-31"), "ETag")).isNotEqualTo(tag);
  }

  @Test
  void cachesMustAskAgainAndTellViewersApart() {
    HttpResponse<byte[]> answer = zeren.sendForBytes(zeren.request("/tiles/station" + TOWN));
    assertThat(header(answer, "Cache-Control")).contains("no-cache").contains("public");
    assertThat(String.join(",", answer.headers().allValues("Vary")))
        .contains("Cookie")
        .contains("Authorization");
  }

  @Test
  void aLargeTileIsCompressedForWhoCanReadIt() throws IOException {
    String path = "/tiles/station,district,outfall,site,enterprise/0/0/0.mvt";
    byte[] plain = zeren.sendForBytes(zeren.requestAsAdmin(path)).body();
    assertThat(plain.length).as("large enough to be compressed").isGreaterThan(1024);
    HttpResponse<byte[]> answer =
        zeren.sendForBytes(zeren.requestAsAdmin(path).header("Accept-Encoding", "gzip"));
    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(unpacked).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/-1/0/0.mvt", "/0/-1/0.mvt", "/0/0/-1.mvt", "/0/1/0.mvt", "/1/0/2.mvt", "/23/0/0.mvt",
        "/99999999999/0/0.mvt", "/a/0/0.mvt", "/0/b/0.mvt", "/0/0/c.mvt", "/1.5/0/0.mvt",
            "/0/0/0.png",
        "/0/0/0"
      })
  void aTileThatIsNotThereIsNotFound(String address) {
    HttpResponse<String> answer = zeren.get("/tiles/station" + address);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "'/tiles/station,nothing/0/0/0.mvt', 404",
    "/tiles/nothing/0/0/0.mvt, 404",
    "'/tiles/station,/0/0/0.mvt', 404",
    "/tiles/station/0/0/0.mvt?at=2018-02-30, 400",
    "/tiles/station/0/0/0.mvt?type=x, 400",
    "/tiles/station/0/0/0.mvt?station.level=galactic, 400",
    "/tiles/station.json?at=2020-01-01, 400",
    "/tiles/station/0/0/0.mvt?where=level, 400",
    "/tiles/station/0/0/0.mvt?where=colour%3D1, 400",
    "'/tiles/station,district/0/0/0.mvt?where=id%3D1', 400",
    "'/tiles/station,nothing.json', 404"
  })
  void badQuestionsAreRefused(String path, int status) {
    assertThat(zeren.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void filtersAndDaysApply() {
    HttpResponse<byte[]> national =
        zeren.sendForBytes(zeren.request("/tiles/station/0/0/0.mvt?station.level=national"));
    assertThat(Tiles.read(national.body(), "station")).hasSize(2);
    HttpResponse<byte[]> one =
        zeren.sendForBytes(
            zeren.request(
                "/tiles/station/0/0/0.mvt?station.level=national&where=id%20LIKE%20'e%25'"));
    assertThat(Tiles.read(one.body(), "station")).hasSize(1);
    assertThat(zeren.get("/tiles/station/0/0/0.mvt?at=2019-12-31").statusCode()).isEqualTo(204);
    assertThat(zeren.get("/tiles/station/0/0/0.mvt?at=2020-01-01").statusCode()).isEqualTo(200);
  }

  @Test
  void headIsGetWithoutTheTile() {
    HttpResponse<byte[]> head =
        zeren.sendForBytes(
            zeren.request("/tiles/station" + TOWN).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void tileJsonDescribesTheLayers() {
    JsonNode tiles = zeren.json("/tiles/station,outfall.json");
    assertThat(tiles.path("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(tiles.path("tiles").get(0).asString())
        .isEqualTo(zeren.baseUrl() + "/tiles/station,outfall/{z}/{x}/{y}.mvt");
    assertThat(tiles.path("minzoom").asInt()).isZero();
    assertThat(tiles.path("maxzoom").asInt()).isEqualTo(22);
    assertThat(tiles.path("scheme").asString()).isEqualTo("xyz");
    assertThat(tiles.path("vector_layers"))
        .extracting(layer -> layer.path("id").asString())
        .containsExactly("station", "outfall");
    JsonNode fields = tiles.path("vector_layers").get(1).path("fields");
    assertThat(fields.path("pipes").asString()).isEqualTo("Number");
    assertThat(fields.path("closed").asString()).isEqualTo("Boolean");
    assertThat(fields.path("name").asString()).isEqualTo("String");
    assertThat(zeren.json("/tiles/district.json").path("bounds"))
        .extracting(JsonNode::asDouble)
        .containsExactly(113.5, 34.7, 113.7, 34.8);
    assertThat(zeren.json("/tiles/sluice.json").has("bounds")).isFalse();
  }
}
