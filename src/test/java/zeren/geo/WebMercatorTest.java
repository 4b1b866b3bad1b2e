package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class WebMercatorTest {

  /** {@code echo "34.7472 113.6249" | cs2cs -f %.9f EPSG:4326 EPSG:3857} and so on, PROJ 9.1.1. */
  @ParameterizedTest
  @CsvSource({
    "113.6249, 34.7472, 12648666.009436630, 4129579.482040869",
    "151.2093, -33.8688, 16832542.279207341, -4011198.647307572",
    "-70.25, 3.9, -7820194.228227469, 434481.652731493"
  })
  void agreesWithProj(double lon, double lat, double x, double y) {
    assertThat(WebMercator.x(lon)).isCloseTo(x, within(1e-6));
    assertThat(WebMercator.y(lat)).isCloseTo(y, within(1e-6));
    assertThat(WebMercator.lon(x)).isCloseTo(lon, within(1e-11));
    assertThat(WebMercator.lat(y)).isCloseTo(lat, within(1e-11));
  }

  @Test
  void spansTheWorldWithOneTile() {
    Envelope world = WebMercator.tileMetres(0, 0, 0);
    assertThat(WebMercator.lon(world.getMinX())).isCloseTo(-180, within(1e-12));
    assertThat(WebMercator.lon(world.getMaxX())).isCloseTo(180, within(1e-12));
    assertThat(WebMercator.lat(world.getMaxY())).isCloseTo(85.0511287798066, within(1e-12));
    assertThat(WebMercator.lat(world.getMinY())).isCloseTo(-85.0511287798066, within(1e-12));
    assertThat(WebMercator.WORLD_METRES).isCloseTo(40075016.68557849, within(1e-7));
  }

  @Test
  void findsTheTileOfZhengzhou() {
    assertThat(
            WebMercator.tileMetres(12, 3340, 1625)
                .contains(WebMercator.x(113.6249), WebMercator.y(34.7472)))
        .isTrue();
  }

  @Test
  void keepsThePolesAtTheEdge() {
    assertThat(WebMercator.y(90)).isCloseTo(WebMercator.WORLD_METRES / 2, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 0", "1, 0, 2", "3, -1, 0", "-1, 0, 0", "31, 0, 0"})
  void refusesTilesThatDoNotExist(int z, int x, int y) {
    assertThat(WebMercator.tileExists(z, x, y)).isFalse();
    assertThatThrownBy(() -> WebMercator.tileMetres(z, x, y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(z + "/" + x + "/" + y);
  }
}
