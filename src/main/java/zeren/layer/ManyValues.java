package zeren.layer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values of a field that may have several: one text, joined by {@code ;} in the declared order,
 * each once, so that the same values are the same text.
 */
public final class ManyValues {

  static final String SEPARATOR = ";";

  /** What people write between several values. */
  private static final Pattern BETWEEN = Pattern.compile("[;；、，,]");

  private ManyValues() {}

  /** The parts of what somebody wrote, as they were written, without blank ones. */
  public static List<String> split(String written) {
    return Stream.of(BETWEEN.split(written)).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  /**
   * The stored text of these values; those that are not allowed come last, to be refused.
   *
   * @param field one with declared values
   */
  public static String join(LayerField field, Collection<String> values) {
    Set<String> ordered = new LinkedHashSet<>();
    declared(field).stream().filter(values::contains).forEach(ordered::add);
    ordered.addAll(values);
    return String.join(SEPARATOR, ordered);
  }

  /** Whether the text is such a stored one: allowed values, in order, each once. */
  static boolean isJoined(LayerField field, String text) {
    List<String> values = new ArrayList<>(List.of(text.split(SEPARATOR, -1)));
    return declared(field).containsAll(values) && join(field, values).equals(text);
  }

  private static Collection<String> declared(LayerField field) {
    return field.values() == null ? List.of() : field.values().keySet();
  }
}
