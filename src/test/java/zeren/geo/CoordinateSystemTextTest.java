package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateSystemTextTest {

  private static final String XIAN =
      "GEOGCS[\"GCS_Xian_1980\",DATUM[\"D_Xian_1980\",SPHEROID[\"Xian_1980\",6378140.0,298.257]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  static Stream<String> definedSystems() {
    return CoordinateSystem.supported().stream().filter(code -> code.startsWith("EPSG:"));
  }

  @ParameterizedTest
  @MethodSource("definedSystems")
  void whatIsWrittenIsFoundAgain(String code) {
    CoordinateSystem system = CoordinateSystem.parse(code);
    String esri = CoordinateSystemText.esri(system).orElseThrow();
    String ogc = CoordinateSystemText.ogc(system).orElseThrow();
    assertThat(CoordinateSystemText.find(esri)).contains(system);
    assertThat(CoordinateSystemText.find(ogc)).contains(system);
    assertThat(CoordinateSystemText.find(withoutCodes(ogc))).contains(system);
  }

  private static String withoutCodes(String wkt) {
    return wkt.replaceAll(",AUTHORITY\\[[^\\]]*\\]", "");
  }

  @Test
  void shiftedDatumsHaveNoText() {
    assertThat(CoordinateSystemText.esri(CoordinateSystem.parse("gcj02"))).isEmpty();
    assertThat(CoordinateSystemText.ogc(CoordinateSystem.parse("bd09"))).isEmpty();
  }

  @Test
  void versionTwoIsUnderstood() {
    String wkt =
        """
        PROJCRS["CGCS2000 / 3-degree Gauss-Kruger CM 114E",
          BASEGEOGCRS["China Geodetic Coordinate System 2000",
            DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],
            PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],
          CONVERSION["Gauss-Kruger CM 114E",METHOD["Transverse Mercator"],
            PARAMETER["Latitude of natural origin",0],
            PARAMETER["Longitude of natural origin",114],
            PARAMETER["Scale factor at natural origin",1],
            PARAMETER["False easting",500000],PARAMETER["False northing",0]],
          CS[Cartesian,2],AXIS["northing (X)",north],AXIS["easting (Y)",east],
          LENGTHUNIT["metre",1]]
        """;
    assertThat(CoordinateSystemText.find(wkt)).contains(CoordinateSystem.parse("EPSG:4547"));
  }

  @Test
  void aPlaneSystemOnAnotherDatumIsNoneOfOurs() {
    String zone = CoordinateSystemText.esri(CoordinateSystem.parse("EPSG:4526")).orElseThrow();
    String cgcs = CoordinateSystemText.esri(CoordinateSystem.CGCS2000).orElseThrow();
    assertThat(CoordinateSystemText.find(XIAN)).isEmpty();
    assertThat(CoordinateSystemText.find(zone.replace(cgcs, XIAN))).isEmpty();
    assertThat(CoordinateSystemText.find(zone.replace("114.0", "113.5"))).isEmpty();
    assertThat(CoordinateSystemText.find(zone.replace("Factor\",1.0", "Factor\",0.9996")))
        .isEmpty();
    assertThat(CoordinateSystemText.find(zone.replace("\"Meter\",1.0", "\"Foot\",0.3048")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "GEOGCS",
        "GEOGCS[",
        "GEOGCS[]",
        "GEOGCS[\"WGS 84\"",
        "GEOGCS[\"WGS 84\",,]",
        "]]]]",
        "{\"type\":\"GeographicCRS\"}",
        "EPSG:4490"
      })
  void garbageIsNoSystem(String text) {
    assertThat(CoordinateSystemText.find(text)).isEmpty();
  }

  @Test
  void deepNestingIsNoSystem() {
    assertThat(CoordinateSystemText.find("A[".repeat(9_000))).isEmpty();
  }
}
