package zeren.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is written in bytes.
 *
 * @param charset how to decode it
 * @param markBytes length of the byte order mark before the text
 * @param name for people
 */
record TextEncoding(Charset charset, int markBytes, String name) {

  /** Holds GBK, which holds GB2312. */
  static final Charset GB18030 = Charset.forName("GB18030");

  /**
   * The encoding of a file: what its byte order mark says, else UTF-8 when all of it is, else
   * GB18030 when all of it is. Reads the whole file once or twice.
   *
   * @throws FormatException when it is none of them, or holds zero bytes
   */
  static TextEncoding detect(Path file) throws IOException, FormatException {
    TextEncoding marked = marked(file);
    if (marked != null && marked.charset() != StandardCharsets.UTF_8) {
      DecodedText.check(file, marked);
      return marked;
    }
    Utf8Check utf8 = Utf8Check.of(file);
    if (utf8.firstWrongLine() == 0) {
      return marked == null ? new TextEncoding(StandardCharsets.UTF_8, 0, "UTF-8") : marked;
    }
    if (marked != null) {
      throw new FormatException(
          "not-utf8",
          "The file says it is UTF-8, but line " + utf8.firstWrongLine() + " is not; save it again",
          "line " + utf8.firstWrongLine());
    }
    if (utf8.firstSureLine() > 0) {
      throw new FormatException(
          "mixed-encodings",
          "Line %d is UTF-8 and line %d is not; save the whole file in one encoding"
              .formatted(utf8.firstSureLine(), utf8.firstWrongLine()),
          "line " + utf8.firstWrongLine());
    }
    TextEncoding chinese = new TextEncoding(GB18030, 0, "GB18030");
    DecodedText.check(file, chinese);
    return chinese;
  }

  /** The text of a file in this encoding; bytes that do not belong to it stop the reading. */
  Reader reader(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    bytes.skipNBytes(markBytes);
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static @Nullable TextEncoding marked(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(3);
    }
    int start = head.length < 2 ? 0 : (head[0] & 0xff) << 8 | head[1] & 0xff;
    if (start == 0xfffe) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2, "UTF-16LE");
    }
    if (start == 0xfeff) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2, "UTF-16BE");
    }
    boolean utf8 = start == 0xefbb && head.length == 3 && (head[2] & 0xff) == 0xbf;
    return utf8 ? new TextEncoding(StandardCharsets.UTF_8, 3, "UTF-8 BOM") : null;
  }
}
