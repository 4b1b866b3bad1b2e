package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "113.62|113.62",
        "-1.5e-7|-1.5E-7",
        "+3|3",
        "−3|-3",
        "１２．５|12.5",
        "1,234,567.8|1234567.8",
        "1，234|1234",
        " 12 |12",
        "007|7"
      })
  void readsNumbersAsPeopleWriteThem(String text, double expected) throws CellException {
    assertThat(CellNumbers.number(text, null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"3.5 m², m², 3.5", "3.5m2, m², 3.5", "1200 L/s, L/s, 1200", "12KM, km, 12"})
  void takesTheUnitOfTheFieldBehindTheNumber(String text, String unit, double expected)
      throws CellException {
    assertThat(CellNumbers.number(text, unit)).isEqualTo(expected);
  }

  @Test
  void refusesAnotherUnitAndNamesTheRightOne() {
    assertThatThrownBy(() -> CellNumbers.number("3.5亩", "m²"))
        .hasMessage("has '亩' behind the number; write the number alone, in m²");
    assertThatThrownBy(() -> CellNumbers.number("3 个", null))
        .hasMessage("has '个' behind the number; write the number alone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"约三百", "0x1p3", "NaN", "Infinity", "--3", "", "一", ".5"})
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> CellNumbers.number(text, "m")).isInstanceOf(CellException.class);
  }

  @Test
  void refusesWhatIsInfinite() {
    assertThatThrownBy(() -> CellNumbers.number("1e999", null)).hasMessageContaining("infinite");
    assertThatThrownBy(() -> CellNumbers.number(Double.NaN, null))
        .isInstanceOf(CellException.class);
  }

  @Test
  void readsWholeNumbers() throws CellException {
    assertThat(CellNumbers.integer(7L, null)).isEqualTo(7);
    assertThat(CellNumbers.integer(7.0, null)).isEqualTo(7);
    assertThat(CellNumbers.integer(1.0E7, null)).isEqualTo(10_000_000);
    assertThat(CellNumbers.integer("12.00", null)).isEqualTo(12);
    assertThat(CellNumbers.integer("1,200", null)).isEqualTo(1200);
    assertThat(CellNumbers.integer("9223372036854775807", null)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.5", "9223372036854775808", "-9223372036854775809", "1e999"})
  void refusesWhatIsNotWholeOrTooLarge(String text) {
    assertThatThrownBy(() -> CellNumbers.integer(text, null)).hasMessage("must be a whole number");
  }

  @Test
  void aGroupOfTwoDigitsIsNoThousand() {
    assertThatThrownBy(() -> CellNumbers.number("1,23", null)).isInstanceOf(CellException.class);
  }
}
