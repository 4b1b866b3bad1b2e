package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns();

  @Test
  void twoAreAtWorkAtOnceAndAllComeToTheirTurn() throws Exception {
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Integer>> all = new ArrayList<>();
    ExecutorService many = Executors.newFixedThreadPool(20);
    try {
      for (int i = 0; i < 20; i++) {
        int number = i;
        all.add(
            many.submit(
                () ->
                    turns.take(
                        () -> {
                          most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                          pause();
                          atWork.decrementAndGet();
                          return number;
                        })));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(all.get(i).get()).isEqualTo(i);
      }
    } finally {
      many.shutdown();
    }
    assertThat(most.get()).isEqualTo(2);
  }

  @Test
  void workThatFailsGivesItsTurnBack() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      () -> {
                        throw new IllegalStateException("failed");
                      }))
          .hasMessage("failed");
    }
    assertThat(turns.take(() -> 1)).isEqualTo(1);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
