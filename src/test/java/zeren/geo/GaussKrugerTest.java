package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GaussKrugerTest {

  @Test
  void agreesWithProjInEveryZone() {
    List<double[]> rows = Golden.rows("gauss_kruger.csv");
    assertThat(rows).hasSize(126);
    for (double[] row : rows) {
      CoordinateSystem system = CoordinateSystem.parse("EPSG:" + (int) row[0]);
      String name = system + " at " + row[1] + ", " + row[2];
      double[] metres = system.fromCanonical(row[1], row[2]);
      assertThat(metres[0]).as(name).isCloseTo(row[3], within(1e-4));
      assertThat(metres[1]).as(name).isCloseTo(row[4], within(1e-4));
      LonLat back = system.toCanonical(row[3], row[4]);
      assertThat(back.lon()).as(name).isCloseTo(row[1], within(1e-9));
      assertThat(back.lat()).as(name).isCloseTo(row[2], within(1e-9));
    }
  }

  @Test
  void comesBackFromEveryZoneAndItsNeighbours() {
    for (GaussKruger zone : GaussKruger.zones()) {
      for (double offset = -4.5; offset <= 4.5; offset += 0.75) {
        for (double lat = 3; lat <= 54; lat += 1.7) {
          double lon = zone.centralMeridian() + offset;
          double[] metres = zone.fromCanonical(lon, lat);
          LonLat back = zone.toCanonical(metres[0], metres[1]);
          String name = zone.code() + " at " + lon + ", " + lat;
          assertThat(back.lon()).as(name).isCloseTo(lon, within(2e-9));
          assertThat(back.lat()).as(name).isCloseTo(lat, within(2e-9));
        }
      }
    }
  }

  @Test
  void refusesTheWrongZone() {
    CoordinateSystem plain = CoordinateSystem.parse("EPSG:4547");
    assertThatThrownBy(() -> plain.toCanonical(38_466_000, 3_848_000))
        .isInstanceOf(CoordinateRangeException.class)
        .hasMessageContaining("eastings around 500000")
        .hasMessageContaining("x=3.8466E7");
    assertThatThrownBy(() -> plain.fromCanonical(75, 35))
        .isInstanceOf(CoordinateRangeException.class)
        .hasMessageContaining("within 4.5° of 114.0°E");
  }

  @Test
  void refusesSwappedAxesAndNonNumbers() {
    CoordinateSystem plain = CoordinateSystem.parse("EPSG:4547");
    assertThatThrownBy(() -> plain.toCanonical(3_848_000, 466_000))
        .isInstanceOf(CoordinateRangeException.class);
    assertThatThrownBy(() -> plain.toCanonical(Double.NaN, 3_848_000))
        .isInstanceOf(CoordinateRangeException.class);
    assertThatThrownBy(() -> plain.fromCanonical(114, Double.NaN))
        .isInstanceOf(CoordinateRangeException.class);
  }
}
