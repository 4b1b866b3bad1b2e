package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decodes a file from its beginning to its end to see whether that can be done. */
final class DecodedText {

  private DecodedText() {}

  /**
   * Refuses a file that is not in an encoding.
   *
   * @throws FormatException naming the line
   */
  static void check(Path file, TextEncoding encoding) throws IOException, FormatException {
    long line = 1;
    try (InputStream in = Files.newInputStream(file);
        Reader reader = encoding.reader(in)) {
      for (int one = reader.read(); one >= 0; one = reader.read()) {
        if (one == '\n') {
          line++;
        } else if (one == 0) {
          throw nul(line);
        }
      }
    } catch (CharacterCodingException e) {
      throw new FormatException(
          "encoding",
          "The file is neither UTF-8 nor GBK; near line "
              + line
              + " it is not "
              + encoding.name()
              + "; save it as UTF-8",
          "line " + line);
    }
  }

  static FormatException nul(long line) {
    return new FormatException(
        "nul-bytes",
        "Line " + line + " has zero bytes, so that it is no text; save the file as UTF-8",
        "line " + line);
  }
}
