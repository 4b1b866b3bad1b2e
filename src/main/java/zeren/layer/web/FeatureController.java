package zeren.layer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.DraftException;
import zeren.layer.FeatureBody;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureReader;
import zeren.layer.FeatureRequest;
import zeren.layer.FeatureStore;
import zeren.layer.FeatureVersion;
import zeren.layer.GeoJsonFeature;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Precondition;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** One feature: as it is on a day, its history, and its editing. */
@RestController
@RequestMapping("/api/layers/{layer}/features/{id}")
class FeatureController {

  private final LayerCatalog catalog;
  private final FeatureStore store;
  private final FeatureRequest requests;
  private final Clock clock;

  FeatureController(
      LayerCatalog catalog, FeatureStore store, FeatureRequest requests, Clock clock) {
    this.catalog = catalog;
    this.store = store;
    this.requests = requests;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<?> feature(
      @PathVariable String layer,
      @PathVariable String id,
      Viewer viewer,
      HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("at"));
    LocalDate day = parameters.findDate("at");
    try {
      return body(HttpStatus.OK, catalog.getFeature(layer, id, viewer, day));
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
      return inMemory(catalog.get(layer, viewer, day), id, e);
    }
  }

  /**
   * The feature as the map has it, while the database is away: without its version, so that nobody
   * changes it on these grounds, and without who recorded it and when.
   */
  private static ResponseEntity<GeoJsonFeature> inMemory(
      LayerView view, String id, RuntimeException away) {
    int row = view.findRow(id).orElseThrow(() -> away);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new GeoJsonFeature(id, view.geometry(row), view.properties(row)));
  }

  @GetMapping("/history")
  HistoryBody history(
      @PathVariable String layer,
      @PathVariable String id,
      Viewer viewer,
      HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return HistoryBody.of(catalog.getHistory(layer, id, viewer));
  }

  /** Records the feature as the body says, from its {@code valid_from} on (today when missing). */
  @PutMapping
  ResponseEntity<FeatureBody> put(
      @PathVariable String layer,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNone,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("crs"));
    viewer.editor();
    LayerDeclaration declaration = catalog.getDeclaration(layer, viewer);
    boolean create = "*".equals(ifNone) && ifMatch == null;
    Integer expected = create ? null : Precondition.version(ifMatch);
    FeatureDraft draft =
        requests.read(declaration, id, parameters.findText("crs"), request, LocalDate.now(clock));
    Precondition.orConflict(
        () -> {
          try {
            store.put(draft, expected, viewer);
          } catch (DraftException e) {
            throw FeatureReader.refused(e);
          }
        },
        draft);
    return body(
        create ? HttpStatus.CREATED : HttpStatus.OK,
        catalog.getFeature(layer, id, viewer, draft.validFrom()));
  }

  /** Ends the feature's period with {@code validFrom} (today when missing). */
  @DeleteMapping
  ResponseEntity<Void> delete(
      @PathVariable String layer,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Viewer viewer,
      HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("validFrom"));
    viewer.editor();
    LocalDate asked = parameters.findDate("validFrom");
    LocalDate day = asked == null ? LocalDate.now(clock) : asked;
    catalog.getHistory(layer, id, viewer);
    int expected = Precondition.version(ifMatch);
    Precondition.orConflict(() -> store.delete(layer, id, expected, day, viewer), null);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<FeatureBody> body(HttpStatus status, FeatureVersion version) {
    return ResponseEntity.status(status)
        .eTag("\"" + version.version() + "\"")
        .body(FeatureBody.of(version));
  }
}
