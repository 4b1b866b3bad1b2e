package zeren.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import zeren.layer.BeforeServing;
import zeren.layer.Role;
import zeren.layer.Scope;

/**
 * Makes the account {@code admin} at the first start: with the password in {@code
 * ZEREN_ADMIN_PASSWORD}, or with a random one that is printed to the standard output this once and
 * never again.
 */
@Component
class FirstAccount extends BeforeServing {

  private static final String NAME = "admin";

  /** What bcrypt takes; it would leave out the rest. */
  private static final int MOST_BYTES = 72;

  private final AccountRepository accounts;
  private final PasswordEncoder encoder;
  private final Clock clock;
  private final @Nullable String given;

  FirstAccount(
      AccountRepository accounts,
      PasswordEncoder encoder,
      Clock clock,
      @Value("${ZEREN_ADMIN_PASSWORD:#{null}}") @Nullable String given) {
    super(CHECK);
    this.accounts = accounts;
    this.encoder = encoder;
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
    String password = chosen ? String.valueOf(given) : Passwords.random();
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new UnusablePasswordException(
          "ZEREN_ADMIN_PASSWORD is longer than " + MOST_BYTES + " bytes.");
    }
    boolean made =
        accounts.insert(
            new Account(NAME, encoder.encode(password), Role.ADMIN, Scope.ALL, null, 1),
            clock.instant());
    if (made && !chosen) {
      System.out.println("Account admin, password (shown only now): " + password);
    }
  }
}
