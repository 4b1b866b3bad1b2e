package zeren.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of failed logins.
 *
 * @param subject a digest of the account, the address, or both
 * @param trustedUntil until when a login that succeeded counts; null without one
 */
record LoginRecord(String subject, int failures, Instant failedAt, @Nullable Instant trustedUntil) {

  boolean isTrusted(Instant now) {
    return trustedUntil != null && now.isBefore(trustedUntil);
  }

  /** How long to wait before the next try, after so many that were free. */
  Duration delay(int free, LoginDelays delays, Instant now) {
    if (failures < free || failedAt.plus(delays.forgotten()).isBefore(now)) {
      return Duration.ZERO;
    }
    Duration whole = delays.after(failures - free);
    Duration left = Duration.between(now, failedAt.plus(whole));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
