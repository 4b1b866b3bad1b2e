package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import zeren.Shapes;
import zeren.geo.Geodesy;
import zeren.layer.FeatureDraft;
import zeren.responsibility.Impact.Patch;

/**
 * What a change of cells or districts would do to the land, whether anything stands on it or not.
 */
class CoverageChangeTest {

  private static final Geometry COUNTY = Shapes.rectangle(113.0, 34.0, 113.2, 34.1);
  private static final Geometry WEST = Shapes.rectangle(113.0, 34.0, 113.1, 34.1);
  private static final Geometry EAST = Shapes.rectangle(113.1, 34.0, 113.2, 34.1);

  private static AuditTown town() {
    return new AuditTown().county("甲县", COUNTY).cell("a", WEST).cell("b", EAST);
  }

  private static Impact preview(
      AuditTown town, String layer, List<FeatureDraft> drafts, Set<String> gone) {
    return ImpactPreview.of(
        AuditTown.DAY, town.day().map(), layer, drafts, gone, new CoverageAudits());
  }

  private static FeatureDraft cell(String id, Geometry area) {
    return new FeatureDraft(
        "grid_cell",
        id,
        area,
        Map.of("name", id, "level", "village", "district", "甲县"),
        AuditTown.DAY,
        null);
  }

  private static List<Patch> villages(List<Patch> patches) {
    return patches.stream().filter(patch -> "village".equals(patch.level())).toList();
  }

  private static void assertArea(Patch patch, Geometry expected) {
    assertThat(patch.area()).isCloseTo(Geodesy.area(expected), within(1e-3));
    assertThat(expected.covers(Shapes.point(patch.lon(), patch.lat()))).isTrue();
  }

  @Test
  void withoutACellItsLandIsBare() {
    Impact impact = preview(town(), "grid_cell", List.of(), Set.of("b"));
    assertThat(impact.areaGapsOpened()).hasSize(1);
    Patch bare = impact.areaGapsOpened().get(0);
    assertArea(bare, EAST);
    assertThat(bare.district()).isEqualTo(new FeatureRef("district", "甲县", "甲县"));
    assertThat(bare.layer()).isEqualTo("grid_cell");
    assertThat(bare.owners()).isEmpty();
    assertThat(impact.areaGapsClosed()).isEmpty();
    assertThat(impact.areaOverlapsOpened()).isEmpty();
  }

  @Test
  void aCellThatGrowsOverItsNeighbourOpensAnOverlapOfThatPart() {
    Geometry common = Shapes.rectangle(113.1, 34.0, 113.12, 34.1);
    Impact impact =
        preview(
            town(),
            "grid_cell",
            List.of(cell("a", Shapes.rectangle(113.0, 34.0, 113.12, 34.1))),
            Set.of());
    assertThat(impact.areaOverlapsOpened()).hasSize(1);
    assertArea(impact.areaOverlapsOpened().get(0), common);
    assertThat(impact.areaOverlapsOpened().get(0).owners())
        .extracting(FeatureRef::id)
        .containsExactly("a", "b");
    assertThat(impact.areaGapsOpened()).isEmpty();
  }

  /** A gap that gets smaller is closed in part, and no new one. */
  @Test
  void whatIsLeftOfAGapIsNeitherOpenedNorClosed() {
    AuditTown town = new AuditTown().county("甲县", COUNTY).cell("a", WEST);
    Geometry half = Shapes.rectangle(113.1, 34.0, 113.15, 34.1);
    Impact impact = preview(town, "grid_cell", List.of(cell("b", half)), Set.of());
    assertThat(impact.areaGapsOpened()).isEmpty();
    assertThat(impact.areaGapsClosed()).hasSize(1);
    assertArea(impact.areaGapsClosed().get(0), half);
  }

  @Test
  void anOverlapThatIsPutRightIsClosed() {
    AuditTown town = town().cell("c", Shapes.rectangle(113.15, 34.0, 113.2, 34.1));
    Impact impact = preview(town, "grid_cell", List.of(), Set.of("c"));
    assertThat(impact.areaOverlapsClosed()).hasSize(1);
    assertArea(impact.areaOverlapsClosed().get(0), Shapes.rectangle(113.15, 34.0, 113.2, 34.1));
    assertThat(impact.areaGapsOpened()).isEmpty();
  }

  /** At every level, since the county above has no cell of any other. */
  @Test
  void aDistrictThatGrowsHasMoreToCover() {
    Geometry more = Shapes.rectangle(113.2, 34.0, 113.25, 34.1);
    FeatureDraft county =
        new FeatureDraft(
            "district",
            "甲县",
            Shapes.rectangle(113.0, 34.0, 113.25, 34.1),
            Map.of("name", "甲县", "kind", "county", "city", "小城"),
            AuditTown.DAY,
            null);
    Impact impact = preview(town(), "district", List.of(county), Set.of());
    assertThat(villages(impact.areaGapsOpened())).hasSize(1);
    assertArea(villages(impact.areaGapsOpened()).get(0), more);
    assertThat(impact.areaGapsOpened())
        .extracting(Patch::level)
        .containsExactlyInAnyOrder("county", "township", "village");
  }

  @Test
  void aSliverIsNoChange() {
    // A ten-thousandth of a second of arc, some 3 mm.
    Impact impact =
        preview(
            town(),
            "grid_cell",
            List.of(cell("b", Shapes.rectangle(113.10000003, 34.0, 113.2, 34.1))),
            Set.of());
    assertThat(impact.areaGapsOpened()).isEmpty();
  }

  @Test
  void aTableMovesNoLand() {
    Impact impact = preview(town(), "unit", List.of(), Set.of());
    assertThat(impact.areaGapsOpened()).isEmpty();
    assertThat(impact.areaGapsClosed()).isEmpty();
  }
}
