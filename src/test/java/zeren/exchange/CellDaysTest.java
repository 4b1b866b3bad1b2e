package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellDaysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-03-01",
        "2018-3-1",
        "2018/3/1",
        "2018.3.1",
        "2018年3月1日",
        "2018年03月01号",
        "2018年3月1",
        "2018 年 3 月 1 日",
        "20180301",
        "２０１８－０３－０１",
        "2018-03-01T00:00:00Z",
        "2018-03-01 08:30:15.250",
        "2018年3月1日 8:30",
        "20180301 10:30"
      })
  void readsADayInEveryWriting(String text) throws CellException {
    assertThat(CellDays.day(text)).isEqualTo("2018-03-01");
  }

  /** Without the space the first digit of the hour would be taken for one of the day. */
  @ParameterizedTest
  @ValueSource(strings = {"2018-3-1 00:00:00", "2018/3/1 10:30", "2018/3/1 0:00", "2018.3.1T10:30"})
  void aTimeOfDayDoesNotLeakIntoTheDay(String text) throws CellException {
    assertThat(CellDays.day(text)).isEqualTo("2018-03-01");
  }

  @Test
  void takesTheDatesAndDigitsOfASpreadsheet() throws CellException {
    assertThat(CellDays.day(LocalDate.of(2018, 3, 1))).isEqualTo("2018-03-01");
    assertThat(CellDays.day(20180301L)).isEqualTo("2018-03-01");
    assertThat(CellDays.day(2.0180301E7)).isEqualTo("2018-03-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-02-30", "2018年13月1日", "20180431", "2019/2/29", "2018-0-1"})
  void refusesADayThatDoesNotExist(String text) {
    assertThatThrownBy(() -> CellDays.day(text)).hasMessage("is no day of the calendar");
  }

  @Test
  void knowsLeapYears() throws CellException {
    assertThat(CellDays.day("2020/2/29")).isEqualTo("2020-02-29");
  }

  /** 43160 may be a day counted from 1900 or from 1904, or no day at all. */
  @ParameterizedTest
  @ValueSource(strings = {"43160", "2018", "2018-03", "3/1/2018", "01-03-2018", "昨天", "18年3月1日"})
  void refusesWhatLeavesDoubt(String text) {
    assertThatThrownBy(() -> CellDays.day(text)).hasMessage("must be a day such as 2019-06-10");
  }
}
