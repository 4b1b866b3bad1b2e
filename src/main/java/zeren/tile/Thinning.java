package zeren.tile;

import java.util.BitSet;
import org.locationtech.jts.geom.Envelope;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/**
 * Chooses the features that stay when a tile cannot hold all: the largest, and among those of about
 * the same size by a hash of their ids. So a choice does not change with its neighbours in the
 * list, and one that keeps fewer keeps some of the same.
 */
final class Thinning {

  /** A rank has a class of size, 0 for the largest, in its upper bits, and below it this many. */
  private static final int HASH_BITS = 11;

  private static final int RANKS = 1 << 16;
  private static final int SMALLEST = (RANKS >> HASH_BITS) - 1;

  private final LayerView view;
  private final boolean points;

  private Thinning(LayerView view) {
    this.view = view;
    this.points = view.declaration().geometry() == GeometryType.POINT;
  }

  /** The numbers, from 0, of at most so many of the rows. */
  static BitSet choose(LayerView view, FoundRows rows, int most) {
    BitSet chosen = new BitSet(rows.size());
    if (rows.size() <= most) {
      chosen.set(0, rows.size());
    } else {
      new Thinning(view).choose(rows, most, chosen);
    }
    return chosen;
  }

  private void choose(FoundRows rows, int most, BitSet chosen) {
    char[] ranks = new char[rows.size()];
    view.ids()
        .texts(
            rows.rows(),
            ranks.length,
            (i, utf8, from, to) ->
                ranks[i] = (char) (sizeClass(rows.row(i)) << HASH_BITS | hash(utf8, from, to)));
    int[] counts = new int[RANKS];
    for (char rank : ranks) {
      counts[rank]++;
    }
    int first = 0;
    for (int kept = counts[0]; first < RANKS - 1 && kept <= most; kept += counts[first]) {
      first++;
    }
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] < first) {
        chosen.set(i);
      }
    }
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

  /** FNV-1a, with its bits mixed once more, because only the upper ones are kept. */
  private static int hash(byte[] utf8, int from, int to) {
    int mixed = 0x811c9dc5;
    for (int i = from; i < to; i++) {
      mixed = (mixed ^ utf8[i]) * 0x01000193;
    }
    mixed ^= mixed >>> 15;
    return mixed * 0x2c1b3c6d >>> (Integer.SIZE - HASH_BITS);
  }
}
