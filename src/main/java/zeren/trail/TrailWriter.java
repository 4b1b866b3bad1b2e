package zeren.trail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds rows to the end of the trail, inside a transaction. */
@Component
class TrailWriter {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 64;
  private static final int LONGEST_OBJECT = 200;

  private final TrailWriteRepository repository;
  private final JsonMapper json;
  private final Clock clock;

  TrailWriter(TrailWriteRepository repository, JsonMapper json, Clock clock) {
    this.repository = repository;
    this.json = json;
    this.clock = clock;
  }

  /** A deed and where it was done from; null for what the service did by itself. */
  record Told(Deed deed, @Nullable String address) {}

  /** The last thing to do in a transaction: from here on nobody else gets on. */
  void write(List<Told> deeds) {
    TrailHead head = repository.lockHead();
    // Taken under the lock, so that the order of the rows is that of their times on one node.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Told told : deeds) {
      TrailEntry entry = entry(head.id() + 1, now, told);
      head = new TrailHead(entry.id(), entry.hashAfter(head.hash()));
      repository.insert(entry, head.hash());
    }
    repository.moveHead(head);
  }

  private TrailEntry entry(long id, Instant at, Told told) {
    Deed deed = told.deed();
    return new TrailEntry(
        id,
        at,
        plain(deed.actor(), LONGEST_NAME),
        plain(told.address(), LONGEST_ADDRESS),
        deed.kind().code(),
        plain(deed.layer(), LONGEST_ADDRESS),
        plain(deed.object(), LONGEST_OBJECT),
        deed.changeSet(),
        json.writeValueAsString(deed.detail()));
  }

  /** What comes from outside may hold anything of any length. */
  private static @Nullable String plain(@Nullable String text, int most) {
    if (text == null) {
      return null;
    }
    String kept = text.replaceAll("\\p{Cntrl}", "�");
    int end = kept.codePointCount(0, kept.length()) > most ? kept.offsetByCodePoints(0, most) : -1;
    return end < 0 ? kept : kept.substring(0, end);
  }
}
