package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeren.geo.GeometryAssert.assertThatGeometry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonReadTest {

  @Test
  void ignoresAltitudesOtherMembersAndTheirOrder() {
    String json = "{\"bbox\":[1,2,1,2],\"coordinates\":[1,2,99],\"x\":{},\"type\":\"Point\"}";
    assertThatGeometry(GeoJson.read(json)).isEqualTo("POINT (1 2)");
  }

  @Test
  void acceptsRingsEitherWayRound() {
    String json = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]]}";
    assertThatGeometry(GeoJson.read(json)).isEqualTo("POLYGON ((0 0, 0 1, 1 1, 0 0))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1,2]; $; expected a geometry object, got array",
        "null; $; expected a geometry object, got null",
        "{'coordinates':[1,2]}; $.type; expected the name of a geometry type",
        "{'type':7,'coordinates':[1,2]}; $.type; expected the name of a geometry type",
        "{'type':'point','coordinates':[1,2]}; $.type; unknown geometry type 'point'",
        "{'type':'Feature','coordinates':[1,2]}; $.type; unknown geometry type 'Feature'",
        "{'type':'Point'}; $.coordinates; is missing",
        "{'type':'GeometryCollection'}; $.geometries; is missing",
        "{'type':'Point','coordinates':{}}; $.coordinates; expected a position",
        "{'type':'Point','coordinates':[1]}; $.coordinates; at least 2 numbers, got 1",
        "{'type':'Point','coordinates':['1',2]}; $.coordinates[0]; expected a number, got string",
        "{'type':'Point','coordinates':[1,null]}; $.coordinates[1]; expected a number, got null",
        "{'type':'Point','coordinates':[1,1e999]}; $.coordinates[1]; too large",
        "{'type':'LineString','coordinates':[[1,2]]}; $.coordinates; at least 2 positions, got 1",
        "{'type':'LineString','coordinates':[1,2]}; $.coordinates[0]; expected a position",
        "{'type':'LineString','coordinates':[[1,2],[3,'x']]}; $.coordinates[1][1]; expected a number",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[0,0]]]}; $.coordinates[0]; at least 4",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]}; $.coordinates[0]; not closed",
        "{'type':'MultiPolygon','coordinates':[[[[0,0],[1,0],[1,1],[0,0]],[[0,0]]]]};"
            + " $.coordinates[0][1]; at least 4",
        "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]},"
            + "{'type':'LineString','coordinates':[[1,2]]}]};"
            + " $.geometries[1].coordinates; at least 2 positions",
        "{'type':; $; not JSON",
        "''; $; expected a geometry object"
      })
  void saysWhereAndWhatIsWrong(String json, String path, String problem) {
    assertThatThrownBy(() -> GeoJson.read(json.replace('\'', '"')))
        .isInstanceOfSatisfying(
            GeoJsonException.class,
            e -> {
              assertThat(e.jsonPath()).isEqualTo(path);
              assertThat(e.problem()).contains(problem);
              assertThat(e).hasMessageContaining(path + ": ");
            });
  }

  @Test
  void acceptsFiftyNestedCollectionsAndNoMore() {
    assertThat(GeoJson.read(nested(50)).getGeometryType()).isEqualTo("GeometryCollection");
    assertThatThrownBy(() -> GeoJson.read(nested(51)))
        .isInstanceOf(GeoJsonException.class)
        .hasMessageContaining("deeper than 50 levels");
    assertThatThrownBy(() -> GeoJson.read(nested(5000))).isInstanceOf(GeoJsonException.class);
    assertThatThrownBy(
            () ->
                GeoJson.read(
                    "{\"type\":\"Polygon\",\"coordinates\":"
                        + "[".repeat(400)
                        + "]".repeat(400)
                        + "}"))
        .isInstanceOf(GeoJsonException.class);
  }

  private static String nested(int levels) {
    return "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(levels)
        + "{\"type\":\"Point\",\"coordinates\":[1,2]}"
        + "]}".repeat(levels);
  }
}
