package zeren.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.layer.BeforeServing;
import zeren.trail.Deed;
import zeren.trail.DeedKind;

/**
 * Makes the account {@code admin} at the first start: with the password in {@code
 * ZEREN_ADMIN_PASSWORD}, or with a random one that is printed to the standard output this once and
 * never again.
 */
@Component
class FirstAccount extends BeforeServing {

  private static final String NAME = "admin";

  /** No letters or digits that are taken for each other. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** 20 characters of 57 are 116 bits. */
  private static final int LENGTH = 20;

  /** What bcrypt takes; it would leave out the rest. */
  private static final int MOST_BYTES = 72;

  private final AccountRepository accounts;
  private final PasswordEncoder encoder;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final @Nullable String given;

  FirstAccount(
      AccountRepository accounts,
      PasswordEncoder encoder,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${ZEREN_ADMIN_PASSWORD:#{null}}") @Nullable String given) {
    super(CHECK);
    this.accounts = accounts;
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
    String password = chosen ? String.valueOf(given) : random();
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new UnusablePasswordException(
          "ZEREN_ADMIN_PASSWORD is longer than " + MOST_BYTES + " bytes.");
    }
    Account account = new Account(NAME, encoder.encode(password), "admin");
    if (insert(account) && !chosen) {
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
                        .with("role", account.role()));
              }
              return made;
            }));
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
