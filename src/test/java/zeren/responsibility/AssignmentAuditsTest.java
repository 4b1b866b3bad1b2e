package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.Shapes;

/** Audits of the tables of persons and assignments, of cells and of zones. */
class AssignmentAuditsTest {

  private static final LocalDate FROM = LocalDate.of(2019, 1, 1);
  private static final LocalDate TO = LocalDate.of(2019, 7, 1);

  private static AuditTown town() {
    return new AuditTown()
        .county("甲", Shapes.rectangle(113.0, 34.0, 113.1, 34.1))
        .county("乙", Shapes.rectangle(113.1, 34.0, 113.2, 34.1))
        .row("unit", "office", Map.of("name", "控尘办", "kind", "office", "district", "甲"))
        .row("person", "p1", Map.of("name", "网格长001", "unit", "office"))
        .cell("c1", Shapes.rectangle(113.0, 34.0, 113.05, 34.1));
  }

  private static Map<String, Object> chief(String cell) {
    return Map.of(
        "person", "p1", "role", "grid_chief", "scope_layer", "grid_cell", "scope_id", cell);
  }

  private static List<FindingDraft> run(Audit audit, AuditTown town) {
    return audit.run(town.day()).toList();
  }

  private static FindingDraft only(Audit audit, AuditTown town) {
    assertThat(run(audit, town)).hasSize(1);
    return run(audit, town).get(0);
  }

  @Test
  void aPersonWithoutAnAssignmentInForceIsIdle() {
    FindingContent idle = only(new IdlePersonAudit(), town()).content();
    assertThat(idle.subject()).isEqualTo(new FeatureRef("person", "p1", "网格长001"));
    assertThat(idle.recorded()).isEqualTo(Map.of("unit", "控尘办", "unit_id", "office"));
    assertThat(idle.district()).isEqualTo(new FeatureRef("district", "甲", "甲"));
    assertThat(idle.lon()).as("a person is at no place").isNull();
    assertThat(run(new IdlePersonAudit(), town().ended("a", FROM, TO, chief("c1")))).hasSize(1);
    Map<String, Object> negated = new LinkedHashMap<>(chief("c1"));
    negated.put("negated", true);
    assertThat(run(new IdlePersonAudit(), town().assignment("a", negated))).hasSize(1);
    assertThat(run(new IdlePersonAudit(), town().assignment("a", chief("c1")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "scope_layer, castle, no_layer",
    "scope_id, c9, no_feature",
    "scope_field, colour, no_field",
    "scope_value, city, no_value",
    "scope_district, 丙, no_district",
    "scope_city, 大城, no_city",
    "person, p9, no_party",
    "unit, bureau, no_party"
  })
  void anAssignmentWithSomethingThatIsNotThereIsBroken(String field, String value, String code) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("person", "p1");
    values.put("role", "grid_chief");
    values.put("scope_layer", "grid_cell");
    values.put("scope_field", "level");
    values.put("scope_value", "village");
    values.put("scope_city", "小城");
    assertThat(run(new BrokenAssignmentAudit(), town().assignment("a", values))).isEmpty();
    values.put(field, value);
    FindingContent broken =
        only(new BrokenAssignmentAudit(), town().assignment("a", values)).content();
    assertThat(broken.verdict()).isEqualTo(code);
    assertThat(broken.subject()).isEqualTo(new FeatureRef("assignment", "a", "a"));
    assertThat(broken.others()).hasSize(1);
  }

  /** Taken for all of its layer, half a scope would make somebody responsible for everything. */
  @ParameterizedTest
  @CsvSource({"scope_field, type", "scope_value, spoil", "zone_radius, 3000"})
  void halfAScopeIsBrokenAndAppliesNowhere(String field, String value) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("unit", "office");
    values.put("role", "sector");
    values.put("scope_layer", "site");
    AuditTown town = town().site("here", 113.01, 34.01);
    assertThat(sectors(town.assignment("whole layer", values))).containsExactly("office");
    values.put(field, field.equals("zone_radius") ? Double.valueOf(value) : value);
    town = town().site("here", 113.01, 34.01).assignment("half", values);
    assertThat(sectors(town)).isEmpty();
    FindingContent broken = only(new BrokenAssignmentAudit(), town).content();
    assertThat(broken.verdict()).isEqualTo("half_scope");
    assertThat(broken.others()).isEmpty();
  }

  private static List<String> sectors(AuditTown town) {
    ResponsibilityMap map = town.day().map();
    return map
        .answer(map.findObject("site", "here").orElseThrow(), Topic.asked(null))
        .effective(Role.SECTOR)
        .stream()
        .map(answer -> answer.party().id())
        .toList();
  }

