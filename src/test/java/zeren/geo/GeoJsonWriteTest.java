package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeren.geo.GeometryAssert.assertThatGeometry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class GeoJsonWriteTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POINT (113.5 34.25); {'type':'Point','coordinates':[113.5,34.25]}",
        "LINESTRING (1 2, 3 4); {'type':'LineString','coordinates':[[1,2],[3,4]]}",
        "LINEARRING (0 0, 1 0, 1 1, 0 0);"
            + " {'type':'LineString','coordinates':[[0,0],[1,0],[1,1],[0,0]]}",
        "MULTIPOINT ((1 2), (3 4)); {'type':'MultiPoint','coordinates':[[1,2],[3,4]]}",
        "MULTILINESTRING ((1 2, 3 4)); {'type':'MultiLineString','coordinates':[[[1,2],[3,4]]]}",
        "POLYGON ((0 0, 1 0, 1 1, 0 0));"
            + " {'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)));"
            + " {'type':'MultiPolygon','coordinates':[[[[0,0],[1,0],[1,1],[0,0]]]]}",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4));"
            + " {'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]},"
            + "{'type':'LineString','coordinates':[[1,2],[3,4]]}]}",
        "POINT EMPTY; {'type':'Point','coordinates':[]}",
        "POLYGON EMPTY; {'type':'Polygon','coordinates':[]}",
        "GEOMETRYCOLLECTION EMPTY; {'type':'GeometryCollection','geometries':[]}"
      })
  void writesEveryType(String wkt, String json) {
    assertThat(GeoJson.write(Shapes.wkt(wkt))).isEqualTo(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "113.62491234567, 113.624912346",
    "-0.0000000001, 0",
    "0.00000012, 0.00000012",
    "-0.0, 0",
    "1e-9, 0.000000001",
    "100, 100",
    "1.0E7, 10000000",
    "38466000.123, 38466000.123",
    "0.1, 0.1"
  })
  void roundsToATenthOfAMillimetreWithoutExponents(double value, String written) {
    assertThat(GeoJson.write(Shapes.point(value, 1)))
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[" + written + ",1]}");
  }

  @Test
  void turnsRingsTheRightWay() {
    String clockwiseWithCounterClockwiseHole =
        "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1))";
    assertThat(GeoJson.write(Shapes.wkt(clockwiseWithCounterClockwiseHole)))
        .contains("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (113.5 34.25)",
        "POINT EMPTY",
        "LINESTRING (1 2, 3 4)",
        "LINESTRING EMPTY",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 6 2, 6 1, 5 1))",
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
        "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (POINT (3 4)))"
      })
  void readsWhatItWrote(String wkt) {
    Geometry geometry = Shapes.wkt(wkt);
    Geometry back = GeoJson.read(GeoJson.write(geometry));
    assertThatGeometry(back).isEqualTo(geometry);
    assertThat(back.getGeometryType()).isEqualTo(geometry.getGeometryType());
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> GeoJson.write(Shapes.line(1, 2, Double.NaN, 4)))
        .isInstanceOf(GeoJsonException.class)
        .hasMessageContaining("not a number");
  }
}
