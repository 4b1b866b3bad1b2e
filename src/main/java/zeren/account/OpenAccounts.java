package zeren.account;

import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Accounts that may be used now, for whoever has logged in before. */
@Component
class OpenAccounts {

  /** A closed account stops on all nodes within this time. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Remembered<UserDetails> accounts;

  OpenAccounts(UserDetailsService accounts, DatabaseReach reach) {
    this.accounts = new Remembered<>(name -> find(accounts, name), reach, FRESH);
  }

  private static Optional<UserDetails> find(UserDetailsService accounts, String name) {
    try {
      return Optional.of(accounts.loadUserByUsername(name)).filter(UserDetails::isEnabled);
    } catch (UsernameNotFoundException e) {
      return Optional.empty();
    }
  }

  Optional<UserDetails> find(String name) {
    return accounts.find(name);
  }

  void forget(String name) {
    accounts.forget(name);
  }

  boolean isOpen(String name) {
    return find(name).isPresent();
  }
}
