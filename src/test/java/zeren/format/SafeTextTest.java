package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+86 371", "-", "@x", "＝1", "\tx", "'=1", "''@x", "'x", "x", "", "a=b", "'"
      })
  void guardedTextComesBackAsItWas(String text) {
    assertThat(SafeText.unguard(SafeText.guard(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\rx", "＋x"})
  void textThatSpreadsheetsRunGetsAnApostrophe(String text) {
    assertThat(SafeText.guard(text)).isEqualTo("'" + text);
  }

  @Test
  void numbersAreExactWithoutExponent() {
    assertThat(SafeText.of(1e-7)).isEqualTo("0.00000010");
    assertThat(SafeText.of(5.0)).isEqualTo("5");
    assertThat(SafeText.of(113.6253123456789)).isEqualTo("113.6253123456789");
    assertThat(Double.parseDouble(SafeText.of(1.7e308))).isEqualTo(1.7e308);
    assertThat(SafeText.of(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(SafeText.of(null)).isEmpty();
  }
}
