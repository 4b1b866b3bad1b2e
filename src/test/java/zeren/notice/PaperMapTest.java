package zeren.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;

class PaperMapTest {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 480;

  /** Lengths are those on the ellipsoid, to both sides and upwards, to a hundredth. */
  @ParameterizedTest
  @CsvSource({"113.6, 34.7, 0.1", "113.6, 34.7, 0.01", "87.6, 47.5, 1", "109.5, 18.3, 0.2"})
  void theScaleBarIsTrue(double lon, double lat, double size) {
    PaperMap paper = PaperMap.round(new Envelope(lon, lon + size, lat, lat + size), WIDTH, HEIGHT);
    Sketch.Scale scale = paper.scale();
    assertThat(String.valueOf(scale.metres())).matches("[125]0*");
    double metresPerPixel = scale.metres() / scale.pixels();
    Coordinate from = paper.at(lon, lat + size / 2);
    Coordinate east = paper.at(lon + size, lat + size / 2);
    Coordinate north = paper.at(lon, lat + size);
    assertThat((east.x - from.x) * metresPerPixel)
        .isCloseTo(
            Shapes.metres(lon, lat + size / 2, lon + size, lat + size / 2),
            within(0.01 * size * 1e5));
    assertThat((from.y - north.y) * metresPerPixel)
        .isCloseTo(Shapes.metres(lon, lat + size / 2, lon, lat + size), within(0.01 * size * 1e5));
  }

  @Test
  void theBoxStandsInTheMiddleWithRoomAllAround() {
    PaperMap paper = PaperMap.round(new Envelope(113, 114, 34, 34.1), WIDTH, HEIGHT);
    Coordinate southWest = paper.at(113, 34);
    Coordinate northEast = paper.at(114, 34.1);
    assertThat(southWest.x).isBetween(1.0, WIDTH * 0.1);
    assertThat(WIDTH - northEast.x).isCloseTo(southWest.x, within(1e-6));
    assertThat(HEIGHT - southWest.y).isCloseTo(northEast.y, within(1e-6));
    assertThat(northEast.y).isPositive();
  }

  @Test
  void whatIsOutOfSightIsCutOff() {
    PaperMap paper = PaperMap.round(new Envelope(113, 113.1, 34, 34.1), WIDTH, HEIGHT);
    Geometry drawn = paper.draw(Shapes.rectangle(100, 20, 120, 50));
    Envelope box = drawn.getEnvelopeInternal();
    assertThat(box.getMinX()).isBetween(-60.0, 0.0);
    assertThat(box.getMaxX()).isBetween((double) WIDTH, WIDTH + 60.0);
    assertThat(paper.draw(Shapes.rectangle(100, 20, 101, 21)).isEmpty()).isTrue();
  }

  @Test
  void aPathHasAllPartsAndHoles() {
    Geometry two =
        Shapes.wkt(
            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2.25 2, 1 1)),"
                + " ((20 20, 21 20, 21 21, 20 20)))");
    assertThat(SvgPath.of(two)).isEqualTo("M0 0L9 0L9 9L0 9ZM1 1L1 2L2.3 2ZM20 20L21 20L21 21Z");
    assertThat(SvgPath.of(Shapes.wkt("LINESTRING (0 0, 1.04 2)"))).isEqualTo("M0 0L1 2");
  }
}
