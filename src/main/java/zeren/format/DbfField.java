package zeren.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import zeren.format.TableWriter.Column;

/**
 * A field of a {@code .dbf} to write.
 *
 * @param name at most 10 bytes of UTF-8, unique in its file whatever the case
 */
record DbfField(String name, TableWriter.Type type) {

  static final int NAME_BYTES = 10;
  static final int TEXT_BYTES = 254;
  static final int NUMBER_BYTES = 24;

  /** The fields for these columns, in their order. */
  static List<DbfField> of(List<Column> columns) {
    Set<String> taken = new HashSet<>();
    List<DbfField> fields = new ArrayList<>();
    for (Column column : columns) {
      String clean = column.name().replaceAll("[\\p{Cntrl}]", "").strip();
      String name = cut(clean, NAME_BYTES);
      for (int n = 1; name.isEmpty() || !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = cut(clean, NAME_BYTES - 1 - String.valueOf(n).length()) + "_" + n;
      }
      fields.add(new DbfField(name, column.type()));
    }
    return fields;
  }

  /** The longest start of a text that fits in so many bytes of UTF-8. */
  static String cut(String text, int bytes) {
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      used += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (used > bytes) {
        break;
      }
      at += Character.charCount(point);
    }
    return text.substring(0, at);
  }

  /** The letter for the type. */
  char letter() {
    return switch (type) {
      case TEXT -> 'C';
      case INTEGER, NUMBER -> 'N';
      case BOOLEAN -> 'L';
      case DATE -> 'D';
    };
  }

  /** How many bytes a value may have. */
  int mostBytes() {
    return switch (type) {
      case TEXT -> TEXT_BYTES;
      case INTEGER -> 20;
      case NUMBER -> NUMBER_BYTES;
      case BOOLEAN -> 1;
      case DATE -> 8;
    };
  }
}
