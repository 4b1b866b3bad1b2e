package zeren.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops reading in the midst of a record, a row of a CSV or a feature of a GeoJSON, that is too
 * long, before the parser has all of it in memory. Exact to the parser's own buffer of some
 * thousand characters.
 */
final class RecordLimitReader extends FilterReader {

  /** Each makes an object, however short the cell is. */
  private static final int MAX_DELIMITERS = 1_000_000;

  /** The parser reads ahead by this much, so that it counts for the record before. */
  private static final int PARSER_BUFFER = 1 << 14;

  private final char delimiter;
  private final FormatLimits limits;
  private final String record;
  private long line;
  private long characters;
  private long delimiters;

  /**
   * @param record what a record is called in messages
   * @param delimiter what separates its cells or numbers
   */
  RecordLimitReader(Reader in, String record, char delimiter, FormatLimits limits) {
    super(in);
    this.record = record;
    this.delimiter = delimiter;
    this.limits = limits;
  }

  /** A record begins in this line. */
  void recordStarts(long atLine) {
    line = atLine;
    characters = 0;
    delimiters = 0;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    characters += Math.max(0, count);
    for (int i = offset; i < offset + count; i++) {
      delimiters += target[i] == delimiter ? 1 : 0;
    }
    long most = 2L * limits.cellCharacters() + PARSER_BUFFER;
    if (characters > most) {
      throw refused(most + " characters");
    }
    if (delimiters > MAX_DELIMITERS) {
      throw refused(MAX_DELIMITERS + " parts");
    }
    return count;
  }

  private RefusedReadException refused(String limit) {
    return new RefusedReadException(
        new FormatException(
            "row-length",
            "The %s that begins in line %d is longer than %s; is a closing mark missing?"
                .formatted(record, line, limit),
            "line " + line));
  }
}
