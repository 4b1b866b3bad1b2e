package zeren.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The ids of a file, each with the row where it stood first, in 20 bytes a row: what is kept is the
 * first 128 bits of the SHA-256 of an id. Among ten million ids the chance that any two have the
 * same is below 10⁻²⁴.
 */
final class SeenIds {

  private static final int SMALLEST = 1 << 10;

  private final MessageDigest digest = sha256();
  private long[] high = new long[SMALLEST];
  private long[] low = new long[SMALLEST];

  /** Row of the id in the same slot, from 1; 0 when the slot is free. */
  private int[] rows = new int[SMALLEST];

  private int size;

  /**
   * @param row from 1
   * @return the row where the id stood before; 0 when this is the first
   */
  int add(String id, long row) {
    if (size * 5L >= rows.length * 3L) {
      grow();
    }
    byte[] hash = hash(id);
    long first = toLong(hash, 0);
    long second = toLong(hash, 8);
    int slot = find(first, second);
    if (rows[slot] != 0) {
      return rows[slot];
    }
    put(slot, first, second, Math.toIntExact(row));
    size++;
    return 0;
  }

  boolean contains(String id) {
    byte[] hash = hash(id);
    return rows[find(toLong(hash, 0), toLong(hash, 8))] != 0;
  }

  int size() {
    return size;
  }

  /** The slot of the hash, or the free one where it belongs. */
  private int find(long first, long second) {
    int slot = (int) first & (rows.length - 1);
    while (rows[slot] != 0 && (high[slot] != first || low[slot] != second)) {
      slot = (slot + 1) & (rows.length - 1);
    }
    return slot;
  }

  private void put(int slot, long first, long second, int row) {
    high[slot] = first;
    low[slot] = second;
    rows[slot] = row;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldRows = rows;
    high = new long[oldRows.length * 2];
    low = new long[oldRows.length * 2];
    rows = new int[oldRows.length * 2];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        put(find(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldRows[i]);
      }
    }
  }

  private byte[] hash(String id) {
    return digest.digest(id.getBytes(StandardCharsets.UTF_8));
  }

  private static long toLong(byte[] bytes, int from) {
    return java.nio.ByteBuffer.wrap(bytes).getLong(from);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
