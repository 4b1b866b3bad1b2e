package zeren.tile;

import java.util.function.IntPredicate;
import zeren.layer.LayerView;

/**
 * Points of one square of the map become one point in their middle. The squares are those of the
 * whole map: one that reaches into a tile with its buffer is counted whole, so neighbouring tiles
 * show the same group. Sums are whole numbers, so they are the same in whatever order points come.
 */
final class PointGroups {

  /** Squares a tile side: each is 64 pixels wide. */
  private static final int ACROSS_BITS = 2;

  /** Squares in a row, with one on each side for the buffer. */
  private static final int WIDE = (1 << ACROSS_BITS) + 2;

  private static final int SIDE = TileAddress.EXTENT >> ACROSS_BITS;

  private final TileAddress address;
  private final LayerView view;
  private final int[] counts = new int[WIDE * WIDE];
  private final long[] sumX = new long[WIDE * WIDE];
  private final long[] sumY = new long[WIDE * WIDE];

  /** The row that came last in each square. */
  private final int[] last = new int[WIDE * WIDE];

  PointGroups(TileAddress address, LayerView view) {
    this.address = address;
    this.view = view;
  }

  /** A point alone in its square is itself. */
  void draw(IntPredicate keep, LayerMessage message) {
    view.scan(
        address.lonLat(SIDE),
        (row, lon, lat) -> {
          if (keep.test(row)) {
            add(row, lon, lat);
          }
        });
    int shift = address.shift();
    long half = 1L << (shift - 1);
    for (int square = 0; square < counts.length; square++) {
      if (counts[square] > 0) {
        long x = (sumX[square] / counts[square] + half >> shift) - address.west();
        long y = (sumY[square] / counts[square] + half >> shift) - address.north();
        if (Window.holds(x, y)) {
          if (counts[square] == 1) {
            message.addPoint((int) x, (int) y, last[square]);
          } else {
            message.addGroup((int) x, (int) y, counts[square]);
          }
        }
      }
    }
  }

  private void add(int row, double lon, double lat) {
    long x = address.set().x(lon);
    long y = address.set().y(lat);
    int toSquares = TileMatrixSet.BITS - address.z() - ACROSS_BITS;
    long column = (x >> toSquares) - ((long) address.x() << ACROSS_BITS) + 1;
    long line = (y >> toSquares) - ((long) address.y() << ACROSS_BITS) + 1;
    if (column >= 0 && column < WIDE && line >= 0 && line < WIDE) {
      int square = (int) (line * WIDE + column);
      counts[square]++;
      sumX[square] += x;
      sumY[square] += y;
      last[square] = row;
    }
  }
}
