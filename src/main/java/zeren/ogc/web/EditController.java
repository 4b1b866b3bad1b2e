package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeren.geo.CoordinateSystem;
import zeren.layer.DraftException;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureReader;
import zeren.layer.FeatureRequest;
import zeren.layer.FeatureStore;
import zeren.layer.FeatureVersion;
import zeren.layer.LayerCatalog;
import zeren.layer.Precondition;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/**
 * Changes to one feature, from today on unless the body says {@code valid_from}. They name the
 * version that was seen, so that nobody overwrites what somebody else has done meanwhile.
 */
@RestController
@RequestMapping("/ogc/collections/{layer}/items/{id}")
class EditController {

  private final LayerCatalog catalog;
  private final FeatureStore store;
  private final FeatureRequest requests;
  private final FeatureReader reader;
  private final MergePatch patches;
  private final Answers answers;
  private final Clock clock;

  EditController(
      LayerCatalog catalog,
      FeatureStore store,
      FeatureRequest requests,
      FeatureReader reader,
      MergePatch patches,
      Answers answers,
      Clock clock) {
    this.catalog = catalog;
    this.store = store;
    this.requests = requests;
    this.reader = reader;
    this.patches = patches;
    this.answers = answers;
    this.clock = clock;
  }

  @RequestMapping(method = RequestMethod.OPTIONS)
  void options(@PathVariable String layer, Viewer viewer, HttpServletResponse response) {
    catalog.getDeclaration(layer, viewer);
    response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS");
    response.setHeader("Accept-Patch", String.join(", ", EditRequest.PATCHES));
  }

  /** Replaces a feature; makes it when there is none of this id and no version is named. */
  @PutMapping
  void replace(
      @PathVariable String layer,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNone,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    QueryParameters.of(request).allowOnly(List.of());
    viewer.editor();
    Optional<FeatureVersion> current = findCurrent(layer, id, viewer);
    EditRequest.requireType(request, EditRequest.FEATURES);
    boolean create = ifMatch == null && ("*".equals(ifNone) || current.isEmpty());
    Integer expected = create ? null : Precondition.version(ifMatch);
    CoordinateSystem system = EditRequest.system(request);
    JsonNode body = requests.tree(request);
    if (body instanceof ObjectNode object) {
      current.ifPresent(feature -> MergePatch.keepEnd(object, feature));
    }
    response.setStatus((create ? HttpStatus.CREATED : HttpStatus.OK).value());
    record(layer, id, viewer, system, body, expected, response);
  }

  @PatchMapping
  void update(
      @PathVariable String layer,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    QueryParameters.of(request).allowOnly(List.of());
    viewer.editor();
    FeatureVersion current = catalog.getFeature(layer, id, viewer, null);
    EditRequest.requireType(request, EditRequest.PATCHES);
    int expected = Precondition.version(ifMatch);
    CoordinateSystem system = EditRequest.system(request);
    JsonNode patch = requests.tree(request);
    record(
        layer,
        id,
        viewer,
        patch.has("geometry") ? system : CoordinateSystem.CGCS2000,
        patches.apply(patch, current),
        expected,
        response);
  }

  /** Ends the feature's period with today. */
  @DeleteMapping
  void delete(
      @PathVariable String layer,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    QueryParameters.of(request).allowOnly(List.of());
    viewer.editor();
    catalog.getFeature(layer, id, viewer, null);
    int expected = Precondition.version(ifMatch);
    Precondition.orConflict(
        () -> store.delete(layer, id, expected, LocalDate.now(clock), viewer), null);
    response.setStatus(HttpStatus.NO_CONTENT.value());
  }

  private Optional<FeatureVersion> findCurrent(String layer, String id, Viewer viewer) {
    LocalDate today = LocalDate.now(clock);
    return catalog.findFeature(layer, id, viewer, today, today);
  }

  private void record(
      String layer,
      String id,
      Viewer viewer,
      CoordinateSystem system,
      JsonNode body,
      @Nullable Integer expected,
      HttpServletResponse response)
      throws IOException {
    FeatureDraft draft =
        reader.read(catalog.getDeclaration(layer, viewer), id, system, body, LocalDate.now(clock));
    Precondition.orConflict(
        () -> {
          try {
            store.put(draft, expected, viewer);
          } catch (DraftException e) {
            throw FeatureReader.refused(e);
          }
        },
        draft);
    answers.item(response, catalog.getFeature(layer, id, viewer, draft.validFrom()));
  }
}
