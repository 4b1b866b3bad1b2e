package zeren.tile;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import zeren.geo.WebMercator;

/** One tile of the Web Mercator square: 2^z × 2^z tiles, x to the east, y to the south. */
public record TileAddress(int z, int x, int y) {

  public static final int DEEPEST = 22;

  /** Empty when there is no such tile. */
  public static Optional<TileAddress> find(String z, String x, String y) {
    try {
      int zoom = Integer.parseInt(z);
      int column = Integer.parseInt(x);
      int row = Integer.parseInt(y);
      boolean inside =
          zoom >= 0
              && zoom <= DEEPEST
              && column >= 0
              && column < 1 << zoom
              && row >= 0
              && row < 1 << zoom;
      return inside ? Optional.of(new TileAddress(zoom, column, row)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** In metres of EPSG:3857. */
  Envelope mercator() {
    return WebMercator.tileMetres(z, x, y);
  }
}
