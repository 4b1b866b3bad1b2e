package zeren.format;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that are not blank; or, when it has record separators (RFC 8142), what stands
 * between them.
 */
final class TextRecords implements Closeable {

  private static final char RECORD_SEPARATOR = '\u001e';

  private final CountingStream bytes;
  private final BufferedReader text;
  private final FormatLimits limits;
  private final boolean separated;
  private long line = 1;
  private long start;

  private TextRecords(
      CountingStream bytes, BufferedReader text, boolean separated, FormatLimits limits) {
    this.bytes = bytes;
    this.text = text;
    this.separated = separated;
    this.limits = limits;
  }

  static TextRecords open(Path file, TextEncoding encoding, FormatLimits limits)
      throws IOException {
    CountingStream bytes = new CountingStream(Files.newInputStream(file), Files.size(file));
    BufferedReader text = new BufferedReader(encoding.reader(bytes), 1 << 16);
    text.mark(1);
    boolean separated = text.read() == RECORD_SEPARATOR;
    text.reset();
    return new TextRecords(bytes, text, separated, limits);
  }

  /** The next one; null after the last. */
  @Nullable String next() throws IOException, FormatException {
    StringBuilder record = new StringBuilder();
    start = line;
    for (int one = text.read(); one >= 0; one = text.read()) {
      boolean newLine = one == '\n';
      line += newLine ? 1 : 0;
      if (one == RECORD_SEPARATOR || newLine && !separated) {
        if (!record.isEmpty()) {
          return record.toString();
        }
        start = line;
      } else if (!record.isEmpty() || !Character.isWhitespace(one)) {
        record.append((char) one);
      } else if (newLine) {
        start = line;
      }
      if (record.length() > limits.cellCharacters()) {
        throw new FormatException(
            "row-length",
            "Line %d is longer than %d characters".formatted(start, limits.cellCharacters()),
            "line " + start);
      }
    }
    return record.isEmpty() ? null : record.toString();
  }

  /** The line in which the last one began, counted from 1. */
  long line() {
    return start;
  }

  double progress() {
    return bytes.progress();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
