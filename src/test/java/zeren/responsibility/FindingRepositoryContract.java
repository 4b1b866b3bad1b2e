package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import zeren.Shapes;
import zeren.problem.ProblemException;

/** The tables of findings and of runs, with nobody at work on them but the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FindingRepositoryContract {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final Geometry HERE = Shapes.rectangle(113, 34, 113.1, 34.1);
  private static final Set<FindingKind> KINDS = Set.of(FindingKind.GAP, FindingKind.IDLE_PERSON);
  private static final FeatureRef COUNTY = new FeatureRef("district", "410103", "二七区");
  private static final FeatureRef ZONE = new FeatureRef("district", "410171", "经开区");

  private ConfigurableApplicationContext context;
  private FindingRepository findings;
  private FindingRecorder recorder;
  private AuditRunRepository runs;
  private Findings service;
  private JdbcClient jdbc;

  /** Settings that lead to a new, empty database. */
  abstract List<String> freshDatabase();

  @EnableAutoConfiguration
  @ComponentScan({"zeren.database", "zeren.layer"})
  @Import({
    FindingRepository.class,
    FindingWriteRepository.class,
    FindingRecorder.class,
    AuditRunRepository.class,
    Findings.class
  })
  static final class Modules {}

  @BeforeAll
  void start(@TempDir Path folder) {
    List<String> arguments = new ArrayList<>(freshDatabase());
    arguments.add("--zeren.data=" + folder);
    context =
        new SpringApplicationBuilder(Modules.class)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new));
    findings = context.getBean(FindingRepository.class);
    recorder = context.getBean(FindingRecorder.class);
    runs = context.getBean(AuditRunRepository.class);
    service = context.getBean(Findings.class);
    jdbc = context.getBean(JdbcClient.class);
  }

  @BeforeEach
  @AfterEach
  void clear() {
    for (String table : List.of("finding_event", "finding", "audit_run")) {
      jdbc.sql("DELETE FROM " + table).update();
    }
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private static FindingDraft gap(Geometry area, double squareMetres) {
    return FindingDraft.of(FindingKind.GAP)
        .layer("grid_cell")
        .level("village")
        .district(COUNTY, ZONE)
        .area(area, squareMetres, 12.5)
        .objects(Map.of("site", 2))
        .build();
  }

  private static FindingDraft idle(String person) {
    return FindingDraft.of(FindingKind.IDLE_PERSON)
        .key("person", person)
        .subject(new FeatureRef("person", person, "网格长" + person + " 100%_"))
        .recorded("unit", "Office")
        .build();
  }

  /** A whole run that finds just this. */
  private List<FindingChanges> run(FindingDraft... found) {
    long id = runs.insert(DAY, 1, "a", "auditor", NOW);
    List<FindingChanges> changes =
        recorder.record(
            KINDS,
            List.of(found),
            7,
            new FindingWriteRepository.Writing(id, "auditor", NOW.plusSeconds(id)));
    runs.finish(id, "a", NOW);
    runs.tell(id, changes);
    return changes;
  }

  private Finding only(FindingFilter filter) {
    List<Finding> page = findings.findPage(filter, 10, 0);
    assertThat(page).hasSize(1);
    return page.get(0);
  }

  private static FindingFilter kind(FindingKind kind) {
    return new FindingFilter(List.of(kind), List.of(), null, null, null, null, null, false, null);
  }

  private static FindingFilter words(String words) {
    return new FindingFilter(List.of(), List.of(), null, null, null, null, null, false, words);
  }

  @Test
  void comesBackAsItWasFound() {
    FindingDraft draft = gap(HERE, 1234.5);
    assertThat(run(draft))
        .containsExactly(
            new FindingChanges("gap", 1, 1, 0, 0, 0, 7),
            new FindingChanges("idle_person", 0, 0, 0, 0, 0, 7));
    Finding kept = only(FindingFilter.ALL);
    assertThat(kept.content()).isEqualTo(draft.content());
    assertThat(kept.kind()).isEqualTo(FindingKind.GAP);
    assertThat(kept.state()).isEqualTo(FindingState.OPEN);
    assertThat(kept.fresh()).isTrue();
    assertThat(kept.firstSeen()).isEqualTo(kept.lastSeen());
    assertThat(Objects.requireNonNull(kept.geometry()).equalsExact(HERE)).isTrue();
    assertThat(findings.findEvents(kept.id()))
        .extracting(Finding.Event::event, Finding.Event::by)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("found", "auditor"));
    assertThat(findings.find(kept.id() + 1)).isEmpty();
  }

  @Test
  void isSeenAgainResolvedAndReopened() {
    run(gap(HERE, 100), idle("1"));
    FindingDraft grown = gap(Shapes.rectangle(113, 34, 113.2, 34.2), 400);
    assertThat(run(grown, idle("2")))
        .containsExactly(
            new FindingChanges("gap", 1, 0, 1, 0, 0, 7),
            new FindingChanges("idle_person", 1, 1, 0, 1, 0, 7));
    Finding seenAgain = only(kind(FindingKind.GAP));
    assertThat(seenAgain.content().area()).isEqualTo(400.0);
    assertThat(seenAgain.fresh()).isFalse();
    assertThat(seenAgain.lastSeen()).isAfter(seenAgain.firstSeen());
    run();
    assertThat(only(kind(FindingKind.GAP)).state()).isEqualTo(FindingState.RESOLVED);
    assertThat(only(kind(FindingKind.GAP)).resolvedAt()).isNotNull();
    assertThat(run()).allMatch(changes -> changes.resolved() == 0);
    assertThat(run(gap(HERE, 100)).get(0)).isEqualTo(new FindingChanges("gap", 1, 0, 0, 0, 1, 7));
    Finding reopened = only(kind(FindingKind.GAP));
    assertThat(reopened.state()).isEqualTo(FindingState.OPEN);
    assertThat(reopened.resolvedAt()).isNull();
    assertThat(findings.findEvents(reopened.id()))
        .extracting(Finding.Event::event)
        .containsExactly("found", "resolved", "reopened");
  }

  @Test
  void isAcceptedWithAReasonUntilItIsGone() {
    run(gap(HERE, 100));
    long id = only(FindingFilter.ALL).id();
    Finding accepted = service.accept(id, " 水库水面，不设网格 ", "处长");
    assertThat(accepted.state()).isEqualTo(FindingState.ACCEPTED);
    assertThat(Objects.requireNonNull(accepted.acceptance()).reason()).isEqualTo("水库水面，不设网格");
    assertThat(accepted.acceptance().by()).isEqualTo("处长");
    assertThat(run(gap(HERE, 100)).get(0).again()).isEqualTo(1);
    assertThat(only(FindingFilter.ALL).state()).isEqualTo(FindingState.ACCEPTED);
    run();
    assertThat(only(FindingFilter.ALL).state()).isEqualTo(FindingState.RESOLVED);
    assertThatThrownBy(() -> service.accept(id, "too late", "处长"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("resolved");
    run(gap(HERE, 100));
    assertThat(only(FindingFilter.ALL).state()).isEqualTo(FindingState.OPEN);
    assertThat(only(FindingFilter.ALL).acceptance()).isNull();
  }

  @Test
  void anAcceptanceIsWithdrawn() {
    run(gap(HERE, 100));
    long id = only(FindingFilter.ALL).id();
    service.accept(id, "why", "a");
    assertThat(service.withdraw(id, "b").state()).isEqualTo(FindingState.OPEN);
    assertThat(service.history(id))
        .extracting(Finding.Event::event)
        .containsExactly("found", "accepted", "withdrawn");
    assertThatThrownBy(() -> service.withdraw(id, "b")).hasMessageContaining("not accepted");
    assertThatThrownBy(() -> service.accept(id, " ", "a")).hasMessageContaining("reason");
    assertThatThrownBy(() -> service.accept(id, "长".repeat(501), "a")).hasMessageContaining("501");
    assertThatThrownBy(() -> service.accept(id + 1, "why", "a")).hasMessageContaining("no finding");
  }

  @Test
  void isFilteredCountedAndPaged() {
    run(gap(HERE, 100), idle("1"));
    run(gap(HERE, 100), gap(Shapes.rectangle(112, 34, 112.1, 34.1), 900), idle("1"), idle("2"));
    assertThat(findings.findPage(FindingFilter.ALL, 10, 0))
        .extracting(one -> one.kind().code() + " " + one.content().weight())
        .containsExactly("gap 900.0", "gap 100.0", "idle_person 0.0", "idle_person 0.0");
    assertThat(findings.findPage(FindingFilter.ALL, 1, 1))
        .extracting(one -> one.content().area())
        .containsExactly(100.0);
    assertThat(findings.count(filter(COUNTY.id(), null, false))).isEqualTo(2);
    assertThat(findings.count(filter(ZONE.id(), "grid_cell", false))).isEqualTo(2);
    assertThat(findings.count(filter(null, "person", false))).isEqualTo(2);
    assertThat(findings.count(filter(null, null, true))).isEqualTo(2);
    Findings.Counts counts = service.counts(kind(FindingKind.GAP));
    assertThat(counts.kind()).isEqualTo(Map.of("gap", 2L, "idle_person", 2L));
    assertThat(counts.state()).isEqualTo(Map.of("open", 2L));
    assertThat(counts.district()).isEqualTo(Map.of("410103", 2L));
  }

  private static FindingFilter filter(
      @org.jspecify.annotations.Nullable String district,
      @org.jspecify.annotations.Nullable String layer,
      boolean fresh) {
    return new FindingFilter(
        List.of(), List.of(FindingState.OPEN), district, layer, null, null, null, fresh, null);
  }

  @Test
  void isFoundByPartOfANameAndSignsMeanThemselves() {
    run(idle("1"), idle("2"), gap(HERE, 1));
    assertThat(findings.count(words("网格长1"))).isEqualTo(1);
    assertThat(findings.count(words("office"))).isEqualTo(2);
    assertThat(findings.count(words("100%_"))).isEqualTo(2);
    assertThat(findings.count(words("1%0"))).isZero();
    assertThat(findings.count(words("_"))).isEqualTo(2);
    assertThat(findings.count(words("!"))).isZero();
    assertThat(findings.count(words("经开"))).isEqualTo(1);
    assertThat(findings.count(words("'; DROP TABLE finding; --"))).isZero();
  }

  @Test
  void aRunThatIsNotDoneChangesNothingOfWhatIsNew() {
    run(idle("1"));
    runs.insert(DAY, 1, "a", "auditor", NOW);
    assertThat(only(FindingFilter.ALL).fresh()).isTrue();
  }

  @Test
  void onlyOneRunIsUnderWay() {
    long first = runs.insert(DAY, 3, "a", "auditor", NOW);
    assertThatThrownBy(() -> runs.insert(DAY, 3, "b", "auditor", NOW))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(runs.findRunning()).get().extracting(AuditRun::id).isEqualTo(first);
    assertThat(runs.beat(first, "b", 1, NOW)).isFalse();
    assertThat(runs.beat(first, "a", 2, NOW)).isTrue();
    assertThat(runs.find(first).orElseThrow().done()).isEqualTo(2);
    assertThat(runs.finish(first, "b", NOW)).isFalse();
    assertThat(runs.finish(first, "a", NOW)).isTrue();
    assertThat(runs.fail(first, "a", "late", NOW)).isFalse();
    long second = runs.insert(DAY, 3, "b", "auditor", NOW);
    assertThat(runs.findLast(10)).extracting(AuditRun::id).containsExactly(second, first);
    assertThat(runs.findLast(1)).hasSize(1);
  }

  @Test
  void aRunThatNobodySpeaksOfHasFailedAndCannotBeFinished() {
    long dead = runs.insert(DAY, 3, "a", "auditor", NOW);
    assertThat(runs.failSilent(NOW, "cut off", NOW)).isZero();
    assertThat(runs.failSilent(NOW.plusSeconds(1), "cut off", NOW.plusSeconds(1))).isEqualTo(1);
    AuditRun failed = runs.find(dead).orElseThrow();
    assertThat(failed.state()).isEqualTo("failed");
    assertThat(failed.problem()).isEqualTo("cut off");
    assertThat(failed.finishedAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(runs.finish(dead, "a", NOW)).isFalse();
    assertThat(runs.findRunning()).isEmpty();
  }
}
