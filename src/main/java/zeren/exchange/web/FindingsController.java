package zeren.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.exchange.ImportFindings;
import zeren.exchange.ImportJob;
import zeren.exchange.Imports;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** What an import found in its file: what it would change, where, and what it refused. */
@RestController
@RequestMapping("/api/imports/{id}")
class FindingsController {

  static final int PAGE = 50;
  static final int LARGEST_PAGE = 1_000;
  static final List<String> KINDS = List.of("created", "changed", "closed");

  private final Imports imports;
  private final ImportFindings findings;

  FindingsController(Imports imports, ImportFindings findings) {
    this.imports = imports;
    this.findings = findings;
  }

  @GetMapping("/changes")
  ImportFindings.Changes changes(@PathVariable String id, Viewer viewer, HttpServletRequest request)
      throws IOException {
    viewer.importer();
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("kind", "limit", "offset"));
    return findings.changes(
        imports.get(id, viewer),
        parameters.choice("kind", KINDS, "changed"),
        parameters.wholeNumber("limit", 1, LARGEST_PAGE, PAGE),
        parameters.wholeNumber("offset", 0, Integer.MAX_VALUE, 0));
  }

  /** GeoJSON, so that a map takes it as it is. */
  record Places(String type, List<PlaceFeature> features) {}

  record PlaceFeature(String type, PointBody geometry, Map<String, Object> properties) {}

  record PointBody(String type, double[] coordinates) {}

  @GetMapping(path = "/places", produces = "application/geo+json")
  Places places(@PathVariable String id, Viewer viewer, HttpServletRequest request)
      throws IOException {
    viewer.importer();
    QueryParameters.of(request).allowOnly(List.of());
    return new Places(
        "FeatureCollection",
        findings.places(imports.get(id, viewer)).stream()
            .map(FindingsController::feature)
            .toList());
  }

  private static PlaceFeature feature(ImportFindings.RowPlace place) {
    return new PlaceFeature(
        "Feature",
        new PointBody("Point", new double[] {place.lon(), place.lat()}),
        Map.of("kind", place.kind(), "row", place.row(), "name", place.name()));
  }

  @GetMapping("/refused")
  ResponseEntity<Resource> refused(
      @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    viewer.importer();
    QueryParameters.of(request).allowOnly(List.of());
    ImportJob job = imports.get(id, viewer);
    ContentDisposition attachment =
        ContentDisposition.attachment()
            .filename(ImportFindings.refusedName(job), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .contentType(MediaType.parseMediaType(job.inspection().description().format().mediaType()))
        .body(new FileSystemResource(findings.refused(job)));
  }
}
