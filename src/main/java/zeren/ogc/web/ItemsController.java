package zeren.ogc.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import zeren.filter.BoundingBox;
import zeren.filter.FieldFilter;
import zeren.filter.TextSearch;
import zeren.filter.Where;
import zeren.layer.GeoJsonFeature;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;

/** The features of a layer, page by page, in the order of their ids. */
@RestController
class ItemsController {

  private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");
  private static final Set<String> OWN = Set.of("limit", "offset", "bbox", "at", "where", "q");
  private static final int MOST = 10_000;

  private final LayerCatalog catalog;

  ItemsController(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping("/ogc/collections/{layer}/items")
  ResponseEntity<Items> items(
      @PathVariable String layer, Viewer viewer, HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    LayerView view = catalog.get(layer, viewer, parameters.findDate("at"));
    List<String> known = new ArrayList<>(OWN.stream().sorted().toList());
    known.addAll(FieldFilter.parameterNames(view, ""));
    parameters.allowOnly(known);
    int limit = parameters.wholeNumber("limit", 1, MOST, 100);
    int offset = parameters.wholeNumber("offset", 0, Integer.MAX_VALUE, 0);
    IntPredicate keep =
        FieldFilter.compile(view, parameters, "", OWN)
            .and(Where.compile(view, parameters))
            .and(BoundingBox.meets(view, parameters.findText("bbox")))
            .and(TextSearch.matches(view, parameters.findText("q")));
    int[] rows = IntStream.range(0, view.size()).filter(keep).toArray();
    List<GeoJsonFeature> page =
        IntStream.of(rows)
            .skip(offset)
            .limit(limit)
            .mapToObj(
                row -> new GeoJsonFeature(view.id(row), view.geometry(row), view.properties(row)))
            .toList();
    return ResponseEntity.ok()
        .contentType(GEOJSON)
        .body(
            new Items(
                "FeatureCollection",
                page,
                rows.length,
                page.size(),
                links(offset, limit, rows.length)));
  }

  private static List<Link> links(int offset, int limit, int matched) {
    List<Link> links = new ArrayList<>();
    links.add(
        new Link(
            "self",
            GEOJSON.toString(),
            ServletUriComponentsBuilder.fromCurrentRequest().build().toUriString()));
    if ((long) offset + limit < matched) {
      links.add(
          new Link(
              "next",
              GEOJSON.toString(),
              ServletUriComponentsBuilder.fromCurrentRequest()
                  .replaceQueryParam("offset", offset + limit)
                  // The query is encoded already, as it came.
                  .build()
                  .toUriString()));
    }
    return links;
  }

  record Items(
      String type,
      List<GeoJsonFeature> features,
      int numberMatched,
      int numberReturned,
      List<Link> links) {}

  record Link(String rel, String type, String href) {}
}
