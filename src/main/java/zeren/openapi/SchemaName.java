package zeren.openapi;

import java.util.Locale;

/** What a class of records is called in the description. */
final class SchemaName {

  private SchemaName() {}

  /**
   * Without {@code Body}; what stands in another record begins with the name of that one, what
   * stands in a controller does not.
   */
  static String of(Class<?> type) {
    String own = type.getSimpleName().replaceFirst("Body$", "");
    Class<?> around = type.getEnclosingClass();
    if (around == null || around.getSimpleName().endsWith("Controller")) {
      return own;
    }
    String outer = of(around);
    return own.startsWith(outer) ? own : outer + own;
  }

  /** For the second of that name: with its module before it. */
  static String withModule(Class<?> type) {
    String module = type.getPackageName().split("\\.", -1)[1];
    return module.substring(0, 1).toUpperCase(Locale.ROOT) + module.substring(1) + of(type);
  }
}
