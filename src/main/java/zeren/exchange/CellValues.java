package zeren.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerField;
import zeren.layer.ManyValues;
import zeren.layer.Title;

/** Turns the cells of one column into values of a field. */
final class CellValues {

  private static final Set<String> YES = Set.of("true", "1", "是", "有", "yes", "y", "√", "t");
  private static final Set<String> NO = Set.of("false", "0", "否", "无", "no", "n", "×", "f");

  private final LayerField field;

  /** What an allowed value may be called, to the value; null when any value will do. */
  private final @Nullable Map<String, String> allowed;

  CellValues(LayerField field) {
    this.field = field;
    this.allowed = field.values() == null ? null : names(field.values());
  }

  private static Map<String, String> names(Map<String, Title> values) {
    Map<String, String> names = new LinkedHashMap<>();
    values.keySet().forEach(value -> names.put(Wording.key(value), value));
    values.forEach(
        (value, title) -> {
          names.putIfAbsent(Wording.key(title.zh()), value);
          names.putIfAbsent(Wording.key(title.en()), value);
        });
    return names;
  }

  /** Whether there is nothing in the cell. */
  static boolean isEmpty(@Nullable Object given) {
    return given == null || given instanceof String text && text.isBlank();
  }

  /**
   * @param given not empty
   * @return a value of the field's Java type
   */
  Object read(Object given) throws CellException {
    if (allowed != null && field.many()) {
      return several(text(given), allowed);
    }
    if (allowed != null) {
      return allowedValue(text(given), allowed);
    }
    return switch (field.type()) {
      case TEXT -> text(given);
      case INTEGER -> CellNumbers.integer(given, field.unit());
      case NUMBER -> CellNumbers.number(given, field.unit());
      case BOOLEAN -> bool(given);
      case DATE -> CellDays.day(given);
    };
  }

  /** What stands in the cell; a number that a spreadsheet made of digits is these digits again. */
  static String text(Object given) {
    if (given instanceof Double number && Double.isFinite(number)) {
      BigDecimal plain = BigDecimal.valueOf(number).stripTrailingZeros();
      return plain.toPlainString();
    }
    return given.toString().strip();
  }

  private String several(String text, Map<String, String> names) throws CellException {
    List<String> values = new ArrayList<>();
    for (String part : ManyValues.split(text)) {
      values.add(allowedValue(part, names));
    }
    if (values.isEmpty()) {
      throw new CellException("must name one or more values, with ; between");
    }
    return ManyValues.join(field, values);
  }

  private String allowedValue(String text, Map<String, String> names) throws CellException {
    String value = names.get(Wording.key(text));
    if (value == null) {
      Map<String, Title> titles = field.values() == null ? Map.of() : field.values();
      Set<String> words = new LinkedHashSet<>();
      titles.forEach((key, title) -> words.addAll(List.of(title.zh(), title.en(), key)));
      String all = String.join(", ", titles.values().stream().map(Title::zh).toList());
      throw new CellException("must be one of " + all, Spelling.nearest(text, words));
    }
    return value;
  }

  private static boolean bool(Object given) throws CellException {
    if (given instanceof Boolean value) {
      return value;
    }
    String key = Wording.key(text(given));
    if (YES.contains(key)) {
      return true;
    }
    if (NO.contains(key)) {
      return false;
    }
    throw new CellException("must be yes or no (是 or 否, true or false)");
  }
}
