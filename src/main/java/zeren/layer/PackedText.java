package zeren.layer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing list of texts as UTF-8, each of which takes its own bytes and four more. An unpaired
 * surrogate, which no UTF-8 can hold, becomes a question mark.
 */
final class PackedText {

  /** Texts in a block; a block's bytes are in one array. */
  private static final int SHIFT = 10;

  private static final int BLOCK = 1 << SHIFT;

  private byte[][] bytes = new byte[0][];

  /** Where each text ends in its block's bytes; the complement of it stands for null. */
  private int[][] ends = new int[0][];

  private byte[] open = new byte[BLOCK * 16];
  private int used;
  private int size;

  void add(@Nullable String text) {
    if (text == null) {
      end(~begin());
    } else {
      byte[] encoded = encode(text);
      add(encoded, 0, encoded.length);
    }
  }

  private void add(byte[] utf8, int from, int to) {
    begin();
    int length = to - from;
    if (length > open.length - used) {
      open = Arrays.copyOf(open, Math.max(used + length, open.length / 2 * 3));
    }
    System.arraycopy(utf8, from, open, used, length);
    used += length;
    end(used);
  }

  /** Where the next text begins. */
  private int begin() {
    if ((size & (BLOCK - 1)) == 0) {
      startBlock(size >>> SHIFT);
    }
    return used;
  }

  private void end(int end) {
    ends[size >>> SHIFT][size & (BLOCK - 1)] = end;
    size++;
  }

  private void startBlock(int block) {
    if (block > 0) {
      bytes[block - 1] = Arrays.copyOf(open, used);
    }
    if (block == ends.length) {
      int room = Math.max(8, block * 2);
      ends = Arrays.copyOf(ends, room);
      bytes = Arrays.copyOf(bytes, room);
    }
    ends[block] = new int[BLOCK];
    used = 0;
  }

  /** Ends the adding; only now may texts be read. */
  void close() {
    int blocks = (size + BLOCK - 1) >>> SHIFT;
    bytes = Arrays.copyOf(bytes, blocks);
    ends = Arrays.copyOf(ends, blocks);
    if (blocks > 0) {
      bytes[blocks - 1] = Arrays.copyOf(open, used);
      ends[blocks - 1] = Arrays.copyOf(ends[blocks - 1], size - ((blocks - 1) << SHIFT));
    }
    open = new byte[0];
  }

  int size() {
    return size;
  }

  /** The same texts by slot instead of by row. */
  PackedText placed(Placement placement) {
    PackedText placed = new PackedText();
    Column.Utf8 add = placed::add;
    for (int slot = 0; slot < size; slot++) {
      if (!utf8(placement.row(slot), add)) {
        placed.add(null);
      }
    }
    placed.close();
    return placed;
  }

  @Nullable String get(int index) {
    int[] blockEnds = ends[index >>> SHIFT];
    int end = blockEnds[index & (BLOCK - 1)];
    if (end < 0) {
      return null;
    }
    int start = start(blockEnds, index);
    return new String(bytes[index >>> SHIFT], start, end - start, StandardCharsets.UTF_8);
  }

  /**
   * Hands over the bytes of a text.
   *
   * @return false when it is null
   */
  boolean utf8(int index, Column.Utf8 receiver) {
    int[] blockEnds = ends[index >>> SHIFT];
    int end = blockEnds[index & (BLOCK - 1)];
    if (end >= 0) {
      receiver.accept(bytes[index >>> SHIFT], start(blockEnds, index), end);
    }
    return end >= 0;
  }

  /** Hands over the bytes of a text with a number to know it by, unless it is null. */
  void utf8(int index, int number, Column.Texts receiver) {
    int[] blockEnds = ends[index >>> SHIFT];
    int end = blockEnds[index & (BLOCK - 1)];
    if (end >= 0) {
      receiver.accept(number, bytes[index >>> SHIFT], start(blockEnds, index), end);
    }
  }

  /** Orders two of the texts by their bytes, which is the order of their code points. */
  int compare(int one, int other) {
    int[] otherEnds = ends[other >>> SHIFT];
    return -compareTo(one, bytes[other >>> SHIFT], start(otherEnds, other), end(otherEnds, other));
  }

  /**
   * The row of the text, when rows stand in the order of {@link #compare} and texts in slots. When
   * it is not among them, the complement of the row that would come after it, which is negative.
   */
  int search(String text, Placement placement) {
    byte[] sought = encode(text);
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compareTo(placement.slot(middle), sought, 0, sought.length);
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return ~low;
  }

  /** Negative when the bytes given come before the text at the index. */
  private int compareTo(int index, byte[] other, int from, int to) {
    int[] blockEnds = ends[index >>> SHIFT];
    return Arrays.compareUnsigned(
        other, from, to, bytes[index >>> SHIFT], start(blockEnds, index), end(blockEnds, index));
  }

  private static int start(int[] blockEnds, int index) {
    int place = index & (BLOCK - 1);
    return place == 0 ? 0 : end(blockEnds, place - 1);
  }

  private static int end(int[] blockEnds, int index) {
    int end = blockEnds[index & (BLOCK - 1)];
    return end < 0 ? ~end : end;
  }

  static byte[] encode(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
