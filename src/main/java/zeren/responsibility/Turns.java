package zeren.responsibility;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import zeren.problem.ProblemException;

/**
 * Lets few build a map of another day at once. Everybody may ask about any day, and whoever asks
 * about many at once would otherwise fill the memory with snapshots and maps of which hardly any is
 * kept.
 */
@Component
class Turns {

  private static final int AT_ONCE = 2;

  /** Those who wait hold a thread of the server each, and others need some too. */
  private static final int MOST_WAITING = 100;

  private static final int LONGEST_SECONDS = 5;

  /** Fair, so that nobody who came later makes somebody wait in vain. */
  private final Semaphore free = new Semaphore(AT_ONCE, true);

  /**
   * Does the work when it is its turn. It must not ask for a turn itself: all might wait for each
   * other.
   *
   * @throws ProblemException 503 when too many wait already, or have waited for too long
   */
  <T> T take(Supplier<T> work) {
    if (!isMyTurn()) {
      throw new ProblemException(
              HttpStatus.SERVICE_UNAVAILABLE,
              "too-many-days",
              "Too many ask about other days",
              "Many ask about days other than today at present. Ask about today, or try again in some"
                  + " seconds.")
          .with("retryAfter", (long) LONGEST_SECONDS);
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private boolean isMyTurn() {
    try {
      return free.getQueueLength() < MOST_WAITING
          && free.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
