package zeren.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * Web Mercator (EPSG:3857) and its square tiles, row 0 in the north. The formula is that of EPSG
 * method 1024: the sphere's Mercator on the ellipsoid's latitude, radius 6378137 m.
 */
public final class WebMercator {

  /** Radius of the sphere in metres. */
  public static final double RADIUS_METRES = 6378137.0;

  /** Width and height of the whole plane in metres; the origin is in its middle. */
  public static final double WORLD_METRES = 2 * Math.PI * RADIUS_METRES;

  /** The latitude of the upper edge of the plane; the lower edge lies at its negative. */
  public static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

  private WebMercator() {}

  /** Easting in metres of a longitude in degrees. */
  public static double x(double lon) {
    return Math.toRadians(lon) * RADIUS_METRES;
  }

  /**
   * Northing in metres of a latitude in degrees; beyond {@link #MAX_LATITUDE} that of the plane's
   * edge.
   */
  public static double y(double lat) {
    double clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
    double sine = Math.sin(Math.toRadians(clamped));
    return 0.5 * Math.log((1 + sine) / (1 - sine)) * RADIUS_METRES;
  }

  /** Longitude in degrees of an easting in metres. */
  public static double lon(double x) {
    return Math.toDegrees(x / RADIUS_METRES);
  }

  /** Latitude in degrees of a northing in metres. */
  public static double lat(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(y / RADIUS_METRES)));
  }

  /**
   * What a tile covers, in metres of EPSG:3857, without any margin.
   *
   * @throws IllegalArgumentException if there is no such tile
   */
  public static Envelope tileMetres(int z, int x, int y) {
    if (!tileExists(z, x, y)) {
      throw new IllegalArgumentException("No tile " + z + "/" + x + "/" + y);
    }
    double size = WORLD_METRES / tilesAcross(z);
    double west = x * size - WORLD_METRES / 2;
    double north = WORLD_METRES / 2 - y * size;
    return new Envelope(west, west + size, north - size, north);
  }

  /** Whether zoom, column and row name a tile; zoom 0 to 30. */
  public static boolean tileExists(int z, int x, int y) {
    return z >= 0 && z <= 30 && x >= 0 && y >= 0 && x < tilesAcross(z) && y < tilesAcross(z);
  }

  private static int tilesAcross(int zoom) {
    if (zoom < 0 || zoom > 30) {
      throw new IllegalArgumentException("Zoom " + zoom + " is not between 0 and 30");
    }
    return 1 << zoom;
  }
}
