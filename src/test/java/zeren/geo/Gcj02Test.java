package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {

  @Test
  void agreesWithAnIndependentComputation() {
    List<double[]> rows = Golden.rows("chinese_datums.csv");
    assertThat(rows).hasSize(48);
    for (double[] row : rows) {
      assertPlace(Gcj02.forward(row[0], row[1]), row[2], row[3], 1e-12);
      assertPlace(Gcj02.inverse(row[2], row[3]), row[0], row[1], 1e-11);
    }
  }

  /**
   * Pairs that the test suites of the eviltransform libraries have published: lat, lon, lat, lon.
   */
  @ParameterizedTest
  @CsvSource({
    "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215",
    "22.543847, 113.912316, 22.540796131694766, 113.9171764808363",
    "39.911954, 116.377817, 39.91334545536069, 116.38404722455657"
  })
  void agreesWithPublishedPairs(double lat, double lon, double gcjLat, double gcjLon) {
    assertPlace(Gcj02.forward(lon, lat), gcjLon, gcjLat, 1e-9);
  }

  @Test
  void comesBackAllOverChina() {
    for (double lon = 73; lon <= 136; lon += 0.25) {
      for (double lat = 3; lat <= 54; lat += 0.25) {
        assertComesBack(lon, lat);
      }
    }
    Random random = new Random(20190712);
    for (int i = 0; i < 50_000; i++) {
      assertComesBack(73 + random.nextDouble() * 63, 3 + random.nextDouble() * 51);
    }
  }

  @Test
  void comesBackWhereTheFormulaIsSteep() {
    for (double offset = 1e-1; offset > 1e-15; offset /= 3) {
      assertComesBack(105 + offset, 34.5);
      assertComesBack(105 - offset, 34.5);
    }
    assertComesBack(105, 35);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-74, 40.7",
    "139.7, 35.7",
    "72.0039, 35",
    "137.8348, 35",
    "105, 0.8292",
    "105, 55.8272"
  })
  void leavesPlacesOutsideOfChinaAlone(double lon, double lat) {
    assertThat(Gcj02.forward(lon, lat)).isEqualTo(new LonLat(lon, lat));
    assertThat(Gcj02.inverse(lon, lat)).isEqualTo(new LonLat(lon, lat));
  }

  @Test
  void staysWithinOneShiftAtTheEdgeOfTheBox() {
    for (double offset = -0.02; offset <= 0.02; offset += 0.0005) {
      assertWithinShift(72.004 + offset, 35);
      assertWithinShift(137.8347 + offset, 35);
      assertWithinShift(105.3, 0.8293 + offset);
      assertWithinShift(105.3, 55.8271 + offset);
    }
  }

  private static void assertWithinShift(double lon, double lat) {
    LonLat gcj = Gcj02.forward(lon, lat);
    LonLat back = Gcj02.inverse(gcj.lon(), gcj.lat());
    assertThat(Geodesy.distance(lon, lat, back.lon(), back.lat())).isLessThan(740);
  }

  private static void assertComesBack(double lon, double lat) {
    LonLat gcj = Gcj02.forward(lon, lat);
    assertThat(gcj.lon()).isNotEqualTo(lon);
    assertPlace(Gcj02.inverse(gcj.lon(), gcj.lat()), lon, lat, 1e-11);
  }

  static void assertPlace(LonLat actual, double lon, double lat, double tolerance) {
    assertThat(actual.lon()).isCloseTo(lon, within(tolerance));
    assertThat(actual.lat()).isCloseTo(lat, within(tolerance));
  }
}
