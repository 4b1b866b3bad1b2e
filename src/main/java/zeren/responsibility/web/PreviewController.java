package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.exchange.ImportDrafts;
import zeren.exchange.Imports;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureReader;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.responsibility.Findings;
import zeren.responsibility.Impact;
import zeren.responsibility.ImpactPreview;
import zeren.responsibility.ResponsibilityMap;
import zeren.responsibility.ResponsibilityMaps;

/** What a changed boundary or assignment would move, before it is recorded. */
@RestController
class PreviewController {

  private static final int MOST_BYTES = 20_000_000;
  private static final int MOST_FEATURES = 10_000;
  private static final Set<String> MEMBERS =
      Set.of("layer", "features", "removed", "at", "crs", "import");

  private final LayerCatalog catalog;
  private final ResponsibilityMaps maps;
  private final FeatureReader reader;
  private final Imports imports;
  private final Findings findings;
  private final JsonMapper json;
  private final Clock clock;

  PreviewController(
      LayerCatalog catalog,
      ResponsibilityMaps maps,
      FeatureReader reader,
      Imports imports,
      Findings findings,
      JsonMapper json,
      Clock clock) {
    this.catalog = catalog;
    this.maps = maps;
    this.reader = reader;
    this.imports = imports;
    this.findings = findings;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A change that is not recorded.
   *
   * @param gone ids of features that would be no more
   */
  private record Change(String layer, LocalDate day, List<FeatureDraft> drafts, Set<String> gone) {}

  @PostMapping("/api/responsibility/preview")
  PreviewBody preview(HttpServletRequest request, Viewer viewer) throws IOException {
    viewer.editor();
    JsonNode body = tree(request);
    for (String member : body.propertyNames()) {
      if (!MEMBERS.contains(member)) {
        throw bad("member '" + member + "' is not known here");
      }
    }
    Change change = body.has("import") ? ofImport(body) : ofFeatures(body, viewer);
    ResponsibilityMap before = maps.on(change.day());
    Impact impact = ImpactPreview.of(before, change.layer(), change.drafts(), change.gone());
    return PreviewBody.of(
        change.layer(), change.day(), impact, findings.findOpenOf(PreviewBody.objects(impact)));
  }

  /** The rows of a checked import. */
  private Change ofImport(JsonNode body) throws IOException {
    if (body.size() > 1) {
      throw bad("'import' stands alone: the import says the layer and the day itself");
    }
    ImportDrafts drafts = imports.findDrafts(body.path("import").asString(""));
    return new Change(drafts.layer(), drafts.day(), drafts.drafts(), drafts.closed());
  }

  private Change ofFeatures(JsonNode body, Viewer viewer) {
    LayerDeclaration layer = catalog.getDeclaration(body.path("layer").asString(""), viewer);
    LocalDate day = day(body.path("at"));
    JsonNode features = body.path("features");
    JsonNode removed = body.path("removed");
    if (!(features.isMissingNode() || features.isArray())
        || !(removed.isMissingNode() || removed.isArray())) {
      throw bad("'features' must be a list of GeoJSON features, 'removed' a list of ids");
    }
    if (features.size() + removed.size() > MOST_FEATURES) {
      throw bad("at most " + MOST_FEATURES + " features are looked at together");
    }
    String crs = body.path("crs").isString() ? body.path("crs").stringValue() : null;
    List<FeatureDraft> drafts = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      JsonNode feature = features.get(i);
      String id = feature.path("id").asString("");
      if (id.isEmpty()) {
        throw bad("features[" + i + "] has no id");
      }
      drafts.add(reader.read(layer, id, crs, feature, day));
    }
    reader.check(layer.id(), drafts);
    Set<String> gone = new LinkedHashSet<>();
    removed.values().forEach(id -> gone.add(id.asString("")));
    return new Change(layer.id(), day, drafts, gone);
  }

  private LocalDate day(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return LocalDate.now(clock);
    }
    try {
      return LocalDate.parse(given.asString(""));
    } catch (DateTimeParseException e) {
      throw bad("'at' must be a day that exists, written like 2026-11-22");
    }
  }

  private JsonNode tree(HttpServletRequest request) throws IOException {
    byte[] body;
    try (InputStream in = request.getInputStream()) {
      body = in.readNBytes(MOST_BYTES + 1);
    }
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-large",
          "Too large",
          "A change may have " + MOST_BYTES / 1_000_000 + " MB.");
    }
    @Nullable JsonNode tree;
    try {
      tree = json.readTree(body);
    } catch (JacksonException e) {
      throw bad("the body is not JSON: " + e.getOriginalMessage());
    }
    if (tree == null || !tree.isObject()) {
      throw bad("the body must be an object with 'layer' and 'features', or with 'import'");
    }
    return tree;
  }

  private static ProblemException bad(String reason) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "bad-request", "The change cannot be looked at", reason + ".");
  }
}
