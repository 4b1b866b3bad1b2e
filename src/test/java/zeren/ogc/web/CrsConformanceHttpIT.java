package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static zeren.ogc.web.Found.ids;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.GisClients;
import zeren.RunningZeren;
import zeren.SmallTown;

/** OGC API Features, Part 2 (OGC 18-058r1): a test a requirement, beside PROJ. */
class CrsConformanceHttpIT {

  private static final RunningZeren ZEREN = SmallTown.running();
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String DISTRICTS = "/ogc/collections/district";

  @TempDir Path folder;

  private static List<String> systems() {
    return systems(DISTRICTS);
  }

  private static List<String> systems(String collection) {
    List<String> systems = new ArrayList<>();
    ZEREN.json(collection).path("crs").forEach(uri -> systems.add(uri.asString()));
    return systems;
  }

  @Test
  @DisplayName("/req/crs/crs-uri, fc-md-crs-list, fc-md-storageCrs, fc-md-storageCrs-valid-value")
  void crs_fcMdCrsList() {
    assertThat(systems())
        .doesNotHaveDuplicates()
        .startsWith(CRS84)
        .contains(EPSG + 4490, EPSG + 4326, EPSG + 3857, EPSG + 4526, EPSG + 4547)
        // A zone in the west of the country.
        .doesNotContain(EPSG + 4513)
        .contains(ZEREN.json(DISTRICTS).path("storageCrs").asString());
  }

  /** Each in the axis order that EPSG has, as PROJ knows it. */
  @Test
  @DisplayName("/req/crs/fc-crs-action, ogc-crs-header, ogc-crs-header-value, geojson")
  void crs_fcCrsAction() throws Exception {
    GisClients.needPython("from osgeo import osr", "GDAL with Python (python3-gdal)");
    List<String> command =
        new ArrayList<>(
            List.of(
                GisClients.PYTHON, "src/test/resources/clients/crs_axes.py", "113.55", "34.75"));
    List<String> codes =
        systems("/ogc/collections/station").stream()
            .filter(uri -> uri.startsWith(EPSG))
            .map(uri -> uri.substring(EPSG.length()))
            .toList();
    command.addAll(codes);
    JsonNode expected = RunningZeren.parse(GisClients.run(folder, command.toArray(String[]::new)));
    assertThat(codes).hasSizeGreaterThan(6);
    for (String code : codes) {
      for (String path : List.of("/items/hole", "/items?id=hole")) {
        HttpResponse<String> answer =
            ZEREN.get(
                "/ogc/collections/station%s%scrs=%s"
                    .formatted(path, path.contains("?") ? "&" : "?", EPSG + code));
        assertThat(answer.headers().firstValue("Content-Crs")).hasValue("<" + EPSG + code + ">");
        JsonNode body = RunningZeren.json(answer);
        JsonNode position =
            body.at((path.contains("?") ? "/features/0" : "") + "/geometry/coordinates");
        // 0.2 mm: what the series for Gauss-Krüger is good to, and rounding.
        double tolerance = code.equals("4490") || code.equals("4326") ? 1e-9 : 3e-4;
        for (int axis = 0; axis < 2; axis++) {
          assertThat(position.get(axis).asDouble())
              .as("%s, axis %d", code, axis)
              .isCloseTo(expected.path(code).get(axis).asDouble(), within(tolerance));
        }
      }
    }
  }

  @Test
  @DisplayName("/req/crs/fc-crs-default-value")
  void crs_fcCrsDefaultValue() {
    String items = "/ogc/collections/station/items";
    HttpResponse<String> answer = ZEREN.get(items);
    assertThat(answer.headers().firstValue("Content-Crs")).hasValue("<" + CRS84 + ">");
    JsonNode named = ZEREN.json(items + "?crs=" + CRS84);
    assertThat(named.path("features")).isEqualTo(RunningZeren.json(answer).path("features"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crs=EPSG:4326",
        "crs=http://www.opengis.net/def/crs/EPSG/0/9999",
        // Known, but a zone that does not reach the layer.
        "crs=http://www.opengis.net/def/crs/EPSG/0/4513",
        "bbox=1,1,2,2&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9999",
        "filter=TRUE&filter-crs=http://www.opengis.net/def/crs/EPSG/0/9999"
      })
  @DisplayName("/req/crs/fc-crs-valid-value, fc-bbox-crs-valid-value, /req/filter/filter-crs-param")
  void crs_validValue(String query) {
    HttpResponse<String> answer = ZEREN.get(DISTRICTS + "/items?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("parameter").asString()).endsWith("crs");
  }

  @Test
  @DisplayName("/req/crs/fc-bbox-crs-action, fc-bbox-crs-default-value")
  void crs_fcBboxCrsAction() {
    String items = "/ogc/collections/station/items?bbox=";
    List<String> two = List.of("edge", "hole");
    assertThat(ids(ZEREN.json(items + "113.5,34.7,113.7,34.8"))).isEqualTo(two);
    assertThat(ids(ZEREN.json(items + "113.5,34.7,113.7,34.8&bbox-crs=" + CRS84))).isEqualTo(two);
    for (int code : new int[] {4490, 4326}) {
      assertThat(ids(ZEREN.json(items + "34.7,113.5,34.8,113.7&bbox-crs=" + EPSG + code)))
          .isEqualTo(two);
    }
    // The answer's own coordinates, a metre to each side, in every system.
    for (String uri : systems("/ogc/collections/station")) {
      JsonNode at =
          ZEREN.json("/ogc/collections/station/items/hole?crs=" + uri).at("/geometry/coordinates");
      double reach = at.get(0).asDouble() < 1000 ? 1e-5 : 1;
      String box =
          "%s,%s,%s,%s"
              .formatted(
                  at.get(0).asDouble() - reach,
                  at.get(1).asDouble() - reach,
                  at.get(0).asDouble() + reach,
                  at.get(1).asDouble() + reach);
      assertThat(ids(ZEREN.json(items + box + "&bbox-crs=" + uri))).as(uri).containsExactly("hole");
    }
  }

  @Test
  @DisplayName("/req/filter/filter-crs-param, filter-crs-wgs84")
  void filter_filterCrsParam() {
    String items = "/ogc/collections/station/items?filter=";
    String lonLat = Found.encoded("S_INTERSECTS(geometry, BBOX(113.54,34.74,113.56,34.76))");
    String latLon =
        Found.encoded(
            "S_INTERSECTS(geometry, POLYGON((34.74 113.54, 34.74 113.56, 34.76 113.56, 34.76"
                + " 113.54, 34.74 113.54)))");
    assertThat(ids(ZEREN.json(items + lonLat))).containsExactly("hole");
    assertThat(ids(ZEREN.json(items + latLon + "&filter-crs=" + EPSG + 4326)))
        .containsExactly("hole");
    assertThat(ids(ZEREN.json(items + latLon + "&filter-crs=" + EPSG + 4490)))
        .containsExactly("hole");
  }
}
