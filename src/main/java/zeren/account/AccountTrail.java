package zeren.account;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/**
 * Tells the trail what is done to accounts and by whom, in one transaction with it: a change that
 * nobody can find out about is not made.
 */
@Component
class AccountTrail {

  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  AccountTrail(TransactionTemplate transaction, ApplicationEventPublisher events) {
    this.transaction = transaction;
    this.events = events;
  }

  /** A deed of whoever is logged in, to an account. */
  static Deed deed(DeedKind kind, String account) {
    return Deed.of(kind, actor()).on(null, account);
  }

  /** Of what has changed nothing. */
  void tell(Deed deed) {
    events.publishEvent(deed);
  }

  /**
   * @param done what was done, of the outcome; null when that changed nothing
   */
  <T> T record(Supplier<T> work, Function<T, @Nullable Deed> done) {
    T outcome =
        transaction.execute(
            status -> {
              T result = work.get();
              Deed deed = done.apply(result);
              if (deed != null) {
                events.publishEvent(deed);
              }
              return result;
            });
    return Objects.requireNonNull(outcome);
  }

  /** Null while somebody is only about to log in, and for the service itself. */
  private static @Nullable String actor() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return login == null || login instanceof AnonymousAuthenticationToken ? null : login.getName();
  }
}
