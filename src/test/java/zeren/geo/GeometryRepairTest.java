package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zeren.geo.GeometryAssert.assertThatGeometry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class GeometryRepairTest {

  private static final String BOW_TIE = "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0)); self_intersection; 1; 1",
        "POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0)); ring_self_intersection; 2; 0",
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 5)); hole_outside_shell; 5; 5",
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((1 1, 2 1, 2 2, 1 1))); nested_shells; 1; 1",
        "LINESTRING (3 4, 3 4); too_few_points; 3; 4",
        "POINT (113 34000); out_of_range; 113; 34000",
        "LINESTRING (0 0, -180.1 0); out_of_range; -180.1; 0"
      })
  void namesTheDefectAndItsPlace(String wkt, String code, double x, double y) {
    assertThat(GeometryRepair.findDefect(Shapes.wkt(wkt)))
        .hasValueSatisfying(
            defect -> {
              assertThat(defect.code()).isEqualTo(code);
              assertThat(defect.message()).contains(x + ", " + y);
              assertThat(defect.where()).isNotNull();
            });
  }

  @Test
  void findsWhatIsNoNumberAndWhatIsEmpty() {
    assertThat(GeometryRepair.findDefect(Shapes.line(113, 34, Double.NaN, 35)))
        .hasValueSatisfying(defect -> assertThat(defect.code()).isEqualTo("non_finite"));
    assertThat(GeometryRepair.findDefect(Shapes.wkt("POLYGON EMPTY")))
        .contains(new Defect("empty", "The geometry is empty", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (180 -90)",
        "LINESTRING (0 0, 1 1, 0 1, 1 0)",
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
        "POLYGON ((0 0, 4 0, 4 0, 4 4, 0 0))"
      })
  void leavesAValidGeometryAsItIs(String wkt) {
    Geometry geometry = Shapes.wkt(wkt);
    assertThat(GeometryRepair.findDefect(geometry)).isEmpty();
    assertThat(GeometryRepair.repair(geometry)).isSameAs(geometry);
  }

  @Test
  void splitsABowTie() {
    assertRepairs(BOW_TIE, "MULTIPOLYGON (((0 0, 0 2, 1 1, 0 0)), ((2 0, 1 1, 2 2, 2 0)))");
  }

  @Test
  void cutsOffASpike() {
    assertRepairs(
        "POLYGON ((0 0, 4 0, 4 2, 9 2, 4 2, 4 4, 0 4, 0 0))",
        "POLYGON ((0 0, 4 0, 4 2, 4 4, 0 4, 0 0))");
  }

  @Test
  void dropsRepeatedPointsOnTheWay() {
    assertRepairs(
        "POLYGON ((0 0, 0 0, 2 2, 2 2, 2 0, 0 2, 0 0))",
        "MULTIPOLYGON (((0 0, 0 2, 1 1, 0 0)), ((2 0, 1 1, 2 2, 2 0)))");
  }

  @Test
  void turnsAHoleOutsideIntoAPart() {
    assertRepairs(
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 5))",
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((5 5, 6 5, 6 6, 5 5)))");
  }

  @Test
  void joinsShellsThatOverlap() {
    assertRepairs(
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((1 1, 2 1, 2 2, 1 1)))",
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)))");
  }

  private static void assertRepairs(String broken, String whole) {
    Geometry before = Shapes.wkt(broken);
    Geometry repaired = GeometryRepair.repair(before);
    assertThatGeometry(repaired).isValid().isEqualTo(whole);
    assertThatGeometry(before).isEqualTo(broken);
    assertThat(GeometryRepair.findDefect(repaired)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON ((0 0, 1 1, 2 2, 0 0)); self_intersection",
        "POLYGON ((1 1, 1 1, 1 1, 1 1)); too_few_points",
        "LINESTRING (3 4, 3 4); too_few_points",
        "POLYGON EMPTY; empty",
        "POINT (200 34); out_of_range"
      })
  void refusesWhatWouldHaveToBeInvented(String wkt, String code) {
    assertThatThrownBy(() -> GeometryRepair.repair(Shapes.wkt(wkt)))
        .isInstanceOfSatisfying(
            UnrepairableGeometryException.class,
            e -> assertThat(e.defect().code()).isEqualTo(code));
  }
}
