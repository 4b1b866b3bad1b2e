package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+86 371", "-", "@x", "＝1", "\tx", "'=1", "''@x", "'x", "x", "", "a=b", "'"
      })
  void guardedTextComesBackAsItWas(String text) {
    assertThat(CellText.unguard(CellText.guard(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\rx", "＋x"})
  void textThatSpreadsheetsRunGetsAnApostrophe(String text) {
    assertThat(CellText.guard(text)).isEqualTo("'" + text);
  }

  @Test
  void numbersAreExactWithoutExponent() {
    assertThat(CellText.of(1e-7)).isEqualTo("0.00000010");
    assertThat(CellText.of(5.0)).isEqualTo("5");
    assertThat(CellText.of(113.6253123456789)).isEqualTo("113.6253123456789");
    assertThat(Double.parseDouble(CellText.of(1.7e308))).isEqualTo(1.7e308);
    assertThat(CellText.of(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(CellText.of(null)).isEmpty();
  }
}
