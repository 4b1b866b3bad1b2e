package zeren.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * So many requests at once, and so many more as time goes on, for each of many who ask. Of each it
 * remembers one number: when what was used up will have come in again.
 */
final class Allowance {

  private static final int MOST = 100_000;

  private final long interval;
  private final long tolerance;
  private final Ticker ticker;
  private final Cache<String, AtomicLong> used;

  /**
   * @param atOnce how many may come together
   * @param per the time in which {@code number} more come in
   */
  Allowance(int atOnce, int number, Duration per, Ticker ticker) {
    this.interval = per.toNanos() / number;
    this.tolerance = interval * atOnce;
    this.ticker = ticker;
    this.used =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofNanos(tolerance + interval))
            .ticker(ticker)
            .build();
  }

  /** Uses up one, or says how long to wait for it; zero when it was there. */
  Duration take(String who) {
    AtomicLong full = used.get(who, unused -> new AtomicLong(ticker.read()));
    while (true) {
      long now = ticker.read();
      long before = full.get();
      long after = (before - now > 0 ? before : now) + interval;
      if (after - now > tolerance) {
        return Duration.ofNanos(after - now - tolerance);
      }
      if (full.compareAndSet(before, after)) {
        return Duration.ZERO;
      }
    }
  }
}
