package zeren.account;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import zeren.problem.ProblemException;

/** So many others log in that this password was not looked at. */
final class LoginsBusyException extends AuthenticationException {

  /** Whoever waits now has been let in or sent away by then. */
  static final long RETRY_AFTER_SECONDS = 2;

  LoginsBusyException() {
    super("Too many logins at once");
  }

  ProblemException problem() {
    return new ProblemException(
            HttpStatus.SERVICE_UNAVAILABLE,
            "too-many-logins",
            "Too many logins at once",
            "Too many logins are being checked just now. Try again in a few seconds.")
        .with("retryAfter", RETRY_AFTER_SECONDS);
  }
}
