package zeren.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;
import zeren.exchange.ImportFailure;
import zeren.exchange.ImportJob;
import zeren.exchange.Imports;
import zeren.exchange.Mappings;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** A whole import in one request. */
@RestController
class LayerImportController {

  /** Who sends a small file gets the result at once. */
  private static final long PATIENCE_SECONDS = 5;

  private final Imports imports;
  private final Mappings mappings;
  private final LayerCatalog catalog;
  private final JsonMapper json;
  private final Clock clock;

  LayerImportController(
      Imports imports, Mappings mappings, LayerCatalog catalog, JsonMapper json, Clock clock) {
    this.imports = imports;
    this.mappings = mappings;
    this.catalog = catalog;
    this.json = json;
    this.clock = clock;
  }

  @PostMapping("/api/layers/{layer}/import")
  ResponseEntity<?> run(
      @PathVariable String layer,
      @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    viewer.importer();
    LayerDeclaration declaration = catalog.getDeclaration(layer, viewer);
    String by = viewer.importer(declaration);
    String id = declaration.id();
    ImportQuestion question =
        ImportQuestion.read(QueryParameters.of(request), id, mappings, json, clock);
    ImportJob job = UploadedFile.take(file, id, question.settings().table(), by, imports);
    return answer(job, start(job, question, by), viewer);
  }

  /** What cannot even begin leaves nothing behind. */
  private CompletableFuture<ImportJob> start(ImportJob job, ImportQuestion question, String by)
      throws IOException {
    try {
      return question.dryRun()
          ? imports.check(job.id(), question.settings())
          : imports.commitAtOnce(job.id(), question.settings(), by);
    } catch (ProblemException e) {
      imports.delete(job.id(), by);
      throw e;
    }
  }

  private ResponseEntity<?> answer(ImportJob job, CompletableFuture<ImportJob> end, Viewer viewer) {
    try {
      ImportJob ended = end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      ImportFailure failure = ended.failure();
      if (failure != null) {
        throw problem(failure);
      }
      if (ended.result() != null) {
        return ResponseEntity.ok(ended.result());
      }
    } catch (TimeoutException | ExecutionException e) {
      // It goes on, here or after a restart: the job says how far it is.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return accepted(imports.get(job.id(), viewer));
  }

  static ResponseEntity<JobBody> accepted(ImportJob job) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/jobs/" + job.id()))
        .body(JobBody.of(job));
  }

  private static ProblemException problem(ImportFailure failure) {
    ProblemException problem =
        new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "import-failed",
                "The import failed",
                failure.detail())
            .with("code", failure.code());
    String location = failure.location();
    return location == null ? problem : problem.with("location", location);
  }
}
