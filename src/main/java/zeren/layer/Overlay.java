package zeren.layer;

import java.util.BitSet;

/**
 * Which rows of a base and of a small delta make up all rows, and in which order. A slot is a row
 * of the base or, counted on behind these, one of the delta.
 */
final class Overlay {

  /** The first slot of the delta. */
  private final int split;

  /** The rows of the base that are no longer so. */
  private final BitSet gone;

  private final int[] slotOfRow;

  /** Negative for a row of the base that is no longer so. */
  private final int[] rowOfSlot;

  /**
   * @param gone not changed any more afterwards
   * @param delta none of its ids stands in a row of the base that is not gone
   */
  Overlay(Rows base, BitSet gone, Rows delta) {
    this.split = base.size();
    this.gone = gone;
    this.slotOfRow = new int[split - gone.cardinality() + delta.size()];
    this.rowOfSlot = new int[split + delta.size()];
    int row = 0;
    int slot = 0;
    for (int added = 0; added < delta.size(); added++) {
      int place = base.find(delta.id(added));
      int end = place < 0 ? ~place : place;
      row = enter(slot, end, row);
      slot = end;
      rowOfSlot[split + added] = row;
      slotOfRow[row++] = split + added;
    }
    enter(slot, split, row);
  }

  /** Gives the rows of the base from one slot to before another their numbers. */
  private int enter(int from, int to, int firstRow) {
    int row = firstRow;
    int nextGone = gone.nextSetBit(from);
    for (int slot = from; slot < to; slot++) {
      if (slot == nextGone) {
        rowOfSlot[slot] = -1;
        nextGone = gone.nextSetBit(slot + 1);
      } else {
        rowOfSlot[slot] = row;
        slotOfRow[row++] = slot;
      }
    }
    return row;
  }

  /** Number of rows. */
  int size() {
    return slotOfRow.length;
  }

  /** The first slot of the delta. */
  int split() {
    return split;
  }

  int slot(int row) {
    return slotOfRow[row];
  }

  /** Negative for a row of the base that is no longer so. */
  int row(int slot) {
    return rowOfSlot[slot];
  }

  /** The rows of the base that are no longer so; not to be changed. */
  BitSet gone() {
    return gone;
  }
}
