package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two people who write at the same moment. */
abstract class RacingWritersContract extends StoreContract {

  private static final int ROUNDS = 30;

  @Test
  void writersOfOneFeatureLeaveOneStoryAndLoseNothing(@TempDir Path folder) throws Exception {
    try (ConfigurableApplicationContext context = open(freshDatabase(folder))) {
      FeatureStore store = context.getBean(FeatureStore.class);
      FeatureVersionRepository repository = context.getBean(FeatureVersionRepository.class);
      for (int round = 0; round < ROUNDS; round++) {
        String id = "race-" + round;
        race(
            () -> store.record(List.of(draft(id, "left", day(10))), "left"),
            () -> store.record(List.of(draft(id, "right", day(5))), "right"));
        assertThat(repository.findHistory(LAYER, id))
            .extracting(version -> version.properties().get("name"))
            .as("round %d", round)
            .contains("left", "right");
        List<FeatureVersion> known = known(repository, id);
        for (int i = 1; i < known.size(); i++) {
          assertThat(known.get(i - 1).validTo())
              .as("round %d", round)
              .isNotNull()
              .isBeforeOrEqualTo(known.get(i).validFrom());
        }
        assertThat(nameOn(context, id, day(5))).contains("right");
      }
      assertThat(context.getBean(LayerVersionRepository.class).find(LAYER)).isEqualTo(2L * ROUNDS);
      assertThat(context.getBean(LayerCatalog.class).get(LAYER, Views.OFFICIAL, null).version())
          .as("the last snapshot is the one that is seen")
          .isEqualTo(2L * ROUNDS);
    }
  }

  @Test
  void writersOfSeveralLayersDoNotBlockEachOther(@TempDir Path folder) throws Exception {
    try (ConfigurableApplicationContext context = open(freshDatabase(folder))) {
      FeatureStore store = context.getBean(FeatureStore.class);
      for (int round = 0; round < ROUNDS; round++) {
        FeatureDraft outfall = draft("both-" + round, "A", day(1));
        FeatureDraft sluice =
            draft(
                "sluice",
                "both-" + round,
                outfall.geometry(),
                java.util.Map.of("name", "S" + round),
                day(1));
        race(
            () -> store.record(List.of(outfall, sluice), "left"),
            () -> store.record(List.of(sluice, outfall), "right"));
      }
      assertThat(context.getBean(LayerCatalog.class).get("sluice", Views.OFFICIAL, null).size())
          .isEqualTo(ROUNDS);
    }
  }

  /** Starts both at the same moment; an exception of either fails the test. */
  private static void race(Runnable left, Runnable right) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (Runnable side : List.of(left, right)) {
        both.add(
            threads.submit(
                (Callable<Void>)
                    () -> {
                      start.await();
                      side.run();
                      return null;
                    }));
      }
      for (Future<?> side : both) {
        side.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
