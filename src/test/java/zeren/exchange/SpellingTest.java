package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "金水区, 金水区, 0",
    "金水区, 金永区, 1",
    "金水, 金水区, 1",
    "ab, ba, 2",
    "'', abc, 3"
  })
  void countsWhatMustBeChanged(String one, String other, int distance) {
    assertThat(Spelling.distance(one, other)).isEqualTo(distance);
    assertThat(Spelling.distance(other, one)).isEqualTo(distance);
  }

  @Test
  void theNearestComesFirstAndThreeAtMost() {
    assertThat(Spelling.nearest("金永区", List.of("金阳新区", "金山区", "金水区", "金永区", "管城区")))
        .containsExactly("金永区", "金山区", "金水区");
  }

  @Test
  void whatHoldsTheOtherIsNear() {
    assertThat(Spelling.nearest("郑州市国控", List.of("国控", "省控"))).containsExactly("国控");
    assertThat(Spelling.nearest("国", List.of("市政管网"))).isEmpty();
  }

  @Test
  void whatHasNothingInCommonIsNotOffered() {
    assertThat(Spelling.nearest("垃圾", List.of("房屋建筑", "道路工程"))).isEmpty();
    assertThat(Spelling.nearest("abc", List.of())).isEmpty();
  }

  @Test
  void caseAndWidthDoNotCount() {
    assertThat(Spelling.nearest("ＮＡＴＩＯＮＡ", List.of("National"))).containsExactly("National");
  }

  @Test
  void whatIsTooLongForAWordIsNotLookedFor() {
    assertThat(Spelling.nearest("金".repeat(100), List.of("金".repeat(99)))).hasSize(1);
    assertThat(Spelling.nearest("金".repeat(101), List.of("金".repeat(99)))).isEmpty();
  }
}
