package zeren.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text longer than the 32,767 characters that a cell of Excel holds. A full cell that ends with
 * {@code …} goes on in a cell without heading at the end of the row; several in the order of their
 * columns.
 */
final class LongText {

  /** Characters of a cell. */
  static final int MOST = 32_767;

  private static final String MORE = "…";

  private LongText() {}

  /** The parts of a text, one for each cell; one part when it fits. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (text.length() - from > MOST || endsFull(text, from)) {
      int to = from + MOST - 1;
      if (to >= text.length()) {
        to = text.length() - 1;
      }
      if (Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      parts.add(text.substring(from, to) + MORE);
      from = to;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** Whether the rest of a text fits, but would be taken for one that goes on. */
  private static boolean endsFull(String text, int from) {
    return text.length() - from >= MOST - 1 && text.endsWith(MORE);
  }

  /** Whether a cell is full and says that there is more. */
  static boolean goesOn(String cell) {
    return cell.length() >= MOST - 1 && cell.length() <= MOST && cell.endsWith(MORE);
  }

  /**
   * The whole of a text.
   *
   * @param more the cells without heading that no text of the row has taken yet
   */
  static String join(String cell, Iterator<? extends @Nullable Object> more) {
    StringBuilder text = new StringBuilder();
    String part = cell;
    while (goesOn(part) && more.hasNext()) {
      text.append(part, 0, part.length() - MORE.length());
      part = more.next() instanceof String next ? next : "";
    }
    return text.append(part).toString();
  }
}
