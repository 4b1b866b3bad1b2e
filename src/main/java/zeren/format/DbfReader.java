package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a {@code .dbf}. */
final class DbfReader {

  private final DbfHeader header;
  private final InputStream in;
  private final Charset charset;
  private final String part;
  private long rows;

  /**
   * @param in the table after its header
   */
  DbfReader(DbfHeader header, InputStream in, Charset charset, String part) {
    this.header = header;
    this.in = in;
    this.charset = charset;
    this.part = part;
  }

  /**
   * A row.
   *
   * @param fault which text is not in the encoding; null when all are
   */
  record Row(boolean deleted, List<@Nullable Object> values, @Nullable String fault) {}

  /** The next row; null after the last one that is whole. */
  @Nullable Row next() throws IOException {
    if (rows == header.rows()) {
      return null;
    }
    byte[] record = in.readNBytes(header.recordBytes());
    if (record.length < header.recordBytes()) {
      return null;
    }
    rows++;
    List<@Nullable Object> values = new ArrayList<>(header.fields().size());
    String fault = null;
    for (DbfHeader.Field field : header.fields()) {
      Object value = value(record, field);
      if (value instanceof byte[] undecoded) {
        fault = "A text is not in the encoding " + charset + " that the others are in";
        value = new String(undecoded, charset);
      }
      values.add(value);
    }
    return new Row(record[0] == '*', values, fault);
  }

  /**
   * @throws FormatException when the table ended before all rows that it promises
   */
  void checkEnd() throws FormatException {
    if (rows < header.rows()) {
      throw DbfHeader.damaged(
          part, "promises %d rows, but ends after %d".formatted(header.rows(), rows));
    }
  }

  private @Nullable Object value(byte[] record, DbfHeader.Field field) {
    byte[] bytes = DbfEncoding.text(record, field);
    return switch (field.type()) {
      case 'N', 'F' -> number(ascii(bytes), field.decimals());
      case 'L' -> truth(ascii(bytes));
      case 'D' -> day(ascii(bytes));
      case 'I', '+' -> (long) binary(record, field).getInt();
      case 'O' -> binary(record, field).getDouble();
      case 'M' -> null;
      default -> bytes.length == 0 ? null : decoded(record, field, bytes);
    };
  }

  private Object decoded(byte[] record, DbfHeader.Field field, byte[] bytes) {
    String text = DbfEncoding.decode(record, field, charset);
    return text == null ? bytes : text;
  }

  private static ByteBuffer binary(byte[] record, DbfHeader.Field field) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(record, field.offset(), Math.min(field.bytes(), Long.BYTES));
    return bytes.position(0);
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).strip();
  }

  /** Text when it is no number, so that it can be told what is wrong. */
  private static @Nullable Object number(String text, int decimals) {
    if (text.isEmpty() || text.chars().allMatch(c -> c == '*')) {
      return null;
    }
    try {
      if (decimals == 0 && text.matches("[-+]?\\d{1,18}")) {
        return Long.valueOf(text);
      }
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? (Object) number : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static @Nullable Object truth(String text) {
    return switch (text) {
      case "T", "t", "Y", "y", "1" -> true;
      case "F", "f", "N", "n", "0" -> false;
      case "", "?" -> null;
      default -> text;
    };
  }

  private static @Nullable Object day(String text) {
    if (text.isEmpty() || text.matches("0+")) {
      return null;
    }
    if (!text.matches("\\d{8}")) {
      return text;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(text.substring(0, 4)),
          Integer.parseInt(text.substring(4, 6)),
          Integer.parseInt(text.substring(6)));
    } catch (DateTimeException e) {
      return text;
    }
  }
}
