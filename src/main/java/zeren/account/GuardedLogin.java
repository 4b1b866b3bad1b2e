package zeren.account;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Name and password, behind the {@link LoginGuard}. A closed account answers as a wrong password
 * does.
 */
final class GuardedLogin implements AuthenticationProvider {

  private final AuthenticationProvider passwords;
  private final LoginGuard guard;
  private final LoginTurns turns;

  GuardedLogin(AuthenticationProvider passwords, LoginGuard guard, LoginTurns turns) {
    this.passwords = passwords;
    this.guard = guard;
    this.turns = turns;
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String address =
        login.getDetails() instanceof WebAuthenticationDetails details
                && details.getRemoteAddress() != null
            ? details.getRemoteAddress()
            : "unknown";
    return turns.take(login.getName(), () -> authenticate(login, address));
  }

  private Authentication authenticate(Authentication login, String address) {
    LoginGuard.Try attempt = guard.attempt(login.getName(), address);
    if (!attempt.delay().isZero()) {
      throw new TooManyFailuresException(attempt.delay());
    }
    try {
      Authentication done = passwords.authenticate(login);
      if (done == null) {
        throw new BadCredentialsException("Neither name nor password");
      }
      settle(attempt::succeeded);
      return done;
    } catch (BadCredentialsException | AccountStatusException e) {
      try {
        attempt.failed();
      } catch (DataAccessResourceFailureException away) {
        throw new InternalAuthenticationServiceException("The database is away", away);
      }
      throw new BadCredentialsException("Name or password is wrong", e);
    }
  }

  /** What cannot be recorded because the database is away keeps out nobody who is remembered. */
  private static void settle(Runnable success) {
    try {
      success.run();
    } catch (DataAccessResourceFailureException e) {
      // The next login records it.
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return passwords.supports(type);
  }
}
