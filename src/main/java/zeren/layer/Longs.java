package zeren.layer;

import java.util.Arrays;

/**
 * A growing list of 64-bit numbers in blocks, so that growing copies none of them and a million
 * take eight million bytes.
 */
final class Longs {

  private static final int SHIFT = 12;
  private static final int BLOCK = 1 << SHIFT;

  private long[][] blocks = new long[0][];
  private int size;

  void add(long value) {
    int block = size >>> SHIFT;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, Math.max(8, block * 2));
    }
    if ((size & (BLOCK - 1)) == 0) {
      blocks[block] = new long[BLOCK];
    }
    blocks[block][size & (BLOCK - 1)] = value;
    size++;
  }

  void addDouble(double value) {
    add(Double.doubleToRawLongBits(value));
  }

  long get(int index) {
    return blocks[index >>> SHIFT][index & (BLOCK - 1)];
  }

  /** What {@link #addDouble} put there. */
  double getDouble(int index) {
    return Double.longBitsToDouble(get(index));
  }

  /** A copy of so many that {@link #addDouble} put there. */
  double[] doubles(int from, int count) {
    double[] copy = new double[count];
    for (int i = 0; i < count; i++) {
      copy[i] = getDouble(from + i);
    }
    return copy;
  }

  int size() {
    return size;
  }

  /** Gives back the room that was kept for more. */
  void trim() {
    int used = (size + BLOCK - 1) >>> SHIFT;
    blocks = Arrays.copyOf(blocks, used);
    if ((size & (BLOCK - 1)) != 0) {
      blocks[used - 1] = Arrays.copyOf(blocks[used - 1], size & (BLOCK - 1));
    }
  }
}
