package zeren.layer;

/**
 * Where the values of rows are kept. Rows are in the order of their ids; their values stand in
 * slots, in the order of a curve through the places of the rows. What is asked for one part of the
 * map then lies together in memory, where the processor finds it many times faster.
 */
final class Placement {

  private final int[] rows;
  private final int[] slots;

  /**
   * @param rows by slot, each row once; taken over
   */
  Placement(int[] rows) {
    this.rows = rows;
    this.slots = new int[rows.length];
    for (int slot = 0; slot < rows.length; slot++) {
      slots[rows[slot]] = slot;
    }
  }

  int size() {
    return rows.length;
  }

  int row(int slot) {
    return rows[slot];
  }

  int slot(int row) {
    return slots[row];
  }
}
