package zeren.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import zeren.exchange.LayerTemplate;
import zeren.format.FileFormat;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Title;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** A workbook to fill in for a layer and import again. */
@RestController
class TemplateController {

  private final LayerCatalog catalog;

  TemplateController(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping("/api/layers/{layer}/template")
  void template(
      @PathVariable String layer,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    QueryParameters parameters = QueryParameters.of(request);
    LayerView view = catalog.get(layer, viewer, null);
    parameters.allowOnly(List.of("format", "lang"));
    parameters.choice("format", List.of(FileFormat.XLSX.parameter()), FileFormat.XLSX.parameter());
    String language = parameters.choice("lang", List.of("zh", "en"), "zh");
    LayerDeclaration declaration = view.declaration();
    String title = declaration.title().in(language) + (language.equals("zh") ? "模板" : " template");
    response.setContentType(FileFormat.XLSX.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(title + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString()
            .replaceFirst("filename=\"[^\"]*\"", "filename=\"" + declaration.id() + ".xlsx\""));
    new LayerTemplate(declaration, view.fields(), id -> title(id, viewer), language)
        .writeTo(response.getOutputStream());
  }

  /** A layer that the viewer may not see goes by its id. */
  private Title title(String layer, Viewer viewer) {
    return catalog.list(viewer).stream()
        .filter(one -> one.id().equals(layer))
        .map(LayerDeclaration::title)
        .findFirst()
        .orElseGet(() -> new Title(layer, layer));
  }
}
