package zeren.tile;

import org.locationtech.jts.geom.Envelope;

/** The tiles of one zoom level that something can be in, all bounds included. */
public record TileLimits(int zoom, int minRow, int maxRow, int minColumn, int maxColumn) {

  /**
   * @param lonLat what there is, in degrees; symbols and lines reach a little beyond it
   */
  public static TileLimits of(TileMatrixSet set, Envelope lonLat, int zoom) {
    int toTiles = TileMatrixSet.BITS - zoom;
    long reach = (long) TileAddress.BUFFER << new TileAddress(set, zoom, 0, 0).shift();
    return new TileLimits(
        zoom,
        within(set.rows(zoom), set.y(lonLat.getMaxY()) - reach >> toTiles),
        within(set.rows(zoom), set.y(lonLat.getMinY()) + reach >> toTiles),
        within(set.columns(zoom), set.x(lonLat.getMinX()) - reach >> toTiles),
        within(set.columns(zoom), set.x(lonLat.getMaxX()) + reach >> toTiles));
  }

  private static int within(int tiles, long tile) {
    return (int) Math.max(0, Math.min(tiles - 1, tile));
  }

  /** Whether a tile of this zoom level is one of them. */
  public boolean contain(TileAddress address) {
    return address.y() >= minRow
        && address.y() <= maxRow
        && address.x() >= minColumn
        && address.x() <= maxColumn;
  }
}
