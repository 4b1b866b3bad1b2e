package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks line by line whether bytes are UTF-8, by the table of well-formed sequences (RFC 3629). */
final class Utf8Check {

  private long line = 1;
  private long firstWrongLine;
  private long firstSureLine;

  private int missing;
  private int lowest;
  private int highest;
  private boolean wrong;
  private int threeByteCharacters;

  private Utf8Check() {}

  /**
   * Looks at a whole file.
   *
   * @throws FormatException when it holds zero bytes
   */
  static Utf8Check of(Path file) throws IOException, FormatException {
    Utf8Check check = new Utf8Check();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          check.next(buffer[i] & 0xff);
        }
      }
    }
    check.endLine();
    return check;
  }

  /** The first line that is not UTF-8; 0 when all are. */
  long firstWrongLine() {
    return firstWrongLine;
  }

  /**
   * The first line with Chinese in UTF-8; 0 when there is none. Two such characters are asked for:
   * in GBK hardly any text looks like that.
   */
  long firstSureLine() {
    return firstSureLine;
  }

  private void next(int one) throws FormatException {
    if (missing > 0) {
      if (one >= lowest && one <= highest) {
        missing--;
        lowest = 0x80;
        highest = 0xbf;
        return;
      }
      wrong = true;
      missing = 0;
    }
    if (one == '\n') {
      endLine();
      line++;
    } else if (one == 0) {
      throw DecodedText.nul(line);
    } else if (one >= 0x80) {
      begin(one);
    }
  }

  private void begin(int lead) {
    lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
      missing = 1;
    } else if (lead >= 0xe0 && lead <= 0xef) {
      missing = 2;
      threeByteCharacters++;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
      missing = 3;
    } else {
      wrong = true;
    }
  }

  private void endLine() {
    wrong |= missing > 0;
    if (wrong && firstWrongLine == 0) {
      firstWrongLine = line;
    }
    if (!wrong && threeByteCharacters >= 2 && firstSureLine == 0) {
      firstSureLine = line;
    }
    wrong = false;
    missing = 0;
    threeByteCharacters = 0;
  }
}
