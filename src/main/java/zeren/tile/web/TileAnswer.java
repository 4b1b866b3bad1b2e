package zeren.tile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import zeren.filter.FieldFilter;
import zeren.filter.Where;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Visibility;
import zeren.problem.QueryParameters;
import zeren.tile.Tile;
import zeren.tile.TileAddress;
import zeren.tile.TileEncoder;
import zeren.tile.TileService;

/** Answers a question for a tile, whichever path it came by. */
@Component
class TileAnswer {

  static final MediaType VECTOR_TILE =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

  /** Names the layers of which features were left out, and how many: {@code site=1200}. */
  static final String OMITTED = "Zeren-Omitted";

  private final TileService tiles;

  TileAnswer(TileService tiles) {
    this.tiles = tiles;
  }

  /**
   * The tile, 204 when nothing lies in it, or 304 when whoever asks has it.
   *
   * @param parameters may hold filters, see {@link #filters}
   */
  ResponseEntity<byte[]> answer(
      TileAddress address,
      List<LayerView> views,
      QueryParameters parameters,
      Viewer viewer,
      HttpServletRequest request) {
    boolean filtered = filters(views).stream().anyMatch(parameters::has);
    List<TileEncoder.Drawn> drawn =
        filtered ? views.stream().map(view -> filter(view, parameters)).toList() : List.of();
    // Weak, because the bytes on the wire differ with the encoding, and the tile does not.
    String tag = "W/\"" + TileService.tag(views) + "\"";
    if (new ServletWebRequest(request).checkNotModified(tag)) {
      return headers(HttpStatus.NOT_MODIFIED, views, tag).build();
    }
    Tile tile = filtered ? tiles.make(address, drawn) : tiles.get(address, views);
    if (tile.bytes().length == 0) {
      return headers(HttpStatus.NO_CONTENT, views, tag).build();
    }
    ResponseEntity.BodyBuilder answer = headers(HttpStatus.OK, views, tag).contentType(VECTOR_TILE);
    if (!tile.omitted().isEmpty()) {
      answer.header(OMITTED, tile.omitted());
    }
    if (tile.compressed() && readsGzip(request)) {
      return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(tile.bytes());
    }
    return answer.body(tile.plainBytes());
  }

  /** Names of the parameters that filter: {@code where}, and {@code site.type} and the like. */
  static List<String> filters(List<LayerView> views) {
    List<String> names = new ArrayList<>(List.of("where"));
    views.forEach(view -> names.addAll(FieldFilter.parameterNames(view, prefix(view))));
    return names;
  }

  private static TileEncoder.Drawn filter(LayerView view, QueryParameters parameters) {
    return new TileEncoder.Drawn(
        view,
        FieldFilter.compile(view, parameters, prefix(view), Set.of())
            .and(Where.compile(view, parameters)));
  }

  private static String prefix(LayerView view) {
    return view.declaration().id() + ".";
  }

  private static boolean readsGzip(HttpServletRequest request) {
    for (String header : Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING))) {
      for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
        if (coding.strip().matches("(gzip|\\*)(?!\\s*;\\s*q=0(\\.0*)?$).*")) {
          return true;
        }
      }
    }
    return false;
  }

  private static ResponseEntity.BodyBuilder headers(
      HttpStatus status, List<LayerView> views, String tag) {
    boolean everybody =
        views.stream().allMatch(view -> view.declaration().visibility() == Visibility.PUBLIC);
    CacheControl cache = CacheControl.noCache();
    return ResponseEntity.status(status)
        .eTag(tag)
        .header(
            HttpHeaders.VARY,
            HttpHeaders.COOKIE,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.ACCEPT_ENCODING)
        .cacheControl(everybody ? cache.cachePublic() : cache.cachePrivate());
  }
}
