package zeren.account;

import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes the account {@code admin} at the first start: with the password in {@code
 * ZEREN_ADMIN_PASSWORD}, or with a random one that is printed to the standard output this once and
 * never again.
 */
@Component
class FirstAccount implements ApplicationRunner {

  private static final String NAME = "admin";

  /** No letters or digits that are taken for each other. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** 20 characters of 57 are 116 bits. */
  private static final int LENGTH = 20;

  private final AccountRepository accounts;
  private final PasswordEncoder encoder;
  private final Clock clock;
  private final @Nullable String given;

  FirstAccount(
      AccountRepository accounts,
      PasswordEncoder encoder,
      Clock clock,
      @Value("${ZEREN_ADMIN_PASSWORD:#{null}}") @Nullable String given) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.clock = clock;
    this.given = given;
  }

  @Override
  @SuppressWarnings("SystemOut") // The log is kept in a file; the password must not be.
  public void run(ApplicationArguments arguments) {
    if (accounts.find(NAME).isPresent()) {
      return;
    }
    boolean chosen = given != null && !given.isBlank();
    String password = chosen ? String.valueOf(given) : random();
    accounts.insert(new Account(NAME, encoder.encode(password), "admin"), clock.instant());
    if (!chosen) {
      System.out.println("Account admin, password (shown only now): " + password);
    }
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
