package zeren.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import zeren.problem.ProblemException;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/** The tokens with which programs log in. */
@Component
public class AccessTokens {

  /** By which a token that got out is recognised, by people and by tools that look for such. */
  private static final String PREFIX = "zeren_";

  /** 262 bits. */
  private static final int LENGTH = 45;

  private static final int LONGEST_NAME = 100;
  private static final int MOST_DAYS = 366;
  private static final int MOST_OF_ACCOUNT = 50;
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final AccessTokenRepository repository;
  private final AccountTrail trail;
  private final Clock clock;
  private final Remembered<AccessToken> remembered;

  AccessTokens(
      AccessTokenRepository repository, DatabaseReach reach, AccountTrail trail, Clock clock) {
    this.repository = repository;
    this.trail = trail;
    this.clock = clock;
    this.remembered = new Remembered<>(repository::find, reach, FRESH);
  }

  /** A token with its secret, which nobody can read again. */
  public record Made(String secret, AccessToken token) {}

  /**
   * @throws ProblemException naming the parameter that cannot be taken
   */
  public Made make(String account, String name, boolean readsOnly, int days) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw ProblemException.badParameter(
          "name", "Name the token in 1 to " + LONGEST_NAME + " characters.");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw ProblemException.badParameter(
          "days", "A token is valid for 1 to " + MOST_DAYS + " days.");
    }
    if (repository.findOf(account).size() >= MOST_OF_ACCOUNT) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "too-many-tokens",
          "Too many tokens",
          "An account has at most " + MOST_OF_ACCOUNT + " tokens. Delete one first.");
    }
    String secret = PREFIX + RandomText.of(LENGTH);
    Instant now = clock.instant();
    AccessToken token =
        new AccessToken(
            UUID.randomUUID().toString(),
            account,
            called,
            readsOnly,
            now,
            now.plus(Duration.ofDays(days)),
            null);
    return trail.record(
        () -> {
          repository.insert(token, Digest.of(secret));
          return new Made(secret, token);
        },
        made -> describe(DeedKind.TOKEN_MADE, token));
  }

  private static Deed describe(DeedKind kind, AccessToken token) {
    return AccountTrail.deed(kind, token.account())
        .with("token", token.id())
        .with("name", token.name())
        .with("readsOnly", token.readsOnly())
        .with("expiresAt", token.expiresAt().toString());
  }

  /** The token with this secret, unless it has expired or been deleted. */
  Optional<AccessToken> find(String secret) {
    String digest = Digest.of(secret);
    Instant now = clock.instant();
    Optional<AccessToken> token =
        remembered.find(digest).filter(found -> now.isBefore(found.expiresAt()));
    token.ifPresent(
        found -> {
          Instant last = found.lastUsedAt();
          if (last == null || last.plus(NOTED).isBefore(now)) {
            note(found.id(), digest, now);
          }
        });
    return token;
  }

  private void note(String id, String digest, Instant now) {
    try {
      repository.used(id, now);
      remembered.forget(digest);
    } catch (DataAccessResourceFailureException e) {
      // It is noted when the database is there again.
    }
  }

  public List<AccessToken> of(String account) {
    return repository.findOf(account);
  }

  /** Those of all accounts. */
  public List<AccessToken> all() {
    return repository.findAll();
  }

  /** Returns false when the account has no such token. */
  public boolean revoke(String account, String id) {
    boolean revoked =
        trail.record(
            () -> repository.revoke(account, id),
            done ->
                done ? AccountTrail.deed(DeedKind.TOKEN_REVOKED, account).with("token", id) : null);
    // Remembered by the digest of the secret, which nobody names here.
    remembered.forgetAll();
    return revoked;
  }
}
