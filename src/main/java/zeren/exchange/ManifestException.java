package zeren.exchange;

import org.jspecify.annotations.Nullable;

/** An entry of a manifest that does not fit its file or the layers. */
final class ManifestException extends Exception {

  private final String field;
  private final @Nullable String value;

  ManifestException(String field, @Nullable String value, String reason) {
    super(reason);
    this.field = field;
    this.value = value;
  }

  ImportProblem in(String file) {
    return new ImportProblem(file, 0, field, value, String.valueOf(getMessage()));
  }
}
