package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32_765, 32_766, 32_767, 32_768, 65_532, 65_534, 100_000})
  void everyLengthComesBackWhateverItEndsWith(int length) {
    for (String end : List.of("x", "…", "𠮷")) {
      String text = "长".repeat(length) + end;
      List<String> parts = LongText.split(text);
      Iterator<String> more = parts.subList(1, parts.size()).iterator();
      assertThat(parts).allMatch(part -> part.length() <= LongText.MOST);
      assertThat(LongText.join(parts.get(0), more)).isEqualTo(text);
      assertThat(more).isExhausted();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32_764, 32_765, 32_766, 32_767})
  void noPartEndsInTheMiddleOfACharacter(int before) {
    String text = "x".repeat(before) + "𠮷".repeat(20_000);
    assertThat(LongText.split(text))
        .hasSizeGreaterThan(1)
        .allMatch(part -> !Character.isLowSurrogate(part.charAt(0)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32_766, 32_767})
  void whatFitsIsOnePart(int length) {
    assertThat(LongText.split("x".repeat(length))).hasSize(1);
  }
}
