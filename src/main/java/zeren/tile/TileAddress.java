package zeren.tile;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * One tile: x to the east, y to the south. Its coordinates are tile units from its north-western
 * corner.
 */
public record TileAddress(TileMatrixSet set, int z, int x, int y) {

  /** Tile units a side; a tile is drawn 256 pixels wide, so 16 units are a pixel. */
  static final int EXTENT = 1 << TileAddress.EXTENT_BITS;

  /** What is drawn round a tile so that symbols and lines are whole at its edge: 16 pixels. */
  static final int BUFFER = 256;

  private static final int EXTENT_BITS = 12;

  /** Empty when there is no such tile. */
  public static Optional<TileAddress> find(TileMatrixSet set, String z, String x, String y) {
    try {
      int zoom = Integer.parseInt(z);
      int column = Integer.parseInt(x);
      int row = Integer.parseInt(y);
      boolean inside =
          zoom >= 0
              && zoom <= TileMatrixSet.DEEPEST
              && column >= 0
              && column < set.columns(zoom)
              && row >= 0
              && row < set.rows(zoom);
      return inside ? Optional.of(new TileAddress(set, zoom, column, row)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** How far a number of parts must be shifted to the right to be tile units. */
  int shift() {
    return TileMatrixSet.BITS - EXTENT_BITS - z;
  }

  /** The western edge in tile units of the whole matrix. */
  long west() {
    return (long) x << EXTENT_BITS;
  }

  /** The northern edge in tile units of the whole matrix. */
  long north() {
    return (long) y << EXTENT_BITS;
  }

  /**
   * The tile and some units round it in degrees; a unit more, so that what is rounded into it is in
   * it.
   */
  Envelope lonLat(int margin) {
    double unit = 1L << shift();
    double reach = margin + 1.0;
    return new Envelope(
        set.lon((west() - reach) * unit),
        set.lon((west() + EXTENT + reach) * unit),
        set.lat((north() - reach) * unit),
        set.lat((north() + EXTENT + reach) * unit));
  }
}
