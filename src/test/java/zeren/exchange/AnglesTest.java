package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnglesTest {

  /** 113 + 39 / 60 + 12 / 3600. */
  private static final double EXPECTED = 113.65333333333333;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "113°39′12″",
        "113°39'12\"",
        "113°39’12”",
        "113˚39′12″",
        "113º39′12′′",
        "113度39分12秒",
        "113°39′12.0″",
        "113° 39′ 12″",
        "113 39 12",
        "113-39-12",
        "113:39:12",
        "113°39.2′",
        "１１３°３９′１２″",
        "113°39′12″E",
        "E113°39′12″",
        "e 113°39'12\"",
        "东经113°39′12″",
        "东经 113度39分12秒",
        "113°39'12\"东经",
        "经度:113°39′12″",
        "经度：113°39′12″",
        "lon=113°39′12″",
        "\u00a0113°39′12″ "
      })
  void readsDegreesMinutesAndSecondsInEveryWriting(String text) throws CellException {
    assertThat(Angles.read(text).degrees()).isCloseTo(EXPECTED, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "113.6533, 113.6533",
    "+113.6533, 113.6533",
    "-73.5, -73.5",
    "−73.5, -73.5",
    "113.6533°, 113.6533",
    "113.6533度, 113.6533",
    "113.6533°E, 113.6533",
    "73.5W, -73.5",
    "W73°30′, -73.5",
    "南纬34.5, -34.5",
    "S 34°30′0″, -34.5",
    "-34°30′, -34.5",
    "34°30, 34.5",
    "0, 0"
  })
  void readsDecimalsAndSigns(String text, double degrees) throws CellException {
    assertThat(Angles.read(text).degrees()).isCloseTo(degrees, within(1e-12));
  }

  @Test
  void takesNumbersAsTheyAre() throws CellException {
    assertThat(Angles.read(113.6533).degrees()).isEqualTo(113.6533);
    assertThat(Angles.read(34L).degrees()).isEqualTo(34);
  }

  @ParameterizedTest
  @CsvSource({
    "113.6, UNKNOWN",
    "113°39′12″, UNKNOWN",
    "E113.6, LONGITUDE",
    "113.6w, LONGITUDE",
    "东经113.6, LONGITUDE",
    "34.7N, LATITUDE",
    "s34.7, LATITUDE",
    "北纬34°45′, LATITUDE"
  })
  void knowsWhichWayAnAnglePointsWhereItSaysSo(String text, Angles.Axis axis) throws CellException {
    assertThat(Angles.read(text).axis()).isEqualTo(axis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "待补充",
        "",
        "113.6.5",
        "113,65",
        "113°39′12″14",
        "1e2",
        "0x71",
        "NaN",
        "113.5°30′",
        "EE113",
        "113.65 34.7",
        "1139°12′"
      })
  void refusesWhatIsNoAngleAndSaysWhatWouldBe(String text) {
    assertThatThrownBy(() -> Angles.read(text))
        .isInstanceOf(CellException.class)
        .hasMessageContaining("113.6533 or 113°39′12″");
  }

  @ParameterizedTest
  @ValueSource(strings = {"113°60′12″", "113°39′60″", "113度75分"})
  void refusesSixtyMinutesOrSeconds(String text) {
    assertThatThrownBy(() -> Angles.read(text))
        .isInstanceOf(CellException.class)
        .hasMessage("has minutes or seconds of 60 and more");
  }
}
