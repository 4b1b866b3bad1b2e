package zeren.account;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts in the database, {@linkplain Remembered as far as it is there}. */
@Component
class RememberedAccounts {

  private final Remembered<Account> accounts;

  RememberedAccounts(AccountRepository accounts, DatabaseReach reach) {
    this.accounts = new Remembered<>(accounts::find, reach, Duration.ZERO);
  }

  Optional<Account> find(String name) {
    return accounts.find(name);
  }
}
