package zeren.responsibility;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Objects for which nobody holds a role that somebody must hold. */
@Component
@Order(3)
class DutyGapAudit implements Audit {

  private final ObjectAudits audits;

  DutyGapAudit(ObjectAudits audits) {
    this.audits = audits;
  }

  @Override
  public Set<FindingKind> kinds() {
    return Set.of(FindingKind.DUTY_GAP);
  }

  @Override
  public Stream<FindingDraft> run(AuditDay day) {
    return audits.dutyLayers(day).stream()
        .flatMap(layer -> audits.dutyGaps(day, layer).stream())
        .map(DutyGapAudit::finding);
  }

  private static FindingDraft finding(DutyGap gap) {
    return FindingDraft.of(FindingKind.DUTY_GAP)
        .key(gap.feature().layer(), gap.feature().id(), gap.role().code())
        .subject(gap.feature())
        .at(gap.lon(), gap.lat())
        .district(gap.county(), gap.zone())
        .role(gap.role().code(), gap.topicCodes())
        .verdict(gap.code())
        .build();
  }
}
