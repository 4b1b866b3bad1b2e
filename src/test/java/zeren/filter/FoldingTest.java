package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  /** Pairs and forms of CaseFolding.txt of the Unicode Standard, statuses C and F. */
  @ParameterizedTest
  @CsvSource({
    "Straße, STRASSE",
    "straße, STRAẞE",
    "Οδος, ΟΔΟΣ",
    "ΟΔΟΣ%, οδοσ%",
    "ﬁ, FI",
    "ǰ, J̌",
    "ŉ, ʼN",
    "K, k",
    "µ, μ",
    "ſ, S",
    "ᾳ, ΑΙ",
    "Ꭰ, ꭰ",
    "𐐀, 𐐨",
    "排污口Ab, 排污口aB"
  })
  void differInCaseOnly(String one, String other) {
    assertThat(Folding.CASEI.fold(one)).isEqualTo(Folding.CASEI.fold(other));
  }

  @ParameterizedTest
  @CsvSource({"ı, i", "ı, I", "İ, i", "a, á", "σ, o"})
  void differOtherwise(String one, String other) {
    assertThat(Folding.CASEI.fold(one)).isNotEqualTo(Folding.CASEI.fold(other));
  }

  /** Those of the abstract test suite of CQL2 are among them. */
  @ParameterizedTest
  @CsvSource({
    "København, Kobenhavn",
    "äöüéáí, aoueai",
    "débárquér, debarquer",
    "Łódź, Lodz",
    "Đà Nẵng, Da Nang",
    "Ḁ, A",
    "e\u0301, e",
    "郑州, 郑州",
    "Kiev, Kiev"
  })
  void differInAccentsOnly(String one, String other) {
    assertThat(Folding.ACCENTI.fold(one)).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({"が, か", "ぱ, は", "a, A", "æ, a"})
  void areOtherLetters(String one, String other) {
    assertThat(Folding.ACCENTI.fold(one)).isNotEqualTo(Folding.ACCENTI.fold(other));
  }
}
