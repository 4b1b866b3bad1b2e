package zeren.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The end of a zip file, which says where its directory is. Looked at first, because whoever opens
 * the archive reads the whole directory into memory.
 */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_LENGTH = 20;
  private static final int LONGEST_COMMENT = 65_535;

  /** What the directory may need for one entry; its name and extra fields included. */
  private static final int ENTRY_BYTES = 1024;

  private ZipDirectory() {}

  /**
   * Refuses an archive whose directory is missing or too large.
   *
   * @throws FormatException when it is
   */
  static void check(Path file, FormatLimits limits) throws IOException, FormatException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT + LOCATOR_64_LENGTH);
      ByteBuffer tail = read(channel, size - length, length);
      int end = findEnd(tail);
      if (end < 0) {
        throw ArchiveGuard.damaged(null);
      }
      long start = directoryStart(channel, tail, end);
      long endPosition = size - length + end;
      if (start < 0 || start > endPosition) {
        throw ArchiveGuard.damaged(null);
      }
      int entries = Short.toUnsignedInt(tail.getShort(end + 10));
      if (entries != 0xffff && entries > limits.zipEntries()) {
        throw tooMany(entries, limits);
      }
      if (endPosition - start > (long) limits.zipEntries() * ENTRY_BYTES) {
        throw tooMany((endPosition - start) / ENTRY_BYTES, limits);
      }
    }
  }

  static FormatException tooMany(long entries, FormatLimits limits) {
    return new FormatException(
        "zip-entries",
        "The archive has at least %d entries; up to %d are read"
            .formatted(entries, limits.zipEntries()),
        null);
  }

  private static int findEnd(ByteBuffer tail) {
    for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        return at;
      }
    }
    return -1;
  }

  private static long directoryStart(FileChannel channel, ByteBuffer tail, int end)
      throws IOException {
    int locator = end - LOCATOR_64_LENGTH;
    if (locator < 0 || tail.getInt(locator) != LOCATOR_64) {
      return Integer.toUnsignedLong(tail.getInt(end + 16));
    }
    long end64 = tail.getLong(locator + 8);
    if (end64 < 0 || end64 > channel.size() - 56) {
      return -1;
    }
    return read(channel, end64, 56).getLong(48);
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
      // A channel may give less than asked for.
    }
    return buffer.flip();
  }
}
