package zeren.tile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import zeren.filter.FieldFilter;
import zeren.filter.Where;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Visibility;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.tile.TileAddress;
import zeren.tile.TileEncoder;

@RestController
class TileController {

  private static final MediaType VECTOR_TILE =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

  private final LayerCatalog catalog;

  TileController(LayerCatalog catalog) {
    this.catalog = catalog;
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
        TileAddress.find(z, x, y)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no tile %s/%s/%s: z is 0 to %d, x and y are 0 to 2^z - 1."
                            .formatted(z, x, y, TileAddress.DEEPEST)));
    QueryParameters parameters = QueryParameters.of(request);
    List<LayerView> views = views(layers, parameters, viewer);
    List<TileEncoder.Drawn> drawn =
        views.stream()
            .map(
                view ->
                    new TileEncoder.Drawn(
                        view,
                        FieldFilter.compile(view, parameters, prefix(view), Set.of())
                            .and(Where.compile(view, parameters))))
            .toList();
    String tag = tag(views, viewer);
    // A weak tag, because the connector compresses: the bytes on the wire differ, the tile does
    // not.
    if (new ServletWebRequest(request).checkNotModified("W/\"" + tag + "\"")) {
      return headers(HttpStatus.NOT_MODIFIED, views, tag).build();
    }
    byte[] tile = new TileEncoder(address).encode(drawn);
    return tile.length == 0
        ? headers(HttpStatus.NO_CONTENT, views, tag).build()
        : headers(HttpStatus.OK, views, tag).contentType(VECTOR_TILE).body(tile);
  }

  private List<LayerView> views(String layers, QueryParameters parameters, Viewer viewer) {
    var day = parameters.findDate("at");
    List<String> known = new ArrayList<>(List.of("at", "where"));
    List<LayerView> views = new ArrayList<>();
    for (String layer : Arrays.stream(layers.split(",", -1)).distinct().toList()) {
      LayerView view = catalog.getOnMap(layer, viewer, day);
      views.add(view);
      known.addAll(FieldFilter.parameterNames(view, prefix(view)));
    }
    parameters.allowOnly(known);
    Where.allowForOneOf(views, parameters);
    return views;
  }

  private static String prefix(LayerView view) {
    return view.declaration().id() + ".";
  }

  /**
   * The address with its filters is part of what a cache keys by; who may see what is not, so it is
   * in the tag.
   */
  private static String tag(List<LayerView> views, Viewer viewer) {
    return views.stream().map(LayerView::tag).collect(Collectors.joining("_"))
        + (viewer.seesInternal() ? "i" : "p");
  }

  private static ResponseEntity.BodyBuilder headers(
      HttpStatus status, List<LayerView> views, String tag) {
    boolean everybody =
        views.stream().allMatch(view -> view.declaration().visibility() == Visibility.PUBLIC);
    CacheControl cache = CacheControl.noCache();
    return ResponseEntity.status(status)
        .eTag("W/\"" + tag + "\"")
        .header(HttpHeaders.VARY, "Cookie", "Authorization")
        .cacheControl(everybody ? cache.cachePublic() : cache.cachePrivate());
  }
}
