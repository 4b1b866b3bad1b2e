package zeren.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What is in the database, and what was asked for in the last half hour also while the database is
 * away, so that whoever is at work can go on reading.
 */
final class Remembered<V> {

  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(30);

  private record Entry<V>(V value, long at) {}

  private final Function<String, Optional<V>> source;
  private final DatabaseReach reach;
  private final long fresh;
  private final Cache<String, Entry<V>> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  /**
   * @param fresh how long an answer holds without asking again
   */
  Remembered(Function<String, Optional<V>> source, DatabaseReach reach, Duration fresh) {
    this.source = source;
    this.reach = reach;
    this.fresh = fresh.toNanos();
  }

  /**
   * @throws DataAccessResourceFailureException when the database is away and there is nothing to
   *     remember
   */
  Optional<V> find(String key) {
    Entry<V> entry = known.getIfPresent(key);
    if (entry != null && (System.nanoTime() - entry.at < fresh || reach.isAway())) {
      return Optional.of(entry.value);
    }
    try {
      Optional<V> found = source.apply(key);
      reach.answered();
      found.ifPresentOrElse(
          value -> known.put(key, new Entry<>(value, System.nanoTime())), () -> forget(key));
      return found;
    } catch (DataAccessResourceFailureException e) {
      reach.missed();
      if (entry == null) {
        throw e;
      }
      return Optional.of(entry.value);
    }
  }

  void forget(String key) {
    known.invalidate(key);
  }

  void forgetAll() {
    known.invalidateAll();
  }
}
