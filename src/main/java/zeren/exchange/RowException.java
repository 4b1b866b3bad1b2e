package zeren.exchange;

import org.jspecify.annotations.Nullable;

/** One value that is wrong; who knows the file and the row makes an {@link ImportProblem} of it. */
final class RowException extends Exception {

  private final @Nullable String field;
  private final @Nullable String value;
  private final String reason;

  RowException(@Nullable String field, @Nullable Object value, String reason) {
    super(reason);
    this.field = field;
    this.value = value == null ? null : value.toString();
    this.reason = reason;
  }

  ImportProblem in(String file, int row) {
    return new ImportProblem(file, row, field, value, reason);
  }
}
