package zeren.database;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a table come to: how many they are, and the sum of their SHA-256, so that the
 * order in which a database gives them does not matter and a row that is there twice does.
 */
final class TableSum {

  private final CopiedTable table;
  private final MessageDigest digest;
  private final long[] sum = new long[4];
  private long rows;

  TableSum(CopiedTable table) {
    this.table = table;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param values of all columns of the table
   */
  void add(Map<String, @Nullable Object> values) {
    table
        .columns()
        .forEach(
            (column, kind) -> {
              Object value = values.get(column);
              byte[] bytes = value == null ? new byte[0] : kind.bytes(value);
              digest.update(
                  ByteBuffer.allocate(4).putInt(value == null ? -1 : bytes.length).flip());
              digest.update(bytes);
            });
    ByteBuffer row = ByteBuffer.wrap(digest.digest());
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row.getLong();
    }
    rows++;
  }

  long rows() {
    return rows;
  }

  /** 64 hexadecimal digits. */
  String checksum() {
    return "%016x%016x%016x%016x".formatted(sum[0], sum[1], sum[2], sum[3]);
  }

  boolean isSameAs(TableSum other) {
    return rows == other.rows && checksum().equals(other.checksum());
  }
}
