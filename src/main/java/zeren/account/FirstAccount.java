package zeren.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.layer.BeforeServing;
import zeren.layer.Role;
import zeren.layer.Scope;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/**
 * Makes the account {@code admin} at the first start: with the password in {@code
 * ZEREN_ADMIN_PASSWORD}, or with a random one that is printed to the standard output this once and
 * never again. That one is to be changed at the first login.
 */
@Component
class FirstAccount extends BeforeServing {

  private static final String NAME = "admin";

  private final AccountRepository accounts;
  private final PasswordRepository passwords;
  private final PasswordEncoder encoder;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final @Nullable String given;

  FirstAccount(
      AccountRepository accounts,
      PasswordRepository passwords,
      PasswordEncoder encoder,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${ZEREN_ADMIN_PASSWORD:#{null}}") @Nullable String given) {
    super(CHECK);
    this.accounts = accounts;
    this.passwords = passwords;
    this.encoder = encoder;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
    this.given = given;
  }

  @Override
  @SuppressWarnings("SystemOut") // The log is kept in a file; the password must not be.
  protected void run() {
    if (accounts.find(NAME).isPresent()) {
      return;
    }
    boolean chosen = given != null && !given.isBlank();
    String password = chosen ? String.valueOf(given) : RandomText.ofPassword();
    if (password.getBytes(StandardCharsets.UTF_8).length > PasswordStrength.MOST_BYTES) {
      throw new UnusablePasswordException(
          "ZEREN_ADMIN_PASSWORD is longer than " + PasswordStrength.MOST_BYTES + " bytes.");
    }
    Account account = new Account(NAME, encoder.encode(password), Role.ADMIN, Scope.ALL, null, 1);
    if (insert(account) && !chosen) {
      passwords.setDue(NAME);
      System.out.println("Account admin, password (shown only now): " + password);
    }
  }

  private boolean insert(Account account) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean made = accounts.insert(account, clock.instant());
              if (!made) {
                // Another node was first; PostgreSQL takes nothing more in this transaction.
                status.setRollbackOnly();
              } else {
                events.publishEvent(
                    Deed.of(DeedKind.ACCOUNT_MADE, null)
                        .on(null, account.name())
                        .with("role", account.role().code()));
              }
              return made;
            }));
  }
}
