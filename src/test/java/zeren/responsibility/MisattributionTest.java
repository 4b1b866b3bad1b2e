package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import zeren.Shapes;
import zeren.geo.Gcj02;
import zeren.geo.LonLat;
import zeren.responsibility.Misattribution.Verdict;

/** Objects at both sides of the line at 113.1° between two counties, with records of all kinds. */
class MisattributionTest {

  private final AuditTown town =
      new AuditTown()
          .county("甲", Shapes.rectangle(113.0, 34.0, 113.1, 34.1))
          .county("乙", Shapes.rectangle(113.1, 34.0, 113.2, 34.1))
          .zone("区", Shapes.rectangle(113.0, 34.0, 113.02, 34.1))
          .cell("above", "township", Shapes.rectangle(113.0, 34.0, 113.1, 34.1))
          .cell("west", Shapes.rectangle(113.0, 34.0, 113.05, 34.1))
          .cell("east", Shapes.rectangle(113.05, 34.0, 113.1, 34.1))
          .row("unit", "x-urban-construction", Map.of("name", "某市城建局", "kind", "bureau"))
          .row("unit", "mgmt", Map.of("name", "某市城市管理局", "short_name", "市城管局", "kind", "bureau"))
          .assignment("building", sector("x-urban-construction", "building"))
          .assignment("demolition", sector("mgmt", "demolition"));

  private static Map<String, Object> sector(String unit, String type) {
    return Map.of(
        "unit",
        unit,
        "role",
        "sector",
        "scope_layer",
        "site",
        "scope_field",
        "type",
        "scope_value",
        type);
  }

  private void site(String id, Point at, Map<String, Object> values) {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>(values);
    whole.putIfAbsent("type", "building");
    town.add("site", id, at, whole);
  }

  private List<Misattribution> found() {
    AuditDay day = town.day();
    return new MisattributionSearch(day, day.view("site")).find();
  }

  private Misattribution only() {
    assertThat(found()).hasSize(1);
    return found().get(0);
  }

  @Test
  void recordsThatNameWhatCoversTheObjectAreRight() {
    Point at = Shapes.point(113.01, 34.05);
    site("county", at, Map.of("district_recorded", "甲"));
    site("zone", at, Map.of("district_recorded", "区"));
    site("by name", at, Map.of("district_recorded", "甲", "cell_recorded", "west"));
    site("cell above", at, Map.of("cell_recorded", "above"));
    site("says nothing", at, Map.of());
    site("on the line", Shapes.point(113.1, 34.05), Map.of("district_recorded", "乙"));
    assertThat(found()).isEmpty();
  }

  @Test
  void aSiteFarInAnotherDistrictIsWrong() {
    site("s", Shapes.point(113.15, 34.05), Map.of("district_recorded", "甲"));
    Misattribution wrong = only();
    assertThat(wrong.recorded()).isEqualTo(Map.of("district", "甲", "district_id", "甲"));
    assertThat(wrong.computed()).isEqualTo(Map.of("district", "乙", "district_id", "乙"));
    assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(wrong.distance()).isCloseTo(4614, within(5.0));
    assertThat(wrong.county()).isEqualTo(new FeatureRef("district", "乙", "乙"));
  }

  @Test
  void withinTheAccuracyOfThePositionItIsNearTheEdge() {
    Point at = Shapes.away(Shapes.point(113.1, 34.05), 90, 120);
    site("exact", at, Map.of("district_recorded", "甲", "accuracy_m", 10.0));
    site("rough", at, Map.of("district_recorded", "甲", "accuracy_m", 121.0));
    assertThat(found())
        .extracting(wrong -> wrong.feature().id(), Misattribution::verdict)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("exact", Verdict.SUSPECT_DATUM),
            org.assertj.core.groups.Tuple.tuple("rough", Verdict.NEAR_EDGE));
  }

  @Test
  void aShiftOfTheDatumIsSuspectedInBothDirections() {
    LonLat truth = new LonLat(113.099, 34.05);
    LonLat shifted = Gcj02.forward(truth.lon(), truth.lat());
    assertThat(shifted.lon()).isGreaterThan(113.1);
    site(
        "taken as it was",
        Shapes.point(shifted.lon(), shifted.lat()),
        Map.of("district_recorded", "甲"));
    LonLat other = new LonLat(113.101, 34.05);
    LonLat twice = Gcj02.inverse(other.lon(), other.lat());
    assertThat(twice.lon()).isLessThan(113.1);
    site(
        "converted twice",
        Shapes.point(twice.lon(), twice.lat()),
        Map.of("district_recorded", "乙"));
    assertThat(found()).hasSize(2).allMatch(wrong -> wrong.verdict() == Verdict.SUSPECT_DATUM);
  }

  @Test
  void aCellIsComparedOnItsOwnAndTheSurestVerdictCounts() {
    Point at = Shapes.away(Shapes.point(113.1, 34.05), 90, 40);
    site("s", at, Map.of("district_recorded", "甲", "cell_recorded", "west"));
    Misattribution wrong = only();
    assertThat(wrong.recorded()).containsEntry("cell", "west").containsEntry("district", "甲");
    assertThat(wrong.computed()).containsOnlyKeys("district", "district_id");
    assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(wrong.distance()).as("to the district").isCloseTo(40, within(0.1));
  }

  @Test
  void anAreaThatIsNotThereIsWrongWithoutADistance() {
    site("s", Shapes.point(113.15, 34.05), Map.of("district_recorded", "丙"));
    assertThat(only().verdict()).isEqualTo(Verdict.WRONG);
    assertThat(only().distance()).isNull();
    assertThat(only().recorded()).isEqualTo(Map.of("district", "丙"));
  }

  @Test
  void departmentsAreComparedByNameAndById() {
    Point at = Shapes.point(113.01, 34.05);
    site("by id", at, Map.of("department_recorded", "urban_construction"));
    site("by name", at, Map.of("department_recorded", "urban_management", "type", "demolition"));
    site("nobody", at, Map.of("department_recorded", "water", "type", "spoil"));
    site("other", at, Map.of("department_recorded", "transport"));
    Misattribution wrong = only();
    assertThat(wrong.feature().id()).isEqualTo("other");
    assertThat(wrong.recorded())
        .isEqualTo(Map.of("department", "交通局", "department_id", "transport"));
    assertThat(wrong.computed())
        .isEqualTo(Map.of("department", "某市城建局", "department_id", "x-urban-construction"));
    assertThat(wrong.distance()).isNull();
  }
}
