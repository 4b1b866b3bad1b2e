package zeren.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.desk.CoordinateText.Reading;
import zeren.geo.CoordinateSystem;

class CoordinateTextTest {

  private static final double LON = 113.627, LAT = 34.752;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "113.627,34.752",
        "34.752, 113.627",
        "113.627 34.752",
        "34.752，113.627",
        "(113.627; 34.752)",
        "113.627°E 34.752°N",
        "N34.752 E113.627",
        "北纬34.752° 东经113.627°",
        "东经113.627度，北纬34.752度",
        "113°37'37.2\"E 34°45'7.2\"N",
        "34°45′7.2″N, 113°37′37.2″E",
        "北纬34度45分7.2秒 东经113度37分37.2秒",
        "34°45.12′ 113°37.62′"
      })
  void thePlaceIsTheSameHoweverItIsWritten(String text) {
    List<Reading> readings = CoordinateText.read(text);
    assertThat(readings)
        .as(text)
        .extracting(Reading::crs)
        .containsExactly("EPSG:4490", "gcj02", "bd09");
    assertThat(readings.get(0).at().lon()).isCloseTo(LON, within(1e-9));
    assertThat(readings.get(0).at().lat()).isCloseTo(LAT, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcj02", "bd09", "EPSG:3857", "EPSG:4526", "EPSG:4547"})
  void coordinatesOfEverySystemComeHome(String code) {
    double[] there = CoordinateSystem.parse(code).fromCanonical(LON, LAT);
    String text = String.format(Locale.ROOT, "%.7f %.7f", there[0], there[1]);
    assertThat(CoordinateText.read(text))
        .anySatisfy(
            reading -> {
              assertThat(reading.crs()).isEqualTo(code);
              assertThat(reading.at().lon()).isCloseTo(LON, within(1e-6));
              assertThat(reading.at().lat()).isCloseTo(LAT, within(1e-6));
            });
    assertThat(CoordinateText.read(code + " " + text))
        .singleElement()
        .satisfies(reading -> assertThat(reading.at().lon()).isCloseTo(LON, within(1e-6)));
    String northFirst = String.format(Locale.ROOT, "%.4f, %.4f", there[1], there[0]);
    assertThat(CoordinateText.read(northFirst)).extracting(Reading::crs).contains(code);
  }

  @Test
  void theNameOfADatumLeavesOneReading() {
    assertThat(CoordinateText.read("高德 113.627,34.752"))
        .extracting(Reading::crs)
        .containsExactly("gcj02");
    assertThat(CoordinateText.read("百度坐标 113.627,34.752")).isEmpty();
    assertThat(CoordinateText.read("百度: 113.627,34.752"))
        .extracting(Reading::crs)
        .containsExactly("bd09");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "振兴路",
        "S-0012",
        "1320A",
        "113.627",
        "113.627,34.752,12",
        "3 km",
        "航海路 12 号 34",
        "N34 N35",
        "200, 300",
        "-",
        "EPSG:9999 1 2",
        "113627"
      })
  void whatIsNoPairOfCoordinatesIsNone(String text) {
    assertThat(CoordinateText.read(text)).isEmpty();
  }

  @Test
  void metresOfAProjectionMayBeCalledByItsDatum() {
    assertThat(CoordinateText.read("国家2000 38463000, 3848000"))
        .extracting(Reading::crs)
        .containsExactly("EPSG:4526");
    assertThat(CoordinateText.read("CGCS2000 463000 3848000"))
        .extracting(Reading::crs)
        .contains("EPSG:4547")
        .doesNotContain("EPSG:3857", "EPSG:4490")
        .isEqualTo(
            CoordinateText.read("3848000, 463000 国家2000").stream().map(Reading::crs).toList());
    assertThat(CoordinateText.read("CGCS2000 113.627, 34.752"))
        .extracting(Reading::crs)
        .containsExactly("EPSG:4490");
    assertThat(CoordinateText.read("高德 463000 3848000")).isEmpty();
  }

  @Test
  void southAndWestAreNegative() {
    Reading reading = CoordinateText.read("S33.9 W18.4").get(0);
    assertThat(reading.at().lon()).isCloseTo(-18.4, within(1e-9));
    assertThat(reading.at().lat()).isCloseTo(-33.9, within(1e-9));
  }
}
