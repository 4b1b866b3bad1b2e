package zeren.responsibility;

import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.layer.LayerView;

/** Assignments in force whose scope or party is not there on the day. */
@Component
@Order(5)
class BrokenAssignmentAudit implements Audit {

  @Override
  public Set<FindingKind> kinds() {
    return Set.of(FindingKind.BROKEN_ASSIGNMENT);
  }

  @Override
  public Stream<FindingDraft> run(AuditDay day) {
    LayerView table = day.assignments();
    return IntStream.range(0, table.size())
        .boxed()
        .flatMap(
            row -> ScopeFault.find(day, row).map(fault -> finding(table, row, fault)).stream());
  }

  private static FindingDraft finding(LayerView table, int row, ScopeFault fault) {
    return FindingDraft.of(FindingKind.BROKEN_ASSIGNMENT)
        .key(table.id(row))
        .subject(table, row)
        .others(Stream.ofNullable(fault.missing()).toList())
        .role(
            Objects.toString(table.value(row, "role"), ""),
            Objects.toString(table.value(row, "topics"), ""))
        .verdict(fault.code())
        .build();
  }
}
