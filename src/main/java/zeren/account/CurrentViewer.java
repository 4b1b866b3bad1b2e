package zeren.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import zeren.layer.Viewer;

/**
 * What whoever has logged in may see now. A session may be older than the last change of its
 * account; rights that were taken away are gone after some seconds on every node.
 */
@Component
public class CurrentViewer {

  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofSeconds(3);

  private final RememberedAccounts accounts;
  private final Cache<String, Optional<Account>> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  CurrentViewer(RememberedAccounts accounts) {
    this.accounts = accounts;
  }

  /** Of a request; one of the public when nobody has logged in, or the account is closed. */
  public Viewer of(@Nullable Authentication login) {
    if (login == null
        || !login.isAuthenticated()
        || login instanceof AnonymousAuthenticationToken) {
      return Viewer.ANONYMOUS;
    }
    return known
        .get(login.getName(), accounts::find)
        .filter(account -> !account.isClosed())
        .map(Account::viewer)
        .orElse(Viewer.ANONYMOUS);
  }

  /** Takes the change of an account into account at once, on this node. */
  void forget(String name) {
    known.invalidate(name);
  }
}
