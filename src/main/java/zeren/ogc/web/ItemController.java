package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import zeren.geo.CoordinateRangeException;
import zeren.layer.FeatureNames;
import zeren.layer.FeatureVersion;
import zeren.layer.FieldTexts;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** One feature of a collection. */
@RestController
class ItemController {

  private static final List<String> PARAMETERS = List.of("crs", "datetime", "at", "f", "lang");

  private final LayerCatalog catalog;
  private final Answers answers;
  private final Clock clock;

  ItemController(LayerCatalog catalog, Answers answers, Clock clock) {
    this.catalog = catalog;
    this.answers = answers;
    this.clock = clock;
  }

  /** Its tag names its version, for who wants to change it. */
  @GetMapping("/ogc/collections/{layer}/items/{id}")
  void item(
      @PathVariable String layer,
      @PathVariable String id,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    LayerView view = catalog.get(layer, viewer, null);
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(PARAMETERS);
    Days days = Days.of(parameters, clock);
    FeatureVersion feature =
        catalog
            .findFeature(layer, id, viewer, days.first(), days.last())
            .orElseThrow(() -> absent(layer, id, days));
    Presentation presentation = Presentation.of(parameters, request);
    if (presentation.html()) {
      String language = presentation.language();
      FieldTexts texts = new FieldTexts(new FeatureNames(catalog, viewer, days.last()), language);
      answers.html(
          response,
          "ogc-item",
          language,
          ItemPage.of(feature, view, texts, language),
          ItemBody.links(feature));
      return;
    }
    answers.item(response, feature, system(parameters, feature));
  }

  private static Systems.Named system(QueryParameters parameters, FeatureVersion feature) {
    Systems.Named system = Systems.parse("crs", parameters.findText("crs"));
    try {
      system.system().fromCanonical(feature.geometry());
      return system;
    } catch (CoordinateRangeException e) {
      throw ProblemException.badParameter(
          "crs",
          "Parameter 'crs' is '%s', which does not reach this feature.".formatted(system.uri()));
    }
  }

  private static ProblemException absent(String layer, String id, Days days) {
    return ProblemException.notFound(
        days.first().equals(days.last())
            ? "Layer '%s' has no feature '%s' on %s.".formatted(layer, id, days.first())
            : "Layer '%s' has no feature '%s' from %s to %s."
                .formatted(layer, id, days.first(), days.last()));
  }
}
