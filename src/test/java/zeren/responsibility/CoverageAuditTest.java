package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.geo.Geodesy;

class CoverageAuditTest {

  private static final Geometry WEST = Shapes.rectangle(113.0, 34.0, 113.1, 34.1);
  private static final Geometry EAST = Shapes.rectangle(113.1, 34.0, 113.2, 34.1);

  private static AuditTown twoCounties() {
    return new AuditTown().county("甲县", WEST).county("乙县", EAST);
  }

  private static void assertAddsUp(CoverageLevel level) {
    double gaps = level.gaps().stream().mapToDouble(CoveragePiece::area).sum();
    assertThat(level.covered() + gaps + level.rounding())
        .isCloseTo(level.city(), within(1e-6 * level.city()));
  }

  private static void assertSameArea(CoveragePiece piece, Geometry expected) {
    assertThat(piece.area()).isCloseTo(Geodesy.area(expected), within(1e-3));
    assertThat(CoverageShapes.common(piece.geometry(), expected).getArea())
        .isCloseTo(expected.getArea(), within(1e-12));
  }

  @Test
  void cellsThatFitLeaveNothing() {
    CoverageLevel level = twoCounties().cell("a", WEST).cell("b", EAST).villages();
    assertThat(level.gaps()).isEmpty();
    assertThat(level.overlaps()).isEmpty();
    assertThat(level.cells()).isEqualTo(2);
    assertThat(level.city()).isEqualTo(Geodesy.area(WEST) + Geodesy.area(EAST));
    assertAddsUp(level);
  }

  @Test
  void aMissingCellIsAGapWithItsDistrictAndWhatStandsInIt() {
    CoverageLevel level =
        twoCounties()
            .cell("a", WEST)
            .cell("b", Shapes.rectangle(113.1, 34.0, 113.15, 34.1))
            .site("in", 113.17, 34.05)
            .site("on the edge", 113.15, 34.05)
            .site("covered", 113.12, 34.05)
            .add("enterprise", "mill", Shapes.point(113.18, 34.02), Map.of("type", "foundry"))
            .add("station", "no object", Shapes.point(113.18, 34.03), Map.of("level", "national"))
            .villages();
    assertThat(level.gaps()).hasSize(1);
    CoveragePiece gap = level.gaps().get(0);
    assertSameArea(gap, Shapes.rectangle(113.15, 34.0, 113.2, 34.1));
    assertThat(gap.district()).isEqualTo(new FeatureRef("district", "乙县", "乙县"));
    assertThat(gap.zone()).isNull();
    assertThat(gap.level()).isEqualTo("village");
    assertThat(gap.objects()).isEqualTo(Map.of("site", 2, "enterprise", 1));
    assertAddsUp(level);
  }

  @Test
  void aHoleAcrossABorderIsOneGapInEachDistrict() {
    CoverageLevel level =
        twoCounties()
            .cell(
                "a",
                Shapes.wkt(
                    "POLYGON ((113 34, 113.2 34, 113.2 34.1, 113 34.1, 113 34),"
                        + " (113.08 34.04, 113.08 34.06, 113.13 34.06, 113.13 34.04, 113.08 34.04))"))
            .villages();
    assertThat(level.gaps())
        .extracting(gap -> gap.district() == null ? "" : gap.district().id())
        .containsExactly("乙县", "甲县");
    assertSameArea(level.gaps().get(0), Shapes.rectangle(113.1, 34.04, 113.13, 34.06));
    assertSameArea(level.gaps().get(1), Shapes.rectangle(113.08, 34.04, 113.1, 34.06));
    assertThat(level.overlaps()).isEmpty();
    assertAddsUp(level);
  }

  @Test
  void aDevelopmentZoneAddsNoAreaAndIsNamedWhereAGapLiesInIt() {
    CoverageLevel level =
        twoCounties()
            .zone("开发区", Shapes.rectangle(113.0, 34.0, 113.05, 34.1))
            .cell("a", Shapes.rectangle(113.03, 34.0, 113.1, 34.1))
            .cell("b", Shapes.rectangle(113.1, 34.0, 113.2, 34.08))
            .villages();
    assertThat(level.city()).isEqualTo(Geodesy.area(WEST) + Geodesy.area(EAST));
    CoveragePiece inside =
        level.gaps().stream().filter(gap -> gap.zone() != null).findFirst().orElseThrow();
    assertThat(inside.zone()).isEqualTo(new FeatureRef("district", "开发区", "开发区"));
    assertThat(inside.district()).isEqualTo(new FeatureRef("district", "甲县", "甲县"));
    assertThat(level.gaps()).hasSize(2);
    assertAddsUp(level);
  }

  @Test
  void twoCellsThatOverlapAreNamedWithWhatStandsInBoth() {
    CoverageLevel level =
        twoCounties()
            .cell("a", Shapes.rectangle(113.0, 34.0, 113.12, 34.1))
            .cell("b", EAST)
            .site("double", 113.11, 34.05)
            .villages();
    assertThat(level.gaps()).isEmpty();
    assertThat(level.overlaps()).hasSize(1);
    CoveragePiece overlap = level.overlaps().get(0);
    assertThat(overlap.owners()).extracting(FeatureRef::id).containsExactly("a", "b");
    assertSameArea(overlap, Shapes.rectangle(113.1, 34.0, 113.12, 34.1));
    assertThat(overlap.district()).isEqualTo(new FeatureRef("district", "乙县", "乙县"));
    assertThat(overlap.objects()).isEqualTo(Map.of("site", 1));
    assertAddsUp(level);
  }

