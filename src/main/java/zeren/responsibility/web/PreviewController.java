package zeren.responsibility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import zeren.exchange.ImportDrafts;
import zeren.exchange.Imports;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureReader;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.Viewer;
import zeren.problem.WholeBody;
import zeren.responsibility.CoverageAudits;
import zeren.responsibility.Findings;
import zeren.responsibility.Impact;
import zeren.responsibility.ImpactPreview;
import zeren.responsibility.ResponsibilityMap;
import zeren.responsibility.ResponsibilityMaps;

/** What a changed boundary or assignment would move, before it is recorded. */
@RestController
class PreviewController {

  static final int MOST_FEATURES = 10_000;
  private static final Set<String> MEMBERS =
      Set.of("layer", "features", "removed", "at", "crs", "import");

  private final LayerCatalog catalog;
  private final ResponsibilityMaps maps;
  private final FeatureReader reader;
  private final Imports imports;
  private final Findings findings;
  private final CoverageAudits coverage;
  private final JsonQuestion json;
  private final Clock clock;

  PreviewController(
      LayerCatalog catalog,
      ResponsibilityMaps maps,
      FeatureReader reader,
      Imports imports,
      Findings findings,
      CoverageAudits coverage,
      JsonQuestion json,
      Clock clock) {
    this.catalog = catalog;
    this.maps = maps;
    this.reader = reader;
    this.imports = imports;
    this.findings = findings;
    this.coverage = coverage;
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
    viewer.officer();
    JsonNode body = json.read(request, WholeBody.MOST_BYTES, MEMBERS);
    Change change = body.has("import") ? ofImport(body) : ofFeatures(body, viewer);
    ResponsibilityMap before = maps.on(change.day());
    Impact impact =
        ImpactPreview.of(
            change.day(), before, change.layer(), change.drafts(), change.gone(), coverage);
    return PreviewBody.of(
        change.layer(), change.day(), impact, findings.findOpenOf(PreviewBody.objects(impact)));
  }

  /** The rows of a checked import. */
  private Change ofImport(JsonNode body) throws IOException {
    if (body.size() > 1) {
      throw JsonQuestion.bad("'import' stands alone: the import says the layer and the day itself");
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
      throw JsonQuestion.bad(
          "'features' must be a list of GeoJSON features, 'removed' a list of ids");
    }
    if (features.size() + removed.size() > MOST_FEATURES) {
      throw JsonQuestion.bad("at most " + MOST_FEATURES + " features are looked at together");
    }
    String crs = body.path("crs").isString() ? body.path("crs").stringValue() : null;
    List<FeatureDraft> drafts = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      JsonNode feature = features.get(i);
      String id = feature.path("id").asString("");
      if (id.isEmpty()) {
        throw JsonQuestion.bad("features[" + i + "] has no id");
      }
      drafts.add(reader.read(layer, id, crs, feature, day));
    }
    reader.check(layer.id(), drafts);
    Set<String> gone = new LinkedHashSet<>();
    removed.values().forEach(id -> gone.add(id.asString("")));
    return new Change(layer.id(), day, drafts, gone);
  }

  private LocalDate day(JsonNode given) {
    LocalDate day = JsonQuestion.day(given);
    return day == null ? LocalDate.now(clock) : day;
  }
}
