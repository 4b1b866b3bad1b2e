package zeren.ogc.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;

/** The description of the OGC APIs. */
@RestController
class OgcApiController {

  /** The page that shows descriptions, told to show this one. */
  private static final String PAGE = "/api?document=ogc";

  private final LayerCatalog catalog;
  private final OgcApiDocument document;

  OgcApiController(LayerCatalog catalog, OgcApiDocument document) {
    this.catalog = catalog;
    this.document = document;
  }

  @GetMapping("/ogc/api")
  void api(Viewer viewer, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (Presentation.of(request).html()) {
      request.getRequestDispatcher(PAGE).forward(request, response);
      return;
    }
    response.setContentType(Link.OPENAPI);
    response.addHeader(HttpHeaders.VARY, "Accept, Cookie, Authorization");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
    response.getOutputStream().write(document.bytes(catalog.views(viewer)));
  }
}
