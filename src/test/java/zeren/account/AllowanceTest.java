package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private final AtomicLong now = new AtomicLong(-5);
  private final Allowance allowance = new Allowance(5, 2, Duration.ofSeconds(1), now::get);

  @Test
  void soManyAtOnceAndThenAsTimeGoesOn() {
    for (int i = 0; i < 5; i++) {
      assertThat(allowance.take("a")).isZero();
    }
    assertThat(allowance.take("a")).isEqualTo(Duration.ofMillis(500));
    assertThat(allowance.take("b")).as("somebody else").isZero();
    now.addAndGet(Duration.ofMillis(499).toNanos());
    assertThat(allowance.take("a")).isEqualTo(Duration.ofMillis(1));
    now.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(allowance.take("a")).isZero();
    assertThat(allowance.take("a")).isPositive();
  }

  @Test
  void restFillsItAndNoMore() {
    for (int i = 0; i < 5; i++) {
      allowance.take("a");
    }
    now.addAndGet(Duration.ofHours(1).toNanos());
    for (int i = 0; i < 5; i++) {
      assertThat(allowance.take("a")).isZero();
    }
    assertThat(allowance.take("a")).isPositive();
  }

  @Test
  void manyAtOnceGetNoMoreThanOneAfterTheOther() {
    AtomicInteger taken = new AtomicInteger();
    IntStream.range(0, 1000)
        .parallel()
        .forEach(
            i -> {
              if (allowance.take("a").isZero()) {
                taken.incrementAndGet();
              }
            });
    assertThat(taken).hasValue(5);
  }
}
