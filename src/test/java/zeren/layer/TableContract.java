package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import zeren.Shapes;

/** Layers without geometry, and rows that say themselves until when they are so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TableContract extends StoreContract {

  private static final String TABLE = "unit";

  private ConfigurableApplicationContext context;
  private FeatureStore store;
  private FeatureVersionRepository repository;

  @BeforeAll
  void open(@TempDir Path folder) {
    context = open(freshDatabase(folder));
    store = context.getBean(FeatureStore.class);
    repository = context.getBean(FeatureVersionRepository.class);
  }

  @AfterAll
  void close() {
    context.close();
  }

  private static FeatureDraft unit(String id, String name, LocalDate from, @Nullable LocalDate to) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("kind", "bureau");
    return new FeatureDraft(TABLE, id, FeatureDraft.nowhere(), values, from, to, null);
  }

  private void record(FeatureDraft... drafts) {
    store.record(List.of(drafts), "tester");
  }

  private LayerView view(LocalDate day) {
    return context.getBean(LayerCatalog.class).get(TABLE, Views.OFFICIAL, day);
  }

  private Optional<String> unitOn(String id, LocalDate day) {
    LayerView view = view(day);
    return view.findRow(id).stream().mapToObj(view::name).findFirst();
  }

  private List<String> known(String id) {
    return repository.findKnown(TABLE, List.of(id)).stream()
        .map(
            version ->
                "%s %s..%s"
                    .formatted(
                        version.properties().get("name"), version.validFrom(), version.validTo()))
        .toList();
  }

  @Test
  void aRowWithoutGeometryIsStoredAsNullAndReadAsAnEmptyPoint() {
    record(unit("null", "城管局", day(1), null));
    assertThat(
            context
                .getBean(JdbcTemplate.class)
                .queryForObject(
                    "SELECT COUNT(*) FROM feature_version WHERE layer = 'unit' AND id = 'null'"
                        + " AND geometry IS NULL",
                    Long.class))
        .isEqualTo(1);
    FeatureVersion version = repository.findHistory(TABLE, "null").get(0);
    assertThat(version.geometry().isEmpty()).isTrue();
    assertThat(version.geometry().getSRID()).isEqualTo(4490);
    LayerView view = view(day(1));
    int row = view.findRow("null").orElseThrow();
    assertThat(view.geometry(row).isEmpty()).isTrue();
    assertThat(view.extent().isNull()).isTrue();
    record(unit("null", "城管局", day(1), null));
    assertThat(repository.findHistory(TABLE, "null")).as("saying it again is no change").hasSize(1);
  }

  @Test
  void geometriesAreRefusedHereAndRequiredElsewhere() {
    FeatureDraft placed =
        draft(
            TABLE, "placed", Shapes.point(113, 34), Map.of("name", "a", "kind", "bureau"), day(1));
    assertThatThrownBy(() -> record(placed))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining("a row of this table has none");
    FeatureDraft nowhere =
        draft(LAYER, "nowhere", FeatureDraft.nowhere(), Map.of("name", "a"), day(1));
    assertThatThrownBy(() -> record(nowhere))
        .isInstanceOf(DraftException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aDraftSaysWhatIsSoUpToItsEnd() {
    record(unit("term", "甲", day(5), day(9)));
    assertThat(unitOn("term", day(4))).isEmpty();
    assertThat(unitOn("term", day(5))).contains("甲");
    assertThat(unitOn("term", day(8))).contains("甲");
    assertThat(unitOn("term", day(9))).isEmpty();
    LayerView view = view(day(6));
    int row = view.findRow("term").orElseThrow();
    assertThat(view.validFrom(row)).isEqualTo(day(5));
    assertThat(view.validTo(row)).isEqualTo(day(9));
    record(unit("term", "甲", day(5), day(9)));
    record(unit("term", "甲", day(7), day(9)));
    assertThat(repository.findHistory(TABLE, "term")).as("all known already").hasSize(1);
  }

  @Test
  void theNextTermFollowsTheFirstWithoutChangingIt() {
    record(unit("next", "甲", day(5), day(9)));
    record(unit("next", "乙", day(9), null));
    assertThat(known("next")).containsExactly("甲 2021-03-05..2021-03-09", "乙 2021-03-09..null");
    assertThat(repository.findHistory(TABLE, "next")).hasSize(2);
  }

  @Test
  void whatWasKnownFromItsFirstDayOnIsSuperseded() {
    record(unit("cut", "甲", day(1), null));
    record(unit("cut", "乙", day(5), day(9)));
    assertThat(known("cut"))
        .containsExactly("甲 2021-03-01..2021-03-05", "乙 2021-03-05..2021-03-09");
    assertThat(unitOn("cut", day(10))).isEmpty();
    record(unit("cut", "甲", day(1), day(20)));
    assertThat(known("cut")).containsExactly("甲 2021-03-01..2021-03-20");
  }

  @Test
  void anotherEndIsAChange() {
    record(unit("end", "甲", day(1), null));
    record(unit("end", "甲", day(1), day(9)));
    assertThat(known("end")).containsExactly("甲 2021-03-01..2021-03-09");
    record(unit("end", "甲", day(3), null));
    assertThat(known("end")).containsExactly("甲 2021-03-01..2021-03-03", "甲 2021-03-03..null");
  }

  @Test
  void anEndThatIsNotAfterTheFirstDayIsRefused() {
    for (LocalDate end : List.of(day(5), day(4))) {
      assertThatThrownBy(() -> record(unit("wrong", "甲", day(5), end)))
          .isInstanceOf(DraftException.class)
          .hasMessageContaining("valid_to")
          .hasMessageContaining("must be after valid_from, 2021-03-05");
    }
    assertThat(repository.findHistory(TABLE, "wrong")).isEmpty();
  }

  @Test
  void anUndoBringsBackThePeriodThatWasKnown() {
    record(unit("undo", "甲", day(1), day(9)));
    Recorded<Boolean> change =
        store.change(
            TABLE,
            ChangeNote.of(ChangeKind.EDIT, "tester"),
            writer -> !writer.record(List.of(unit("undo", "乙", day(3), null))).isEmpty());
    assertThat(known("undo")).containsExactly("甲 2021-03-01..2021-03-03", "乙 2021-03-03..null");
    store.undo(change.changeSet(), Views.office("tester"));
    assertThat(known("undo")).containsExactly("甲 2021-03-01..2021-03-09");
  }

  @Test
  void closingOthersEndsAlsoThoseWhoseEndLiesAhead() {
    String layer = "person";
    FeatureDraft ahead =
        new FeatureDraft(
            layer, "ahead", FeatureDraft.nowhere(), Map.of("name", "张某"), day(1), day(20), null);
    FeatureDraft ended =
        new FeatureDraft(
            layer, "ended", FeatureDraft.nowhere(), Map.of("name", "李某"), day(1), day(10), null);
    store.record(List.of(ahead, ended), "tester");
    long closed =
        store
            .change(
                layer,
                ChangeNote.of(ChangeKind.IMPORT, "tester"),
                writer -> writer.closeOthers(day(10), version -> false, version -> {}))
            .result();
    assertThat(closed).isEqualTo(1);
    assertThat(repository.findKnown(layer, List.of("ahead", "ended")))
        .extracting(FeatureVersion::validTo)
        .containsExactly(day(10), day(10));
  }

  @Test
  void severalValuesAreTakenJoinedInTheDeclaredOrderOnly() {
    assertThat(topics("dust;water")).isEmpty();
    assertThat(topics("dust")).isEmpty();
    for (String wrong : List.of("water;dust", "dust;dust", "dust;", "dust;smoke", "dust、water")) {
      assertThat(topics(wrong))
          .as(wrong)
          .hasValueSatisfying(
              reason -> assertThat(reason).contains("topics").contains("joined by ';'"));
    }
  }

  private Optional<String> topics(String topics) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("role", "sector");
    values.put("topics", topics);
    values.put("scope_layer", "site");
    values.put("document", "方案");
    values.put("clause", "一");
    FeatureDraft draft =
        new FeatureDraft("assignment", "t", FeatureDraft.nowhere(), values, day(1), null);
    try {
      record(draft);
      return Optional.empty();
    } catch (DraftException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
