package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The tables of imports and of mappings, with nobody at work on them but the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportRepositoryContract {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123456Z");
  private static final List<ImportState> FRESH = List.of(ImportState.UPLOADED, ImportState.CHECKED);

  private ConfigurableApplicationContext context;
  private ImportJobRepository jobs;
  private MappingRepository mappings;
  private String id;
  private int round;

  /** Settings that lead to a new, empty database. */
  abstract List<String> freshDatabase();

  @EnableAutoConfiguration
  @ComponentScan({"zeren.database", "zeren.layer"})
  @Import({ImportJobRepository.class, MappingRepository.class})
  static final class Modules {}

  @BeforeAll
  void start(@TempDir Path folder) {
    List<String> arguments = new ArrayList<>(freshDatabase());
    arguments.add("--zeren.data=" + folder);
    context =
        new SpringApplicationBuilder(Modules.class)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new));
    jobs = context.getBean(ImportJobRepository.class);
    mappings = context.getBean(MappingRepository.class);
  }

  @BeforeEach
  void insert() {
    id = "import-" + ++round;
    jobs.insert(ImportJobs.of(id, "layer" + round, NOW.plusSeconds(round)));
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private ImportJob job() {
    return jobs.find(id).orElseThrow();
  }

  private boolean queue(String node, Instant at) {
    return jobs.queue(job(), ImportState.COMMITTING, FRESH, node, at);
  }

  @Test
  void comesBackAsItWent() {
    assertThat(job()).isEqualTo(ImportJobs.of(id, "layer" + round, NOW.plusSeconds(round)));
    assertThat(jobs.find("none")).isEmpty();
  }

  @Test
  void isQueuedOnce() {
    assertThat(queue("a", NOW)).isTrue();
    assertThat(queue("b", NOW)).isFalse();
    assertThat(job().state()).isEqualTo(ImportState.COMMITTING);
    assertThat(job().startedAt()).isNull();
  }

  @Test
  void isStartedOnceAndByItsNodeOnly() {
    assertThat(jobs.start(id, "a", NOW)).isFalse();
    queue("a", NOW);
    assertThat(jobs.start(id, "b", NOW)).isFalse();
    assertThat(jobs.start(id, "a", NOW)).isTrue();
    assertThat(jobs.start(id, "a", NOW)).isFalse();
    assertThat(job().startedAt()).isEqualTo(NOW);
  }

  @Test
  void saysHowFarItIs() {
    queue("a", NOW);
    assertThat(jobs.beat(id, "a", 500, 1_000L, NOW)).isTrue();
    assertThat(job()).extracting(ImportJob::done, ImportJob::total).containsExactly(500L, 1_000L);
    assertThat(jobs.beat(id, "a", 600, null, NOW)).isTrue();
    assertThat(job().total()).isNull();
    assertThat(jobs.beat(id, "b", 700, null, NOW)).isFalse();
    assertThat(job().done()).isEqualTo(600);
  }

  @Test
  void isTakenOverOnlyWhenNobodySpokeOfIt() {
    queue("a", NOW);
    jobs.start(id, "a", NOW);
    Instant before = NOW.minusSeconds(15);
    assertThat(jobs.findAbandoned(before)).doesNotContain(id);
    assertThat(jobs.takeOver(id, "b", before, NOW)).isFalse();
    Instant later = NOW.plusSeconds(16);
    assertThat(jobs.findAbandoned(later)).contains(id);
    assertThat(jobs.takeOver(id, "b", later, later.plusSeconds(15))).isTrue();
    assertThat(jobs.takeOver(id, "c", later, later.plusSeconds(15))).isFalse();
    assertThat(jobs.start(id, "b", later)).isTrue();
    jobs.end(ImportJobs.ended(job(), ImportState.FAILED, null, null), "a");
    assertThat(job().state()).isEqualTo(ImportState.COMMITTING);
  }

  /** The database was away when it wanted to say that it was through. */
  @Test
  void isTakenOverByTheSameNodeToo() {
    queue("a", NOW);
    jobs.start(id, "a", NOW);
    Instant later = NOW.plusSeconds(16);
    assertThat(jobs.takeOver(id, "a", later, later)).isTrue();
    assertThat(jobs.start(id, "a", later)).isTrue();
  }

  @Test
  void keepsWhatItCameTo() {
    queue("a", NOW);
    ImportResult result =
        new ImportResult(
            id,
            false,
            7,
            1,
            2,
            3,
            4,
            1,
            1,
            List.of(new ImportIssue(2, "name", "值", "is missing", List.of("x"))),
            List.of(new ImportIssue(0, null, null, "a warning", List.of())),
            "/api/imports/x/refused",
            new SuspectDatum("EPSG:4326", "gcj02", 7, 0, 7),
            Rows.mapping("a", "name"),
            42L);
    jobs.end(ImportJobs.ended(job(), ImportState.COMMITTED, result, null), "a");
    assertThat(job().result()).isEqualTo(result);
    assertThat(job().changeSet()).isEqualTo(42);
    assertThat(job().state()).isEqualTo(ImportState.COMMITTED);
    assertThat(jobs.findAbandoned(NOW.plusSeconds(99))).doesNotContain(id);
  }

  @Test
  void keepsWhoHasItWrittenUntilItIsCheckedAgain() {
    assertThat(job().committedBy()).isNull();
    ImportJob asked = job().toBeCommittedBy("committer");
    assertThat(jobs.queue(asked, ImportState.COMMITTING, FRESH, "a", NOW)).isTrue();
    assertThat(job().committedBy()).isEqualTo("committer");
    assertThat(job().createdBy()).isEqualTo("tester");
    jobs.end(ImportJobs.ended(job(), ImportState.FAILED, null, null), "a");
    assertThat(job().committedBy()).isEqualTo("committer");
    ImportJob again = ImportJobs.of(id, "layer", NOW);
    assertThat(jobs.queue(again, ImportState.CHECKING, List.of(ImportState.FAILED), "a", NOW))
        .isTrue();
    assertThat(job().committedBy()).isNull();
  }

  @Test
  void keepsWhyItFailed() {
    queue("a", NOW);
    ImportFailure failure = new ImportFailure("not-utf8", "Line 3 is not UTF-8", "line 3");
    jobs.end(ImportJobs.ended(job(), ImportState.FAILED, null, failure), "a");
    assertThat(job().failure()).isEqualTo(failure);
    assertThat(jobs.queue(job(), ImportState.CHECKING, List.of(ImportState.FAILED), "a", NOW))
        .isTrue();
    assertThat(job().failure()).isNull();
  }

  @Test
  void whatWaitsIsCancelledAtOnceAndWhatRunsIsAsked() {
    queue("a", NOW);
    assertThat(jobs.cancelWaiting(id)).isTrue();
    assertThat(job().state()).isEqualTo(ImportState.CANCELLED);
    assertThat(jobs.start(id, "a", NOW)).isFalse();
    jobs.queue(job(), ImportState.CHECKING, List.of(ImportState.CANCELLED), "a", NOW);
    jobs.start(id, "a", NOW);
    assertThat(jobs.cancelWaiting(id)).isFalse();
    assertThat(jobs.isCancelling(id)).isFalse();
    jobs.askToCancel(id);
    assertThat(jobs.isCancelling(id)).isTrue();
    assertThat(jobs.isCancelling("none")).isFalse();
  }

  @Test
  void isRemovedUnlessItIsAtWorkOrWritten() {
    queue("a", NOW);
    assertThat(jobs.delete(id)).isFalse();
    jobs.end(ImportJobs.ended(job(), ImportState.COMMITTED, null, null), "a");
    assertThat(jobs.delete(id)).isFalse();
    assertThat(jobs.move(id, ImportState.COMMITTED, ImportState.UNDONE)).isTrue();
    assertThat(jobs.move(id, ImportState.COMMITTED, ImportState.UNDONE)).isFalse();
    assertThat(jobs.delete(id)).isFalse();
    jobs.insert(ImportJobs.of("removable", "x", NOW));
    assertThat(jobs.delete("removable")).isTrue();
    assertThat(jobs.find("removable")).isEmpty();
  }

  @Test
  void pagesAreNewestFirst() {
    for (int i = 0; i < 5; i++) {
      jobs.insert(ImportJobs.of("page-" + i, "paged", NOW.plusSeconds(1_000 + i)));
    }
    assertThat(jobs.count("paged", null)).isEqualTo(5);
    assertThat(jobs.count(null, null)).isGreaterThanOrEqualTo(6);
    assertThat(jobs.findPage("paged", null, 2, 1))
        .extracting(ImportJob::id)
        .containsExactly("page-3", "page-2");
    assertThat(jobs.findPage(null, null, 1, 0)).extracting(ImportJob::id).containsExactly("page-4");
    assertThat(jobs.findPage("paged", null, 10, 5)).isEmpty();
    assertThat(jobs.count("paged", "nobody")).isZero();
    assertThat(jobs.findPage("paged", "nobody", 10, 0)).isEmpty();
    assertThat(jobs.count("paged", "tester")).isEqualTo(5);
    assertThat(jobs.findPage("paged", "tester", 1, 0))
        .extracting(ImportJob::id)
        .containsExactly("page-4");
    assertThat(jobs.findPage("'; DROP TABLE import_job; --", null, 10, 0)).isEmpty();
  }

  @Test
  void expiredAreThoseThatNobodyWorksOn() {
    Instant old = NOW.minusSeconds(86_400);
    jobs.insert(ImportJobs.of("old", "x", old));
    jobs.insert(ImportJobs.of("old-at-work", "x", old));
    jobs.queue(jobs.find("old-at-work").orElseThrow(), ImportState.CHECKING, FRESH, "a", NOW);
    assertThat(jobs.findExpired(NOW)).containsExactly("old");
  }

  @Test
  void mappingsAreKeptByLayerAndName() {
    StoredMapping first = new StoredMapping("月报", Rows.mapping("甲", "name"), "gcj02");
    StoredMapping second = new StoredMapping("Amap's", Rows.mapping("乙", "@id", "丙", "name"), null);
    mappings.save("site", first, "tester", NOW);
    mappings.save("site", second, "tester", NOW);
    mappings.save("station", first, "tester", NOW);
    assertThat(mappings.findAll("site")).containsExactlyInAnyOrder(first, second);
    StoredMapping replaced = new StoredMapping("月报", Rows.mapping("丁", "name"), null);
    mappings.save("site", replaced, "another", NOW);
    assertThat(mappings.findAll("site")).containsExactlyInAnyOrder(replaced, second);
    assertThat(mappings.delete("site", "月报")).isTrue();
    assertThat(mappings.delete("site", "月报")).isFalse();
    assertThat(mappings.findAll("site")).containsExactly(second);
    assertThat(mappings.findAll("station")).containsExactly(first);
    assertThat(mappings.findAll("none")).isEmpty();
    assertThat(Optional.ofNullable(mappings.findAll("station").get(0).crs())).contains("gcj02");
  }
}
