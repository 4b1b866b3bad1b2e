package zeren.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts what happens again and again, so that a flood of failed logins fills neither the disk nor
 * the memory: the first is written at once, those after it as a number at the end of their time.
 * When many different ones come, from everywhere, only so many a minute are told apart.
 */
@Component
class Repeats {

  /**
   * Told apart within a minute, of one kind and one account: strangers fold nobody's rows but
   * theirs.
   */
  static final int MOST = 60;

  private final Clock clock;
  private final Map<Key, Tally> tallies = new LinkedHashMap<>();
  private Instant minute = Instant.EPOCH;
  private final Map<Key, Integer> begunThisMinute = new HashMap<>();

  Repeats(Clock clock) {
    this.clock = clock;
  }

  /** What counts as the same; nothing but the kind and the account where there are too many. */
  private record Key(
      DeedKind kind,
      @Nullable String actor,
      @Nullable String layer,
      @Nullable String object,
      @Nullable String address) {

    static Key of(TrailWriter.Told told) {
      Deed deed = told.deed();
      return new Key(deed.kind(), deed.actor(), deed.layer(), deed.object(), told.address());
    }

    /** Who did it; of failed logins, which account was tried. */
    Key ofAll() {
      return new Key(kind, actor, null, kind == DeedKind.LOGIN_FAILED ? object : null, null);
    }
  }

  private record Tally(Instant since, long count) {}

  /** Whether this is to be written; else it has been counted. */
  synchronized boolean isFirst(TrailWriter.Told told) {
    DeedKind kind = told.deed().kind();
    if (kind.told().isZero()) {
      return true;
    }
    Instant now = clock.instant();
    Key key = Key.of(told);
    if (tallies.containsKey(key)) {
      count(key, now);
      return false;
    }
    if (Duration.between(minute, now).compareTo(Duration.ofMinutes(1)) >= 0) {
      minute = now;
      begunThisMinute.clear();
    }
    if (begunThisMinute.merge(key.ofAll(), 1, Integer::sum) > MOST) {
      count(key.ofAll(), now);
      return false;
    }
    tallies.put(key, new Tally(now, 0));
    return true;
  }

  private void count(Key key, Instant now) {
    Tally tally = tallies.getOrDefault(key, new Tally(now, 0));
    tallies.put(key, new Tally(tally.since(), tally.count() + 1));
  }

  /**
   * What has been counted; it begins anew.
   *
   * @param all whether its time is over or not
   */
  synchronized List<TrailWriter.Told> take(boolean all) {
    Instant now = clock.instant();
    List<TrailWriter.Told> over = new ArrayList<>();
    for (Iterator<Map.Entry<Key, Tally>> each = tallies.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<Key, Tally> one = each.next();
      Tally tally = one.getValue();
      if (all || Duration.between(tally.since(), now).compareTo(one.getKey().kind().told()) >= 0) {
        if (tally.count() > 0) {
          over.add(told(one.getKey(), tally));
        }
        each.remove();
      }
    }
    return over;
  }

  private static TrailWriter.Told told(Key key, Tally tally) {
    Deed deed =
        Deed.of(key.kind(), key.actor())
            .on(key.layer(), key.object())
            .with("repeated", tally.count())
            .with("since", tally.since().toString());
    return new TrailWriter.Told(deed, key.address());
  }
}
