package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;
import zeren.responsibility.AuditRun;
import zeren.responsibility.AuditRuns;

/** Runs of all audits. */
@RestController
@RequestMapping("/api/audits/runs")
class AuditRunController {

  static final int PAGE = 20;
  static final int LARGEST_PAGE = 200;

  private final AuditRuns runs;

  AuditRunController(AuditRuns runs) {
    this.runs = runs;
  }

  record RunList(List<AuditRun> runs) {}

  @PostMapping
  ResponseEntity<AuditRun> begin(Viewer viewer, HttpServletRequest request) {
    String by = viewer.officer();
    QueryParameters.of(request).allowOnly(List.of());
    AuditRun begun = runs.begin(by);
    return ResponseEntity.accepted()
        .location(URI.create("/api/audits/runs/" + begun.id()))
        .body(begun);
  }

  @GetMapping
  RunList list(Viewer viewer, HttpServletRequest request) {
    AuditDoor.open(viewer);
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("limit"));
    return new RunList(runs.findLast(parameters.wholeNumber("limit", 1, LARGEST_PAGE, PAGE)));
  }

  @GetMapping("/{id}")
  AuditRun get(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
    AuditDoor.open(viewer);
    QueryParameters.of(request).allowOnly(List.of());
    return runs.get(AuditDoor.number(id, "run of the audits"));
  }
}
