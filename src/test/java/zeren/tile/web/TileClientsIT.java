package zeren.tile.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import zeren.GisClients;
import zeren.RunningZeren;
import zeren.SmallTown;
import zeren.geo.WebMercator;

/** Real clients read the tiles, which know nothing of us. */
class TileClientsIT {

  /** The tile with the shared edge of the two districts. */
  private static final String TOWN = "/12/3340/1625.mvt";

  @TempDir Path folder;

  private final RunningZeren zeren = SmallTown.running();

  @Test
  void gdalReadsATileFromAFile() throws Exception {
    Path file = Files.createDirectories(folder.resolve("12/3340")).resolve("1625.mvt");
    Files.write(file, zeren.sendForBytes(zeren.request("/tiles/station,outfall" + TOWN)).body());
    Map<String, JsonNode> stations = features(file.toString(), "station", List.of());
    // It leaves out what lies in the buffer, as the station in the hole does.
    assertThat(stations.keySet()).containsExactly("edge");
    JsonNode edge = requireNonNull(stations.get("edge"));
    assertThat(edge.path("properties").path("name").asString()).isEqualTo("站 edge");
    assertThat(edge.path("properties").path("level").asString()).isEqualTo("national");
    isAt(edge, SmallTown.EDGE_STATION.getX(), SmallTown.EDGE_STATION.getY());
    JsonNode pipe = requireNonNull(features(file.toString(), "outfall", List.of()).get("pipe"));
    assertThat(pipe.path("properties").path("pipes").asInt()).isEqualTo(3);
    assertThat(pipe.path("properties").path("flow").asDouble()).isEqualTo(2.0);
    assertThat(pipe.path("properties").has("informant")).as("an internal field").isFalse();
  }

  @Test
  void gdalFindsAllTilesOfAZoomByTheirTileJson() throws Exception {
    String tiles = zeren.baseUrl() + "/tiles/district";
    List<String> options =
        List.of("-oo", "METADATA_FILE=" + tiles + ".json", "-oo", "TILE_EXTENSION=mvt");
    Map<String, JsonNode> districts = features("MVT:" + tiles + "/9", "district", options);
    assertThat(districts.keySet()).containsExactlyInAnyOrder("west", "east");
    assertThat(requireNonNull(districts.get("west")).path("properties").path("kind").asString())
        .isEqualTo("county");
  }

  /** Within a tile unit of zoom 12, in metres of EPSG:3857. */
  private static void isAt(JsonNode feature, double lon, double lat) {
    JsonNode at = feature.path("geometry").path("coordinates");
    double unit = WebMercator.WORLD_METRES / 4096 / 4096;
    assertThat(at.get(0).asDouble()).isCloseTo(WebMercator.x(lon), within(unit));
    assertThat(at.get(1).asDouble()).isCloseTo(WebMercator.y(lat), within(unit));
  }

  @Test
  void qgisDrawsTilesAsTheirStyleSays() throws Exception {
    GisClients.needPython("import qgis.core", "QGIS with Python (python3-qgis)");
    Path script = Path.of("src/test/resources/clients/qgis_tiles.py");
    JsonNode said =
        RunningZeren.parse(
            GisClients.run(
                folder,
                GisClients.PYTHON,
                script.toString(),
                zeren.baseUrl(),
                "station,district",
                "12",
                "3340",
                "1625"));
    assertThat(said.path("valid").asBoolean()).isTrue();
    assertThat(said.path("converted").asBoolean()).isTrue();
    assertThat(said.path("warnings")).isEmpty();
    Map<String, Integer> colours = new HashMap<>();
    for (JsonNode entry : said.path("colours")) {
      colours.put(entry.get(0).asString(), entry.get(1).asInt());
    }
    assertThat(colours).as("land and stations").containsKeys("#f4f2ec", "#0b6e6e");
    assertThat(colours.get("#f4f2ec")).isGreaterThan(20_000);
  }

  /** What GDAL reads, by id. */
  private Map<String, JsonNode> features(String source, String layer, List<String> options)
      throws Exception {
    Path out = Files.createTempFile(folder, "read", ".geojson");
    Files.delete(out);
    List<String> command =
        new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON", "-a_srs", "EPSG:4490"));
    command.addAll(options);
    command.addAll(List.of(out.toString(), source, layer));
    GisClients.run(folder, command.toArray(String[]::new));
    Map<String, JsonNode> features = new HashMap<>();
    for (JsonNode feature : RunningZeren.parse(Files.readString(out)).path("features")) {
      features.put(feature.path("properties").path("id").asString(), feature);
    }
    return features;
  }
}
