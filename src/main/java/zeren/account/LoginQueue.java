package zeren.account;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Where logins wait for what only some may do at once. Few may, and not for long: whoever waits
 * keeps a thread that other requests need, and strangers can send as many logins as they like.
 */
@Component
class LoginQueue {

  private static final int MOST = 32;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Semaphore places = new Semaphore(MOST);

  /**
   * Takes a permit, which the caller releases.
   *
   * @throws LoginsBusyException when too many wait already, or the wait was too long
   */
  void pass(Semaphore gate) {
    try {
      // With a time, even of zero, nobody goes past those who wait.
      if (!gate.tryAcquire(0, TimeUnit.SECONDS)) {
        await(gate);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoginsBusyException();
    }
  }

  private void await(Semaphore gate) throws InterruptedException {
    if (!places.tryAcquire()) {
      throw new LoginsBusyException();
    }
    try {
      if (!gate.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LoginsBusyException();
      }
    } finally {
      places.release();
    }
  }
}