  @Test
  void aCellThatIsThereTwiceOverlapsItselfAndOneInsideAnotherIsFound() {
    CoverageLevel level =
        twoCounties()
            .cell("a", WEST)
            .cell("again", WEST)
            .cell("b", EAST)
            .cell("inside", Shapes.rectangle(113.14, 34.04, 113.16, 34.06))
            .villages();
    assertThat(level.overlaps())
        .extracting(overlap -> overlap.owners().stream().map(FeatureRef::id).toList())
        .containsExactly(List.of("a", "again"), List.of("b", "inside"));
    assertThat(level.gaps()).isEmpty();
    assertAddsUp(level);
  }

  @Test
  void cellsThatMeetBetweenTheirVerticesLeaveNothing() {
    CoverageLevel level =
        twoCounties()
            .cell("south", Shapes.rectangle(113.0, 34.0, 113.1, 34.03))
            .cell("north", Shapes.rectangle(113.0, 34.03, 113.1, 34.1))
            .cell("b", EAST)
            .villages();
    assertThat(level.gaps()).isEmpty();
    assertThat(level.overlaps()).isEmpty();
    assertAddsUp(level);
  }

  @Test
  void whatSticksOutOverTheBorderIsNoGapAndDoesNotCoverMore() {
    CoverageLevel level =
        twoCounties()
            .cell("a", Shapes.rectangle(112.9, 33.9, 113.1, 34.2))
            .cell("b", Shapes.rectangle(113.1, 34.0, 113.3, 34.05))
            .villages();
    assertThat(level.gaps()).hasSize(1);
    assertSameArea(level.gaps().get(0), Shapes.rectangle(113.1, 34.05, 113.2, 34.1));
    assertAddsUp(level);
  }

  @Test
  void anEnclaveIsComparedWithItsOwnDistrict() {
    Geometry hole = Shapes.rectangle(113.04, 34.04, 113.06, 34.06);
    AuditTown town =
        new AuditTown()
            .county("甲县", WEST.difference(hole))
            .county("飞地", hole)
            .cell("a", WEST.difference(hole));
    CoverageLevel level = town.villages();
    assertThat(level.gaps()).hasSize(1);
    assertSameArea(level.gaps().get(0), hole);
    assertThat(level.gaps().get(0).district()).isEqualTo(new FeatureRef("district", "飞地", "飞地"));
    assertAddsUp(level);
  }

  @Test
  void theAreaThatTwoCountiesClaimCountsOnce() {
    CoverageLevel level =
        new AuditTown()
            .county("1", WEST)
            .county("2", Shapes.rectangle(113.08, 34.0, 113.2, 34.1))
            .villages();
    assertThat(level.city()).isCloseTo(Geodesy.area(WEST) + Geodesy.area(EAST), within(1e-3));
    assertThat(level.gaps()).hasSize(2);
    assertAddsUp(level);
  }

  @Test
  void aCellWhoseRingCrossesItselfCoversWhatItsPartsCover() {
    CoverageLevel level =
        new AuditTown()
            .county("甲县", WEST)
            .cell("bow", Shapes.wkt("POLYGON ((113 34, 113.1 34.1, 113.1 34, 113 34.1, 113 34))"))
            .villages();
    assertThat(level.gaps()).hasSize(2);
    assertThat(level.covered()).isCloseTo(level.city() / 2, within(1e-3 * level.city()));
    assertAddsUp(level);
  }

  @Test
  void aLevelWithoutCellsIsBareAndOneWithoutDistrictsHasNothingToCover() {
    List<CoverageLevel> levels =
        CoverageAudit.of(twoCounties().cell("a", WEST).cell("b", EAST).day(), "grid_cell").run();
    assertThat(levels)
        .extracting(CoverageLevel::level)
        .containsExactly("county", "township", "village");
    assertThat(levels.get(0).gaps()).hasSize(2);
    assertThat(levels.get(2).gaps()).isEmpty();
    CoverageLevel nowhere = new AuditTown().cell("a", WEST).villages();
    assertThat(nowhere.city()).isZero();
    assertThat(nowhere.gaps()).isEmpty();
  }

  @Test
  void smallAndThinPiecesAreSlivers() {
    CoverageLevel level =
        twoCounties()
            // 0.7 m along 11 km, and a hole of 9 m by 11 m.
            .cell("a", Shapes.rectangle(113.000008, 34.0, 113.1, 34.1))
            .cell("b", EAST.difference(Shapes.rectangle(113.15, 34.05, 113.1501, 34.0501)))
            .villages();
    assertThat(level.gaps()).hasSize(2);
    CoveragePiece strip = level.gaps().get(0);
    CoveragePiece hole = level.gaps().get(1);
    assertThat(strip.width()).isCloseTo(0.74, within(0.01));
    assertThat(strip.area()).isGreaterThan(8000);
    assertThat(hole.area()).isCloseTo(102.4, within(0.5));
    assertThat(CoveragePiece.Tolerance.USUAL.isSliver(strip)).isTrue();
    assertThat(CoveragePiece.Tolerance.USUAL.isSliver(hole)).isFalse();
    assertThat(new CoveragePiece.Tolerance(110, 0.1).isSliver(strip)).isFalse();
    assertThat(new CoveragePiece.Tolerance(110, 0.1).isSliver(hole)).isTrue();
    assertAddsUp(level);
  }

  @Test
  void whatRoundingLeavesIsCountedAndNotListed() {
    CoverageLevel level =
        twoCounties()
            .cell("a", Shapes.rectangle(113.00000001, 34.0, 113.1, 34.1))
            .cell("b", EAST)
            .villages();
    assertThat(level.gaps()).isEmpty();
    assertThat(level.rounding()).isBetween(5.0, 20.0);
    assertAddsUp(level);
  }
}
