package zeren.responsibility;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cells in which nobody is in charge, because nobody was ever named or because it is over. */
@Component
@Order(7)
class CellChiefAudit implements Audit {

  @Override
  public Set<FindingKind> kinds() {
    return Set.of(FindingKind.CELL_WITHOUT_CHIEF);
  }

  @Override
  public Stream<FindingDraft> run(AuditDay day) {
    Set<String> expired = new HashSet<>();
    day.endedAssignments().stream()
        .map(EndedAssignment::of)
        .flatMap(java.util.Optional::stream)
        .forEach(
            ended ->
                expired.add(
                    ended.text("role")
                        + "/"
                        + ended.text("scope_layer")
                        + "/"
                        + ended.text("scope_id")));
    AuditPlaces places = new AuditPlaces(day);
    return day.cellLayers().stream()
        .map(layer -> day.map().duty(layer.id()))
        .filter(Objects::nonNull)
        .flatMap(
            layer ->
                IntStream.range(0, layer.view().size())
                    .filter(row -> isWithoutChief(day, layer, row))
                    .mapToObj(row -> finding(places, layer, row, expired)));
  }

  private static boolean isWithoutChief(AuditDay day, DutyLayer layer, int row) {
    return day.map().holder(layer, row, EnumSet.allOf(Topic.class)) == null;
  }

  private static FindingDraft finding(
      AuditPlaces places, DutyLayer layer, int row, Set<String> expired) {
    var inside = CoverageObjects.place(layer.view(), row);
    AuditPlaces.Districts districts = places.districtsOf(inside.x, inside.y);
    String role = layer.role().code();
    boolean over = expired.contains(role + "/" + layer.id() + "/" + layer.view().id(row));
    return FindingDraft.of(FindingKind.CELL_WITHOUT_CHIEF)
        .key(layer.id(), layer.view().id(row))
        .subject(layer.view(), row)
        .level(layer.level(row))
        .district(districts.county(), districts.zone())
        .role(role, String.join(";", Topic.codes(layer.topics())))
        .verdict(over ? "expired" : "no_holder")
        .build();
  }
}
