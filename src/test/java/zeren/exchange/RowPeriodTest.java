package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPeriodTest {

  private final List<RowFault> faults = new ArrayList<>();

  private RowPeriod read(List<String> targets, @Nullable Object... cells) {
    ColumnPlan plan = Rows.plan("person", false, targets.toArray(String[]::new));
    return RowPeriod.read(plan, Rows.row(2, cells), faults);
  }

  @Test
  void theLastDayIsTheDayBeforeTheEnd() {
    assertThat(read(List.of("@valid_from", "@last_day"), "2020年3月1日", "2021-12-31"))
        .isEqualTo(new RowPeriod(LocalDate.of(2020, 3, 1), true, LocalDate.of(2022, 1, 1)));
    assertThat(read(List.of("@valid_to"), LocalDate.of(2022, 1, 1)))
        .isEqualTo(new RowPeriod(null, true, LocalDate.of(2022, 1, 1)));
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"至今", "长期", " 永久 ", "—", "-", "", "9999-12-31", "9999/1/1"})
  void wordsForNoEndAreNone(String cell) {
    assertThat(read(List.of("@last_day"), cell)).isEqualTo(new RowPeriod(null, true, null));
    assertThat(faults).isEmpty();
  }

  @Test
  void aRowWithoutSuchColumnsSaysNothing() {
    assertThat(read(List.of("name"), "甲")).isEqualTo(RowPeriod.UNSAID);
  }

  @Test
  void whatIsNoDayIsAFaultOfItsField() {
    read(List.of("@valid_from", "@valid_to"), "春天", "2021-02-30");
    assertThat(faults)
        .extracting(RowFault::text)
        .containsExactly(
            "valid_from = '春天': must be a day such as 2019-06-10",
            "valid_to = '2021-02-30': is no day of the calendar");
  }
}
