package zeren.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import zeren.exchange.ImportJob;
import zeren.exchange.ImportMode;
import zeren.exchange.ImportSettings;
import zeren.exchange.Imports;
import zeren.exchange.Mapping;
import zeren.layer.LayerCatalog;
import zeren.layer.Recorded;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** An import step by step. */
@RestController
@RequestMapping("/api/imports")
class ImportController {

  static final int PAGE = 20;

  /** Each is read with all that was found in it. */
  static final int LARGEST_PAGE = 100;

  private final Imports imports;
  private final LayerCatalog catalog;
  private final Clock clock;

  ImportController(Imports imports, LayerCatalog catalog, Clock clock) {
    this.imports = imports;
    this.catalog = catalog;
    this.clock = clock;
  }

  record ImportList(long total, List<ImportBody.Line> imports, @Nullable String next) {}

  /** What a check is to go by; what is left out is as the file or the guess has it. */
  record CheckOrder(
      @Nullable String crs,
      @Nullable ImportMode mode,
      @Nullable LocalDate validFrom,
      @Nullable String table,
      @Nullable Mapping mapping) {

    ImportSettings settings(LocalDate today) {
      return new ImportSettings(
          crs == null || crs.isBlank() ? null : crs,
          mode == null ? ImportMode.UPSERT : mode,
          validFrom == null ? today : validFrom,
          table,
          mapping == null ? new Mapping(Map.of()) : mapping);
    }
  }

  /**
   * @param settings those of the check that was looked at; null for a program that knows there is
   *     no other
   */
  record CommitOrder(@Nullable ImportSettings settings) {}

  record UndoneBody(long changeSet, long features) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ImportBody upload(
      @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    viewer.importer();
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("layer", "table"));
    String layer = layer(parameters, viewer);
    if (layer == null) {
      throw ProblemException.badParameter(
          "layer", "Parameter 'layer' names the layer to import to.");
    }
    String by = viewer.importer(catalog.getDeclaration(layer, viewer));
    return ImportBody.of(UploadedFile.take(file, layer, parameters.findText("table"), by, imports));
  }

  @GetMapping
  ImportList list(Viewer viewer, HttpServletRequest request) {
    viewer.importer();
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("layer", "limit", "offset"));
    String layer = layer(parameters, viewer);
    int limit = parameters.wholeNumber("limit", 1, LARGEST_PAGE, PAGE);
    int offset = parameters.wholeNumber("offset", 0, Integer.MAX_VALUE, 0);
    long total = imports.count(layer, viewer);
    String next =
        offset + limit < total
            ? "/api/imports?%slimit=%d&offset=%d"
                .formatted(layer == null ? "" : "layer=" + layer + "&", limit, offset + limit)
            : null;
    return new ImportList(
        total,
        imports.list(layer, viewer, limit, offset).stream().map(ImportBody.Line::of).toList(),
        next);
  }

  private @Nullable String layer(QueryParameters parameters, Viewer viewer) {
    String layer = parameters.findText("layer");
    return layer == null
        ? null
        : catalog.getNamedBy("layer", layer, viewer, null).declaration().id();
  }

  @GetMapping("/{id}")
  ImportBody get(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
    return ImportBody.of(find(id, viewer, request));
  }

  @PostMapping("/{id}/check")
  ResponseEntity<JobBody> check(
      @PathVariable String id,
      @RequestBody CheckOrder order,
      Viewer viewer,
      HttpServletRequest request) {
    find(id, viewer, request);
    imports.check(id, order.settings(LocalDate.now(clock)));
    return LayerImportController.accepted(imports.get(id, viewer));
  }

  @PostMapping("/{id}/commit")
  ResponseEntity<JobBody> commit(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable CommitOrder order,
      Viewer viewer,
      HttpServletRequest request) {
    ImportJob job = find(id, viewer, request);
    String by = viewer.importer(catalog.getDeclaration(job.layer(), viewer));
    imports.commit(id, order == null ? null : order.settings(), by);
    return LayerImportController.accepted(imports.get(id, viewer));
  }

  @PostMapping("/{id}/undo")
  UndoneBody undo(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
    find(id, viewer, request);
    Recorded<Long> undone = imports.undo(id, viewer);
    return new UndoneBody(undone.changeSet(), undone.result());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, Viewer viewer, HttpServletRequest request)
      throws IOException {
    find(id, viewer, request);
    imports.delete(id, viewer.importer());
  }

  private ImportJob find(String id, Viewer viewer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return imports.get(id, viewer);
  }
}