  @Test
  void anAssignmentThatNamesNobodyIsBroken() {
    Map<String, Object> values = Map.of("role", "sector", "scope_layer", "site");
    FindingContent broken =
        only(new BrokenAssignmentAudit(), town().assignment("a", values)).content();
    assertThat(broken.verdict()).isEqualTo("no_party");
  }

  @Test
  void aValueThatIsDeclaredIsNotMissedWhenNothingHasIt() {
    Map<String, Object> values =
        Map.of(
            "unit",
            "office",
            "role",
            "sector",
            "scope_layer",
            "site",
            "scope_field",
            "type",
            "scope_value",
            "spoil");
    assertThat(run(new BrokenAssignmentAudit(), town().assignment("a", values))).isEmpty();
  }

  @Test
  void anAssignmentThatEndedAndThatNoneFollowsIsExpired() {
    FindingContent expired =
        only(new ExpiredAssignmentAudit(), town().ended("old", FROM, TO, chief("c1"))).content();
    assertThat(expired.subject()).isEqualTo(new FeatureRef("assignment", "old", "old"));
    assertThat(expired.recorded())
        .containsEntry("last_day", "2019-06-30")
        .containsEntry("person", "网格长001");
    assertThat(expired.others()).containsExactly(new FeatureRef("grid_cell", "c1", "c1"));
    assertThat(expired.district()).isEqualTo(new FeatureRef("district", "甲", "甲"));
    assertThat(expired.role()).isEqualTo("grid_chief");
    assertThat(expired.lon()).isNotNull();
  }

  @Test
  void aSuccessorHasTheSameRoleAndScopeAndATopicInCommon() {
    Map<String, Object> dust = new LinkedHashMap<>(chief("c1"));
    dust.put("topics", "dust;noise");
    Map<String, Object> water = new LinkedHashMap<>(chief("c1"));
    water.put("topics", "water");
    Map<String, Object> negated = new LinkedHashMap<>(dust);
    negated.put("negated", true);
    Audit audit = new ExpiredAssignmentAudit();
    assertThat(run(audit, town().ended("old", FROM, TO, dust).assignment("new", dust))).isEmpty();
    assertThat(run(audit, town().ended("old", FROM, TO, dust).assignment("new", chief("c1"))))
        .isEmpty();
    assertThat(run(audit, town().ended("old", FROM, TO, dust).assignment("new", water))).hasSize(1);
    assertThat(run(audit, town().ended("old", FROM, TO, dust).assignment("new", negated)))
        .hasSize(1);
    assertThat(run(audit, town().ended("old", FROM, TO, dust).assignment("new", chief("c2"))))
        .hasSize(1);
    assertThat(run(audit, town().ended("old", FROM, TO, negated))).isEmpty();
  }

  @Test
  void aCellWithoutAChiefIsFoundAndSaysWhetherOneIsOver() {
    FindingContent never = only(new CellChiefAudit(), town()).content();
    assertThat(never.subject()).isEqualTo(new FeatureRef("grid_cell", "c1", "c1"));
    assertThat(never.verdict()).isEqualTo("no_holder");
    assertThat(never.level()).isEqualTo("village");
    assertThat(never.district()).isEqualTo(new FeatureRef("district", "甲", "甲"));
    assertThat(
            only(new CellChiefAudit(), town().ended("old", FROM, TO, chief("c1")))
                .content()
                .verdict())
        .isEqualTo("expired");
    assertThat(run(new CellChiefAudit(), town().assignment("a", chief("c1")))).isEmpty();
    AuditTown recorded =
        new AuditTown()
            .add(
                "grid_cell",
                "c2",
                Shapes.rectangle(113.0, 34.0, 113.05, 34.1),
                Map.of("level", "village", "district", "甲", "chief", "网格长002"));
    assertThat(run(new CellChiefAudit(), recorded)).isEmpty();
  }

  @Test
  void aZoneInTwoDistrictsNeedsAGroup() {
    AuditTown town =
        town()
            .add("station", "edge", Shapes.point(113.11, 34.05), Map.of("level", "national"))
            .add("station", "inside", Shapes.point(113.15, 34.05), Map.of("level", "national"))
            .add("station", "no zone", Shapes.point(113.1, 34.05), Map.of("level", "provincial"));
    FindingContent alone = only(new ZoneGroupAudit(), town).content();
    assertThat(alone.subject()).isEqualTo(new FeatureRef("station", "edge", "edge"));
    assertThat(alone.others()).extracting(FeatureRef::id).containsExactly("乙", "甲");
    assertThat(alone.district()).isEqualTo(new FeatureRef("district", "乙", "乙"));
    town.assignment(
        "group",
        Map.of(
            "unit",
            "office",
            "role",
            "lead",
            "scope_layer",
            "station",
            "scope_id",
            "edge",
            "zone_radius",
            3000.0));
    assertThat(run(new ZoneGroupAudit(), town)).isEmpty();
  }
}
