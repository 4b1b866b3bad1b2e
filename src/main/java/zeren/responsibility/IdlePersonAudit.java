package zeren.responsibility;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.layer.LayerView;

/** Persons to whom nothing is assigned on the day. */
@Component
@Order(4)
class IdlePersonAudit implements Audit {

  @Override
  public Set<FindingKind> kinds() {
    return Set.of(FindingKind.IDLE_PERSON);
  }

  @Override
  public Stream<FindingDraft> run(AuditDay day) {
    Set<String> busy = new HashSet<>();
    for (Assignment assignment : day.map().assignments().all()) {
      if (!assignment.negated() && assignment.party().kind().equals(Party.PERSON)) {
        busy.add(assignment.party().id());
      }
    }
    LayerView persons = day.view("person");
    return IntStream.range(0, persons.size())
        .filter(row -> !busy.contains(persons.id(row)))
        .mapToObj(row -> finding(day, persons, row));
  }

  private static FindingDraft finding(AuditDay day, LayerView persons, int row) {
    FindingDraft.Builder finding =
        FindingDraft.of(FindingKind.IDLE_PERSON).key(persons.id(row)).subject(persons, row);
    LayerView units = day.view("unit");
    String unit = Parties.text(persons, row, "unit");
    if (unit != null && units.findRow(unit).isPresent()) {
      int at = units.findRow(unit).getAsInt();
      finding.recorded("unit", units.name(at)).recorded("unit_id", unit);
      finding.district(district(day, Parties.text(units, at, "district")), null);
    }
    return finding.build();
  }

  private static @Nullable FeatureRef district(AuditDay day, @Nullable String id) {
    LayerView districts = day.districts().orElse(null);
    return id == null || districts == null || districts.findRow(id).isEmpty()
        ? null
        : AuditDay.ref(districts, districts.findRow(id).getAsInt());
  }
}
