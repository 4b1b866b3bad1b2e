package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RecentlyVerifiedPasswordsTest {

  /** A hash that counts how often it is asked. */
  private static final class Slow implements PasswordEncoder {
    int asked;

    @Override
    public String encode(@Nullable CharSequence password) {
      return "hash of " + password;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      asked++;
      return encode(password).equals(hash);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
      return "old".equals(hash);
    }
  }

  private final Slow slow = new Slow();
  private final RecentlyVerifiedPasswords passwords =
      new RecentlyVerifiedPasswords(slow, new LoginQueue());

  @Test
  void aRightPasswordIsAskedForOnce() {
    for (int i = 0; i < 5; i++) {
      assertThat(passwords.matches("right", "hash of right")).isTrue();
    }
    assertThat(slow.asked).isEqualTo(1);
  }

  @Test
  void aWrongPasswordNeverPassesAndIsNotRemembered() {
    assertThat(passwords.matches("right", "hash of right")).isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(passwords.matches("wrong", "hash of right")).isFalse();
      assertThat(passwords.matches("", "hash of right")).isFalse();
    }
    assertThat(slow.asked).isEqualTo(11);
  }

  @Test
  void aChangedHashIsAskedForAtOnce() {
    assertThat(passwords.matches("right", "hash of right")).isTrue();
    assertThat(passwords.matches("right", "hash of another")).isFalse();
    assertThat(passwords.matches("another", "hash of another")).isTrue();
    assertThat(passwords.matches("right", "hash of right")).isTrue();
    assertThat(slow.asked).isEqualTo(3);
  }

  @Test
  void hashAndPasswordCannotBeShiftedIntoEachOther() {
    assertThat(passwords.matches("b", "hash of b")).isTrue();
    assertThat(passwords.matches(" b", "hash of")).isFalse();
    assertThat(passwords.matches("f b", "hash o")).isFalse();
  }

  @Test
  void nothingMatchesNothing() {
    assertThat(passwords.matches(null, "hash of null")).isFalse();
    assertThat(passwords.matches("right", null)).isFalse();
    assertThat(slow.asked).isZero();
  }

  @Test
  void encodingIsLeftToTheSlowOne() {
    assertThat(passwords.encode("x")).isEqualTo("hash of x");
    assertThat(passwords.upgradeEncoding("old")).isTrue();
    assertThat(passwords.upgradeEncoding("new")).isFalse();
  }
}
