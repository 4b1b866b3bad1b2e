package zeren.layer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.exchange.web.Uploads;

/** Tables over HTTP: everything a layer can do, without a place. */
class TableHttpIT {

  private static RunningZeren zeren;

  @BeforeAll
  static void fill() {
    zeren = RunningZeren.start("--zeren.reference=false");
    created(
        put(
            "unit/features/chengguan",
            """
            {"type":"Feature","geometry":null,"valid_from":"2020-01-01","valid_to":"2099-01-01",
             "properties":{"name":"城市管理局","kind":"bureau","contact":"张某 13800000000"}}"""));
    created(
        put(
            "assignment/features/a1",
            """
            {"type":"Feature","valid_from":"2020-01-01",
             "properties":{"name":"工地扬尘","unit":"chengguan","role":"sector",
               "topics":["water","dust"],"scope_layer":"site","document":"方案","clause":"三"}}"""));
  }

  @AfterAll
  static void close() {
    zeren.close();
  }

  private static HttpResponse<String> put(String path, String body, String... headers) {
    String[] both = headers.length == 0 ? new String[] {"If-None-Match", "*"} : headers;
    return zeren.send(
        zeren
            .requestAsAdmin("/api/layers/" + path)
            .headers(both)
            .PUT(BodyPublishers.ofString(body)));
  }

  private static void created(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode layer(String id) {
    for (JsonNode layer : zeren.jsonAsAdmin("/api/layers").get("layers")) {
      if (layer.get("id").asString().equals(id)) {
        return layer;
      }
    }
    throw new AssertionError("There is no layer " + id);
  }

  @Test
  void aTableIsALayerWithoutExtent() {
    JsonNode unit = layer("unit");
    assertThat(unit.get("geometry").asString()).isEqualTo("None");
    assertThat(unit.get("extent").isNull()).isTrue();
    assertThat(unit.get("count").asInt()).isPositive();
  }

  @Test
  void aRowIsAFeatureWithoutGeometryWithItsPeriod() {
    JsonNode unit = zeren.jsonAsAdmin("/api/layers/unit/features/chengguan");
    assertThat(unit.get("geometry").isNull()).isTrue();
    assertThat(unit.get("valid_from").asString()).isEqualTo("2020-01-01");
    assertThat(unit.get("valid_to").asString()).isEqualTo("2099-01-01");
    assertThat(unit.at("/properties/contact").asString()).contains("张某");
    assertThat(zeren.get("/api/layers/unit/features/chengguan").body()).doesNotContain("张某");
    assertThat(zeren.get("/api/layers/unit/features/chengguan?at=2099-01-01").statusCode())
        .isEqualTo(404);
    assertThat(zeren.get("/api/layers/assignment/features/a1").statusCode()).isEqualTo(404);
  }

  @Test
  void itsHistorySpeaksOfThePeriodAndOfNoGeometry() {
    JsonNode first =
        zeren.jsonAsAdmin("/api/layers/unit/features/chengguan/history").at("/versions/0");
    assertThat(first.get("geometry").isNull()).isTrue();
    assertThat(first.get("changes").findValuesAsString("field"))
        .contains("name", "valid_from", "valid_to")
        .doesNotContain("geometry");
  }

  @Test
  void itemsHaveANullGeometryAndLieInNoBox() {
    JsonNode items = zeren.json("/ogc/collections/unit/items?q=" + encoded("城市管理"));
    assertThat(items.get("numberMatched").asInt()).isEqualTo(1);
    assertThat(items.at("/features/0/geometry").isNull()).isTrue();
    assertThat(items.at("/features/0").has("geometry")).isTrue();
    assertThat(
            zeren
                .json("/ogc/collections/unit/items?bbox=-180,-90,180,90")
                .get("numberMatched")
                .asInt())
        .isZero();
    HttpResponse<String> answer =
        zeren.get(
            "/ogc/collections/unit/items?where=" + encoded("S_DISJOINT(geometry, POINT(113 34))"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).get("detail").asString())
        .contains("there is no field 'geometry'");
  }

  @Test
  void severalValuesAreStoredInOrderAndFoundEach() {
    assertThat(zeren.jsonAsAdmin("/api/layers/assignment/features/a1").at("/properties/topics"))
        .hasToString("\"dust;water\"");
    for (String topic : List.of("dust", "water")) {
      assertThat(
              zeren
                  .jsonAsAdmin("/ogc/collections/assignment/items?topics=" + topic)
                  .get("numberMatched")
                  .asInt())
          .isEqualTo(1);
    }
    assertThat(
            zeren
                .jsonAsAdmin("/ogc/collections/assignment/items?topics=soil")
                .get("numberMatched")
                .asInt())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/tiles/unit/3/6/3.mvt | is a table: its rows have no place",
        "/tiles/district,unit/3/6/3.mvt | is a table: its rows have no place",
        "/tiles/unit.json | is a table: its rows have no place",
        "/api/zones/unit/chengguan | is a table: its rows have no place",
        "/api/near?lon=113&lat=34&find=unit | names the table 'unit', whose rows have no place",
        "/api/near?around=unit&find=station | must name a layer of points",
        "/api/layers/unit/export?format=shp | take one of csv, xlsx, geojson, geojsonl, gpkg",
        "/api/layers/unit/export?format=kml | take one of csv, xlsx, geojson, geojsonl, gpkg"
      })
  void whatNeedsAPlaceSaysThatATableHasNone(String path, String words) {
    HttpResponse<String> answer = zeren.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(words).doesNotContain("person");
  }

