package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The character encoding of a {@code .dbf}: what its {@code .cpg} says, else its language number,
 * else UTF-8 if all names and texts looked at are, else GB18030. A {@code .cpg} that says UTF-8 is
 * believed only as far as that is true, since programs write it beside GBK as well.
 */
final class DbfEncoding {

  private static final int ROWS_LOOKED_AT = 20_000;

  private DbfEncoding() {}

  /**
   * @param in the table after its header
   * @param declared content of the {@code .cpg}; null when there is none
   * @param notes receives what was noticed
   */
  static Charset find(
      DbfHeader header, InputStream in, @Nullable String declared, List<String> notes)
      throws IOException {
    Charset named = declared == null ? byLanguage(header.language()) : byName(declared);
    if (named != null && named != StandardCharsets.UTF_8) {
      return named;
    }
    Set<Charset> possible = possible(header, in);
    if (possible.contains(StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    if (named != null) {
      if (possible.isEmpty()) {
        // Some text is damaged; what the others are is said.
        return named;
      }
      notes.add("The .cpg says UTF-8, but the texts are not; they were read as GB18030");
    }
    return TextEncoding.GB18030;
  }

  private static @Nullable Charset byName(String declared) {
    String name = declared.strip().toUpperCase(Locale.ROOT).replaceAll("^ANSI ", "");
    return switch (name) {
      case "936", "CP936", "GBK", "GB2312", "GB18030", "54936", "EUC-CN" -> TextEncoding.GB18030;
      case "65001", "UTF8", "UTF-8" -> StandardCharsets.UTF_8;
      case "950", "CP950", "BIG5" -> charset("Big5");
      case "1252", "CP1252" -> charset("windows-1252");
      // What programs write when they do not know.
      case "", "OEM", "SYSTEM", "ISO-8859-1", "ISO 88591", "88591" -> null;
      default -> charset(name);
    };
  }

  private static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** Only numbers that programs set on purpose; 0x57 and 0x03 stand in Chinese files too. */
  private static @Nullable Charset byLanguage(int number) {
    return switch (number) {
      case 0x4D, 0x7A -> TextEncoding.GB18030;
      case 0x4F, 0x78 -> charset("Big5");
      default -> null;
    };
  }

  /** Which of UTF-8 and GB18030 all names and texts looked at are in. */
  private static Set<Charset> possible(DbfHeader header, InputStream in) throws IOException {
    Set<Charset> possible = new HashSet<>(List.of(StandardCharsets.UTF_8, TextEncoding.GB18030));
    for (DbfHeader.Field field : header.fields()) {
      possible.removeIf(charset -> decodeName(field, charset) == null);
    }
    for (int row = 0; row < ROWS_LOOKED_AT && row < header.rows(); row++) {
      byte[] record = in.readNBytes(header.recordBytes());
      if (record.length < header.recordBytes() || possible.isEmpty()) {
        break;
      }
      for (DbfHeader.Field field : header.fields()) {
        if (field.type() == 'C') {
          possible.removeIf(charset -> decode(record, field, charset) == null);
        }
      }
    }
    return possible;
  }

  /** The bytes of a text without what fills it up. */
  static byte[] text(byte[] record, DbfHeader.Field field) {
    int end = field.offset() + field.bytes();
    while (end > field.offset() && (record[end - 1] == ' ' || record[end - 1] == 0)) {
      end--;
    }
    return Arrays.copyOfRange(record, field.offset(), end);
  }

  /**
   * The text of some bytes; null when they do not belong to the encoding.
   *
   * @param mayBeCut whether a program may have cut the text in the middle of its last character,
   *     which is then left out
   */
  static @Nullable String decode(byte[] bytes, Charset charset, boolean mayBeCut) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(2 * bytes.length + 2);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, !mayBeCut);
    return result.isError() ? null : text.flip().toString();
  }

  /** The text of a field; null when it is not in the encoding. */
  static @Nullable String decode(byte[] record, DbfHeader.Field field, Charset charset) {
    byte[] bytes = text(record, field);
    return decode(bytes, charset, bytes.length == field.bytes());
  }

  static @Nullable String decodeName(DbfHeader.Field field, Charset charset) {
    return decode(field.name(), charset, field.name().length >= DbfField.NAME_BYTES);
  }
}
