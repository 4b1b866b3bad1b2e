package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a {@code .dbf} says of its rows.
 *
 * @param rows how many it promises
 * @param recordBytes length of a row, its deletion mark included
 * @param language number of the code page; 0 when it names none
 */
record DbfHeader(long rows, int recordBytes, int language, List<Field> fields) {

  private static final int START_BYTES = 32;
  private static final int FIELD_BYTES = 32;
  private static final int END_OF_FIELDS = 0x0D;

  /**
   * A field.
   *
   * @param name as it is written; its encoding is not known yet
   * @param type the letter for its type
   * @param offset where it starts in a row
   */
  record Field(byte[] name, char type, int offset, int bytes, int decimals) {}

  /** Reads the header and leaves the stream at the first row. */
  static DbfHeader read(InputStream in, String part, FormatLimits limits)
      throws IOException, FormatException {
    byte[] start = in.readNBytes(START_BYTES);
    if (start.length < START_BYTES || !isVersion(start[0] & 0xff)) {
      throw damaged(part, "does not start like one");
    }
    ByteBuffer buffer = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    long rows = Integer.toUnsignedLong(buffer.getInt(4));
    int headerBytes = Short.toUnsignedInt(buffer.getShort(8));
    int recordBytes = Short.toUnsignedInt(buffer.getShort(10));
    byte[] rest = in.readNBytes(Math.max(0, headerBytes - START_BYTES));
    if (headerBytes < START_BYTES + 1 || rest.length != headerBytes - START_BYTES) {
      throw damaged(part, "ends in its header");
    }
    List<Field> fields = fields(rest, part);
    if (fields.size() > limits.columns()) {
      throw new FormatException(
          "columns-limit",
          "%s has %d fields; up to %d are read".formatted(part, fields.size(), limits.columns()),
          part);
    }
    int needed = fields.stream().mapToInt(field -> field.offset() + field.bytes()).max().orElse(1);
    if (recordBytes < needed) {
      throw damaged(part, "says its rows are shorter than their fields");
    }
    return new DbfHeader(rows, recordBytes, buffer.get(29) & 0xff, fields);
  }

  private static boolean isVersion(int version) {
    return List.of(0x02, 0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5)
        .contains(version);
  }

  private static List<Field> fields(byte[] header, String part) throws FormatException {
    List<Field> fields = new ArrayList<>();
    int offset = 1;
    for (int at = 0; at < header.length && header[at] != END_OF_FIELDS; at += FIELD_BYTES) {
      if (at + FIELD_BYTES > header.length) {
        throw damaged(part, "ends in the list of its fields");
      }
      int end = at;
      while (end < at + 11 && header[end] != 0) {
        end++;
      }
      char type = (char) (header[at + 11] & 0xff);
      int bytes = header[at + 16] & 0xff;
      int decimals = header[at + 17] & 0xff;
      if (type == 'C' || type == 'c') {
        // Long texts of Clipper and FoxPro have their length in both bytes.
        bytes += decimals << 8;
        decimals = 0;
      }
      if (bytes == 0) {
        throw damaged(part, "has a field without length");
      }
      fields.add(new Field(Arrays.copyOfRange(header, at, end), type, offset, bytes, decimals));
      offset += bytes;
    }
    return fields;
  }

  static FormatException damaged(String part, String how) {
    return new FormatException(
        "dbf-damaged", "The table " + part + " " + how + "; export the Shapefile once more", part);
  }
}
