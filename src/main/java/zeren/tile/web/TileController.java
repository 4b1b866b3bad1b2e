package zeren.tile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import zeren.filter.Where;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.tile.TileAddress;
import zeren.tile.TileMatrixSet;

@RestController
class TileController {

  private final LayerCatalog catalog;
  private final TileAnswer answer;

  TileController(LayerCatalog catalog, TileAnswer answer) {
    this.catalog = catalog;
    this.answer = answer;
  }

  /**
   * Filters are parameters such as {@code site.type=building,road}, or {@code where}, CQL2 text;
   * {@code at} is a day.
   */
  @GetMapping("/tiles/{layers}/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> tile(
      @PathVariable String layers,
      @PathVariable String z,
      @PathVariable String x,
      @PathVariable String y,
      Viewer viewer,
      HttpServletRequest request) {
    TileAddress address =
        TileAddress.find(TileMatrixSet.WEB_MERCATOR_QUAD, z, x, y)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no tile %s/%s/%s: z is 0 to %d, x and y are 0 to 2^z - 1."
                            .formatted(z, x, y, TileMatrixSet.DEEPEST)));
    QueryParameters parameters = QueryParameters.of(request);
    List<LayerView> views = views(layers, parameters, viewer);
    return answer.answer(address, views, parameters, viewer, request);
  }

  private List<LayerView> views(String layers, QueryParameters parameters, Viewer viewer) {
    var day = parameters.findDate("at");
    List<LayerView> views =
        Arrays.stream(layers.split(",", -1))
            .distinct()
            .map(layer -> catalog.getOnMap(layer, viewer, day))
            .toList();
    List<String> known = new ArrayList<>(List.of("at"));
    known.addAll(TileAnswer.filters(views));
    parameters.allowOnly(known);
    Where.allowForOneOf(views, parameters);
    return views;
  }
}
