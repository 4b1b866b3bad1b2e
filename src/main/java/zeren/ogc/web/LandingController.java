package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.Title;
import zeren.ogc.Conformance;

/** Where a client of the OGC APIs begins. */
@RestController
class LandingController {

  private static final Title TITLE = new Title("责任一张图", "Zeren");
  private static final Title DESCRIPTION =
      new Title(
          "监管对象、网格、站点与责任的地图数据",
          "Map data on supervised objects, grid cells, stations and who is responsible");

  private final Answers answers;

  LandingController(Answers answers) {
    this.answers = answers;
  }

  record Landing(String title, String description, List<Link> links) {}

  record Declaration(List<Link> links, List<String> conformsTo) {}

  @GetMapping("/ogc")
  void landing(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Presentation presentation = Presentation.of(request);
    String language = presentation.language();
    List<Link> links =
        List.of(
            new Link("self", Link.JSON, Addresses.current()),
            new Link("alternate", Link.HTML, Addresses.of() + "?f=html"),
            new Link("service-desc", Link.OPENAPI, "OpenAPI 3.0", Addresses.of("api")),
            new Link("service-doc", Link.HTML, "OpenAPI 3.0", Addresses.of("api") + "?f=html"),
            new Link("conformance", Link.JSON, Addresses.of("conformance")),
            new Link("data", Link.JSON, Addresses.of("collections")),
            new Link(Link.OGC + "tilesets-vector", Link.JSON, Addresses.of("tiles")),
            new Link(Link.OGC + "tiling-schemes", Link.JSON, Addresses.of("tileMatrixSets")));
    if (presentation.html()) {
      answers.html(response, "ogc-landing", language, Map.of("address", Addresses.of()), links);
    } else {
      answers.json(
          response, Link.JSON, new Landing(TITLE.in(language), DESCRIPTION.in(language), links));
    }
  }

  /** The conformance classes that are kept to. */
  @GetMapping("/ogc/conformance")
  void conformance(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Presentation presentation = Presentation.of(request);
    String language = presentation.language();
    List<Link> links = Link.ofBoth(Addresses.of("conformance"));
    if (presentation.html()) {
      answers.html(
          response, "ogc-conformance", language, Map.of("classes", Conformance.CLASSES), links);
    } else {
      answers.json(response, Link.JSON, new Declaration(links, Conformance.CLASSES));
    }
  }
}
