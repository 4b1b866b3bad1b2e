package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import zeren.geo.CoordinateSystem;
import zeren.layer.DraftException;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureReader;
import zeren.layer.FeatureRequest;
import zeren.layer.FeatureStore;
import zeren.layer.FeatureVersion;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.Precondition;
import zeren.layer.VersionConflictException;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** New features: one, or a collection of which all are recorded or none. */
@RestController
@RequestMapping("/ogc/collections/{layer}/items")
class CreateController {

  private static final int MOST = 10_000;

  private final LayerCatalog catalog;
  private final FeatureStore store;
  private final FeatureRequest requests;
  private final FeatureReader reader;
  private final Answers answers;
  private final Clock clock;

  CreateController(
      LayerCatalog catalog,
      FeatureStore store,
      FeatureRequest requests,
      FeatureReader reader,
      Answers answers,
      Clock clock) {
    this.catalog = catalog;
    this.store = store;
    this.requests = requests;
    this.reader = reader;
    this.answers = answers;
    this.clock = clock;
  }

  /** The ids of the features that were made, in the order of the body. */
  record Created(List<String> created) {}

  @RequestMapping(method = RequestMethod.OPTIONS)
  void options(@PathVariable String layer, Viewer viewer, HttpServletResponse response) {
    catalog.getDeclaration(layer, viewer);
    response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, OPTIONS");
    response.setHeader("Accept-Post", String.join(", ", EditRequest.FEATURES));
  }

  /** A feature without an id gets one; a feature whose id is there already is refused. */
  @PostMapping
  void create(
      @PathVariable String layer,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    QueryParameters.of(request).allowOnly(List.of());
    viewer.editor();
    LayerDeclaration declaration = catalog.getDeclaration(layer, viewer);
    EditRequest.requireType(request, EditRequest.FEATURES);
    CoordinateSystem system = EditRequest.system(request);
    JsonNode body = requests.tree(request);
    boolean several = body.path("type").asString("").equals("FeatureCollection");
    List<FeatureDraft> drafts =
        several
            ? readAll(declaration, system, body.path("features"))
            : List.of(read(declaration, system, body));
    insert(layer, drafts, viewer);
    response.setStatus(HttpStatus.CREATED.value());
    if (several) {
      response.setHeader(HttpHeaders.LOCATION, Addresses.of("collections", layer, "items"));
      answers.json(
          response, Link.JSON, new Created(drafts.stream().map(FeatureDraft::id).toList()));
    } else {
      FeatureDraft draft = drafts.get(0);
      FeatureVersion made = catalog.getFeature(layer, draft.id(), viewer, draft.validFrom());
      response.setHeader(HttpHeaders.LOCATION, ItemBody.address(layer, made.id()));
      answers.item(response, made);
    }
  }

  private List<FeatureDraft> readAll(
      LayerDeclaration layer, CoordinateSystem system, JsonNode features) {
    if (!features.isArray() || features.isEmpty() || features.size() > MOST) {
      throw new ProblemException(
              HttpStatus.BAD_REQUEST,
              "bad-feature",
              "The feature cannot be recorded",
              "Nothing was recorded: 'features' must be a list of 1 to %,d features."
                  .formatted(MOST))
          .with("field", "features");
    }
    List<FeatureDraft> drafts = new ArrayList<>(features.size());
    for (int i = 0; i < features.size(); i++) {
      try {
        drafts.add(read(layer, system, features.get(i)));
      } catch (ProblemException e) {
        throw e.in("features[" + i + "]: ");
      }
    }
    return drafts;
  }

  private FeatureDraft read(LayerDeclaration layer, CoordinateSystem system, JsonNode feature) {
    JsonNode named = feature.path("id");
    String id =
        named.isMissingNode() || named.isNull() ? UUID.randomUUID().toString() : named.asString();
    return reader.read(layer, id, system, feature, LocalDate.now(clock));
  }

  /** Says of several which one it is. */
  private static ProblemException refused(DraftException fault, List<FeatureDraft> drafts) {
    ProblemException refused = FeatureReader.refused(fault);
    String id = fault.refusals().get(0).id();
    int at = drafts.stream().map(FeatureDraft::id).toList().lastIndexOf(id);
    return drafts.size() > 1 ? refused.in("features[" + at + "]: ") : refused;
  }

  private void insert(String layer, List<FeatureDraft> drafts, Viewer editor) {
    Precondition.orBusy(
        () -> {
          try {
            store.insert(layer, drafts, editor);
            return true;
          } catch (DraftException e) {
            throw refused(e, drafts);
          } catch (VersionConflictException e) {
            throw new ProblemException(
                HttpStatus.CONFLICT,
                "feature-exists",
                "The feature is there already",
                "Nothing was recorded: layer '%s' has a feature '%s'; change it with PUT or PATCH."
                    .formatted(layer, e.current() == null ? "" : e.current().id()));
          }
        });
  }
}
