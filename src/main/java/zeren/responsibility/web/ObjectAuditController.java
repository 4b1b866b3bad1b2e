package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.responsibility.AuditDay;
import zeren.responsibility.DutyGap;
import zeren.responsibility.Misattribution;
import zeren.responsibility.Misattribution.Verdict;
import zeren.responsibility.ObjectAudits;
import zeren.responsibility.ResponsibilityMaps;
import zeren.responsibility.Role;

/** Objects whose record is wrong, and objects that nobody is responsible for, on a day. */
@RestController
@RequestMapping("/api/audits")
class ObjectAuditController {

  static final int PAGE = 1_000;
  static final int LARGEST_PAGE = 10_000;

  private final LayerCatalog catalog;
  private final ResponsibilityMaps maps;
  private final ObjectAudits audits;
  private final Clock clock;

  ObjectAuditController(
      LayerCatalog catalog, ResponsibilityMaps maps, ObjectAudits audits, Clock clock) {
    this.catalog = catalog;
    this.maps = maps;
    this.audits = audits;
    this.clock = clock;
  }

  @GetMapping("/misattributions")
  MisattributionBody misattributions(Viewer viewer, HttpServletRequest request) {
    AuditDoor.open(viewer);
    QueryParameters parameters = QueryParameters.of(request);
    allowOnly(parameters, "verdict");
    AuditDay day = day(parameters);
    String layer =
        layer(parameters, day.objectLayers().stream().map(LayerDeclaration::id).toList());
    List<String> verdicts = Arrays.stream(Verdict.values()).map(Verdict::code).toList();
    String verdict = parameters.choice("verdict", verdicts, "");
    List<Misattribution> found =
        audits.misattributions(day, layer).stream()
            .filter(one -> verdict.isEmpty() || one.verdict().code().equals(verdict))
            .toList();
    return MisattributionBody.of(day.day(), layer, found, page(parameters));
  }

  @GetMapping("/duties")
  DutyGapBody duties(Viewer viewer, HttpServletRequest request) {
    AuditDoor.open(viewer);
    QueryParameters parameters = QueryParameters.of(request);
    allowOnly(parameters, "role");
    AuditDay day = day(parameters);
    String layer = layer(parameters, audits.dutyLayers(day));
    List<String> roles = Arrays.stream(Role.values()).map(Role::code).toList();
    String role = parameters.choice("role", roles, "");
    List<DutyGap> found =
        audits.dutyGaps(day, layer).stream()
            .filter(gap -> role.isEmpty() || gap.role().code().equals(role))
            .toList();
    return DutyGapBody.of(day.day(), layer, found, page(parameters));
  }

  private static void allowOnly(QueryParameters parameters, String own) {
    List<String> known = new ArrayList<>(List.of("layer", own, "at"));
    known.addAll(AuditPage.PARAMETERS);
    parameters.allowOnly(known);
  }

  private AuditDay day(QueryParameters parameters) {
    LocalDate at = parameters.findDate("at");
    return AuditDay.of(maps, catalog, at == null ? LocalDate.now(clock) : at);
  }

  private static String layer(QueryParameters parameters, List<String> allowed) {
    String layer = parameters.choice("layer", allowed, "site");
    if (!allowed.contains(layer)) {
      throw ProblemException.badParameter(
          "layer", "Parameter 'layer' is missing: there are no sites.", allowed);
    }
    return layer;
  }

  private static AuditPage page(QueryParameters parameters) {
    return AuditPage.read(parameters, PAGE, LARGEST_PAGE);
  }
}
