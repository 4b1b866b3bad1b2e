package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import zeren.Shapes;

/** A snapshot that took up changes is the same as one read anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SnapshotContract extends StoreContract {

  private static final int STEPS = 60;
  private static final int FEATURES = 300;

  private ConfigurableApplicationContext context;
  private FeatureStore store;
  private SnapshotStore snapshots;
  private LocalDate today;

  @BeforeAll
  void start(@TempDir Path folder) {
    context = open(freshDatabase(folder));
    store = context.getBean(FeatureStore.class);
    snapshots = context.getBean(SnapshotStore.class);
    today = LocalDate.now(context.getBean(Clock.class));
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private LayerDeclaration layer(String id) {
    return context.getBean(Declarations.class).find(id).orElseThrow();
  }

  /** The layer as another node holds it. */
  private HeldLayer otherNode(String layer) {
    return new HeldLayer(
        layer(layer),
        context.getBean(FeatureVersionRepository.class),
        context.getBean(TouchedReader.class),
        context.getBean(Clock.class));
  }

  private void assertAsInDatabase(String layer, HeldLayer other, Random random) {
    HeldLayer anew = otherNode(layer);
    LayerSnapshot own = snapshots.get(layer(layer), today);
    SnapshotAssert.assertSame(own, anew.on(today), random);
    if (random.nextInt(3) == 0) {
      other.refresh();
      SnapshotAssert.assertSame(other.on(today), anew.on(today), random);
      LocalDate day = today.plusDays(random.nextInt(40) - 30);
      SnapshotAssert.assertSame(snapshots.get(layer(layer), day), anew.on(day), random);
      SnapshotAssert.assertSame(other.on(day), anew.on(day), random);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LAYER, "zone_of_test", "unit"})
  void anySeriesOfWritesGivesWhatReadingAnewGives(String layer) {
    Random random = new Random(layer.hashCode());
    Writes writes = new Writes(layer, random);
    HeldLayer other = otherNode(layer);
    assertThat(other.on(today).size()).isZero();
    store.record(writes.drafts(FEATURES), "tester");
    int overlaid = 0;
    for (int step = 0; step < STEPS; step++) {
      writes.next();
      assertAsInDatabase(layer, other, random);
      overlaid += snapshots.get(layer(layer), today).overlaid() > 0 ? 1 : 0;
      if (random.nextInt(15) == 0) {
        snapshots.pack(layer(layer));
        assertThat(snapshots.get(layer(layer), today).overlaid()).isZero();
        assertAsInDatabase(layer, other, random);
      }
      if (random.nextInt(15) == 0) {
        other.pack();
      }
    }
    assertThat(overlaid).as("not read anew each time").isGreaterThan(STEPS / 2);
    assertThat(writes.undone).isPositive();
  }

  /** Writes of every kind. */
  private final class Writes {
    private final String layer;
    private final Random random;
    private final List<Long> sets = new ArrayList<>();
    private int undone;

    Writes(String layer, Random random) {
      this.layer = layer;
      this.random = random;
    }

    private String someId() {
      return "f-" + random.nextInt(2 * FEATURES);
    }

    private LocalDate someDay() {
      return random.nextBoolean() ? today : today.plusDays(random.nextInt(30) - 25);
    }

    List<FeatureDraft> drafts(int count) {
      Map<String, FeatureDraft> drafts = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        String id = someId();
        drafts.put(id, draft(id, someDay()));
      }
      return List.copyOf(drafts.values());
    }

    private FeatureDraft draft(String id, LocalDate from) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("name", "n" + random.nextInt(400));
      if (layer.equals(LAYER)) {
        values.put("pipes", random.nextInt(4) == 0 ? null : (Object) (long) random.nextInt(9));
        values.put("flow", random.nextDouble());
        values.put("closed", random.nextBoolean());
        values.put("found_on", someDay().toString());
      } else if (layer.equals("unit")) {
        values.put("kind", "bureau");
      }
      LocalDate to =
          layer.equals("unit") && random.nextBoolean()
              ? from.plusDays(random.nextInt(20) + 1)
              : null;
      return new FeatureDraft(layer, id, geometry(), values, from, to, null);
    }

    private Geometry geometry() {
      double lon = 112.5 + 2 * random.nextDouble();
      double lat = 33.5 + 2 * random.nextDouble();
      return switch (layer) {
        case LAYER -> Shapes.point(lon, lat);
        case "unit" -> FeatureDraft.nowhere();
        default ->
            Shapes.wkt(
                "MULTIPOLYGON (((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %2$s)))"
                    .formatted(lon, lat, lon + 0.1, lat + 0.1));
      };
    }

    void next() {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> record(drafts(1));
        case 3 -> record(drafts(1 + random.nextInt(12)));
        case 4 -> store.close(layer, someId(), someDay(), "tester");
        case 5 -> undo();
        case 6 -> replaceSome();
        default -> {
          record(drafts(2));
          record(drafts(2));
        }
      }
    }

    private void record(List<FeatureDraft> drafts) {
      sets.add(
          store
              .change(
                  layer,
                  ChangeNote.of(ChangeKind.IMPORT, "tester"),
                  writer -> writer.record(drafts))
              .changeSet());
    }

    /** An import that says what there is: a few others end. */
    private void replaceSome() {
      int kept = random.nextInt(2 * FEATURES);
      List<FeatureDraft> drafts = drafts(3);
      sets.add(
          store
              .change(
                  layer,
                  ChangeNote.of(ChangeKind.IMPORT, "tester"),
                  writer -> {
                    writer.closeOthers(
                        today, version -> version.id().hashCode() % 90 != kept % 90, gone -> {});
                    return writer.record(drafts);
                  })
              .changeSet());
    }

    private void undo() {
      sets.removeIf(set -> set == 0);
      if (sets.isEmpty()) {
        return;
      }
      try {
        store.undo(sets.remove(sets.size() - 1), Views.office("tester"));
        undone++;
      } catch (UndoConflictException e) {
        // Changed since, which is as good a write as any.
      }
    }
  }

  /** A day on which something changes is none any more when what changed is taken back. */
  @Test
  void aStretchOfDaysGrowsAgain() {
    store.record(
        List.of(draft("sluice", "first", place(), Map.of("name", "a"), today.minusDays(9))), "t");
    HeldLayer other = otherNode("sluice");
    List<LayerSnapshot> before = List.of(snapshots.get(layer("sluice"), today), other.on(today));
    assertThat(before).allMatch(snapshot -> snapshot.since().equals(today.minusDays(9)));
    long set =
        store
            .change(
                "sluice",
                ChangeNote.of(ChangeKind.EDIT, "tester"),
                writer ->
                    writer.record(
                        List.of(
                            draft(
                                "sluice",
                                "first",
                                place(),
                                Map.of("name", "b"),
                                today.minusDays(3)))))
            .changeSet();
    other.refresh();
    assertThat(snapshots.get(layer("sluice"), today).since()).isEqualTo(today.minusDays(3));
    assertThat(other.on(today).since()).isEqualTo(today.minusDays(3));
    store.undo(set, Views.office("tester"));
    other.refresh();
    Random random = new Random(2);
    LayerSnapshot anew = otherNode("sluice").on(today);
    assertThat(anew.since()).isEqualTo(today.minusDays(9));
    SnapshotAssert.assertSame(snapshots.get(layer("sluice"), today), anew, random);
    SnapshotAssert.assertSame(other.on(today), anew, random);
  }

  private static Geometry place() {
    return Shapes.point(113.5, 34.5);
  }

  /** What another node commits between two statements of the reading is taken whole. */
  @Test
  void aWriteInTheMiddleOfReadingIsTakenWhole() {
    HeldLayer other =
        new HeldLayer(
            layer("road"),
            context.getBean(FeatureVersionRepository.class),
            new TouchedReader(
                context.getBean(FeatureVersionRepository.class),
                new WrittenMeanwhile(),
                context.getBean(LayerVersionRepository.class)),
            context.getBean(Clock.class));
    store.record(roads("pair", 2, "before"), "tester");
    other.on(today);
    store.record(roads("pair", 2, "after").subList(0, 1), "tester");
    other.refresh();
    SnapshotAssert.assertSame(other.on(today), otherNode("road").on(today), new Random(3));
    assertThat(other.on(today).findRow("pair-1")).isPresent();
  }

  /** Lets a writer in after the change sets have been read, four times. */
  private final class WrittenMeanwhile extends ChangeSetRepository {
    private int times;

    WrittenMeanwhile() {
      super(context.getBean(JdbcClient.class));
    }

    @Override
    List<Long> findAfter(String layer, long number, int limit) {
      List<Long> found = super.findAfter(layer, number, limit);
      if (times++ < 4) {
        store.record(roads("pair", 2, "meanwhile " + times), "tester");
      }
      return found;
    }
  }

  /**
   * Two writers, each of which always gives all of its features one new name; a node that looks now
   * and then; packing; and readers, who must never see two names at once.
   */
  @Test
  void readersNeverSeeHalfAWrite() throws Exception {
    String layer = "road";
    AtomicBoolean done = new AtomicBoolean();
    store.record(roads("background", 400, "b"), "tester");
    HeldLayer other = otherNode(layer);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (String writer : List.of("left", "right")) {
        writers.add(
            threads.submit(
                () -> {
                  for (int round = 0; round < 40; round++) {
                    store.record(roads(writer, 5, writer + round), writer);
                  }
                }));
      }
      List<Future<?>> others = new ArrayList<>();
      others.add(
          threads.submit(() -> until(done, () -> assertWhole(snapshots.get(layer(layer), today)))));
      others.add(threads.submit(() -> until(done, () -> assertWhole(other.on(today)))));
      others.add(threads.submit(() -> until(done, other::refresh)));
      others.add(
          threads.submit(
              () ->
                  until(
                      done,
                      () -> {
                        snapshots.pack(layer(layer));
                        other.pack();
                      })));
      for (Future<?> writer : writers) {
        writer.get();
      }
      done.set(true);
      for (Future<?> reader : others) {
        reader.get();
      }
    } finally {
      threads.shutdownNow();
    }
    other.refresh();
    Random random = new Random(1);
    HeldLayer anew = otherNode(layer);
    SnapshotAssert.assertSame(snapshots.get(layer(layer), today), anew.on(today), random);
    SnapshotAssert.assertSame(other.on(today), anew.on(today), random);
  }

  private List<FeatureDraft> roads(String prefix, int count, String name) {
    List<FeatureDraft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(
          draft(
              "road",
              prefix + "-" + i,
              Shapes.wkt("MULTILINESTRING ((113 34, 113.1 34.1))"),
              Map.of("name", name),
              today));
    }
    return drafts;
  }

  private static void until(AtomicBoolean done, Runnable work) {
    while (!done.get()) {
      work.run();
    }
  }

  private static void assertWhole(LayerSnapshot snapshot) {
    for (String writer : List.of("left", "right")) {
      List<@Nullable Object> names = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        snapshot
            .findRow(writer + "-" + i)
            .ifPresent(row -> names.add(snapshot.column(0).value(row)));
      }
      assertThat(names.size()).isIn(0, 5);
      assertThat(names.stream().distinct().count()).isLessThanOrEqualTo(1);
    }
  }
}
