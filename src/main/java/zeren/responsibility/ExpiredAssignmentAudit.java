package zeren.responsibility;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.layer.LayerView;

/** Assignments that are over and that no other follows. */
@Component
@Order(6)
class ExpiredAssignmentAudit implements Audit {

  @Override
  public Set<FindingKind> kinds() {
    return Set.of(FindingKind.EXPIRED_ASSIGNMENT);
  }

  @Override
  public Stream<FindingDraft> run(AuditDay day) {
    LayerView table = day.assignments();
    List<Map<String, Object>> inForce =
        IntStream.range(0, table.size()).mapToObj(table::properties).toList();
    return day.endedAssignments().stream()
        .map(EndedAssignment::of)
        .flatMap(java.util.Optional::stream)
        .filter(ended -> inForce.stream().noneMatch(ended::isFollowedBy))
        .map(ended -> finding(day, ended));
  }

  private static FindingDraft finding(AuditDay day, EndedAssignment ended) {
    FindingDraft.Builder finding =
        FindingDraft.of(FindingKind.EXPIRED_ASSIGNMENT)
            .key(ended.id())
            .subject(new FeatureRef("assignment", ended.id(), ended.name()))
            .role(
                Objects.toString(ended.text("role"), ""),
                Objects.toString(ended.text("topics"), ""))
            .recorded("last_day", ended.lastDay().toString());
    for (String party : List.of("unit", "person")) {
      String id = ended.text(party);
      if (id != null) {
        finding.recorded(party, name(day.view(party), id)).recorded(party + "_id", id);
      }
    }
    String layer = ended.text("scope_layer");
    String id = ended.text("scope_id");
    day.findView(layer)
        .filter(view -> id != null && view.findRow(id).isPresent())
        .ifPresent(view -> place(day, finding, view, String.valueOf(id)));
    return finding.build();
  }

  /** Where it was for. */
  private static void place(AuditDay day, FindingDraft.Builder finding, LayerView view, String id) {
    int row = view.findRow(id).orElseThrow();
    finding.others(List.of(AuditDay.ref(view, row)));
    if (!view.box(row).isNull()) {
      var at = CoverageObjects.place(view, row);
      AuditPlaces.Districts districts = new AuditPlaces(day).districtsOf(at.x, at.y);
      finding.at(at.x, at.y).district(districts.county(), districts.zone());
    }
  }

  private static String name(LayerView view, String id) {
    return view.findRow(id).isPresent() ? view.name(view.findRow(id).getAsInt()) : id;
  }
}
