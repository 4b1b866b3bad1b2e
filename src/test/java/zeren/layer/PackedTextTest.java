package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTextTest {

  private static final Comparator<String> BY_BYTES =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  private static PackedText pack(Iterable<? extends @Nullable String> texts) {
    PackedText packed = new PackedText();
    texts.forEach(packed::add);
    packed.close();
    return packed;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(
          switch (random.nextInt(5)) {
            case 0 -> 'a' + random.nextInt(26);
            case 1 -> 0x4e00 + random.nextInt(500);
            case 2 -> 0x1f600 + random.nextInt(50);
            case 3 -> 0xff01 + random.nextInt(90);
            default -> random.nextInt(0x300);
          });
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 2048, 20_000})
  void textsComeBackAsTheyWere(int count) {
    Random random = new Random(count);
    List<@Nullable String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(random.nextInt(9) == 0 ? null : text(random));
    }
    PackedText packed = pack(texts);
    assertThat(packed.size()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      assertThat(packed.get(i)).isEqualTo(texts.get(i));
    }
    Placement placement = Placements.shuffled(count);
    PackedText placed = packed.placed(placement);
    for (int row = 0; row < count; row++) {
      assertThat(placed.get(placement.slot(row))).isEqualTo(texts.get(row));
    }
  }

  @Test
  void longTextsAndBlocksFullOfNothingComeBack() {
    List<@Nullable String> texts = new ArrayList<>();
    for (int i = 0; i < 1024; i++) {
      texts.add(null);
    }
    texts.add("长".repeat(100_000));
    texts.add("");
    texts.add("x".repeat(50_000));
    PackedText packed = pack(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(packed.get(i)).isEqualTo(texts.get(i));
    }
  }

  @Test
  void aSearchFindsEveryTextAndNoOther() {
    Random random = new Random(8);
    TreeSet<String> texts = new TreeSet<>(BY_BYTES);
    while (texts.size() < 3000) {
      texts.add(text(random));
    }
    Placement placement = Placements.shuffled(texts.size());
    PackedText packed = pack(texts).placed(placement);
    int row = 0;
    for (String text : texts) {
      assertThat(packed.search(text, placement)).isEqualTo(row++);
    }
    for (int i = 0; i < 3000; i++) {
      String other = text(random) + "·";
      int found = packed.search(other, placement);
      assertThat(found >= 0).isEqualTo(texts.contains(other));
      assertThat(found < 0 ? ~found : found).isEqualTo(texts.headSet(other).size());
    }
    assertThat(pack(List.of()).search("a", Placements.shuffled(0))).isNegative();
  }

  /** UTF-16 has it the other way round: a surrogate comes before U+FF01. */
  @Test
  void theOrderIsThatOfCodePoints() {
    PackedText packed = pack(List.of("！", "😀", "a", "", "ab", "！"));
    assertThat(packed.compare(0, 1)).isNegative();
    assertThat(packed.compare(1, 0)).isPositive();
    assertThat(packed.compare(2, 4)).isNegative();
    assertThat(packed.compare(3, 2)).isNegative();
    assertThat(packed.compare(0, 5)).isZero();
  }

  @Test
  void anUnpairedSurrogateBecomesAQuestionMark() {
    assertThat(pack(List.of("a\ud83db")).get(0)).isEqualTo("a?b");
  }
}
