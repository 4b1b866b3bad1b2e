package zeren.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the names of columns unique. */
final class ColumnNames {

  private ColumnNames() {}

  /**
   * The names, a nameless column called by its position and a repeated one by its name and
   * position.
   *
   * @param written what is written; null for nothing
   * @param before how many columns stand before the first one, for the position
   * @param notes receives what was changed
   */
  static List<String> unique(
      List<? extends @Nullable Object> written, int before, List<String> notes) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      int position = before + i + 1;
      Object text = written.get(i);
      String name = text == null ? "列" + position : text.toString();
      if (text == null) {
        notes.add("Column " + position + " has no name and is called " + name);
      }
      while (!taken.add(name)) {
        String other = name + " (" + position + ")";
        notes.add("The name " + name + " stands twice; the second is called " + other);
        name = other;
      }
      names.add(name);
    }
    return names;
  }
}
