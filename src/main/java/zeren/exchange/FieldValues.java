package zeren.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerField;
import zeren.layer.Title;

/** Turns the values of a file into those that a layer declares. */
final class FieldValues {

  private FieldValues() {}

  /**
   * @param given text, number or boolean; null when the row has none
   * @return a value of the field's Java type, or null
   */
  static @Nullable Object convert(LayerField field, @Nullable Object given) throws RowException {
    if (given == null || given.equals("")) {
      if (field.required()) {
        throw new RowException(field.name(), null, "is missing");
      }
      return null;
    }
    Object value =
        switch (field.type()) {
          case TEXT -> given.toString();
          case INTEGER -> integer(field.name(), given.toString());
          case NUMBER -> Numbers.parse(field.name(), given.toString());
          case BOOLEAN -> bool(field.name(), given.toString());
          case DATE -> date(field.name(), given.toString());
        };
    Map<String, Title> allowed = field.values();
    if (allowed != null && !allowed.containsKey(value.toString())) {
      String reason = "must be one of " + String.join(", ", allowed.keySet());
      throw new RowException(field.name(), given, reason);
    }
    return value;
  }

  private static long integer(String field, String text) throws RowException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new RowException(field, text, "must be a whole number");
    }
  }

  private static boolean bool(String field, String text) throws RowException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new RowException(field, text, "must be true or false");
    };
  }

  /** Kept as text, see {@link zeren.layer.FieldType#DATE}. */
  private static String date(String field, String text) throws RowException {
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      throw new RowException(field, text, "must be a day such as 2019-06-10");
    }
  }
}
