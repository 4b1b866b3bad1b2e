package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** The layers that the viewer may see, as collections. */
@RestController
@RequestMapping("/ogc/collections")
class CollectionsController {

  private final LayerCatalog catalog;
  private final Answers answers;

  CollectionsController(LayerCatalog catalog, Answers answers) {
    this.catalog = catalog;
    this.answers = answers;
  }

  record Collections(List<Link> links, List<CollectionBody> collections) {}

  @GetMapping
  void collections(Viewer viewer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Presentation presentation = Presentation.of(request);
    String language = presentation.language();
    List<LayerView> views = catalog.views(viewer);
    List<Link> links = Link.ofBoth(Addresses.of("collections"));
    if (presentation.html()) {
      List<Map<String, Object>> rows =
          views.stream().map(view -> CollectionPage.summary(view, language)).toList();
      answers.html(response, "ogc-collections", language, Map.of("collections", rows), links);
    } else {
      List<CollectionBody> bodies =
          views.stream().map(view -> CollectionBody.of(view, language)).toList();
      answers.json(response, Link.JSON, new Collections(links, bodies));
    }
  }

  @GetMapping("/{layer}")
  void collection(
      @PathVariable String layer,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    LayerView view = catalog.get(layer, viewer, null);
    Presentation presentation = Presentation.of(request);
    String language = presentation.language();
    CollectionBody body = CollectionBody.of(view, language);
    if (presentation.html()) {
      answers.html(
          response, "ogc-collection", language, CollectionPage.of(view, language), body.links());
    } else {
      answers.json(response, Link.JSON, body);
    }
  }

  /** The names that filters and parameters may use, as a JSON Schema. */
  @GetMapping("/{layer}/queryables")
  void queryables(
      @PathVariable String layer,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    LayerView view = catalog.get(layer, viewer, null);
    Presentation presentation = Presentation.of(request);
    String language = presentation.language();
    if (presentation.html()) {
      answers.html(
          response,
          "ogc-queryables",
          language,
          CollectionPage.queryables(view, language),
          List.of(new Link("self", Link.SCHEMA, Addresses.of("collections", layer, "queryables"))));
    } else {
      answers.json(response, Link.SCHEMA, Schemas.queryables(view, language));
    }
  }

  /** What a feature of the collection is made of, as a JSON Schema. */
  @GetMapping("/{layer}/schema")
  void schema(
      @PathVariable String layer,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    LayerView view = catalog.get(layer, viewer, null);
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("lang"));
    answers.json(response, Link.SCHEMA, Schemas.feature(view, Representation.language(parameters)));
  }
}
