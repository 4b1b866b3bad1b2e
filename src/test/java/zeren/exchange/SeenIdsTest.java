package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdsTest {

  private final SeenIds seen = new SeenIds();

  @Test
  void saysWhereAnIdStoodFirst() {
    assertThat(seen.add("a", 2)).isZero();
    assertThat(seen.add("b", 3)).isZero();
    assertThat(seen.add("a", 4)).isEqualTo(2);
    assertThat(seen.add("a", 5)).isEqualTo(2);
    assertThat(seen.contains("b")).isTrue();
    assertThat(seen.contains("c")).isFalse();
    assertThat(seen.size()).isEqualTo(2);
  }

  @Test
  void idsThatLookAlikeAreDifferent() {
    assertThat(seen.add("A", 1)).isZero();
    assertThat(seen.add("a", 2)).isZero();
    assertThat(seen.add("a ", 3)).isZero();
    assertThat(seen.add("", 4)).isZero();
    assertThat(seen.size()).isEqualTo(4);
  }

  @Test
  void findsTheDuplicatesAmongAMillion() {
    for (int row = 1; row <= 1_000_000; row++) {
      assertThat(seen.add("410105-" + row, row)).isZero();
    }
    for (int row = 1; row <= 1_000_000; row += 997) {
      assertThat(seen.add("410105-" + row, 2_000_000)).isEqualTo(row);
      assertThat(seen.contains("410106-" + row)).isFalse();
    }
    assertThat(seen.size()).isEqualTo(1_000_000);
  }

  /** Twenty bytes a slot, and at least three of ten slots are in use after growing. */
  @Test
  void aMillionIdsAreHeldInAFewArraysAndNothingElse() throws ReflectiveOperationException {
    for (int row = 1; row <= 1_000_000; row++) {
      seen.add("a rather long identifier of a feature that nobody would want to keep " + row, row);
    }
    long bytes = 0;
    for (var field : SeenIds.class.getDeclaredFields()) {
      field.setAccessible(true);
      Object value = field.get(seen);
      if (value instanceof long[] longs) {
        bytes += 8L * longs.length;
      } else if (value instanceof int[] ints) {
        bytes += 4L * ints.length;
      } else {
        assertThat(value).isInstanceOfAny(Integer.class, java.security.MessageDigest.class);
      }
    }
    assertThat(bytes).isLessThan(70_000_000);
  }
}
