package zeren.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Unpacks an entry, and stops when it is longer than the archive said or damaged. */
final class GuardedEntryStream extends FilterInputStream {

  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};

  private final String name;
  private final long size;
  private final long crc;
  private final CRC32 seen = new CRC32();
  private long read;

  GuardedEntryStream(InputStream unpacked, String name, ZipArchiveEntry entry)
      throws IOException, FormatException {
    super(new BufferedInputStream(unpacked, 1 << 16));
    this.name = name;
    this.size = entry.getSize();
    this.crc = entry.getCrc();
    in.mark(ZIP_MAGIC.length);
    if (Arrays.equals(in.readNBytes(ZIP_MAGIC.length), ZIP_MAGIC)) {
      throw new FormatException(
          "zip-nested", "The entry " + name + " is an archive itself; unpack it first", name);
    }
    in.reset();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = unpack(target, offset, length);
    if (count < 0) {
      if (read != size || (crc >= 0 && seen.getValue() != crc)) {
        throw new RefusedReadException(ArchiveGuard.damaged(name));
      }
      return -1;
    }
    read += count;
    seen.update(target, offset, count);
    if (read > size) {
      throw new RefusedReadException(
          new FormatException(
              "zip-size", "The entry " + name + " is longer than the archive says", name));
    }
    return count;
  }

  private int unpack(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException | RuntimeException e) {
      throw new RefusedReadException(ArchiveGuard.damaged(name));
    }
  }

  /** Reads on, so that what is skipped is checked too. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(Math.max(count, 0), 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
