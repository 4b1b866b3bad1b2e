package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zeren.Shapes;

class DutyGapTest {

  private static AuditTown town() {
    return new AuditTown()
        .county("甲", Shapes.rectangle(113.0, 34.0, 113.1, 34.1))
        .row("unit", "bureau", Map.of("name", "城建局", "kind", "bureau"))
        .row("required_role", "r1", Map.of("topic", "dust", "role", "sector", "layer", "site"))
        .row("required_role", "r2", Map.of("topic", "all", "role", "territorial"))
        .row("required_role", "r3", Map.of("topic", "water", "role", "lead", "layer", "section"))
        .assignment(
            "building",
            Map.of(
                "unit",
                "bureau",
                "role",
                "sector",
                "topics",
                "dust",
                "scope_layer",
                "site",
                "scope_field",
                "type",
                "scope_value",
                "building"))
        .site("held", 113.05, 34.05)
        .add("site", "open", Shapes.point(113.06, 34.05), Map.of("type", "demolition"))
        .site("outside", 112.0, 34.05)
        .add("section", "bridge", Shapes.point(113.07, 34.05), Map.of("river", "河"));
  }

  private static List<DutyGap> gaps(AuditDay day, String layer) {
    return new DutyGapSearch(day).find(layer);
  }

  @Test
  void objectsOfRegistersAndThoseOfWhichARoleIsRequiredAreAskedFor() {
    assertThat(DutyGapSearch.layers(town().day())).containsExactly("site", "enterprise", "section");
  }

  @Test
  void whatNobodyHoldsIsFoundWithItsDistrict() {
    AuditDay day = town().day();
    assertThat(gaps(day, "site"))
        .extracting(gap -> gap.feature().id() + " " + gap.role().code() + " " + gap.code())
        .containsExactlyInAnyOrder("open sector no_assignment", "outside territorial outside");
    DutyGap open = gaps(day, "site").get(0);
    assertThat(open.county()).isEqualTo(new FeatureRef("district", "甲", "甲"));
    assertThat(open.topicCodes()).isEqualTo("dust");
    assertThat(open.reason()).isNotBlank();
    assertThat(gaps(day, "section"))
        .extracting(gap -> gap.role().code() + " " + gap.topicCodes())
        .containsExactly("lead water");
  }

  @Test
  void theFindingsAreOneForEachObjectAndRole() {
    List<FindingDraft> found = new DutyGapAudit(new ObjectAudits()).run(town().day()).toList();
    assertThat(found)
        .extracting(FindingDraft::key)
        .containsExactlyInAnyOrder(
            "site|open|sector", "site|outside|territorial", "section|bridge|lead");
    assertThat(found).allMatch(draft -> draft.kind() == FindingKind.DUTY_GAP);
  }

  @Test
  void whatWasFoundIsKeptWhileTheLayersAreTheSame() {
    ObjectAudits audits = new ObjectAudits();
    AuditDay day = town().day();
    assertThat(audits.dutyGaps(day, "site")).isSameAs(audits.dutyGaps(day, "site"));
    assertThat(audits.dutyGaps(town().day(), "site")).isNotSameAs(audits.dutyGaps(day, "site"));
    assertThat(audits.misattributions(day, "site")).isEmpty();
  }
}
