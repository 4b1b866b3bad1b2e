package zeren.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many logins have failed; the next may be tried later. */
final class TooManyFailuresException extends AuthenticationException {

  private final long seconds;

  TooManyFailuresException(Duration wait) {
    super("Too many logins have failed");
    this.seconds = wait.plusMillis(999).toSeconds();
  }

  long seconds() {
    return seconds;
  }
}
