package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.exchange.web.Uploads.run;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Files over HTTP, from the upload to the map. */
class ImportHttpIT {

  private static final RunningZeren ZEREN = RunningZeren.start("--zeren.reference=false");

  private static final String STATIONS =
      """
      编号,站点名称,城市,级别,经度,纬度,备注
      %1$s-1,一号站,郑州市,国控,113.6,34.7,甲
      %1$s-2,二号站,郑州市,省控,113.7,34.8,
      %1$s-3,三号站,郑州市,区控,113.7,34.8,
      """;

  private static JsonNode feature(String layer, String id) {
    return ZEREN.jsonAsAdmin("/api/layers/" + layer + "/features/" + id);
  }

  @Test
  void putsWhatIsRightOnTheMapAndSaysWhatIsNot() {
    JsonNode result = run(ZEREN, "station/import?crs=EPSG:4490", "站点.csv", STATIONS.formatted("A"));

    assertThat(result.path("rows").asInt()).isEqualTo(3);
    assertThat(result.path("created").asInt()).isEqualTo(2);
    assertThat(result.path("refused").asInt()).isEqualTo(1);
    assertThat(result.path("changeSet").asLong()).isPositive();
    JsonNode error = result.path("errors").path(0);
    assertThat(error.path("row").asInt()).isEqualTo(4);
    assertThat(error.path("field").asString()).isEqualTo("level");
    assertThat(error.path("value").asString()).isEqualTo("区控");
    assertThat(error.path("suggestions").toString()).contains("国控");
    JsonNode station = feature("station", "A-1");
    assertThat(station.path("properties").path("level").asString()).isEqualTo("national");
    assertThat(station.path("properties").path("source").asString()).isEqualTo("站点.csv");
    assertThat(station.path("geometry").path("coordinates").toString()).isEqualTo("[113.6,34.7]");
  }
}
