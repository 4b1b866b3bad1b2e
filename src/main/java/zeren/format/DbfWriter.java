package zeren.format;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the records of a {@code .dbf}, whose header tells their number and the width of each
 * field, until they can be written.
 */
final class DbfWriter implements Closeable {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final int MOST_RECORD_BYTES = 65_535;

  private final List<DbfField> fields;
  private final TemporaryFile file = new TemporaryFile(".dbf");
  private final DataOutputStream values;
  private final int[] widths;
  private final int[] decimals;
  private long rows;

  DbfWriter(List<DbfField> fields) throws IOException {
    this.fields = fields;
    widths = new int[fields.size()];
    decimals = new int[fields.size()];
    Arrays.fill(widths, 1);
    values = new DataOutputStream(file.write());
  }

  /**
   * Takes a row.
   *
   * @return which values did not fit as they are, as positions
   */
  List<Integer> add(List<@Nullable Object> row) throws IOException {
    List<Integer> cut = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      DbfField field = fields.get(i);
      Object value = i < row.size() ? row.get(i) : null;
      String whole = text(field, value);
      String kept = fit(field, whole);
      if (!kept.equals(whole)) {
        cut.add(i);
      }
      byte[] bytes = kept.getBytes(StandardCharsets.UTF_8);
      widths[i] = Math.max(widths[i], bytes.length);
      if (field.type() == TableWriter.Type.NUMBER && kept.indexOf('.') >= 0) {
        decimals[i] = Math.max(decimals[i], kept.length() - kept.indexOf('.') - 1);
      }
      values.writeByte(bytes.length);
      values.write(bytes);
    }
    rows++;
    return cut;
  }

  private static String text(DbfField field, @Nullable Object value) {
    if (value == null) {
      return field.type() == TableWriter.Type.BOOLEAN ? "?" : "";
    }
    if (field.type() == TableWriter.Type.BOOLEAN && value instanceof Boolean yes) {
      return yes ? "T" : "F";
    }
    if (field.type() == TableWriter.Type.DATE
        && value instanceof LocalDate day
        && day.getYear() > 0
        && day.getYear() < 10_000) {
      return DAY.format(day);
    }
    if (value instanceof Double number) {
      String plain = SafeText.plain(number);
      return plain.length() <= field.mostBytes() ? plain : number.toString();
    }
    return value.toString();
  }

  /** A number or day with its end cut off would be another one. */
  private static String fit(DbfField field, String whole) {
    if (field.type() == TableWriter.Type.TEXT) {
      return DbfField.cut(whole, field.mostBytes());
    }
    return whole.length() <= field.mostBytes() && whole.chars().allMatch(c -> c < 128) ? whole : "";
  }

  void writeTo(OutputStream out) throws IOException {
    values.flush();
    for (int i = 0; i < widths.length; i++) {
      settleWidth(i);
    }
    int recordBytes = 1 + Arrays.stream(widths).sum();
    if (recordBytes > MOST_RECORD_BYTES || fields.size() > 2_000) {
      throw new IOException(
          "A row of a Shapefile holds %d bytes in 2,000 fields, this one has %d in %d"
              .formatted(MOST_RECORD_BYTES, recordBytes, fields.size()));
    }
    writeHeader(out, recordBytes);
    try (DataInputStream in = new DataInputStream(file.read())) {
      byte[] record = new byte[recordBytes];
      for (long row = 0; row < rows; row++) {
        Arrays.fill(record, (byte) ' ');
        int at = 1;
        for (int i = 0; i < widths.length; i++) {
          int length = in.readUnsignedByte();
          boolean right = fields.get(i).letter() == 'N';
          in.readFully(record, right ? at + widths[i] - length : at, length);
          at += widths[i];
        }
        out.write(record);
      }
    }
    out.write(0x1A);
  }

  private void settleWidth(int i) {
    DbfField field = fields.get(i);
    switch (field.type()) {
      case DATE -> widths[i] = 8;
      case NUMBER -> {
        // Without decimals it would be read as a whole number.
        decimals[i] = Math.max(1, Math.min(15, decimals[i]));
        widths[i] = Math.max(widths[i], decimals[i] + 2);
      }
      default -> {}
    }
  }

  private void writeHeader(OutputStream out, int recordBytes) throws IOException {
    int headerBytes = 32 + 32 * fields.size() + 1;
    ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
    LocalDate day = LocalDate.of(2000, 1, 1);
    header.put((byte) 3).put((byte) (day.getYear() - 1900)).put((byte) 1).put((byte) 1);
    header.putInt((int) rows).putShort((short) headerBytes).putShort((short) recordBytes);
    header.position(32);
    for (int i = 0; i < fields.size(); i++) {
      int start = header.position();
      header.put(fields.get(i).name().getBytes(StandardCharsets.UTF_8));
      header.put(start + 11, (byte) fields.get(i).letter());
      header.put(start + 16, (byte) widths[i]);
      header.put(start + 17, (byte) decimals[i]);
      header.position(start + 32);
    }
    header.put((byte) 0x0D);
    out.write(header.array());
  }

  @Override
  public void close() throws IOException {
    try (file) {
      values.close();
    }
  }
}
