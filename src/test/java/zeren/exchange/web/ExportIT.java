package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.format.FileFormat;
import zeren.format.FormatException;
import zeren.format.Ogr;
import zeren.format.Tables;
import zeren.geo.CoordinateSystem;
import zeren.geo.GeoJson;

/** Files that come over HTTP, read by ourselves and by GDAL. */
class ExportIT {

  private static final String DISTRICTS = "/api/layers/district/export";
  private static final String STATIONS = "/api/layers/station/export";
  private static final String OUTFALLS = "/api/layers/outfall/export";
  private static final String SITES = "/api/layers/site/export";

  @TempDir Path folder;

  private final RunningZeren zeren = SmallTown.running();

  private Tables.Read read(String path) throws IOException, FormatException {
    return read(zeren.sendForBytes(zeren.request(path)));
  }

  private Tables.Read readAsAdmin(String path) throws IOException, FormatException {
    return read(zeren.sendForBytes(zeren.requestAsAdmin(path)));
  }

  private Tables.Read read(HttpResponse<byte[]> answer) throws IOException, FormatException {
    assertThat(answer.statusCode()).as("%s", answer.uri()).isEqualTo(200);
    return Tables.read(Tables.write(folder, answer.body()));
  }

  private static List<String> column(Tables.Read read, String name) {
    return IntStream.range(0, read.rows().size())
        .mapToObj(row -> String.valueOf(read.value(row, name)))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    return RunningZeren.parse(answer.body());
  }

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void everyFormatIsReadAgain(FileFormat format) throws IOException, FormatException {
    Tables.Read read = read(DISTRICTS + "?format=" + format.parameter());
    assertThat(read.description().format()).isEqualTo(format);
    assertThat(column(read, "id")).containsExactly("east", "west");
    assertThat(column(read, "city")).containsExactly("小城", "小城");
    for (int row = 0; row < 2; row++) {
      String feature = "/api/layers/district/features/" + read.value(row, "id");
      Geometry stored = GeoJson.read(zeren.json(feature).path("geometry"));
      assertThat(Objects.requireNonNull(read.geometry(row)).equalsTopo(stored)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"GEOJSON", "GEOJSONL", "SHAPEFILE", "GEOPACKAGE", "KML"})
  void everyFormatWithGeometryIsReadByGdal(FileFormat format) throws IOException {
    HttpResponse<byte[]> answer =
        zeren.sendForBytes(zeren.request(DISTRICTS + "?format=" + format.parameter()));
    Path file = folder.resolve("district." + format.extension());
    java.nio.file.Files.write(file, answer.body());
    String source = (format == FileFormat.SHAPEFILE ? "/vsizip/" : "") + file;
    assertThat(Ogr.describe(source))
        .contains("Feature Count: 2", "Extent: (113.500000, 34.700000) - (113.700000, 34.800000)");
    JsonNode features = Ogr.features(source, "district");
    // GDAL has a field of its own for what a Placemark is called.
    String name = format == FileFormat.KML ? "Name" : "name";
    assertThat(features)
        .extracting(one -> one.path("properties").path(name).asString())
        .contains("west");
  }

  @ParameterizedTest
  @CsvSource({
    "geojson, application/geo+json, geojson",
    "geojsonl, application/x-ndjson, geojsonl",
    "csv, text/csv;charset=UTF-8, csv",
    "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx",
    "shp, application/zip, shp.zip",
    "gpkg, application/geopackage+sqlite3, gpkg",
    "kml, application/vnd.google-earth.kml+xml, kml"
  })
  void theAnswerSaysWhatItIsAndWhatToCallIt(String format, String mediaType, String ending) {
    String path = OUTFALLS + "?at=2026-05-01&format=" + format;
    HttpResponse<String> answer =
        zeren.send(zeren.request(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(mediaType);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("filename=\"outfall_2026-05-01." + ending + "\"")
        .contains("filename*=UTF-8''" + encoded("排污口") + "_2026-05-01." + ending);
    String english =
        zeren.get(path + "&lang=en").headers().firstValue("Content-Disposition").orElse("");
    assertThat(english).contains("Outfall_2026-05-01." + ending);
  }

  @Test
  void geoJsonIsWhatOneGetsWithoutAsking() throws IOException, FormatException {
    assertThat(read(DISTRICTS).description().format()).isEqualTo(FileFormat.GEOJSON);
  }

  @Test
  void filtersBoxesAndDaysChooseWhatGoesOut() throws IOException, FormatException {
    String csv = "?format=csv&";
    assertThat(column(read(STATIONS + csv + "level=national"), "id"))
        .containsExactly("edge", "hole");
    assertThat(column(read(STATIONS + csv + "bbox=113.58,34.7,113.7,34.8"), "id"))
        .containsExactly("edge");
    assertThat(column(read(DISTRICTS + csv + "bbox=113.65,34.7,113.66,34.8"), "id"))
        .containsExactly("east");
    String where = "where=" + encoded("level = 'national' AND id <> 'hole'");
    assertThat(column(read(STATIONS + csv + where), "id")).containsExactly("edge");
    assertThat(column(read(STATIONS + csv), "id")).containsAll(SmallTown.HARD_IDS);
    String moved = SITES + "?format=csv&where=" + encoded("id = 'moved'");
    assertThat(column(readAsAdmin(moved), "lat")).containsExactly("34.61");
    assertThat(column(readAsAdmin(moved + "&at=2020-06-01"), "lat")).containsExactly("34.6");
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"CSV", "GEOJSON", "SHAPEFILE", "GEOPACKAGE", "KML", "XLSX", "GEOJSONL"})
  void noFeaturesAreStillAFile(FileFormat format) {
    HttpResponse<byte[]> answer =
        zeren.sendForBytes(zeren.request("/api/layers/sluice/export?format=" + format.parameter()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().length > 0).isEqualTo(format != FileFormat.GEOJSONL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4490", "wgs84", "gcj02", "bd09", "EPSG:4547", "EPSG:4526"})
  void coordinatesComeInTheSystemAskedFor(String crs) throws IOException, FormatException {
    CoordinateSystem system = CoordinateSystem.parse(crs);
    for (String format : List.of("csv", "geojson", "geojsonl", "xlsx", "shp", "gpkg")) {
      Tables.Read read = read(STATIONS + "?level=national&format=%s&crs=%s".formatted(format, crs));
      if (!List.of("csv", "xlsx").contains(format) && !crs.matches("EPSG:4490|wgs84")) {
        assertThat(read.description().crs()).isEqualTo(system.code());
      }
      Geometry sent = Objects.requireNonNull(read.geometry(0));
      assertThat(system.toCanonical(sent).distance(SmallTown.EDGE_STATION)).isLessThan(1e-9);
      double[] wanted =
          system.fromCanonical(SmallTown.EDGE_STATION.getX(), SmallTown.EDGE_STATION.getY());
      assertThat(sent.distance(Shapes.point(wanted[0], wanted[1]))).isLessThan(1e-6);
    }
  }

  @Test
  void theByteOrderMarkIsForWhoAsksForIt() {
    assertThat(zeren.sendForBytes(zeren.request(OUTFALLS + "?format=csv&bom=true")).body())
        .startsWith(0xEF, 0xBB, 0xBF);
    assertThat(zeren.get(OUTFALLS + "?format=csv").body()).startsWith("id,name,pipes,flow");
  }

  @Test
  void peopleGetTheirWords() throws IOException, FormatException {
    Tables.Read chinese = readAsAdmin(OUTFALLS + "?format=xlsx&lang=zh");
    assertThat(chinese.description().table()).isEqualTo("排污口");
    assertThat(chinese.description().columns())
        .contains("编号", "名称", "流量 (L/s)", "已封堵", "举报人", "lon", "lat");
    assertThat(chinese.value(0, "已封堵")).isEqualTo("否");
    assertThat(chinese.value(0, "举报人")).isEqualTo("邻居");
    Tables.Read english = readAsAdmin(OUTFALLS + "?format=csv&lang=en");
    assertThat(english.value(0, "Informant")).isEqualTo("Neighbour");
  }

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void strangersGetOpenFieldsOnly(FileFormat format) throws IOException, FormatException {
    String path = OUTFALLS + "?format=" + format.parameter();
    assertThat(readAsAdmin(path).description().columns()).contains("informant");
    Tables.Read open = read(path);
    assertThat(open.description().columns()).contains("found_on").doesNotContain("informant");
    assertThat(open.rows()).hasSize(1);
    assertThat(open.rows().get(0).values().toString()).doesNotContain("neighbour");
  }

  @Test
  void anInternalLayerIsForAccountsOnly() throws IOException, FormatException {
    assertThat(readAsAdmin(SITES).rows()).hasSize(6);
    HttpResponse<String> closed = zeren.get(SITES);
    HttpResponse<String> absent = zeren.get(SITES.replace("site", "sito"));
    assertThat(closed.statusCode()).isEqualTo(404);
    assertThat(closed.body().replace("site", "sito")).isEqualTo(absent.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format=dwg | format | one of csv, xlsx, geojson, geojsonl, shp, gpkg, kml",
        "format= | format | empty",
        "crs=EPSG:9999 | crs | EPSG:4490",
        "crs=gcj02&format=kml | crs | WGS 84",
        "crs=EPSG:4554 | crs | Feature 'a%2Fb': EPSG:4554 is for longitudes",
        "crs=EPSG:4554&bbox=113.5,34,113.7,35&format=gpkg | crs | Feature 'edge'",
        "bbox=1,2,3 | bbox | west,south,east,north",
        "bom=perhaps | bom | true, false",
        "lang=fr | lang | zh, en",
        "at=2020-02-31 | at | a day that exists",
        "where=nothing%20%3D%201 | where | nothing",
        "colour=red | colour | Known here: format, crs, bbox, where, at, bom, lang",
        "format=csv&format=kml | format | once"
      })
  void whatCannotBeDoneIsRefusedBeforeAnythingIsSent(
      String query, String parameter, String reason) {
    JsonNode problem = problem(zeren.get(STATIONS + "?" + query));
    assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.path("detail").asString()).contains(reason);
  }
}
