package zeren.tile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.tile.TileMatrixSet;

/** The tile matrix sets that there are tiles in (OGC 17-083r4). */
@RestController
@RequestMapping("/ogc/tileMatrixSets")
class TileMatrixSetController {

  /** A pixel as OGC takes it, in metres. */
  private static final double PIXEL = 0.00028;

  private static final int TILE_PIXELS = 256;

  record TileMatrixSetList(List<Entry> tileMatrixSets) {}

  record Entry(String id, String title, String uri, String crs, List<Link> links) {}

  record Definition(
      String id,
      String title,
      String uri,
      String crs,
      List<String> orderedAxes,
      String wellKnownScaleSet,
      List<TileMatrix> tileMatrices) {}

  /**
   * @param cellSize of a pixel in units of the reference system
   */
  record TileMatrix(
      String id,
      double scaleDenominator,
      double cellSize,
      String cornerOfOrigin,
      double[] pointOfOrigin,
      int tileWidth,
      int tileHeight,
      int matrixWidth,
      int matrixHeight) {}

  @GetMapping
  TileMatrixSetList list(HttpServletRequest request) {
    TilesetController.allowOnlyJson(QueryParameters.of(request), List.of());
    return new TileMatrixSetList(
        Arrays.stream(TileMatrixSet.values())
            .map(
                set ->
                    new Entry(
                        set.id(),
                        set.id(),
                        set.uri(),
                        set.crs(),
                        List.of(Link.to("self", Link.JSON, set.id(), path(set)))))
            .toList());
  }

  static String path(TileMatrixSet set) {
    return "/ogc/tileMatrixSets/" + set.id();
  }

  @GetMapping("/{id}")
  Definition get(@PathVariable String id, HttpServletRequest request) {
    TilesetController.allowOnlyJson(QueryParameters.of(request), List.of());
    TileMatrixSet set = find(id);
    return new Definition(
        set.id(),
        set.id(),
        set.uri(),
        set.crs(),
        set.orderedAxes(),
        set.scaleSet(),
        IntStream.rangeClosed(0, TileMatrixSet.DEEPEST)
            .mapToObj(zoom -> matrix(set, zoom))
            .toList());
  }

  /**
   * The set named in a path.
   *
   * @throws ProblemException 404
   */
  static TileMatrixSet find(String id) {
    List<String> known = Arrays.stream(TileMatrixSet.values()).map(TileMatrixSet::id).toList();
    return TileMatrixSet.find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                        "There is no tile matrix set '%s'. There are: %s."
                            .formatted(id, known.stream().collect(Collectors.joining(", "))))
                    .with("allowed", known));
  }

  private static TileMatrix matrix(TileMatrixSet set, int zoom) {
    double cell = set.rootSide() / TILE_PIXELS / (1 << zoom);
    return new TileMatrix(
        String.valueOf(zoom),
        cell * set.metresPerUnit() / PIXEL,
        cell,
        "topLeft",
        set.origin(),
        TILE_PIXELS,
        TILE_PIXELS,
        set.columns(zoom),
        set.rows(zoom));
  }
}
