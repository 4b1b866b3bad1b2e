package zeren;

import java.nio.ByteBuffer;

/**
 * Follows one answer of HTTP/1.1 to its end, as its bytes come in, and keeps nothing of it but the
 * status and whether another may follow. Knows bodies with a length, in chunks, and none.
 */
final class AnswerReader {

  private enum Part {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    TRAILER,
    DONE
  }

  private final StringBuilder line = new StringBuilder();
  private Part part = Part.HEAD;
  private boolean hasStatus;
  private int status;
  private long left;
  private boolean chunked;
  private boolean last;

  /** Makes ready for the next answer on the same connection. */
  void reset() {
    line.setLength(0);
    part = Part.HEAD;
    hasStatus = false;
    status = 0;
    left = 0;
    chunked = false;
    last = false;
  }

  /** The number of the status line. */
  int status() {
    return status;
  }

  /** Whether the server closes the connection after this answer. */
  boolean isLast() {
    return last;
  }

  /**
   * Takes what has come in.
   *
   * @return whether the answer has ended
   * @throws IllegalStateException when it is no HTTP, or more than an answer came
   */
  boolean read(ByteBuffer in) {
    while (in.hasRemaining() && part != Part.DONE) {
      if (part == Part.BODY || part == Part.CHUNK) {
        int taken = (int) Math.min(left, in.remaining());
        in.position(in.position() + taken);
        left -= taken;
        if (left == 0) {
          part = part == Part.BODY ? Part.DONE : Part.CHUNK_SIZE;
        }
      } else {
        char next = (char) (in.get() & 0xff);
        if (next == '\n') {
          endLine(line.toString().trim());
          line.setLength(0);
        } else {
          line.append(next);
        }
      }
    }
    if (in.hasRemaining()) {
      throw new IllegalStateException("More came than one answer");
    }
    return part == Part.DONE;
  }

  private void endLine(String text) {
    switch (part) {
      case HEAD -> endHeadLine(text);
      case CHUNK_SIZE -> {
        // The end of the chunk before is an empty line.
        if (!text.isEmpty()) {
          left = Long.parseLong(text, 16);
          part = left == 0 ? Part.TRAILER : Part.CHUNK;
        }
      }
      case TRAILER -> part = text.isEmpty() ? Part.DONE : Part.TRAILER;
      default -> throw new IllegalStateException("No line is read here");
    }
  }

  private static boolean begins(String text, String start) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }

  private void endHeadLine(String text) {
    if (!hasStatus) {
      if (!text.startsWith("HTTP/1.1 ")) {
        throw new IllegalStateException("No answer of HTTP/1.1: " + text);
      }
      status = Integer.parseInt(text.substring(9, 12));
      hasStatus = true;
    } else if (text.isEmpty()) {
      boolean bare = status == 204 || status == 304 || left == 0;
      part = chunked ? Part.CHUNK_SIZE : bare ? Part.DONE : Part.BODY;
    } else {
      if (begins(text, "content-length:")) {
        left = Long.parseLong(text.substring(15).trim());
      } else if (text.equalsIgnoreCase("transfer-encoding: chunked")) {
        chunked = true;
      } else if (text.equalsIgnoreCase("connection: close")) {
        last = true;
      }
    }
  }
}
