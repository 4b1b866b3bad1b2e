package zeren.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginQueueTest {

  private static final int PLACES = 32;

  private final LoginQueue queue = new LoginQueue();
  private final Semaphore gate = new Semaphore(1, true);
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    callers.shutdownNow();
  }

  private List<Future<?>> fill() throws InterruptedException {
    gate.acquire();
    List<Future<?>> waiting = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      waiting.add(callers.submit(() -> queue.pass(gate)));
      while (gate.getQueueLength() == i) {
        Thread.sleep(1);
      }
    }
    return waiting;
  }

  @Test
  void whoFindsNoPlaceIsSentAwayAtOnce() throws InterruptedException {
    fill();
    long start = System.nanoTime();
    assertThatThrownBy(() -> queue.pass(gate)).isInstanceOf(LoginsBusyException.class);
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(1));
    queue.pass(new Semaphore(1, true));
  }

  @Test
  void nobodyWaitsForLong() throws Exception {
    for (Future<?> one : fill()) {
      assertThatThrownBy(() -> one.get(10, SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(LoginsBusyException.class);
    }
    gate.release();
    queue.pass(gate);
  }

  @Test
  void whoWaitsIsLetInInTurn() throws Exception {
    List<Future<?>> waiting = fill();
    for (Future<?> one : waiting) {
      gate.release();
      one.get(1, SECONDS);
    }
    assertThat(gate.availablePermits()).isZero();
  }
}
