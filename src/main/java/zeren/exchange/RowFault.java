package zeren.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in one row that keeps it from being imported, or that was noticed and put right.
 *
 * @param field the layer's field, or {@code id} or {@code geometry}; null for the row as a whole
 * @param value what the file has there; null when it has nothing
 * @param reason what is wrong and what would be right
 * @param suggestions values that were perhaps meant, the likeliest first
 */
public record RowFault(
    @Nullable String field, @Nullable String value, String reason, List<String> suggestions) {

  /** Longest value that is repeated in a message. */
  private static final int LONGEST = 100;

  static RowFault of(@Nullable String field, @Nullable Object value, String reason) {
    return of(field, value, reason, List.of());
  }

  static RowFault of(
      @Nullable String field, @Nullable Object value, String reason, List<String> suggestions) {
    String text = value == null ? null : value.toString();
    if (text != null && text.length() > LONGEST) {
      text = text.substring(0, LONGEST) + "…";
    }
    return new RowFault(field, text, reason, suggestions);
  }

  /** As one line for people: {@code lat = '113.6': longitude and latitude are swapped}. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (field != null) {
      text.append(field);
      if (value != null) {
        text.append(" = '").append(value).append('\'');
      }
      text.append(": ");
    }
    text.append(reason);
    if (!suggestions.isEmpty()) {
      text.append(" (perhaps ").append(String.join(", ", suggestions)).append(')');
    }
    return text.toString();
  }
}
