package zeren.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link FormatException} out of a stream: streams throw only {@link IOException}, and
 * the parsers that read them wrap that once more.
 */
final class RefusedReadException extends IOException {

  private final FormatException refusal;

  RefusedReadException(FormatException refusal) {
    super(refusal.getMessage(), refusal);
    this.refusal = refusal;
  }

  /** The refusal that a parser's exception was caused by; null when it has another cause. */
  static @Nullable FormatException refusalIn(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof RefusedReadException refused) {
        return refused.refusal;
      }
    }
    return null;
  }
}
