package zeren.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zeren.exchange.Mapping;
import zeren.exchange.Mappings;
import zeren.exchange.StoredMapping;
import zeren.layer.LayerCatalog;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

@RestController
@RequestMapping("/api/layers/{layer}/mappings")
class MappingController {

  private final Mappings mappings;
  private final LayerCatalog catalog;

  MappingController(Mappings mappings, LayerCatalog catalog) {
    this.mappings = mappings;
    this.catalog = catalog;
  }

  record MappingList(List<StoredMapping> mappings) {}

  record NewMapping(Mapping mapping, @Nullable String crs) {}

  @GetMapping
  MappingList list(@PathVariable String layer, Viewer viewer, HttpServletRequest request) {
    viewer.officer();
    QueryParameters.of(request).allowOnly(List.of());
    return new MappingList(mappings.list(catalog.getDeclaration(layer, viewer).id()));
  }

  @PutMapping("/{name}")
  StoredMapping save(
      @PathVariable String layer,
      @PathVariable String name,
      @RequestBody NewMapping body,
      Viewer viewer,
      HttpServletRequest request) {
    String by = viewer.officer();
    QueryParameters.of(request).allowOnly(List.of());
    return mappings.save(
        catalog.getDeclaration(layer, viewer), name, body.mapping(), body.crs(), by);
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String layer,
      @PathVariable String name,
      Viewer viewer,
      HttpServletRequest request) {
    String by = viewer.officer();
    QueryParameters.of(request).allowOnly(List.of());
    mappings.delete(catalog.getDeclaration(layer, viewer).id(), name, by);
  }
}
