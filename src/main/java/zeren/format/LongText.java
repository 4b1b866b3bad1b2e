package zeren.format;

import java.util.ArrayList;
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
    String start = "";
    int from = 0;
    while (start.length() + text.length() - from > MOST || endsFull(start, text, from)) {
      int to = Math.min(from + MOST - 1 - start.length(), text.length() - 1);
      if (Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      parts.add(start + text.substring(from, to) + MORE);
      from = to;
      // So that white space at the start of a part is not taken for that of a cell.
      start = MORE;
    }
    parts.add(start + text.substring(from));
    return parts;
  }

  /** Whether the rest of a text fits, but would be taken for one that goes on. */
  private static boolean endsFull(String start, String text, int from) {
    return start.length() + text.length() - from >= MOST - 2 && text.endsWith(MORE);
  }

  /** Whether a cell is full and says that there is more. */
  private static boolean goesOn(@Nullable Object cell) {
    return cell instanceof String text && text.length() >= MOST - 2 && text.endsWith(MORE);
  }

  /**
   * A row with its texts put together. Every part that goes on has one cell at the end of the row,
   * so these are as many as there are parts that go on, wherever the columns end.
   *
   * @return the row itself when there is nothing to put together
   */
  static List<@Nullable Object> join(List<@Nullable Object> cells) {
    int columns = cells.size() - (int) cells.stream().filter(LongText::goesOn).count();
    boolean continued =
        columns < cells.size()
            && cells.subList(0, columns).stream().anyMatch(LongText::goesOn)
            && cells.subList(columns, cells.size()).stream().allMatch(LongText::continues);
    if (!continued) {
      return cells;
    }
    List<@Nullable Object> joined = new ArrayList<>(cells.subList(0, columns));
    int next = columns;
    for (int i = 0; i < columns; i++) {
      if (goesOn(joined.get(i))) {
        StringBuilder text = new StringBuilder();
        Object part = joined.get(i);
        while (goesOn(part) && next < cells.size()) {
          text.append(inner(part, true));
          part = cells.get(next++);
        }
        joined.set(i, text.append(inner(part, false)).toString());
      }
    }
    return joined;
  }

  private static boolean continues(@Nullable Object cell) {
    return cell instanceof String text && text.startsWith(MORE);
  }

  private static String inner(@Nullable Object part, boolean goesOn) {
    String text = String.valueOf(part);
    return text.substring(text.startsWith(MORE) ? 1 : 0, text.length() - (goesOn ? 1 : 0));
  }
}