  @Test
  void whoMayNotSeeATableIsNotToldThatItIsOne() {
    assertThat(zeren.get("/tiles/person.json").statusCode()).isEqualTo(404);
    assertThat(zeren.get("/api/near?lon=113&lat=34&find=person").body())
        .contains("names no layer")
        .doesNotContain("table");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Point\",\"coordinates\":[113,34]} | 2020-01-01 | null | a row of this table",
        "null | 2020-01-01 | \"2020-01-01\" | must be after valid_from",
        "null | 2020-01-02 | \"2020-01-01\" | must be after valid_from",
        "null | 2020-01-01 | \"2020-02-30\" | must be a day that exists"
      })
  void aRowThatCannotBeIsRefused(String geometry, String from, String to, String words) {
    HttpResponse<String> answer =
        put(
            "unit/features/wrong",
            """
            {"type":"Feature","geometry":%s,"valid_from":"%s","valid_to":%s,
             "properties":{"name":"x","kind":"bureau"}}"""
                .formatted(geometry, from, to));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void anEditChangesTheEndAndADeletionEndsThePeriod() {
    String body =
        """
        {"type":"Feature","geometry":null,"valid_from":"2020-01-01","valid_to":%s,
         "properties":{"name":"临时专班","kind":"office"}}""";
    created(put("unit/features/edited", body.formatted("null")));
    HttpResponse<String> edited =
        put("unit/features/edited", body.formatted("\"2021-01-01\""), "If-Match", "\"1\"");
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    assertThat(RunningZeren.parse(edited.body()).get("valid_to").asString())
        .isEqualTo("2021-01-01");
    assertThat(zeren.get("/api/layers/unit/features/edited").statusCode()).isEqualTo(404);
    assertThat(
            zeren
                .send(
                    zeren
                        .requestAsAdmin("/api/layers/unit/features/edited?validFrom=2020-06-01")
                        .header("If-Match", "\"2\"")
                        .DELETE())
                .statusCode())
        .isEqualTo(204);
    assertThat(zeren.get("/api/layers/unit/features/edited?at=2020-07-01").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"csv", "xlsx", "geojson", "geojsonl", "gpkg", "xlsx&lang=zh", "csv&lang=en"})
  void whatIsExportedIsImportedAsUnchanged(String format) {
    for (String table : List.of("unit", "assignment")) {
      byte[] file =
          zeren
              .sendForBytes(
                  zeren.requestAsAdmin("/api/layers/" + table + "/export?format=" + format))
              .body();
      JsonNode result =
          Uploads.run(zeren, table + "/import", "x." + format.replaceFirst("&.*", ""), file);
      assertThat(result.get("refused").asInt()).as("%s", result).isZero();
      assertThat(result.get("unchanged").asInt()).isPositive();
      assertThat(result.get("unchanged").asInt())
          .as("%s", result)
          .isEqualTo(result.get("rows").asInt());
    }
  }

  @Test
  void peopleReadTheLastDayAndProgramsTheFirstDayWithout() {
    assertThat(zeren.get("/api/layers/unit/export?format=csv&kind=bureau").body())
        .contains("valid_from,valid_to")
        .contains("2020-01-01,2099-01-01")
        .doesNotContain("lon");
    assertThat(zeren.get("/api/layers/unit/export?format=csv&lang=zh").body())
        .contains("起始日期,终止日期")
        .contains("2020-01-01,2098-12-31");
    assertThat(zeren.getAsAdmin("/api/layers/assignment/export?format=csv&lang=zh").body())
        .contains("扬尘、水")
        .contains("施工工地")
        .contains("城市管理局");
    JsonNode geojson = zeren.json("/api/layers/unit/export?format=geojson");
    assertThat(geojson.at("/features/0/geometry").isNull()).isTrue();
  }

  @Test
  void aGeoPackageHoldsATableOfAttributes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("unit.gpkg");
    Files.write(
        file, zeren.sendForBytes(zeren.request("/api/layers/unit/export?format=gpkg")).body());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT data_type, srs_id FROM gpkg_contents")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("attributes");
      assertThat(row.getObject(2)).isNull();
    }
    assertThat(Files.readAllBytes(file)).contains("城市管理局".getBytes(StandardCharsets.UTF_8));
  }
}
