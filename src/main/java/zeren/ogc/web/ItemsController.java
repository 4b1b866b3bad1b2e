package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import zeren.layer.FeatureNames;
import zeren.layer.FieldTexts;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** The features of a collection, page by page, in the order of their ids. */
@RestController
class ItemsController {

  private final LayerCatalog catalog;
  private final ItemsQuestion questions;
  private final Answers answers;

  ItemsController(LayerCatalog catalog, ItemsQuestion questions, Answers answers) {
    this.catalog = catalog;
    this.questions = questions;
    this.answers = answers;
  }

  @GetMapping("/ogc/collections/{layer}/items")
  void items(
      @PathVariable String layer,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    QueryParameters parameters = QueryParameters.of(request);
    ItemsQuestion.Asked asked = questions.read(layer, viewer, parameters);
    Presentation presentation = Presentation.of(parameters, request);
    if (presentation.html()) {
      String language = presentation.language();
      FieldTexts texts =
          new FieldTexts(new FeatureNames(catalog, viewer, asked.days().last()), language);
      answers.html(
          response,
          "ogc-items",
          language,
          ItemsTable.of(asked, texts, parameters, language),
          links(asked.page(), layer));
      return;
    }
    if (Answers.isKnown(tag(asked.features().views()), request, response)) {
      return;
    }
    response.setHeader("Content-Crs", "<" + asked.system().uri() + ">");
    answers.json(response, Link.GEOJSON, json -> write(asked, layer, json));
  }

  /**
   * The address with its question is part of what a cache keys by; who may see what is not, so it
   * is in the tag. A weak one, because the connector compresses.
   */
  private static String tag(List<LayerView> views) {
    return views.stream().map(LayerView::tag).collect(Collectors.joining("_", "W/\"", "\""));
  }

  private static void write(ItemsQuestion.Asked asked, String layer, JsonGenerator json) {
    ItemsPage page = asked.page();
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeNumberProperty("numberMatched", page.matched());
    json.writeNumberProperty("numberReturned", page.shown().length);
    json.writePOJOProperty("links", links(page, layer));
    json.writeArrayPropertyStart("features");
    OrderedFeatures features = asked.features();
    List<FeatureWriter> writers =
        features.views().stream()
            .map(view -> new FeatureWriter(view, asked.system().system(), json))
            .toList();
    for (int feature : page.shown()) {
      writers.get(features.viewOf(feature)).write(features.rowOf(feature));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static List<Link> links(ItemsPage page, String layer) {
    List<Link> links = new ArrayList<>();
    links.add(new Link("self", Link.GEOJSON, Addresses.current()));
    links.add(
        new Link(
            "alternate", Link.HTML, Addresses.current(to -> to.replaceQueryParam("f", "html"))));
    links.add(new Link("collection", Link.JSON, Addresses.of("collections", layer)));
    String after = page.after();
    if (after != null) {
      links.add(new Link("next", Link.GEOJSON, Addresses.ofPage(ItemsPage.AFTER, after)));
    }
    String before = page.before();
    if (before != null) {
      links.add(new Link("prev", Link.GEOJSON, Addresses.ofPage(ItemsPage.BEFORE, before)));
    }
    return links;
  }
}
