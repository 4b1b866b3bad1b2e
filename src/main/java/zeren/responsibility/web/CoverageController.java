package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;
import zeren.responsibility.AuditDay;
import zeren.responsibility.CoverageAudits;
import zeren.responsibility.CoverageLevel;
import zeren.responsibility.CoveragePiece;
import zeren.responsibility.ResponsibilityMaps;

/** Where no cell is, and where two are, on a day. */
@RestController
@RequestMapping(path = "/api/audits", produces = "application/geo+json")
class CoverageController {

  private final LayerCatalog catalog;
  private final ResponsibilityMaps maps;
  private final CoverageAudits audits;
  private final Clock clock;

  CoverageController(
      LayerCatalog catalog, ResponsibilityMaps maps, CoverageAudits audits, Clock clock) {
    this.catalog = catalog;
    this.maps = maps;
    this.audits = audits;
    this.clock = clock;
  }

  @GetMapping("/gaps")
  CoverageBody gaps(Viewer viewer, HttpServletRequest request) {
    return answer(viewer, request, CoverageLevel::gaps);
  }

  @GetMapping("/overlaps")
  CoverageBody overlaps(Viewer viewer, HttpServletRequest request) {
    return answer(viewer, request, CoverageLevel::overlaps);
  }

  private CoverageBody answer(
      Viewer viewer,
      HttpServletRequest request,
      Function<CoverageLevel, List<CoveragePiece>> kind) {
    AuditDoor.open(viewer);
    QueryParameters parameters = QueryParameters.of(request);
    CoverageQuestion.allowOnlyKnown(parameters);
    LocalDate at = parameters.findDate("at");
    AuditDay day = AuditDay.of(maps, catalog, at == null ? LocalDate.now(clock) : at);
    CoverageQuestion question = CoverageQuestion.read(parameters, day);
    return CoverageBody.of(audits.get(day, question.layer()), kind, question);
  }
}
