package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import zeren.Shapes;

/** Recording, changing, correcting and ending features. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FeatureStoreContract extends StoreContract {

  private ConfigurableApplicationContext context;
  private FeatureStore store;
  private FeatureVersionRepository repository;
  private LayerVersionRepository layers;
  private LayerCatalog catalog;

  @BeforeAll
  void open(@TempDir Path folder) {
    context = open(freshDatabase(folder));
    store = context.getBean(FeatureStore.class);
    repository = context.getBean(FeatureVersionRepository.class);
    layers = context.getBean(LayerVersionRepository.class);
    catalog = context.getBean(LayerCatalog.class);
  }

  @AfterAll
  void close() {
    context.close();
  }

  private void record(FeatureDraft... drafts) {
    store.record(List.of(drafts), "tester");
  }

  private String nameOn(String id, LocalDate day) {
    return nameOn(context, id, day).orElse("nothing");
  }

  @Test
  void aFirstRecordingIsVersionOneAndOpenEnded() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    record(draft("first", "A", day(5)));
    assertThat(repository.findHistory(LAYER, "first"))
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.version()).isEqualTo(1);
              assertThat(version.validFrom()).isEqualTo(day(5));
              assertThat(version.validTo()).isNull();
              assertThat(version.supersededAt()).isNull();
              assertThat(version.recordedBy()).isEqualTo("tester");
              assertThat(version.recordedAt()).isBetween(before, Instant.now());
            });
    assertThat(nameOn("first", day(4))).isEqualTo("nothing");
    assertThat(nameOn("first", day(5))).isEqualTo("A");
    assertThat(nameOn("first", LocalDate.of(9999, 12, 31))).isEqualTo("A");
    assertThat(nameOn("first", LocalDate.of(1, 1, 1))).isEqualTo("nothing");
  }

  @Test
  void sayingTheSameAgainRecordsNothing() {
    Map<String, Object> everyType =
        Map.of(
            "name",
            "A",
            "pipes",
            3L,
            "flow",
            2.0,
            "closed",
            true,
            "found_on",
            "2021-05-06",
            "accuracy_m",
            100.0);
    FeatureDraft draft = draft(LAYER, "same", Shapes.point(113.123456789, 34), everyType, day(5));
    record(draft);
    record(draft);
    record(draft(LAYER, "same", Shapes.point(113.123456789, 34), everyType, day(9)));
    assertThat(repository.findHistory(LAYER, "same")).hasSize(1);
  }

  @Test
  void anythingThatDiffersIsAChange() {
    record(draft("differs", "A", day(1)));
    record(draft("differs", "B", day(2)));
    record(
        draft(
            LAYER, "differs", Shapes.point(113.5, Math.nextUp(34.5)), Map.of("name", "B"), day(3)));
    record(
        new FeatureDraft(
            LAYER,
            "differs",
            Shapes.point(113.5, Math.nextUp(34.5)),
            Collections.singletonMap("name", "B"),
            day(4),
            new FeatureDraft.SourcePosition("gcj02", "POINT (1 2)")));
    assertThat(known(repository, "differs"))
        .extracting(FeatureVersion::validFrom)
        .containsExactly(day(1), day(2), day(3), day(4));
  }

  @Test
  void aChangeHoldsFromItsDayOn() {
    record(draft("change", "A", day(5)));
    record(draft("change", "B", day(10)));
    assertThat(nameOn("change", day(4))).isEqualTo("nothing");
    assertThat(nameOn("change", day(5))).isEqualTo("A");
    assertThat(nameOn("change", day(9))).isEqualTo("A");
    assertThat(nameOn("change", day(10))).isEqualTo("B");
    assertThat(nameOn("change", day(11))).isEqualTo("B");
    assertThat(known(repository, "change"))
        .extracting(FeatureVersion::validTo)
        .containsExactly(day(10), null);
  }

  @Test
  void aChangeOnTheFirstDayReplacesTheWholePeriod() {
    record(draft("replace", "A", day(5)));
    record(draft("replace", "B", day(5)));
    assertThat(nameOn("replace", day(4))).isEqualTo("nothing");
    assertThat(nameOn("replace", day(5))).isEqualTo("B");
    assertThat(known(repository, "replace")).hasSize(1);
    assertThat(repository.findHistory(LAYER, "replace")).hasSize(2);
  }

  @Test
  void aBackDatedCorrectionSupersedesWhatWasKnownFromItsDayOn() {
    record(draft("back", "A", day(5)));
    record(draft("back", "B", day(10)));
    record(draft("back", "C", day(7)));
    assertThat(nameOn("back", day(6))).isEqualTo("A");
    assertThat(nameOn("back", day(7))).isEqualTo("C");
    assertThat(nameOn("back", day(10))).isEqualTo("C");
    record(draft("back", "D", day(1)));
    assertThat(nameOn("back", day(1))).isEqualTo("D");
    assertThat(nameOn("back", day(20))).isEqualTo("D");
    assertThat(known(repository, "back")).hasSize(1);
  }

  @Test
  void aBackDatedCorrectionToWhatWasSoBeforeTheChangeUndoesTheChange() {
    record(draft("undo", "A", day(1)));
    record(draft("undo", "B", day(10)));
    record(draft("undo", "A", day(5)));
    assertThat(nameOn("undo", day(4))).isEqualTo("A");
    assertThat(nameOn("undo", day(5))).isEqualTo("A");
    assertThat(nameOn("undo", day(10))).isEqualTo("A");
  }

  @Test
  void aClosedFeatureIsNoMoreFromTheDayOn() {
    record(draft("close", "A", day(5)));
    store.close(LAYER, "close", day(8), "closer");
    assertThat(nameOn("close", day(7))).isEqualTo("A");
    assertThat(nameOn("close", day(8))).isEqualTo("nothing");
    assertThat(repository.findHistory(LAYER, "close").get(0).recordedBy()).isEqualTo("closer");
    record(draft("close", "A", day(12)));
    assertThat(nameOn("close", day(7))).isEqualTo("A");
    assertThat(nameOn("close", day(11))).isEqualTo("nothing");
    assertThat(nameOn("close", day(12))).isEqualTo("A");
  }

  @Test
  void closingOnTheFirstDayLeavesNothingButTheHistory() {
    record(draft("never", "A", day(5)));
    store.close(LAYER, "never", day(5), "closer");
    assertThat(nameOn("never", day(5))).isEqualTo("nothing");
    assertThat(repository.findHistory(LAYER, "never")).hasSize(1);
  }

  @Test
  void closingAgainLaterChangesNothing() {
    record(draft("twice", "A", day(5)));
    store.close(LAYER, "twice", day(8), "closer");
    store.close(LAYER, "twice", day(20), "closer");
    assertThat(nameOn("twice", day(7))).isEqualTo("A");
    assertThat(nameOn("twice", day(8))).isEqualTo("nothing");
    assertThat(repository.findHistory(LAYER, "twice")).hasSize(2);
  }

  @Test
  void onlyADeclaredLayerIsClosedIn() {
    assertThatThrownBy(() -> store.close("nothing", "x", day(1), "closer"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void historyIsNewestFirstAndWhatWasRecordedStays() {
    List<List<FeatureVersion>> histories = new ArrayList<>();
    String[] names = {"A", "B", "C", "A"};
    int[] days = {10, 20, 5, 15};
    for (int i = 0; i < names.length; i++) {
      record(draft("life", names[i], day(days[i])));
      histories.add(repository.findHistory(LAYER, "life"));
    }
    store.close(LAYER, "life", day(7), "closer");
    histories.add(repository.findHistory(LAYER, "life"));
    for (int i = 1; i < histories.size(); i++) {
      List<FeatureVersion> now = histories.get(i);
      assertThat(now).isSortedAccordingTo((a, b) -> Integer.compare(b.version(), a.version()));
      assertThat(now).extracting(FeatureVersion::version).doesNotHaveDuplicates();
      for (FeatureVersion before : histories.get(i - 1)) {
        assertThat(now).filteredOn(after -> isSame(before, after)).hasSize(1);
      }
    }
  }

  /** Nothing of a recording may change but that it comes to be superseded. */
  private static boolean isSame(FeatureVersion before, FeatureVersion after) {
    return before.version() == after.version()
        && before.geometry().equalsExact(after.geometry())
        && before.properties().equals(after.properties())
        && before.validFrom().equals(after.validFrom())
        && Objects.equals(before.validTo(), after.validTo())
        && before.recordedAt().equals(after.recordedAt())
        && before.recordedBy().equals(after.recordedBy())
        && (before.supersededAt() == null || before.supersededAt().equals(after.supersededAt()));
  }

  @Test
  void aViewOnceTakenDoesNotChange() {
    record(draft("view", "A", day(1)));
    LayerView old = catalog.get(LAYER, Views.OFFICIAL, null);
    int size = old.size();
    record(draft("view", "B", day(1)), draft("view-2", "new", day(1)));
    assertThat(old.size()).isEqualTo(size);
    assertThat(old.name(old.findRow("view").orElseThrow())).isEqualTo("A");
    LayerView fresh = catalog.get(LAYER, Views.OFFICIAL, null);
    assertThat(fresh.name(fresh.findRow("view").orElseThrow())).isEqualTo("B");
    assertThat(fresh.version()).isGreaterThan(old.version());
    assertThat(fresh.tag()).isNotEqualTo(old.tag());
  }

  /** Clients fetch their tiles again when the version rises. */
  @Test
  void theVersionOfALayerRisesOnlyWhenSomethingChanges() {
    record(draft("same", "A", day(1)));
    long version = layers.find(LAYER);
    record(draft("same", "A", day(1)));
    store.close(LAYER, "never-was", day(1), "tester");
    assertThat(layers.find(LAYER)).isEqualTo(version);
    store.close(LAYER, "same", day(2), "tester");
    assertThat(layers.find(LAYER)).isGreaterThan(version);
  }

  @Test
  void aBatchOfManyChunksIsOneRecording() {
    List<FeatureDraft> many =
        IntStream.range(0, 1201).mapToObj(i -> draft("many-" + i, "A", day(1))).toList();
    store.record(many, "tester");
    assertThat(repository.findHistory(LAYER, "many-0").get(0).recordedAt())
        .isEqualTo(repository.findHistory(LAYER, "many-1200").get(0).recordedAt());
    assertThat(catalog.get(LAYER, Views.OFFICIAL, day(1)).size()).isGreaterThanOrEqualTo(1201);
  }

  @Test
  void oneBadDraftAndNothingIsRecordedInAnyLayer() {
    long version = layers.find(LAYER);
    FeatureDraft road =
        draft("road", "r", Shapes.wkt("LINESTRING (1 1, 2 2)"), Map.of("name", "r"), day(1));
    FeatureDraft bad = draft("sluice", "bad", Shapes.point(1, 1), Map.of(), day(1));
    assertThatThrownBy(() -> record(draft("good", "A", day(1)), road, bad))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining("name");
    assertThat(repository.findHistory(LAYER, "good")).isEmpty();
    assertThat(repository.findHistory("road", "r")).isEmpty();
    assertThat(layers.find(LAYER)).isEqualTo(version);
  }

  @Test
  void aFaultInTheLastChunkUndoesTheFirst() {
    List<FeatureDraft> drafts = new ArrayList<>();
    IntStream.range(0, 700).forEach(i -> drafts.add(draft("undone-" + i, "A", day(1))));
    // Longer than the column: the database refuses what the check cannot know.
    drafts.add(
        new FeatureDraft(
            LAYER,
            "undone-last",
            Shapes.point(1, 1),
            Collections.singletonMap("name", "A"),
            day(1),
            new FeatureDraft.SourcePosition("x".repeat(41), "POINT (1 1)")));
    long version = layers.find(LAYER);
    assertThatThrownBy(() -> store.record(drafts, "tester"))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(repository.findHistory(LAYER, "undone-0")).isEmpty();
    assertThat(layers.find(LAYER)).isEqualTo(version);
    assertThat(nameOn("undone-0", day(1))).isEqualTo("nothing");
  }
}
