package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeren.geo.GeometryAssert.assertThatGeometry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class CoordinateSystemTest {

  @ParameterizedTest
  @CsvSource({
    "EPSG:4490, EPSG:4490, false",
    "epsg:4326, EPSG:4326, false",
    "WGS84, EPSG:4326, false",
    "Cgcs2000, EPSG:4490, false",
    "EPSG:3857, EPSG:3857, true",
    "EPSG:4513, EPSG:4513, true",
    "EPSG:4554, EPSG:4554, true",
    "GCJ02, gcj02, false",
    "' bd09 ', bd09, false"
  })
  void knowsItsCodes(String given, String code, boolean projected) {
    CoordinateSystem system = CoordinateSystem.parse(given);
    assertThat(system.code()).isEqualTo(code);
    assertThat(system.projected()).isEqualTo(projected);
  }

  @ParameterizedTest
  @CsvSource({"EPSG:4512", "EPSG:4555", "EPSG:4214", "4490", "beijing54", "''"})
  void namesWhatItKnowsWhenAskedForAnotherCode(String code) {
    assertThatThrownBy(() -> CoordinateSystem.parse(code))
        .isInstanceOfSatisfying(
            UnknownCoordinateSystemException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.supported()).isEqualTo(CoordinateSystem.supported());
            })
        .hasMessageContaining("EPSG:4526");
  }

  @Test
  void acceptsEveryCodeThatItNames() {
    assertThat(CoordinateSystem.supported())
        .hasSize(49)
        .allSatisfy(code -> assertThat(CoordinateSystem.parse(code)).isNotNull());
  }

  @Test
  void treatsWgs84AsCgcs2000() {
    assertThat(CoordinateSystem.parse("wgs84").toCanonical(113.6, 34.7))
        .isEqualTo(new LonLat(113.6, 34.7));
    assertThat(CoordinateSystem.CGCS2000.fromCanonical(113.6, 34.7)).containsExactly(113.6, 34.7);
  }

  @Test
  void convertsEveryVertexOfACopy() {
    CoordinateSystem gcj02 = CoordinateSystem.parse("gcj02");
    Geometry original =
        Shapes.collection(
            Shapes.point(113.6, 34.7),
            Shapes.polygonWithHole(
                Shapes.rectangle(113, 34, 114, 35), Shapes.rectangle(113.4, 34.4, 113.6, 34.6)));
    Geometry before = original.copy();
    Geometry shifted = gcj02.fromCanonical(original);
    assertThatGeometry(original).isEqualTo(before);
    LonLat point = Gcj02.forward(113.6, 34.7);
    assertThatGeometry(shifted.getGeometryN(0)).isEqualTo(Shapes.point(point.lon(), point.lat()));
    assertThatGeometry(gcj02.toCanonical(shifted)).isCloseTo(original, 1e-11);
    assertThat(shifted.getEnvelopeInternal().getMinX()).isGreaterThan(113.004);
  }

  @Test
  void keepsAltitudesAndDropsTheSrid() {
    Geometry original = Shapes.wkt("LINESTRING Z (113 34 120, 114 35 80)");
    original.setSRID(4490);
    Geometry converted = CoordinateSystem.parse("EPSG:3857").fromCanonical(original);
    assertThat(converted.getCoordinates()[1].getZ()).isEqualTo(80);
    assertThat(converted.getSRID()).isZero();
    assertThat(original.getSRID()).isEqualTo(4490);
  }

  @Test
  void convertsAnEmptyGeometry() {
    assertThatGeometry(CoordinateSystem.parse("EPSG:4526").toCanonical(Shapes.wkt("POLYGON EMPTY")))
        .isEqualTo("POLYGON EMPTY");
  }
}
