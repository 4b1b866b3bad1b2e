package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import zeren.Shapes;

class GeoJsonOutputTest {

  private static final String WEB_MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857";
  private static final String ZONE_39 = "http://www.opengis.net/def/crs/EPSG/0/4527";

  private static String point(double lon, double lat, CoordinateSystem system) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonMapper().createGenerator(text)) {
      GeoJson.output(json, system).writePoint(lon, lat);
    }
    return text.toString();
  }

  private static String rounded(double value, int decimals) {
    BigDecimal decimal = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  /** The way without objects writes what decimal arithmetic does, ties and zeros included. */
  @Test
  void numbersAreRoundedAsDecimalArithmeticDoes() {
    Random random = new Random(9);
    double[] special = {
      0,
      -0.0,
      1,
      -1,
      180,
      -180,
      1e-9,
      -1e-9,
      5e-10,
      -5e-10,
      1.5e-9,
      2.5e-9,
      4e-10,
      1e-300,
      0.1,
      113.5,
      113.000000001,
      113.0000000005,
      113.0000000015,
      99.9999999995,
      99.9999999994,
      Math.nextDown(180.0),
      1e5,
      12345.67891,
      Double.MIN_VALUE
    };
    for (int i = 0; i < 200_000; i++) {
      double value =
          i < special.length
              ? special[i]
              : switch (i % 4) {
                case 0 -> 360 * random.nextDouble() - 180;
                case 1 -> random.nextInt(360_000) / 1000.0 - 180;
                // Just in the middle of two numbers of nine decimals.
                case 2 -> (random.nextInt(2_000_000_000) + 0.5) / 1e9;
                default -> random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
              };
      assertThat(point(value, -value, CoordinateSystem.CGCS2000))
          .isEqualTo(
              "{\"type\":\"Point\",\"coordinates\":[%s,%s]}"
                  .formatted(rounded(value, 9), rounded(-value, 9)));
    }
  }

  @Test
  void metresHaveFourDecimals() {
    CoordinateSystem system = CoordinateSystemUri.find(WEB_MERCATOR).orElseThrow();
    double[] at = system.fromCanonical(113.625, 34.75);
    assertThat(point(113.625, 34.75, system))
        .isEqualTo(
            "{\"type\":\"Point\",\"coordinates\":[%s,%s]}"
                .formatted(rounded(at[0], 4), rounded(at[1], 4)));
  }

  @Test
  void axesAreInTheOrderOfTheirAuthority() {
    CoordinateSystem latFirst =
        CoordinateSystemUri.find(CoordinateSystemUri.CGCS2000).orElseThrow();
    assertThat(point(113.5, 34.5, latFirst)).contains("[34.5,113.5]");
    assertThat(latFirst.toCanonical(34.5, 113.5)).isEqualTo(new LonLat(113.5, 34.5));
    assertThat(
            point(113.5, 34.5, CoordinateSystemUri.find(CoordinateSystemUri.CRS84).orElseThrow()))
        .contains("[113.5,34.5]");
    CoordinateSystem zone = CoordinateSystemUri.find(ZONE_39).orElseThrow();
    assertThat(zone.northFirst()).isTrue();
    assertThat(zone.fromCanonical(117, 34.5)[1]).isEqualTo(39_500_000);
    assertThat(zone.eastFirst(Shapes.point(3_800_000, 39_500_000)).getCoordinate().getX())
        .isEqualTo(39_500_000);
    assertThat(zone.reaches(Shapes.rectangle(116, 34, 118, 35).getEnvelopeInternal())).isTrue();
    assertThat(zone.reaches(Shapes.rectangle(100, 34, 118, 35).getEnvelopeInternal())).isFalse();
    assertThatThrownBy(() -> point(100, 34, zone)).isInstanceOf(CoordinateRangeException.class);
  }

  @Test
  void allSystemsAreFoundByTheirUris() {
    assertThat(CoordinateSystemUri.all())
        .hasSize(4 + 42)
        .startsWith(CoordinateSystemUri.CRS84)
        .allMatch(uri -> CoordinateSystemUri.find(uri).isPresent());
    assertThat(CoordinateSystemUri.find("EPSG:4490")).isEmpty();
  }
}
