package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import zeren.Shapes;
import zeren.layer.ChangeWriter.Outcome;

/** What is written together: imports, edits, and taking them back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangeSetContract extends StoreContract {

  private static final ChangeNote IMPORT =
      new ChangeNote(ChangeKind.IMPORT, Views.office("tester"), "排口.xlsx", null);

  private ConfigurableApplicationContext context;
  private FeatureStore store;
  private FeatureVersionRepository repository;
  private String prefix;
  private int round;

  @BeforeAll
  void start(@TempDir Path folder) {
    context = open(freshDatabase(folder));
    store = context.getBean(FeatureStore.class);
    repository = context.getBean(FeatureVersionRepository.class);
  }

  /** Each test has ids of its own. */
  @BeforeEach
  void nextPrefix() {
    prefix = "t" + ++round + "-";
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private FeatureDraft mine(String id, String name, int day) {
    return draft(prefix + id, name, day(day));
  }

  private Recorded<List<Outcome>> importAll(FeatureDraft... drafts) {
    return store.change(LAYER, IMPORT, writer -> writer.record(List.of(drafts)));
  }

  private java.util.Optional<String> name(String id, int day) {
    return nameOn(context, prefix + id, day(day));
  }

  @Test
  void saysWhatBecameOfEachDraft() {
    importAll(mine("a", "A", 1), mine("b", "B", 1));
    Recorded<List<Outcome>> second =
        importAll(mine("a", "A", 5), mine("b", "B2", 5), mine("c", "C", 5));
    assertThat(second.result())
        .containsExactly(Outcome.UNCHANGED, Outcome.CHANGED, Outcome.CREATED);
    assertThat(second.changeSet()).isPositive();
    assertThat(name("b", 4)).contains("B");
    assertThat(name("b", 5)).contains("B2");
    assertThat(name("c", 4)).isEmpty();
  }

  @Test
  void theSameAgainIsNoChangeSet() {
    importAll(mine("a", "A", 1));
    long version = context.getBean(LayerVersionRepository.class).find(LAYER);
    assertThat(importAll(mine("a", "A", 9)).changeSet()).isZero();
    assertThat(context.getBean(LayerVersionRepository.class).find(LAYER)).isEqualTo(version);
  }

  @Test
  void aRehearsalSaysTheSameAndWritesNothing() {
    importAll(mine("a", "A", 1), mine("b", "B", 1));
    List<FeatureDraft> drafts = List.of(mine("a", "A", 5), mine("b", "B2", 5), mine("c", "C", 5));
    List<String> closed = new ArrayList<>();
    List<Outcome> rehearsed =
        store.rehearse(
            LAYER,
            Views.OFFICIAL,
            writer -> {
              writer.closeOthers(
                  day(5),
                  version -> !version.id().equals(prefix + "a"),
                  version -> closed.add(version.id()));
              return writer.record(drafts);
            });
    assertThat(rehearsed).containsExactly(Outcome.UNCHANGED, Outcome.CHANGED, Outcome.CREATED);
    assertThat(closed).containsExactly(prefix + "a");
    assertThat(name("a", 5)).contains("A");
    assertThat(name("b", 5)).contains("B");
    assertThat(name("c", 5)).isEmpty();
  }

  @Test
  void whatThrowsInTheMiddleHasWrittenNothing() {
    assertThatThrownBy(
            () ->
                store.change(
                    LAYER,
                    IMPORT,
                    writer -> {
                      writer.record(List.of(mine("a", "A", 1)));
                      throw new IllegalStateException("cancelled");
                    }))
        .hasMessage("cancelled");
    assertThat(name("a", 1)).isEmpty();
    assertThat(repository.findHistory(LAYER, prefix + "a")).isEmpty();
  }

  @Test
  void closesAllThatAreNotKept() {
    FeatureDraft[] many =
        IntStream.range(0, 700)
            .mapToObj(i -> mine("%04d".formatted(i), "N" + i, 1))
            .toArray(FeatureDraft[]::new);
    importAll(many);
    Set<String> kept = Set.of(prefix + "0001", prefix + "0699");
    long closed =
        store
            .change(
                LAYER,
                IMPORT,
                writer ->
                    writer.closeOthers(
                        day(10),
                        version -> !version.id().startsWith(prefix) || kept.contains(version.id()),
                        version -> {}))
            .result();
    assertThat(closed).isEqualTo(698);
    assertThat(name("0001", 10)).isPresent();
    assertThat(name("0000", 9)).contains("N0");
    assertThat(name("0000", 10)).isEmpty();
    assertThat(name("0650", 10)).isEmpty();
  }

  @Test
  void anUndoBringsBackWhatWasKnownAndDeletesNothing() {
    importAll(mine("a", "A", 1), mine("b", "B", 1), mine("z", "Z", 1));
    long second =
        store
            .change(
                LAYER,
                IMPORT,
                writer -> {
                  writer.closeOthers(
                      day(5), version -> !version.id().equals(prefix + "z"), version -> {});
                  return writer.record(List.of(mine("a", "A2", 5), mine("c", "C", 5)));
                })
            .changeSet();
    assertThat(name("z", 6)).isEmpty();
    int recordings = repository.findHistory(LAYER, prefix + "a").size();

    Recorded<Long> undone = store.undo(second, Views.office("boss"));

    assertThat(undone.result()).isEqualTo(3);
    assertThat(name("a", 6)).contains("A");
    assertThat(name("c", 6)).isEmpty();
    assertThat(name("z", 6)).contains("Z");
    assertThat(repository.findHistory(LAYER, prefix + "a")).hasSizeGreaterThan(recordings);
    assertThat(known(repository, prefix + "a"))
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.validFrom()).isEqualTo(day(1));
              assertThat(version.validTo()).isNull();
              assertThat(version.recordedBy()).isEqualTo("boss");
            });
  }

  @Test
  void anUndoCanBeUndone() {
    importAll(mine("a", "A", 1));
    long second = importAll(mine("a", "A2", 5)).changeSet();
    long undo = store.undo(second, Views.office("boss")).changeSet();
    store.undo(undo, Views.office("boss"));
    assertThat(name("a", 4)).contains("A");
    assertThat(name("a", 5)).contains("A2");
  }

  @Test
  void whatWasChangedSinceKeepsAllOfAnImportFromBeingUndone() {
    long first = importAll(mine("a", "A", 1), mine("b", "B", 1)).changeSet();
    importAll(mine("b", "B2", 5));
    assertThatThrownBy(() -> store.undo(first, Views.office("boss")))
        .isInstanceOfSatisfying(
            UndoConflictException.class,
            conflict -> {
              assertThat(conflict.layer()).isEqualTo(LAYER);
              assertThat(conflict.ids()).containsExactly(prefix + "b");
            });
    assertThat(name("a", 1)).contains("A");
    assertThat(name("b", 6)).contains("B2");
  }

  @Test
  void thereIsNothingToUndoInAChangeSetThatNeverWas() {
    assertThatThrownBy(() -> store.undo(987_654_321, Views.office("boss")))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anImportIsFoundAgainByItsIdAndRecordedOnce() {
    ChangeNote note =
        new ChangeNote(ChangeKind.IMPORT, Views.office("tester"), "x.csv", prefix + "job");
    long set =
        store.change(LAYER, note, writer -> writer.record(List.of(mine("a", "A", 1)))).changeSet();
    assertThat(store.findChangeOfImport(prefix + "job")).contains(set);
    assertThat(store.findChangeOfImport("another")).isEmpty();
    assertThatThrownBy(
            () -> store.change(LAYER, note, writer -> writer.record(List.of(mine("b", "B", 1)))))
        .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    assertThat(name("b", 1)).isEmpty();
  }

  @Test
  void anEditNeedsTheVersionThatIsKnown() {
    store.put(mine("a", "A", 1), null, Views.office("ann"));
    store.put(mine("a", "A2", 5), 1, Views.office("ann"));
    assertThatThrownBy(() -> store.put(mine("a", "A3", 6), 1, Views.office("bob")))
        .isInstanceOfSatisfying(
            VersionConflictException.class,
            conflict ->
                assertThat(conflict.current())
                    .extracting(FeatureVersion::recordedBy)
                    .isEqualTo("ann"));
    assertThatThrownBy(() -> store.put(mine("a", "A3", 6), null, Views.office("bob")))
        .isInstanceOf(VersionConflictException.class);
    assertThat(name("a", 6)).contains("A2");
    int current = known(repository, prefix + "a").get(1).version();
    store.delete(LAYER, prefix + "a", current, day(8), Views.office("ann"));
    assertThat(name("a", 7)).contains("A2");
    assertThat(name("a", 8)).isEmpty();
  }

  @Test
  void anEditThatLeavesTheGeometryAloneKeepsWhereItCameFrom() {
    FeatureDraft given =
        new FeatureDraft(
            LAYER,
            prefix + "a",
            Shapes.point(113.5, 34.5),
            Map.of("name", "A"),
            day(1),
            new FeatureDraft.SourcePosition("gcj02", "POINT (113.506 34.499)"));
    importAll(given);
    store.put(mine("a", "A2", 5), 1, Views.office("ann"));
    assertThat(known(repository, prefix + "a"))
        .allSatisfy(
            version ->
                assertThat(version.source())
                    .isEqualTo(new FeatureDraft.SourcePosition("gcj02", "POINT (113.506 34.499)")));
  }

  @Test
  void theHistorySaysWhoChangedWhat() {
    importAll(mine("a", "A", 1));
    store.put(mine("a", "A2", 5), 1, Views.office("ann"));
    List<HistoryEntry> history =
        context.getBean(LayerCatalog.class).getHistory(LAYER, prefix + "a", Views.OFFICIAL);
    HistoryEntry edited =
        history.stream()
            .filter(entry -> "A2".equals(entry.version().properties().get("name")))
            .findFirst()
            .orElseThrow();
    assertThat(edited.changes()).containsExactly(new FieldChange("name", "A", "A2"));
    assertThat(edited.change())
        .extracting(ChangeSet::kind, ChangeSet::recordedBy)
        .containsExactly(ChangeKind.EDIT, "ann");
    HistoryEntry first = history.get(history.size() - 1);
    assertThat(first.change()).extracting(ChangeSet::note).isEqualTo("排口.xlsx");
    assertThat(first.supersededBy()).extracting(ChangeSet::kind).isEqualTo(ChangeKind.EDIT);
    assertThat(first.changes())
        .extracting(FieldChange::field)
        .containsExactly("name", "geometry", "valid_from");
    HistoryEntry cut =
        history.stream()
            .filter(entry -> entry.version().validTo() != null)
            .findFirst()
            .orElseThrow();
    assertThat(cut.changes())
        .containsExactly(new FieldChange("valid_to", null, LocalDate.of(2021, 3, 5)));
  }
}
