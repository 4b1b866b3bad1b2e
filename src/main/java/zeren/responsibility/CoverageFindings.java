package zeren.responsibility;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.layer.LayerDeclaration;

/** Gaps, overlaps and slivers of every layer of cells. */
@Component
@Order(1)
class CoverageFindings implements Audit {

  private final CoverageAudits audits;

  CoverageFindings(CoverageAudits audits) {
    this.audits = audits;
  }

  @Override
  public Set<FindingKind> kinds() {
    return Set.of(FindingKind.GAP, FindingKind.OVERLAP, FindingKind.SLIVER);
  }

  @Override
  public Stream<FindingDraft> run(AuditDay day) {
    return day.cellLayers().stream()
        .map(LayerDeclaration::id)
        .flatMap(layer -> audits.get(day, layer).stream().flatMap(level -> findings(layer, level)));
  }

  private static Stream<FindingDraft> findings(String layer, CoverageLevel level) {
    return Stream.of(level.gaps(), level.overlaps())
        .flatMap(List::stream)
        .map(piece -> finding(layer, piece));
  }

  private static FindingDraft finding(String layer, CoveragePiece piece) {
    boolean sliver = CoveragePiece.Tolerance.USUAL.isSliver(piece);
    boolean gap = piece.owners().isEmpty();
    FindingDraft.Builder finding =
        FindingDraft.of(sliver ? FindingKind.SLIVER : gap ? FindingKind.GAP : FindingKind.OVERLAP)
            .layer(layer)
            .level(piece.level())
            .district(piece.district(), piece.zone())
            .others(piece.owners())
            .area(piece.geometry(), piece.area(), piece.width())
            .objects(piece.objects());
    if (!gap) {
      finding.key(layer, piece.level(), piece.owners().get(0).id(), piece.owners().get(1).id());
    }
    return finding.build();
  }
}
