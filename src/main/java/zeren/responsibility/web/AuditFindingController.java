package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import zeren.format.FileFormat;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;
import zeren.responsibility.AuditDay;
import zeren.responsibility.Finding;
import zeren.responsibility.FindingTable;
import zeren.responsibility.FindingWords;
import zeren.responsibility.Findings;
import zeren.responsibility.ResponsibilityMaps;

/** Findings: a list, a file, one with its history, and what people say to it. */
@RestController
@RequestMapping("/api/audits/findings")
class AuditFindingController {

  private static final int WHOLE = Integer.MAX_VALUE;

  private final Findings findings;
  private final LayerCatalog catalog;
  private final ResponsibilityMaps maps;
  private final Clock clock;

  AuditFindingController(
      Findings findings, LayerCatalog catalog, ResponsibilityMaps maps, Clock clock) {
    this.findings = findings;
    this.catalog = catalog;
    this.maps = maps;
    this.clock = clock;
  }

  record FindingList(
      long total, Findings.Counts counts, List<FindingBody> items, @Nullable String next) {}

  record Acceptance(@Nullable String reason) {}

  @GetMapping
  @Nullable ResponseEntity<FindingList> list(
      Viewer viewer, HttpServletRequest request, HttpServletResponse response) throws IOException {
    AuditDoor.open(viewer);
    FindingQuestion question = FindingQuestion.read(QueryParameters.of(request));
    if (!question.format().equals("json")) {
      export(question, request, response);
      return null;
    }
    AuditPage page = question.page();
    long total = findings.count(question.filter());
    return ResponseEntity.ok(
        new FindingList(
            total,
            findings.counts(question.filter()),
            findings.find(question.filter(), page.limit(), page.offset()).stream()
                .map(FindingBody::of)
                .toList(),
            page.next(total)));
  }

  /** All that fit the filter, whatever page is asked for. */
  private void export(
      FindingQuestion question, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LocalDate today = LocalDate.now(clock);
    FileFormat format = FileFormat.find(question.format()).orElseThrow();
    List<Finding> all = findings.find(question.filter(), WHOLE, 0);
    String map =
        ServletUriComponentsBuilder.fromContextPath(request).path("/desk").build().toUriString();
    response.setContentType(format.mediaType());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("findings_" + today + "." + format.extension(), StandardCharsets.UTF_8)
            .build()
            .toString());
    if (!request.getMethod().equals("HEAD")) {
      new FindingTable(question.language(), FindingWords.of(AuditDay.of(maps, catalog, today)), map)
          .write(all, format, response.getOutputStream());
    }
  }

  @GetMapping("/{id}")
  FindingBody get(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
    AuditDoor.open(viewer);
    QueryParameters.of(request).allowOnly(List.of());
    return whole(findings.get(number(id)));
  }

  @PutMapping("/{id}/acceptance")
  FindingBody accept(
      @PathVariable String id,
      @RequestBody Acceptance acceptance,
      Viewer viewer,
      HttpServletRequest request) {
    String by = viewer.officer();
    QueryParameters.of(request).allowOnly(List.of());
    String reason = acceptance.reason();
    return whole(findings.accept(number(id), reason == null ? "" : reason, by));
  }

  @DeleteMapping("/{id}/acceptance")
  FindingBody withdraw(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
    String by = viewer.officer();
    QueryParameters.of(request).allowOnly(List.of());
    return whole(findings.withdraw(number(id), by));
  }

  private FindingBody whole(Finding finding) {
    return FindingBody.whole(finding, findings.history(finding.id()));
  }

  private static long number(String id) {
    return AuditDoor.number(id, "finding");
  }
}
