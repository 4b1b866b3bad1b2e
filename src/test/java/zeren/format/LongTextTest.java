package zeren.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextTest {

  /** As the writer lays a row out. */
  private static List<@Nullable Object> row(@Nullable String... texts) {
    List<@Nullable Object> row = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (String text : texts) {
      List<String> parts = text == null ? List.of() : LongText.split(text);
      row.add(text == null ? null : parts.get(0));
      more.addAll(parts.isEmpty() ? parts : parts.subList(1, parts.size()));
    }
    row.addAll(more);
    return row;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 32_763, 32_764, 32_765, 32_766, 32_767, 32_768, 65_532, 65_534, 99_999})
  void everyLengthComesBackWhateverItEndsWith(int length) {
    for (String end : List.of("x", "…", "𠮷")) {
      String text = "长".repeat(length) + end;
      List<@Nullable Object> row = row("a", text, null, text + "y", null);
      assertThat(row).allMatch(cell -> cell == null || ((String) cell).length() <= LongText.MOST);
      assertThat(LongText.join(row)).containsExactly("a", text, null, text + "y", null);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32_764, 32_765, 32_766, 32_767})
  void noPartEndsInTheMiddleOfACharacter(int before) {
    String text = "x".repeat(before) + "𠮷".repeat(20_000);
    assertThat(LongText.split(text))
        .hasSizeGreaterThan(1)
        .noneMatch(part -> Character.isLowSurrogate(part.charAt(part.startsWith("…") ? 1 : 0)));
  }

  @Test
  void noPartStartsWithWhiteSpaceThatAReaderWouldTakeOff() {
    assertThat(LongText.split("x".repeat(32_766) + "  end").get(1)).isEqualTo("…  end");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32_766, 32_767})
  void whatFitsIsOnePart(int length) {
    assertThat(LongText.split("x".repeat(length))).hasSize(1);
  }

  @Test
  void aFullCellOfSomebodyElseStaysAsItIs() {
    List<@Nullable Object> row = new ArrayList<>(List.of("x".repeat(32_766) + "…", "b", "c"));
    assertThat(LongText.join(row)).isSameAs(row);
  }
}
