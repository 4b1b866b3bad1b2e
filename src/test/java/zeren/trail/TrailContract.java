package zeren.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the trail does on every database. */
abstract class TrailContract {

  private static final TrailFilter ALL =
      new TrailFilter(null, List.of(), null, null, null, null, null);

  /** Statements, and what is found then in which row. */
  private static final String TAMPERINGS =
      """
      ALTERED 3 | UPDATE trail SET actor = 'x' WHERE id = 3
      ALTERED 1 | UPDATE trail SET actor = NULL WHERE id = 1
      ALTERED 5 | UPDATE trail SET address = '' WHERE id = 5
      ALTERED 2 | UPDATE trail SET detail = CONCAT(detail, ' ') WHERE id = 2
      ALTERED 4 | UPDATE trail SET change_set = 1 WHERE id = 4
      ALTERED 3 | UPDATE trail SET object = 'sitec', layer = '' WHERE id = 3
      ALTERED 4 | UPDATE trail SET happened_at = happened_at + INTERVAL '1' SECOND WHERE id = 4
      ALTERED 4 | UPDATE trail SET hash = '00' WHERE id = 4
      ALTERED 5 | UPDATE trail SET hash = '00' WHERE id = 5
      MISSING 1 | DELETE FROM trail WHERE id = 1
      MISSING 3 | DELETE FROM trail WHERE id = 3
      MISSING 5 | DELETE FROM trail WHERE id = 5
      ALTERED 3 | DELETE FROM trail WHERE id = 3; UPDATE trail SET id = id - 1 WHERE id > 3
      ALTERED 2 | UPDATE trail SET id = 9 WHERE id = 2; UPDATE trail SET id = 2 WHERE id = 3; UPDATE trail SET id = 3 WHERE id = 9
      BEHIND_END 6 | INSERT INTO trail SELECT 6, happened_at, actor, address, kind, layer, object, change_set, detail, hash FROM trail WHERE id = 5
      ALTERED 3 | UPDATE trail SET id = id + 10 WHERE id > 2; UPDATE trail SET id = id - 9 WHERE id > 2; INSERT INTO trail SELECT 3, happened_at, 'x', address, kind, layer, object, change_set, detail, hash FROM trail WHERE id = 2
      WRONG_END 5 | UPDATE trail_head SET hash = '00'
      WRONG_END 3 | DELETE FROM trail WHERE id > 3; UPDATE trail_head SET id = 3
      BEHIND_END 1 | DELETE FROM trail_head
      """;

  @TempDir Path folder;
  private List<String> settings;
  private ConfigurableApplicationContext context;

  /** Settings that lead to a new, empty database. */
  abstract List<String> freshDatabase(Path folder);

  /** Lets somebody with all rights do what the trail itself refuses. */
  abstract String withoutGuard();

  /** Whether several nodes can be at work on the database. */
  abstract boolean isShared();

