package zeren.account;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import zeren.problem.ProblemException;
import zeren.trail.DeedKind;

/** The passwords of accounts: changed by whoever has them, issued anew by an administrator. */
@Component
public class Passwords {

  private final PasswordRepository passwords;
  private final RecentlyVerifiedPasswords encoder;
  private final LoginSessions sessions;
  private final LoginGuard guard;
  private final LoginTurns turns;
  private final AccountTrail trail;
  private final Remembered<StoredPassword> remembered;

  Passwords(
      PasswordRepository passwords,
      RecentlyVerifiedPasswords encoder,
      LoginSessions sessions,
      LoginGuard guard,
      LoginTurns turns,
      AccountTrail trail,
      DatabaseReach reach) {
    this.passwords = passwords;
    this.encoder = encoder;
    this.sessions = sessions;
    this.guard = guard;
    this.turns = turns;
    this.trail = trail;
    this.remembered = new Remembered<>(passwords::find, reach, Duration.ofSeconds(2));
  }

  /** Whether a one-time password has to be changed before anything else. */
  public boolean isDue(String name) {
    return remembered.find(name).map(StoredPassword::isDue).orElse(false);
  }

  /** Whether the account logs in with a password that is kept here. */
  public boolean isKeptHere(String name) {
    return passwords.find(name).map(stored -> !stored.isElsewhere()).orElse(false);
  }

  /** Whether this is the password of the account and has been found to be so lately. */
  boolean isVerified(String name, String password) {
    return remembered
        .find(name)
        .filter(stored -> encoder.isVerified(password, stored.hash()))
        .isPresent();
  }

  /**
   * Changes one's own. All other sessions of the account end.
   *
   * @param session the one that goes on; null when a program asks
   * @throws ProblemException naming the parameter that cannot be taken
   */
  public void change(
      String name, String old, String wanted, String address, @Nullable String session) {
    StoredPassword stored =
        passwords
            .find(name)
            .filter(found -> !found.isElsewhere())
            .orElseThrow(() -> ProblemException.notFound("This account has no password here."));
    if (!isRight(name, old, stored, address)) {
      throw ProblemException.badParameter("old", "This is not the password of the account.")
          .with("reason", "wrong");
    }
    if (old.equals(wanted)) {
      throw ProblemException.badParameter("new", "This is the password that there is already.")
          .with("reason", "same");
    }
    refuseWeak(name, wanted);
    replace(name, wanted, false, session);
  }

  /** A try as a login is, and with logins in one row: who has a session may still be guessing. */
  private boolean isRight(String name, String password, StoredPassword stored, String address) {
    try {
      return turns.take(name, () -> attempt(name, password, stored, address));
    } catch (LoginsBusyException e) {
      throw e.problem();
    }
  }

  private boolean attempt(String name, String password, StoredPassword stored, String address) {
    LoginGuard.Try attempt = guard.attempt(name, address);
    if (!attempt.delay().isZero()) {
      throw tooMany(new TooManyFailuresException(attempt.delay()));
    }
    boolean right = encoder.matches(password, stored.hash());
    if (!right) {
      attempt.failed();
      trail.tell(AccountTrail.deed(DeedKind.LOGIN_FAILED, name));
    }
    return right;
  }

  private static void refuseWeak(String name, String wanted) {
    Optional<PasswordStrength.Weakness> weakness = PasswordStrength.weakness(name, wanted);
    if (weakness.isPresent()) {
      throw ProblemException.badParameter("new", weakness.get().says())
          .with("reason", weakness.get().code());
    }
  }

  /**
   * Gives the account a one-time password, which has to be changed at the next login, and ends its
   * sessions.
   *
   * @return the password, which nobody can read again
   */
  public String issue(String name) {
    String password = RandomText.ofPassword();
    StoredPassword stored =
        passwords
            .find(name)
            .orElseThrow(() -> ProblemException.notFound("There is no account of this name."));
    if (stored.isElsewhere()) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "password-elsewhere",
          "The password is kept elsewhere",
          "This account logs in by OpenID Connect; its password is changed there.");
    }
    replace(name, password, true, null);
    return password;
  }

  private void replace(String name, String password, boolean oneTime, @Nullable String session) {
    DeedKind kind = oneTime ? DeedKind.PASSWORD_ISSUED : DeedKind.PASSWORD_CHANGED;
    String hash = String.valueOf(encoder.encode(password));
    trail.record(
        () -> passwords.update(name, hash, oneTime), done -> AccountTrail.deed(kind, name));
    remembered.forget(name);
    sessions.endAllBut(name, session);
  }

  /** The same answer wherever a wait is asked for. */
  static ProblemException tooMany(TooManyFailuresException reason) {
    return new ProblemException(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-failures",
            "Too many logins have failed",
            "Wait " + reason.seconds() + " seconds and try again.")
        .with("retryAfter", reason.seconds());
  }
}
