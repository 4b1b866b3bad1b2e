package zeren.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import zeren.trail.DeedKind;

/**
 * The browsers that are logged in, on whatever node. A session holds as long as its row does, so
 * that it can be ended from elsewhere; other nodes notice after two seconds.
 */
@Component
public class LoginSessions {

  private static final Duration FRESH = Duration.ofSeconds(2);

  /** A session that is used is written down so often, not with every request. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final int LONGEST_CLIENT = 300;

  private final LoginSessionRepository repository;
  private final AccountTrail trail;
  private final Clock clock;
  private final Remembered<LoginSession> remembered;

  LoginSessions(
      LoginSessionRepository repository, DatabaseReach reach, AccountTrail trail, Clock clock) {
    this.repository = repository;
    this.trail = trail;
    this.clock = clock;
    this.remembered = new Remembered<>(id -> repository.find(id, clock.instant()), reach, FRESH);
  }

  LoginSession start(String account, String address, @Nullable String client, Duration idle) {
    Instant now = clock.instant();
    String said = client == null ? "" : client;
    LoginSession session =
        new LoginSession(
            UUID.randomUUID().toString(),
            account,
            address,
            said.length() > LONGEST_CLIENT ? said.substring(0, LONGEST_CLIENT) : said,
            now,
            now,
            now.plus(idle));
    repository.purge(now);
    repository.insert(session);
    return session;
  }

  /** Whether it has not been ended; it then goes on for as long as it may be idle. */
  boolean goesOn(String id, Duration idle) {
    Optional<LoginSession> session = remembered.find(id);
    Instant now = clock.instant();
    if (session.isPresent() && session.get().seenAt().plus(NOTED).isBefore(now)) {
      note(id, now, now.plus(idle));
    }
    return session.isPresent();
  }

  private void note(String id, Instant now, Instant end) {
    try {
      repository.seen(id, now, end);
      remembered.forget(id);
    } catch (DataAccessResourceFailureException e) {
      // It is noted when the database is there again.
    }
  }

  public List<LoginSession> of(String account) {
    return repository.findOf(account, clock.instant());
  }

  /** Ends it from elsewhere. Returns false when the account has no such session. */
  public boolean end(String account, String id) {
    boolean ended =
        trail.record(
            () -> repository.end(account, id),
            done -> done ? AccountTrail.deed(DeedKind.SESSIONS_ENDED, account) : null);
    remembered.forget(id);
    return ended;
  }

  /** Ends the one of a browser that logs out itself. */
  void leave(String account, String id) {
    repository.end(account, id);
    remembered.forget(id);
  }

  /**
   * Logs out everywhere, but for one.
   *
   * @param session the one that goes on; null for none
   */
  public void endAllBut(String account, @Nullable String session) {
    List<LoginSession> all = of(account);
    trail.record(
        () -> repository.endOthers(account, session == null ? "" : session),
        ended ->
            ended > 0
                ? AccountTrail.deed(DeedKind.SESSIONS_ENDED, account).with("sessions", ended)
                : null);
    all.stream()
        .map(LoginSession::id)
        .filter(id -> !id.equals(session))
        .forEach(remembered::forget);
  }
}
