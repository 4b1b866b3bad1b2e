package zeren.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops reading XML when one tag, text, comment or section is longer than it may be, before the
 * parser has all of it in memory.
 */
final class MarkupLimitReader extends FilterReader {

  private enum State {
    TEXT,
    OPENED,
    DECLARED,
    COMMENT,
    SECTION,
    INSTRUCTION
  }

  private final long longest;
  private State state = State.TEXT;
  private long length;
  private char previous;
  private char beforePrevious;

  MarkupLimitReader(Reader in, FormatLimits limits) {
    super(in);
    // Twice: characters may be written as references.
    this.longest = 2L * limits.cellCharacters() + (1 << 16);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    int read = super.read(target, offset, count);
    for (int i = offset; i < offset + read; i++) {
      next(target[i]);
    }
    if (length > longest) {
      throw new RefusedReadException(
          new FormatException(
              "xml-length", "A text in the XML is longer than " + longest + " characters", null));
    }
    return read;
  }

  private void next(char one) {
    length++;
    switch (state) {
      case TEXT -> {
        if (one == '<') {
          length = 0;
          state = State.OPENED;
        }
      }
      case OPENED ->
          state = one == '!' ? State.DECLARED : one == '?' ? State.INSTRUCTION : State.TEXT;
      case DECLARED ->
          state = one == '-' ? State.COMMENT : one == '[' ? State.SECTION : ends(one == '>');
      case COMMENT -> endAt(one == '>' && previous == '-' && beforePrevious == '-');
      case SECTION -> endAt(one == '>' && previous == ']' && beforePrevious == ']');
      case INSTRUCTION -> endAt(one == '>' && previous == '?');
    }
    beforePrevious = previous;
    previous = one;
  }

  private State ends(boolean end) {
    return end ? State.TEXT : State.DECLARED;
  }

  private void endAt(boolean end) {
    state = end ? State.TEXT : state;
  }
}
