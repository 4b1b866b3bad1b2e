package zeren.tile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.tile.TileAddress;
import zeren.tile.TileLimits;
import zeren.tile.TileMatrixSet;

/**
 * OGC API Tiles, Part 1: the tilesets of each layer and those of all layers together, in which
 * {@code collections} chooses some.
 */
@RestController
@RequestMapping("/ogc")
class TilesetController {

  private static final String COLLECTIONS = "collections";
  private static final String TILE = "/{tileMatrix}/{tileRow}/{tileCol}";
  private static final String WHOLE = "责任一张图";

  private final LayerCatalog catalog;
  private final TileAnswer answer;

  TilesetController(LayerCatalog catalog, TileAnswer answer) {
    this.catalog = catalog;
    this.answer = answer;
  }

  /** Some of what is said of a tileset, and where the rest is. */
  record TilesetItem(
      String title, String dataType, String crs, String tileMatrixSetURI, List<Link> links) {}

  record TilesetList(List<Link> links, List<TilesetItem> tilesets) {}

  @GetMapping("/tiles")
  TilesetList list(HttpServletRequest request) {
    allowOnlyJson(QueryParameters.of(request), List.of());
    return list(WHOLE, "/ogc/tiles");
  }

  @GetMapping("/collections/{layer}/tiles")
  TilesetList list(@PathVariable String layer, Viewer viewer, HttpServletRequest request) {
    LayerView view = catalog.getOnMap(layer, viewer, null);
    allowOnlyJson(QueryParameters.of(request), List.of());
    return list(view.declaration().title().zh(), path(view));
  }

  private static TilesetList list(String title, String path) {
    return new TilesetList(
        List.of(Link.to("self", Link.JSON, title, path)),
        Arrays.stream(TileMatrixSet.values())
            .map(
                set ->
                    new TilesetItem(
                        title,
                        "vector",
                        set.crs(),
                        set.uri(),
                        List.of(
                            Link.to("self", Link.JSON, set.id(), path + "/" + set.id()),
                            Link.to(
                                Link.TILING_SCHEME,
                                Link.JSON,
                                set.id(),
                                TileMatrixSetController.path(set)))))
            .toList());
  }

  @GetMapping("/tiles/{set}")
  TilesetBody describe(@PathVariable String set, Viewer viewer, HttpServletRequest request) {
    TileMatrixSet matrixSet = TileMatrixSetController.find(set);
    QueryParameters parameters = QueryParameters.of(request);
    allowOnlyJson(parameters, List.of(COLLECTIONS));
    List<LayerView> views = chosen(parameters, viewer);
    String layers = ids(views);
    String path = "/ogc/tiles/" + set;
    String query = parameters.has(COLLECTIONS) ? "?" + COLLECTIONS + "=" + encode(layers) : "";
    return TilesetBody.of(WHOLE, matrixSet, views, links(matrixSet, layers, path, query));
  }

  @GetMapping("/collections/{layer}/tiles/{set}")
  TilesetBody describe(
      @PathVariable String layer,
      @PathVariable String set,
      Viewer viewer,
      HttpServletRequest request) {
    LayerView view = catalog.getOnMap(layer, viewer, null);
    TileMatrixSet matrixSet = TileMatrixSetController.find(set);
    allowOnlyJson(QueryParameters.of(request), List.of());
    return TilesetBody.of(
        view.declaration().title().zh(),
        matrixSet,
        List.of(view),
        links(matrixSet, view.declaration().id(), path(view) + "/" + set, ""));
  }

  private static List<Link> links(TileMatrixSet set, String layers, String path, String query) {
    String title = set.id();
    List<Link> links = new ArrayList<>();
    links.add(Link.to("self", Link.JSON, title, path + query));
    links.add(Link.toEach("item", TileAnswer.VECTOR_TILE.toString(), title, path + TILE + query));
    if (set == TileMatrixSet.WEB_MERCATOR_QUAD && !layers.isEmpty()) {
      String tiles = "/tiles/" + encode(layers);
      links.add(Link.to("describedby", Link.JSON, "TileJSON", tiles + ".json"));
      links.add(Link.to("stylesheet", Link.STYLE, "MapLibre", tiles + "/style.json"));
    }
    return links;
  }

  @GetMapping("/tiles/{set}/{z}/{row}/{col}")
  ResponseEntity<byte[]> tile(
      @PathVariable String set,
      @PathVariable String z,
      @PathVariable String row,
      @PathVariable String col,
      Viewer viewer,
      HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("f", "at", COLLECTIONS));
    return tile(set, z, row, col, chosen(parameters, viewer), parameters, viewer, request);
  }

  @GetMapping("/collections/{layer}/tiles/{set}/{z}/{row}/{col}")
  ResponseEntity<byte[]> tile(
      @PathVariable String layer,
      @PathVariable String set,
      @PathVariable String z,
      @PathVariable String row,
      @PathVariable String col,
      Viewer viewer,
      HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    LayerView view = catalog.getOnMap(layer, viewer, parameters.findDate("at"));
    List<String> known = new ArrayList<>(List.of("f", "at"));
    known.addAll(TileAnswer.filters(List.of(view)));
    parameters.allowOnly(known);
    return tile(set, z, row, col, List.of(view), parameters, viewer, request);
  }

  private ResponseEntity<byte[]> tile(
      String set,
      String z,
      String row,
      String col,
      List<LayerView> views,
      QueryParameters parameters,
      Viewer viewer,
      HttpServletRequest request) {
    parameters.choice("f", List.of("mvt"), "mvt");
    TileMatrixSet matrixSet = TileMatrixSetController.find(set);
    TileAddress address =
        TileAddress.find(matrixSet, z, col, row)
            .filter(tile -> isWithin(TilesetBody.extent(views), tile))
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no tile %s/%s/%s: the tileset says which there are."
                            .formatted(z, row, col)));
    return answer.answer(address, views, parameters, viewer, request);
  }

  private static boolean isWithin(Envelope extent, TileAddress address) {
    return extent.isNull() || TileLimits.of(address.set(), extent, address.z()).contain(address);
  }

  /** The layers named, in that order, or else all on the map. */
  private List<LayerView> chosen(QueryParameters parameters, Viewer viewer) {
    var day = parameters.findDate("at");
    List<String> onMap = catalog.idsOnMap(viewer);
    List<String> wanted = parameters.has(COLLECTIONS) ? parameters.list(COLLECTIONS) : onMap;
    for (String layer : wanted) {
      if (!onMap.contains(layer)) {
        throw ProblemException.badParameter(
            COLLECTIONS,
            "Parameter 'collections' names no layer on the map: '%s'. Layers here: %s."
                .formatted(layer, String.join(", ", onMap)),
            onMap);
      }
    }
    return wanted.stream().map(layer -> catalog.getOnMap(layer, viewer, day)).toList();
  }

  private static String path(LayerView view) {
    return "/ogc/collections/" + encode(view.declaration().id()) + "/tiles";
  }

  private static String ids(List<LayerView> views) {
    return views.stream().map(view -> view.declaration().id()).collect(Collectors.joining(","));
  }

  private static String encode(String ids) {
    return UriUtils.encodePathSegment(ids, StandardCharsets.UTF_8);
  }

  /** Descriptions are JSON and nothing else, whether or not somebody asks for it by name. */
  static void allowOnlyJson(QueryParameters parameters, List<String> others) {
    List<String> known = new ArrayList<>(others);
    known.add("f");
    parameters.allowOnly(known);
    parameters.choice("f", List.of("json"), "json");
  }
}
