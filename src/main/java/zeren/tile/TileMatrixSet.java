package zeren.tile;

import java.util.List;
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
  WEB_MERCATOR_QUAD(
      "WebMercatorQuad", "http://www.opengis.net/def/crs/EPSG/0/3857", "GoogleMapsCompatible", 1) {
    @Override
    double southwards(double lat) {
      return MercatorLatitudes.southwards(lat);
    }

    @Override
    double latitude(double southwards) {
      return WebMercator.lat((0.5 - southwards) * WebMercator.WORLD_METRES);
    }

    @Override
    public List<String> orderedAxes() {
      return List.of("X", "Y");
    }

    @Override
    public double rootSide() {
      return WebMercator.WORLD_METRES;
    }

    @Override
    public double metresPerUnit() {
      return 1;
    }

    @Override
    public double[] origin() {
      return new double[] {-WebMercator.WORLD_METRES / 2, WebMercator.WORLD_METRES / 2};
    }
  },

  /**
   * Longitude and latitude; two tiles of 180° at zoom 0. Its coordinates are those of EPSG:4490 as
   * they are, as far as a map can show.
   */
  WORLD_CRS84_QUAD(
      "WorldCRS84Quad", "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "GoogleCRS84Quad", 2) {
    @Override
    double southwards(double lat) {
      return (90 - lat) / 180;
    }

    @Override
    double latitude(double southwards) {
      return 90 - southwards * 180;
    }

    @Override
    public List<String> orderedAxes() {
      return List.of("Lon", "Lat");
    }

    @Override
    public double rootSide() {
      return 180;
    }

    @Override
    public double metresPerUnit() {
      return WebMercator.WORLD_METRES / 360;
    }

    @Override
    public double[] origin() {
      return new double[] {-180, 90};
    }
  };

  /** The deepest zoom that there are tiles of. */
  public static final int DEEPEST = 22;

  /** The side of a tile of zoom 0 has two to the power of this many parts. */
  static final int BITS = 36;

  private static final double PARTS = 1L << BITS;

  private final String id;
  private final String crs;
  private final String scaleSet;
  private final int rootColumns;

  TileMatrixSet(String id, String crs, String scaleSet, int rootColumns) {
    this.id = id;
    this.crs = crs;
    this.scaleSet = scaleSet;
    this.rootColumns = rootColumns;
  }

  /** From 0 at the northern to 1 at the southern edge, for a latitude in degrees. */
  abstract double southwards(double lat);

  /** The latitude in degrees; beyond the edges too. */
  abstract double latitude(double southwards);

  public abstract List<String> orderedAxes();

  /** Side of a tile of zoom 0 in units of the reference system. */
  public abstract double rootSide();

  /** Metres that OGC takes a unit of the reference system for. */
  public abstract double metresPerUnit();

  /** The north-western corner in the reference system, in the order of its axes. */
  public abstract double[] origin();

  /** The identifier that OGC registered. */
  public String id() {
    return id;
  }

  /** What OGC registered it as. */
  public String uri() {
    return "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + id;
  }

  /** URI of the coordinate reference system. */
  public String crs() {
    return crs;
  }

  /** URI of the well-known scale set that its zoom levels are. */
  public String scaleSet() {
    return "http://www.opengis.net/def/wkss/OGC/1.0/" + scaleSet;
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
    return (long) Math.floor(southwards(lat) * PARTS + 0.5);
  }

  /** Longitude in degrees of a number of parts; beyond the edges too. */
  double lon(double x) {
    return x / (rootColumns * PARTS) * 360 - 180;
  }

  /** Latitude in degrees of a number of parts; beyond the edges too. */
  double lat(double y) {
    return latitude(y / PARTS);
  }
}
