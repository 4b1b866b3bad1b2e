package zeren.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail.
 *
 * @param id numbers without gaps, from 1
 * @param kind the code of a {@link DeedKind}; another Zeren may have had others
 * @param detail a JSON object
 */
public record TrailEntry(
    long id,
    Instant happenedAt,
    @Nullable String actor,
    @Nullable String address,
    String kind,
    @Nullable String layer,
    @Nullable String object,
    @Nullable Long changeSet,
    String detail) {

  /** What stands before the first row. */
  static final String BEGINNING = "0".repeat(64);

  /**
   * The hash of this row behind the one before: each column as its length in bytes and its UTF-8,
   * so that nothing can move from one into another.
   *
   * @return 64 hexadecimal digits
   */
  String hashAfter(String previous) {
    MessageDigest digest = sha256();
    add(digest, previous);
    add(digest, String.valueOf(id));
    add(
        digest,
        String.valueOf(happenedAt.getEpochSecond() * 1_000_000 + happenedAt.getNano() / 1_000));
    add(digest, actor);
    add(digest, address);
    add(digest, kind);
    add(digest, layer);
    add(digest, object);
    add(digest, changeSet == null ? null : changeSet.toString());
    add(digest, detail);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, @Nullable String value) {
    byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(value == null ? -1 : bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
