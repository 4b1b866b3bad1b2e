package zeren.openapi;

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
}
