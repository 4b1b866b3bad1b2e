package zeren.responsibility;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Objects whose record names another district, cell or department than the map. */
@Component
@Order(2)
class MisattributionAudit implements Audit {

  private final ObjectAudits audits;

  MisattributionAudit(ObjectAudits audits) {
    this.audits = audits;
  }

  @Override
  public Set<FindingKind> kinds() {
    return Set.of(FindingKind.MISATTRIBUTION);
  }

  @Override
  public Stream<FindingDraft> run(AuditDay day) {
    return day.objectLayers().stream()
        .flatMap(layer -> audits.misattributions(day, layer.id()).stream())
        .map(MisattributionAudit::finding);
  }

  private static FindingDraft finding(Misattribution wrong) {
    FindingDraft.Builder finding =
        FindingDraft.of(FindingKind.MISATTRIBUTION)
            .key(wrong.feature().layer(), wrong.feature().id())
            .subject(wrong.feature())
            .at(wrong.lon(), wrong.lat())
            .district(wrong.county(), wrong.zone())
            .verdict(wrong.verdict().code());
    wrong.recorded().forEach(finding::recorded);
    wrong.computed().forEach(finding::computed);
    Double distance = wrong.distance();
    return (distance == null ? finding : finding.distance(distance)).build();
  }
}
