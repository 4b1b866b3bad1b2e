package zeren.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The accounts in the database, and those that were asked for in the last half hour also while the
 * database is away, so that whoever is at work can go on reading.
 */
@Component
class RememberedAccounts {

  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(30);

  /** Asking takes seconds while the database is away; so long nobody asks again. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final AccountRepository accounts;
  private final Cache<String, Account> remembered =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
  private volatile long askAgainAt = System.nanoTime();

  RememberedAccounts(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /**
   * @throws DataAccessResourceFailureException when the database is away and the account is not
   *     remembered
   */
  Optional<Account> find(String name) {
    Account known = remembered.getIfPresent(name);
    if (known != null && System.nanoTime() - askAgainAt < 0) {
      return Optional.of(known);
    }
    try {
      Optional<Account> found = accounts.find(name);
      remember(name, found.orElse(null));
      return found;
    } catch (DataAccessResourceFailureException e) {
      askAgainAt = System.nanoTime() + PAUSE.toNanos();
      if (known == null) {
        throw e;
      }
      return Optional.of(known);
    }
  }

  private void remember(String name, @Nullable Account account) {
    if (account == null) {
      remembered.invalidate(name);
    } else {
      remembered.put(name, account);
    }
  }
}
