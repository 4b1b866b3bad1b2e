package zeren.tile;

import java.util.Optional;
import zeren.geo.WebMercator;

/**
 * A tile matrix set of OGC 17-083r4 whose zoom levels halve the side of a tile. A place in it is
 * two whole numbers, to the east and to the south of its north-western corner, in parts of the side
 * of a tile of zoom 0: exact enough for a quarter of a tile unit at the deepest zoom, and sums of
 * them do not depend on the order of adding.
 */
public enum TileMatrixSet {
  /** The square of Web Mercator (EPSG:3857). */
  WEB_MERCATOR_QUAD("WebMercatorQuad", 1),

  /**
   * Longitude and latitude; two tiles of 180° at zoom 0. Its coordinates are those of EPSG:4490 as
   * they are, as far as a map can show.
   */
  WORLD_CRS84_QUAD("WorldCRS84Quad", 2);

  /** The deepest zoom that there are tiles of. */
  public static final int DEEPEST = 22;

  /** The side of a tile of zoom 0 has two to the power of this many parts. */
  static final int BITS = 36;

  private static final double PARTS = 1L << BITS;

  private final String id;
  private final int rootColumns;

  TileMatrixSet(String id, int rootColumns) {
    this.id = id;
    this.rootColumns = rootColumns;
  }

  /** The identifier that OGC registered. */
  public String id() {
    return id;
  }

  public static Optional<TileMatrixSet> find(String id) {
    for (TileMatrixSet set : values()) {
      if (set.id.equals(id)) {
        return Optional.of(set);
      }
    }
    return Optional.empty();
  }

  public int columns(int zoom) {
    return rootColumns << zoom;
  }

  public int rows(int zoom) {
    return 1 << zoom;
  }

  /** Parts to the east of the western edge. */
  long x(double lon) {
    return (long) Math.floor((lon + 180) * (rootColumns * PARTS / 360) + 0.5);
  }

  /** Parts to the south of the northern edge. */
  long y(double lat) {
    double southwards =
        this == WEB_MERCATOR_QUAD ? MercatorLatitudes.southwards(lat) : (90 - lat) / 180;
    return (long) Math.floor(southwards * PARTS + 0.5);
  }

  /** Longitude in degrees of a number of parts; beyond the edges too. */
  double lon(double x) {
    return x / (rootColumns * PARTS) * 360 - 180;
  }

  /** Latitude in degrees of a number of parts; beyond the edges too. */
  double lat(double y) {
    return this == WEB_MERCATOR_QUAD
        ? WebMercator.lat((0.5 - y / PARTS) * WebMercator.WORLD_METRES)
        : 90 - y / PARTS * 180;
  }
}
