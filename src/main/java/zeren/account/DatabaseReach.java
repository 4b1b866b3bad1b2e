package zeren.account;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Whether the database can be asked. Asking takes seconds while it is away, so one of all who would
 * tries now and then.
 */
@Component
class DatabaseReach {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final AtomicLong askAgainAt = new AtomicLong();
  private volatile boolean away;

  /** Whether to do without it; false for the one whose turn it is to try. */
  boolean isAway() {
    if (!away) {
      return false;
    }
    long at = askAgainAt.get();
    long now = System.nanoTime();
    return now - at < 0 || !askAgainAt.compareAndSet(at, now + PAUSE.toNanos());
  }

  void answered() {
    away = false;
  }

  void missed() {
    askAgainAt.set(System.nanoTime() + PAUSE.toNanos());
    away = true;
  }
}
