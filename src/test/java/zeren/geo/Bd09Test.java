package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.geo.Gcj02Test.assertPlace;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bd09Test {

  @Test
  void agreesWithAnIndependentComputation() {
    for (double[] row : Golden.rows("chinese_datums.csv")) {
      assertPlace(Bd09.forward(row[0], row[1]), row[4], row[5], 1e-11);
      assertPlace(Bd09.inverse(row[4], row[5]), row[0], row[1], 1e-11);
      assertPlace(Bd09.fromGcj02(row[2], row[3]), row[4], row[5], 1e-11);
      assertPlace(Bd09.toGcj02(row[4], row[5]), row[2], row[3], 1e-11);
    }
  }

  /** The example in the manual of the gcoord library. */
  @Test
  void agreesWithAPublishedPair() {
    assertPlace(Bd09.forward(116.403988, 39.914266), 116.41661560068297, 39.92196580126834, 1e-9);
  }

  @Test
  void comesBackAllOverChina() {
    for (double lon = 73; lon <= 136; lon += 0.5) {
      for (double lat = 3; lat <= 54; lat += 0.5) {
        assertComesBack(lon, lat);
      }
    }
    Random random = new Random(20190713);
    for (int i = 0; i < 20_000; i++) {
      assertComesBack(73 + random.nextDouble() * 63, 3 + random.nextDouble() * 51);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-74, 40.7", "139.7, 35.7", "105, 0.5", "105, 56"})
  void leavesPlacesOutsideOfChinaAlone(double lon, double lat) {
    assertThat(Bd09.forward(lon, lat)).isEqualTo(new LonLat(lon, lat));
    assertThat(Bd09.inverse(lon, lat)).isEqualTo(new LonLat(lon, lat));
  }

  private static void assertComesBack(double lon, double lat) {
    LonLat bd = Bd09.forward(lon, lat);
    assertThat(bd.lon()).isNotEqualTo(lon);
    assertPlace(Bd09.inverse(bd.lon(), bd.lat()), lon, lat, 1e-11);
  }
}
