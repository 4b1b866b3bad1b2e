package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import zeren.GisClients;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** GDAL, OWSLib and QGIS read the OGC API, page by page and filtered. */
class FeaturesClientsIT {

  private static final int STATIONS = 20_500;

  private static RunningZeren zeren;

  @TempDir Path folder;

  @BeforeAll
  static void fill() {
    zeren = RunningZeren.start("--zeren.reference=false");
    zeren
        .bean(FeatureStore.class)
        .record(
            IntStream.range(0, STATIONS).mapToObj(FeaturesClientsIT::station).toList(), "tester");
  }

  /** A row of 205 by 100 stations, of which every tenth is national. */
  private static FeatureDraft station(int number) {
    return new FeatureDraft(
        "station",
        "s%05d".formatted(number),
        Shapes.point(113 + number % 205 / 1000.0, 34 + number / 205 / 1000.0),
        Map.of(
            "name",
            "站 " + number,
            "city",
            "郑州市",
            "level",
            number % 10 == 0 ? "national" : "municipal"),
        LocalDate.of(2020, 1, 1),
        null);
  }

  @AfterAll
  static void stop() {
    zeren.close();
  }

  @Test
  void gdalReadsAllPages() throws Exception {
    JsonNode features = read(List.of());
    assertThat(features).hasSize(STATIONS);
    JsonNode last = features.get(STATIONS - 1);
    assertThat(last.path("properties").path("name").asString()).isEqualTo("站 20499");
    JsonNode at = last.path("geometry").path("coordinates");
    assertThat(at.get(0).asDouble()).isCloseTo(113.204, within(1e-9));
    assertThat(at.get(1).asDouble()).isCloseTo(34.099, within(1e-9));
  }

  @Test
  void gdalFiltersByFieldsAndBoxes() throws Exception {
    assertThat(read(List.of("-where", "level = 'national'"))).hasSize(STATIONS / 10);
    // 51 columns and 51 rows, the edges included.
    assertThat(read(List.of("-spat", "112.9995", "33.9995", "113.0505", "34.0505")))
        .hasSize(51 * 51);
  }

  private JsonNode read(List<String> options) throws Exception {
    Path out = folder.resolve("read" + Math.abs(options.hashCode()) + ".geojson");
    List<String> command =
        new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON", "-oo", "PAGE_SIZE=1000"));
    command.addAll(options);
    command.addAll(List.of(out.toString(), "OAPIF:" + zeren.baseUrl() + "/ogc", "station"));
    GisClients.run(folder, command.toArray(String[]::new));
    return RunningZeren.parse(Files.readString(out)).path("features");
  }

  @Test
  void owslibFindsItsWay() throws Exception {
    GisClients.needPython("import owslib", "OWSLib (python3-owslib)");
    JsonNode said = python("owslib_features.py");
    assertThat(said.path("title").asString()).isNotEmpty();
    assertThat(said.path("conformance").toString())
        .contains("ogcapi-features-1/1.0/conf/core", "cql2/1.0/conf/cql2-text");
    assertThat(said.path("collections").toString()).contains("station").doesNotContain("site");
    assertThat(said.path("matched").asInt()).isEqualTo(STATIONS / 10);
    assertThat(said.path("returned").asInt()).isEqualTo(7);
    assertThat(said.path("item").asString()).isEqualTo("站 20499");
    assertThat(said.path("queryables").toString()).contains("level", "geometry");
  }

  @Test
  void qgisReadsALayer() throws Exception {
    GisClients.needPython("import qgis.core", "QGIS with Python (python3-qgis)");
    JsonNode said = python("qgis_features.py");
    assertThat(said.path("valid").asBoolean()).isTrue();
    assertThat(said.path("count").asInt()).isEqualTo(STATIONS);
    assertThat(said.path("fields").toString()).contains("name", "level", "city");
    assertThat(said.path("in_box").asInt()).isEqualTo(51 * 51);
  }

  private JsonNode python(String script) throws Exception {
    return RunningZeren.parse(
        GisClients.run(
            folder,
            GisClients.PYTHON,
            "src/test/resources/clients/" + script,
            zeren.baseUrl() + "/ogc"));
  }
}
