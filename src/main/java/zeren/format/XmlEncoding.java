package zeren.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The character encoding of an XML document: UTF-8, unless its first line names a Chinese one. */
final class XmlEncoding {

  private static final int FIRST_LINE_BYTES = 200;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlEncoding() {}

  /** Goes behind a byte order mark of UTF-8. */
  static void skipMark(BufferedInputStream bytes) throws IOException {
    bytes.mark(MARK.length);
    if (!java.util.Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
      bytes.reset();
    }
  }

  /**
   * Looks at the first line without reading it.
   *
   * @param part what is read, for messages
   */
  static Charset declared(BufferedInputStream bytes, String part)
      throws IOException, FormatException {
    bytes.mark(FIRST_LINE_BYTES);
    String start = new String(bytes.readNBytes(FIRST_LINE_BYTES), StandardCharsets.ISO_8859_1);
    bytes.reset();
    Matcher encoding = DECLARED.matcher(start);
    if (!encoding.find()) {
      return StandardCharsets.UTF_8;
    }
    return switch (encoding.group(1).toUpperCase(Locale.ROOT)) {
      case "UTF-8", "UTF8", "US-ASCII" -> StandardCharsets.UTF_8;
      case "GBK", "GB2312", "GB18030" -> TextEncoding.GB18030;
      default ->
          throw new FormatException(
              "xml-encoding",
              "%s says that it is written in %s; save it as UTF-8"
                  .formatted(part, encoding.group(1)),
              part);
    };
  }

  static FormatException wrong(String part) {
    return new FormatException(
        "not-utf8",
        part + " is not in the encoding that it says, or UTF-8; save it as UTF-8",
        part);
  }
}
