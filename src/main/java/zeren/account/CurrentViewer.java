package zeren.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import zeren.layer.Role;
import zeren.layer.Viewer;
import zeren.layer.Viewers;

/**
 * What whoever has logged in may see now. A session may be older than the last change of its
 * account; rights that were taken away are gone after some seconds on every node.
 */
@Component
public class CurrentViewer implements Viewers {

  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofSeconds(3);

  private final RememberedAccounts accounts;
  private final Cache<String, Optional<Account>> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  CurrentViewer(RememberedAccounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Of a request; one of the public when nobody has logged in, or the account is closed. A token
   * that only reads looks where its account looks, and changes nothing.
   */
  public Viewer of(@Nullable Authentication login) {
    if (login == null
        || !login.isAuthenticated()
        || login instanceof AnonymousAuthenticationToken) {
      return Viewer.ANONYMOUS;
    }
    Viewer viewer = find(login.getName());
    return readsOnly(login) && viewer.role() != null
        ? new Viewer(viewer.name(), Role.VIEWER, viewer.scope())
        : viewer;
  }

  private static boolean readsOnly(@Nullable Authentication login) {
    return login instanceof ProgramLogin program && program.readsOnly();
  }

  @Override
  public Viewer find(String account) {
    return known
        .get(account, accounts::find)
        .filter(found -> !found.isClosed())
        .map(Account::viewer)
        .orElse(Viewer.ANONYMOUS);
  }

  /** Opens paths to those who pass the test. */
  AuthorizationManager<RequestAuthorizationContext> when(Predicate<Viewer> test) {
    return (login, context) -> new AuthorizationDecision(test.test(of(login.get())));
  }

  /** Opens paths to whoever may keep something for an account: all but tokens that only read. */
  AuthorizationManager<RequestAuthorizationContext> whenKeeping() {
    return (login, context) -> {
      Authentication who = login.get();
      return new AuthorizationDecision(of(who).name() != null && !readsOnly(who));
    };
  }

  /** Takes the change of an account into account at once, on this node. */
  void forget(String name) {
    known.invalidate(name);
  }
}
