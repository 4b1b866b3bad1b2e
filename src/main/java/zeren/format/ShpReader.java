package zeren.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Reads the records of a {@code .shp} one after the other. */
final class ShpReader implements Closeable {

  private static final int HEADER_BYTES = 100;
  private static final int FILE_CODE = 9994;

  private final InputStream in;
  private final String part;
  private final int mostBytes;
  private final ShapeType type;
  private boolean ended;

  ShpReader(InputStream in, String part, FormatLimits limits) throws IOException, FormatException {
    this.in = in;
    this.part = part;
    mostBytes = Math.max(1 << 16, limits.cellCharacters());
    byte[] header = in.readNBytes(HEADER_BYTES);
    if (header.length < HEADER_BYTES || ByteBuffer.wrap(header).getInt() != FILE_CODE) {
      throw damaged("does not start like one");
    }
    int code = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(32);
    type =
        ShapeType.find(code).orElseThrow(() -> damaged("holds shapes of the unknown kind " + code));
  }

  /** The kind of its shapes. */
  ShapeType type() {
    return type;
  }

  /**
   * A record.
   *
   * @param content null when it is too large
   * @param fault what is wrong with it; null when it is whole
   */
  record Shape(byte @Nullable [] content, @Nullable String fault) {}

  /** The next record; null after the last. */
  @Nullable Shape next() throws IOException, FormatException {
    if (ended) {
      return null;
    }
    byte[] head = in.readNBytes(8);
    if (head.length == 0) {
      ended = true;
      return null;
    }
    if (head.length < 8) {
      return torn();
    }
    int words = ByteBuffer.wrap(head).getInt(4);
    if (words < 2) {
      throw damaged("has a shape of %d bytes".formatted(2L * words));
    }
    long bytes = 2L * words;
    if (bytes > mostBytes) {
      return skip(bytes);
    }
    byte[] content = in.readNBytes((int) bytes);
    return content.length < bytes ? torn() : new Shape(content, null);
  }

  private Shape skip(long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      int read = in.readNBytes((int) Math.min(left, 1 << 16)).length;
      if (read == 0) {
        return torn();
      }
      left -= read;
    }
    return new Shape(null, "The shape has %d bytes; up to %d are read".formatted(bytes, mostBytes));
  }

  private Shape torn() {
    ended = true;
    return new Shape(null, "The file " + part + " ends in the middle of this shape");
  }

  private FormatException damaged(String how) {
    return new FormatException(
        "shp-damaged", "The file " + part + " " + how + "; export the Shapefile once more", part);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
