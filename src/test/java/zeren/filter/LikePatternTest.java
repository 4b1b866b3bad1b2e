package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "abc, abcd, false",
    "a%, abc, true",
    "%c, abc, true",
    "%b%, abc, true",
    "%d%, abc, false",
    "a_c, abc, true",
    "a_c, ac, false",
    "_, 😀, true",
    "__, 😀, false",
    "a\\%, a%, true",
    "a\\%, ab, false",
    "a\\_, a_, true",
    "a\\_, ab, false",
    "\\\\, \\, true",
    "a\\, a\\, true",
    "%%%, a, true",
    "a.c, abc, false",
    "A, a, false"
  })
  void patternsMatch(String pattern, String text, boolean matches) {
    assertThat(new LikePattern(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void theyMatchWhatTheSameRegularExpressionMatches() {
    Random random = new Random(11);
    int matched = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder pattern = new StringBuilder();
      StringBuilder regex = new StringBuilder("(?s)");
      for (int n = random.nextInt(7); n > 0; n--) {
        switch (random.nextInt(5)) {
          case 0 -> {
            pattern.append('%');
            regex.append(".*");
          }
          case 1 -> {
            pattern.append('_');
            regex.append('.');
          }
          default -> {
            char letter = (char) ('a' + random.nextInt(2));
            pattern.append(letter);
            regex.append(letter);
          }
        }
      }
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(9); n > 0; n--) {
        text.append((char) ('a' + random.nextInt(2)));
      }
      boolean expected = Pattern.matches(regex.toString(), text);
      assertThat(new LikePattern(pattern.toString()).matches(text.toString()))
          .as("%s LIKE %s", text, pattern)
          .isEqualTo(expected);
      matched += expected ? 1 : 0;
    }
    assertThat(matched).isGreaterThan(2_000);
  }

  /** A regular expression would take for ever. */
  @Test
  void aHostilePatternTakesNoLongerThanOthers() {
    assertThat(new LikePattern("%a".repeat(2_000) + "b").matches("a".repeat(4_000))).isFalse();
  }
}
