package zeren.tile;

import java.util.BitSet;
import org.locationtech.jts.geom.Envelope;
import zeren.layer.Column;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/**
 * Chooses the features that stay when a tile cannot hold all: the largest, and among those of about
 * the same size by a hash of their ids. So a choice does not change with its neighbours in the
 * list, and one that keeps fewer keeps some of the same.
 */
final class Thinning implements Column.Utf8 {

  /** A rank has a class of size, 0 for the largest, in its upper bits, and below it this many. */
  private static final int HASH_BITS = 11;

  private static final int RANKS = 1 << 16;
  private static final int SMALLEST = (RANKS >> HASH_BITS) - 1;

  private final LayerView view;
  private final boolean points;
  private int hash;

  private Thinning(LayerView view) {
    this.view = view;
    this.points = view.declaration().geometry() == GeometryType.POINT;
  }

  /** At most so many of the rows. */
  static BitSet choose(LayerView view, BitSet rows, int most) {
    return rows.cardinality() <= most ? rows : new Thinning(view).choose(rows, most);
  }

  private BitSet choose(BitSet rows, int most) {
    char[] ranks = new char[rows.cardinality()];
    int[] counts = new int[RANKS];
    int at = 0;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      ranks[at] = (char) rank(row);
      counts[ranks[at++]]++;
    }
    int first = 0;
    for (int kept = counts[0]; first < RANKS - 1 && kept <= most; kept += counts[first]) {
      first++;
    }
    BitSet chosen = new BitSet(rows.length());
    at = 0;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (ranks[at++] < first) {
        chosen.set(row);
      }
    }
    return chosen;
  }

  private int rank(int row) {
    view.ids().utf8(row, this);
    return sizeClass(row) << HASH_BITS | hash >>> (Integer.SIZE - HASH_BITS);
  }

  /** Each class is half as large as the one before, from the size of a continent down to metres. */
  private int sizeClass(int row) {
    if (points) {
      return 0;
    }
    Envelope box = view.box(row);
    int halvings = 6 - Math.getExponent(Math.max(box.getWidth(), box.getHeight()));
    return Math.max(0, Math.min(SMALLEST, halvings));
  }

  /** FNV-1a, with its bits mixed once more, because only the upper ones count. */
  @Override
  public void accept(byte[] utf8, int from, int to) {
    int mixed = 0x811c9dc5;
    for (int i = from; i < to; i++) {
      mixed = (mixed ^ utf8[i]) * 0x01000193;
    }
    mixed ^= mixed >>> 15;
    hash = mixed * 0x2c1b3c6d;
  }
}
