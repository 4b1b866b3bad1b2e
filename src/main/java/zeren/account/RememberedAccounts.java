package zeren.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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

  /** Asking takes seconds while the database is away, so one of all who ask tries now and then. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final AccountRepository accounts;
  private final Cache<String, Account> remembered =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
  private final AtomicLong askAgainAt = new AtomicLong();
  private volatile boolean away;

  RememberedAccounts(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /**
   * @throws DataAccessResourceFailureException when the database is away and the account is not
   *     remembered
   */
  Optional<Account> find(String name) {
    Account known = remembered.getIfPresent(name);
    if (known != null && away && !isTimeToAsk()) {
      return Optional.of(known);
    }
    try {
      Optional<Account> found = accounts.find(name);
      away = false;
      remember(name, found.orElse(null));
      return found;
    } catch (DataAccessResourceFailureException e) {
      askAgainAt.set(System.nanoTime() + PAUSE.toNanos());
      away = true;
      if (known == null) {
        throw e;
      }
      return Optional.of(known);
    }
  }

  private boolean isTimeToAsk() {
    long at = askAgainAt.get();
    long now = System.nanoTime();
    return now - at >= 0 && askAgainAt.compareAndSet(at, now + PAUSE.toNanos());
  }

  private void remember(String name, @Nullable Account account) {
    if (account == null) {
      remembered.invalidate(name);
    } else {
      remembered.put(name, account);
    }
  }
}
