package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.account.PasswordStrength.Weakness;

class PasswordStrengthTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "Xk9-vv2_Lq77",
        "修武县城关镇第三网格员",
        "yellow tram at six",
        "一把 long: password",
        "zeren sees the wide river"
      })
  void longPasswordsOfOnesOwnAreTaken(String password) {
    if (password.codePointCount(0, password.length()) >= PasswordStrength.SHORTEST) {
      assertThat(PasswordStrength.weakness("wang", password)).as(password).isEmpty();
    } else {
      assertThat(PasswordStrength.weakness("wang", password)).contains(Weakness.SHORT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "short, SHORT",
    "elevenchars, SHORT",
    "长长长长长长长长长长长长长长长长长长长长长长长长长, LONG",
    "liming-liming, NAME",
    "Liming2026!!!, NAME",
    "gnimil202612, NAME",
    "password2026!, COMMON",
    "Password1234567, COMMON",
    "woaini1314520, COMMON",
    "qwertyuiop123, COMMON",
    "1q2w3e4r5t6y, COMMON",
    "aaaaaaaaaaaaaaa, COMMON",
    "abcabcabcabcabc, COMMON",
    "123456789012, COMMON",
    "huanbao@2026#, COMMON",
    "admin-admin-1!, COMMON",
    "!!!!????####, COMMON"
  })
  void weakOnesAreNot(String password, Weakness weakness) {
    assertThat(PasswordStrength.weakness("liming", password)).as(password).contains(weakness);
  }
}
