package zeren.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Something in a file that keeps it from being imported.
 *
 * @param file its name
 * @param row number of the row, feature or manifest entry, counted from 1 without the header; 0 for
 *     the file as a whole
 * @param field the field at fault; null when it is none in particular
 * @param value what the file has there; null when it has nothing
 * @param reason what is wrong and what would be right
 */
public record ImportProblem(
    String file, int row, @Nullable String field, @Nullable String value, String reason) {

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (row > 0) {
      text.append(" row ").append(row);
    }
    if (field != null) {
      text.append(", ").append(field);
    }
    if (value != null) {
      text.append(" = '").append(value).append("'");
    }
    return text.append(": ").append(reason).toString();
  }
}
