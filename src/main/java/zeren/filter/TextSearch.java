package zeren.filter;

import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerView;

/** The parameter {@code q}: a part of a name or of an id, however its letters are written. */
public final class TextSearch {

  private TextSearch() {}

  /** Which rows are called so; all when the text is null or blank. */
  public static IntPredicate matches(LayerView view, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return row -> true;
    }
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return row -> contains(view.name(row), wanted) || contains(view.id(row), wanted);
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
