package zeren.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import zeren.exchange.Readers;
import zeren.geo.Geodesy;
import zeren.layer.FeatureDraft;

class GridCellsTest {

  private static List<FeatureDraft> counties = List.of();
  private static List<FeatureDraft> cells = List.of();

  @BeforeAll
  static void generate() throws IOException {
    counties =
        Readers.referenceCity().stream()
            .filter(draft -> "county".equals(draft.properties().get("kind")))
            .toList();
    cells = GridCells.generate(counties, new Invention(SyntheticCity.SEED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"county", "township", "village"})
  void ofALevelAreAValidCoverageOfSinglePolygons(String level) {
    Geometry[] outlines = outlines(ofLevel(level));
    assertThat(CoverageValidator.isValid(outlines)).isTrue();
    assertThat(outlines).allSatisfy(outline -> assertThat(outline).isInstanceOf(Polygon.class));

    Geometry union = CoverageUnion.union(outlines);
    assertThat(union).isInstanceOf(Polygon.class);
    assertThat(((Polygon) union).getNumInteriorRing()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"township", "village"})
  void coverEachCountyExactly(String level) {
    for (FeatureDraft county : counties) {
      List<FeatureDraft> inside =
          ofLevel(level).stream().filter(cell -> cell.id().startsWith(county.id())).toList();
      double area = inside.stream().mapToDouble(cell -> cell.geometry().getArea()).sum();
      double whole = county.geometry().getArea();
      assertThat(area).as(county.id()).isCloseTo(whole, within(whole * 1e-9));
      Geometry difference = CoverageUnion.union(outlines(inside)).symDifference(county.geometry());
      assertThat(difference.getArea()).as(county.id()).isLessThan(whole * 1e-8);
    }
  }

  @Test
  void ofALevelAreAboutAsLargeAsTheyAreCalled() {
    assertThat(ofLevel("county")).hasSize(22);
    // 11,539 km² in squares of 16 and 1 km²; remnants at the edges make them a few more.
    assertThat(ofLevel("township")).hasSizeBetween(721, 1200);
    assertThat(ofLevel("village")).hasSizeBetween(11_000, 15_000);
    assertThat(smallestSquareKilometres("township")).isGreaterThan(1.55);
    assertThat(smallestSquareKilometres("village")).isGreaterThan(0.097);
    assertThat(ofLevel("village"))
        .allSatisfy(cell -> assertThat(Geodesy.area(cell.geometry())).isLessThan(1.7e6));
  }

  @Test
  void lieInTheirParents() {
    Map<String, FeatureDraft> byId = new HashMap<>();
    for (FeatureDraft cell : cells) {
      Object parentId = cell.properties().get("parent");
      FeatureDraft parent = byId.get(parentId);
      if (parent == null) {
        assertThat(parentId).as("parents come first").isNull();
        assertThat(cell.properties()).containsEntry("level", "county");
      } else {
        double outside = cell.geometry().difference(parent.geometry()).getArea();
        assertThat(outside).as(cell.id()).isLessThan(cell.geometry().getArea() * 1e-7);
        assertThat(cell.properties().get("district"))
            .isEqualTo(parent.properties().get("district"));
      }
      byId.put(cell.id(), cell);
    }
  }

  @Test
  void haveReadableIdsAndChiefsWhoseNamesNobodyBears() {
    Set<Object> chiefs = new HashSet<>();
    Set<Object> phones = new HashSet<>();
    for (FeatureDraft cell : cells) {
      assertThat(cell.id()).matches("\\d{6}(-T\\d{3}(-V\\d{2})?)?");
      assertThat((String) cell.properties().get("chief")).matches("网格长\\d{3,}");
      assertThat((String) cell.properties().get("phone")).matches("000-\\d{4}-\\d{4}");
      assertThat(chiefs.add(cell.properties().get("chief"))).isTrue();
      assertThat(phones.add(cell.properties().get("phone"))).isTrue();
    }
    assertThat(cells)
        .filteredOn(cell -> cell.id().equals("410102-T001"))
        .singleElement()
        .satisfies(
            cell ->
                assertThat(cell.properties())
                    .containsEntry("name", "中原区第001乡级网格")
                    .containsEntry("parent", "410102")
                    .containsEntry("district", "中原区"));
  }

  private static double smallestSquareKilometres(String level) {
    return ofLevel(level).stream()
        .mapToDouble(cell -> Geodesy.area(cell.geometry()) / 1e6)
        .min()
        .orElseThrow();
  }

  private static List<FeatureDraft> ofLevel(String level) {
    return cells.stream().filter(cell -> level.equals(cell.properties().get("level"))).toList();
  }

  private static Geometry[] outlines(List<FeatureDraft> drafts) {
    return drafts.stream().map(FeatureDraft::geometry).toArray(Geometry[]::new);
  }
}
