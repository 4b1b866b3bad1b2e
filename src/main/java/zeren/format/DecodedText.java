package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decodes a file from its beginning to its end to see whether that can be done. */
final class DecodedText {

  private static final int BUFFER = 1 << 16;

  private final TextEncoding encoding;
  private final CharsetDecoder decoder;
  private final CharBuffer characters = CharBuffer.allocate(BUFFER);
  private long line = 1;

  private DecodedText(TextEncoding encoding) {
    this.encoding = encoding;
    // A new decoder reports what is wrong; it replaces nothing.
    this.decoder = encoding.charset().newDecoder();
  }

  /**
   * Refuses a file that is not in an encoding.
   *
   * @throws FormatException naming the line
   */
  static void check(Path file, TextEncoding encoding) throws IOException, FormatException {
    DecodedText text = new DecodedText(encoding);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(encoding.markBytes());
      int count;
      do {
        count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        text.decode(bytes, count < 0);
        bytes.compact();
      } while (count >= 0);
    }
  }

  static FormatException nul(long line) {
    return new FormatException(
        "nul-bytes",
        "Line " + line + " has zero bytes, so that it is no text; save the file as UTF-8",
        "line " + line);
  }

  private void decode(ByteBuffer bytes, boolean end) throws FormatException {
    CoderResult result;
    do {
      result = decoder.decode(bytes, characters, end);
      characters.flip();
      while (characters.hasRemaining()) {
        char one = characters.get();
        line += one == '\n' ? 1 : 0;
        if (one == 0) {
          throw nul(line);
        }
      }
      characters.clear();
    } while (result.isOverflow());
    if (result.isError()) {
      throw new FormatException(
          "encoding",
          "The file is neither UTF-8 nor GBK; line %d is not %s; save it as UTF-8"
              .formatted(line, encoding.name()),
          "line " + line);
    }
  }
}
