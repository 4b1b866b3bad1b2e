package zeren.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import zeren.geo.WebMercator;

class MercatorLatitudesTest {

  private static double exact(double lat) {
    return 0.5 - WebMercator.y(lat) / WebMercator.WORLD_METRES;
  }

  @Test
  void theTableIsAsExactAsTheDeepestZoomNeeds() {
    Random random = new Random(20261126);
    double quarterUnit = 1 / Math.pow(2, 22 + 12 + 2);
    for (int i = 0; i < 200_000; i++) {
      double lat = (random.nextDouble() * 2 - 1) * WebMercator.MAX_LATITUDE;
      assertThat(MercatorLatitudes.southwards(lat))
          .as("latitude %s", lat)
          .isCloseTo(exact(lat), within(quarterUnit));
    }
  }

  @Test
  void inChinaItIsExactToTheLastDigit() {
    for (double lat = 3; lat < 54; lat += 0.001) {
      assertThat(MercatorLatitudes.southwards(lat)).isCloseTo(exact(lat), within(6e-15));
    }
  }

  @Test
  void beyondTheEdgesIsTheEdge() {
    assertThat(MercatorLatitudes.southwards(90)).isEqualTo(0);
    assertThat(MercatorLatitudes.southwards(WebMercator.MAX_LATITUDE)).isEqualTo(0);
    assertThat(MercatorLatitudes.southwards(-90)).isEqualTo(1);
    assertThat(MercatorLatitudes.southwards(0)).isCloseTo(0.5, within(1e-15));
    assertThat(MercatorLatitudes.southwards(Double.NaN)).isEqualTo(0);
  }
}