  /** The trail and its database, with a clock that is set by hand. */
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {"zeren.database", "zeren.trail"},
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = "zeren\\.[a-z]+\\.web\\..*"))
  static class Modules {
    @Bean
    HandClock clock() {
      return new HandClock();
    }
  }

  static final class HandClock extends Clock {
    private volatile Instant now = Instant.parse("2026-03-01T04:00:00.123456789Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }

  @BeforeEach
  void open() {
    settings = freshDatabase(folder);
    context = node();
  }

  private ConfigurableApplicationContext node() {
    return new SpringApplicationBuilder(Modules.class)
        .web(WebApplicationType.NONE)
        .run(settings.toArray(String[]::new));
  }

  @AfterEach
  void close() {
    context.close();
  }

  private static Deed edit(String object) {
    return Deed.of(DeedKind.EDIT, "王工").on("site", object).with("note", "\"引号\" \\ 'x' 😀\n");
  }

  private void tell(Deed... deeds) {
    for (Deed deed : deeds) {
      context.publishEvent(deed);
    }
  }

  private List<TrailEntry> all() {
    return find(ALL);
  }

  private List<TrailEntry> find(TrailFilter filter) {
    return context.getBean(TrailSearch.class).find(filter, null, 1_000);
  }

  private TrailCheck.Result check(@Nullable String head) {
    return context.getBean(TrailCheck.class).check(head);
  }

  private JdbcTemplate jdbc() {
    return context.getBean(JdbcTemplate.class);
  }

  @Test
  void whatIsToldIsThereInOrderAndHoldsTogether() {
    assertThat(check(null).rows()).isZero();
    assertThat(check(null).fault()).isNull();
    tell(edit("a"), edit("b").in(7), Deed.of(DeedKind.STARTED, null));
    assertThat(all()).extracting(TrailEntry::id).containsExactly(3L, 2L, 1L);
    TrailEntry second = all().get(1);
    assertThat(second.actor()).isEqualTo("王工");
    assertThat(second.layer()).isEqualTo("site");
    assertThat(second.object()).isEqualTo("b");
    assertThat(second.changeSet()).isEqualTo(7);
    assertThat(second.happenedAt()).isEqualTo(Instant.parse("2026-03-01T04:00:00.123456Z"));
    assertThat(second.detail()).isEqualTo("{\"note\":\"\\\"引号\\\" \\\\ 'x' 😀\\n\"}");
    TrailCheck.Result result = check(null);
    assertThat(result.fault()).isNull();
    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.head()).isEqualTo(context.getBean(TrailSearch.class).head());
  }

  /** The rule of the chain, computed here a second time and in another way. */
  @Test
  void theHashIsThatOfTheColumnsAndTheHashBefore() throws Exception {
    tell(edit("a"));
    TrailEntry row = all().get(0);
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    java.io.DataOutputStream out = new java.io.DataOutputStream(bytes);
    String[] columns = {
      "0".repeat(64), "1", "1772337600123456", "王工", null, "edit", "site", "a", null, row.detail()
    };
    for (String column : columns) {
      byte[] text = column == null ? new byte[0] : column.getBytes("UTF-8");
      out.writeInt(column == null ? -1 : text.length);
      out.write(text);
    }
    byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    assertThat(check(null).head().hash())
        .isEqualTo("%064x".formatted(new java.math.BigInteger(1, hash)));
  }

  @Test
  void whatComesFromOutsideMayBeAnything() {
    tell(
        Deed.of(DeedKind.REFUSED, "x".repeat(300))
            .on("\0layer", "GET /" + "长".repeat(500))
            .with("text", "\0\uD800'; DROP TABLE trail; --"));
    assertThat(all()).singleElement().extracting(TrailEntry::actor).isEqualTo("x".repeat(100));
    assertThat(all().get(0).object()).hasSize(200);
    assertThat(check(null).fault()).isNull();
  }

  @Test
  void whatIsRolledBackWasNeverDone() {
    TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
    tell(edit("a"));
    transaction.executeWithoutResult(
        status -> {
          tell(edit("b"));
          status.setRollbackOnly();
        });
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      tell(edit("c"));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    transaction.executeWithoutResult(status -> tell(edit("d"), edit("e")));
    assertThat(all()).extracting(TrailEntry::object).containsExactly("e", "d", "a");
    assertThat(check(null).rows()).isEqualTo(3);
    assertThat(check(null).fault()).isNull();
  }

  @Test
  void nobodyChangesOrRemovesARow() {
    tell(edit("a"), edit("b"));
    assertThatThrownBy(() -> jdbc().update("UPDATE trail SET actor = 'x' WHERE id = 1"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc().update("DELETE FROM trail WHERE id = 2"))
        .isInstanceOf(DataAccessException.class);
    assertThat(check(null).rows()).isEqualTo(2);
  }

  @Test
  void everyTamperingIsFound() {
    tell(edit("a"), edit("b"), edit("c"), edit("d"), edit("e"));
    jdbc().execute(withoutGuard());
    assertThat(TAMPERINGS.lines()).hasSizeGreaterThan(15).allSatisfy(this::isFound);
    assertThat(check(null).fault()).as("all of it was taken back").isNull();
  }

  private void isFound(String tampering) {
    String[] parts = tampering.split(" \\| ");
    TrailCheck.Result result =
        context
            .getBean(TransactionTemplate.class)
            .execute(
                status -> {
                  status.setRollbackOnly();
                  for (String statement : parts[1].split(";")) {
                    jdbc().update(statement);
                  }
                  return check(null);
                });
    assertThat(result.fault() + " " + result.row()).isEqualTo(parts[0]);
  }

  /** Who has all rights can cut off the end and mend what is kept of it; the paper knows better. */
  @Test
  void aTailCutOffWellIsFoundByTheHeadThatWasWrittenDown() {
    tell(edit("a"), edit("b"));
    String early = check(null).head().hash();
    tell(edit("c"));
    String late = check(null).head().hash();
    tell(edit("d"));
    assertThat(check(early).fault()).isNull();
    assertThat(check(late).fault()).isNull();
    jdbc().execute(withoutGuard());
    jdbc().update("DELETE FROM trail WHERE id > 2");
    jdbc().update("UPDATE trail_head SET id = 2, hash = ?", early);
    assertThat(check(null).fault()).isNull();
    assertThat(check(early).fault()).isNull();
    assertThat(check(late).fault()).isEqualTo(TrailCheck.Fault.UNKNOWN_HEAD);
    tell(edit("other"));
    assertThat(check(late).fault()).isEqualTo(TrailCheck.Fault.UNKNOWN_HEAD);
  }

  @Test
  void writersTakeTurns() throws Exception {
    int writers = 6;
    int each = 25;
    CountDownLatch ready = new CountDownLatch(writers);
    List<Future<?>> ends = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    // Of the same database; the embedded one has only one.
    ConfigurableApplicationContext other = isShared() ? node() : context;
    try {
      for (int i = 0; i < writers; i++) {
        ConfigurableApplicationContext node = i % 2 == 0 ? context : other;
        String name = "w" + i;
        ends.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  TransactionTemplate transaction = node.getBean(TransactionTemplate.class);
                  for (int n = 0; n < each; n++) {
                    String object = name + "-" + n;
                    if (n % 2 == 0) {
                      node.publishEvent(edit(object));
                    } else {
                      transaction.executeWithoutResult(status -> node.publishEvent(edit(object)));
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      pool.shutdown();
      if (isShared()) {
        other.close();
      }
    }
    Set<String> objects = new HashSet<>();
    all().forEach(entry -> objects.add(String.valueOf(entry.object())));
    assertThat(objects).hasSize(writers * each);
    assertThat(check(null).rows()).isEqualTo(writers * each);
    assertThat(check(null).fault()).isNull();
  }

  @Test
  void aFloodBecomesANumber() {
    HandClock clock = context.getBean(HandClock.class);
    Trail trail = context.getBean(Trail.class);
    Deed failed = Deed.of(DeedKind.LOGIN_FAILED, null).on(null, "admin");
    for (int i = 0; i < 10_000; i++) {
      tell(failed);
    }
    assertThat(all()).hasSize(1);
    trail.tellRepeats(false);
    assertThat(all()).as("before the minute is over").hasSize(1);
    clock.pass(Duration.ofMinutes(1));
    trail.tellRepeats(false);
    assertThat(all()).hasSize(2);
    assertThat(all().get(0).detail()).contains("\"repeated\":9999");
    tell(failed);
    assertThat(all()).as("the first of a new minute").hasSize(3);
    trail.tellRepeats(true);
    assertThat(all()).as("nothing was counted").hasSize(3);
  }

  @Test
  void aFloodOfStrangersHidesNobody() {
    for (int i = 0; i < 5_000; i++) {
      tell(Deed.of(DeedKind.REFUSED, null).on(null, "GET /" + i));
      tell(Deed.of(DeedKind.LOGIN_FAILED, null).on(null, null));
    }
    int before = all().size();
    tell(Deed.of(DeedKind.REFUSED, "王工").on(null, "GET /api/trail"));
    tell(Deed.of(DeedKind.READ, "王工").on("site", null));
    tell(Deed.of(DeedKind.LOGIN_FAILED, null).on(null, "admin"));
    assertThat(all()).hasSize(before + 3);
    assertThat(all().get(0).object()).isEqualTo("admin");
    assertThat(all().get(1).actor()).isEqualTo("王工");
  }

  @Test
  void aFloodFromEverywhereBecomesANumber() {
    Trail trail = context.getBean(Trail.class);
    for (int i = 0; i < 5_000; i++) {
      tell(Deed.of(DeedKind.REFUSED, null).on(null, "GET /" + i));
    }
    tell(edit("a"));
    assertThat(all()).hasSize(Repeats.MOST + 1);
    trail.tellRepeats(true);
    TrailEntry rest = all().get(0);
    assertThat(rest.object()).isNull();
    assertThat(rest.detail()).contains("\"repeated\":" + (5_000 - Repeats.MOST));
    assertThat(check(null).fault()).isNull();
  }

  @Test
  void isSearchedByEverything() {
    HandClock clock = context.getBean(HandClock.class);
    tell(
        Deed.of(DeedKind.EDIT, "王工").on("site", "工地/1").with("note", "Mixed 100%_"),
        Deed.of(DeedKind.DELETE, "li").on("site", "2"));
    clock.pass(Duration.ofDays(1));
    tell(Deed.of(DeedKind.EDIT, "li").on("station", "2").with("note", "say \"x\""));
    assertThat(found(new TrailFilter("li", List.of(), null, null, null, null, null)))
        .containsExactly(3L, 2L);
    assertThat(found(new TrailFilter(null, List.of("edit", "undo"), null, null, null, null, null)))
        .containsExactly(3L, 1L);
    assertThat(found(new TrailFilter(null, List.of(), "site", "2", null, null, null)))
        .containsExactly(2L);
    Instant next = Instant.parse("2026-03-02T04:00:00Z");
    assertThat(found(new TrailFilter(null, List.of(), null, null, next, null, null)))
        .containsExactly(3L);
    assertThat(found(new TrailFilter(null, List.of(), null, null, null, next, null)))
        .containsExactly(2L, 1L);
    assertThat(words("工地/1")).containsExactly(1L);
    assertThat(words("mIXED")).containsExactly(1L);
    assertThat(words("100%_")).containsExactly(1L);
    assertThat(words("%")).containsExactly(1L);
    assertThat(words("\"X\"")).containsExactly(3L);
    assertThat(words("LI")).containsExactly(3L, 2L);
    assertThat(words("'; DROP TABLE trail; --")).isEmpty();
    assertThat(context.getBean(TrailSearch.class).actors()).containsExactlyInAnyOrder("li", "王工");
    assertThat(context.getBean(TrailSearch.class).count(ALL)).isEqualTo(3);
    assertThat(context.getBean(TrailSearch.class).find(ALL, 3L, 1))
        .extracting(TrailEntry::id)
        .containsExactly(2L);
  }

  private List<Long> words(String words) {
    return found(new TrailFilter(null, List.of(), null, null, null, null, words));
  }

  private List<Long> found(TrailFilter filter) {
    return find(filter).stream().map(TrailEntry::id).toList();
  }
}
