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
    int block = size >>> SHIFT;
    if ((size & (BLOCK - 1)) == 0) {
      startBlock(block);
    }
    if (text != null) {
      byte[] encoded = encode(text);
      if (encoded.length > open.length - used) {
        open = Arrays.copyOf(open, Math.max(used + encoded.length, open.length / 2 * 3));
      }
      System.arraycopy(encoded, 0, open, used, encoded.length);
      used += encoded.length;
    }
    ends[block][size & (BLOCK - 1)] = text == null ? ~used : used;
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

  /** Orders two of the texts by their bytes, which is the order of their code points. */
  int compare(int one, int other) {
    int[] otherEnds = ends[other >>> SHIFT];
    return -compareTo(one, bytes[other >>> SHIFT], start(otherEnds, other), end(otherEnds, other));
  }

  /**
   * The place of the text among texts that stand in the order of {@link #compare}. When it is not
   * among them, the complement of the place of the first that comes after it, which is negative.
   */
  int search(String text) {
    byte[] sought = encode(text);
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compareTo(middle, sought, 0, sought.length);
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
