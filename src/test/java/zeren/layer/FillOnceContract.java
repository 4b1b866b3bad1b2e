package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import zeren.Shapes;

/** Filling an installation at its first start. */
abstract class FillOnceContract extends StoreContract {

  private static List<FeatureDraft> notAskedFor() {
    throw new AssertionError("the drafts were asked for");
  }

  @Test
  void theFirstStartFillsAndReadersSeeIt(@TempDir Path folder) {
    try (ConfigurableApplicationContext context = open(freshDatabase(folder))) {
      FeatureStore store = context.getBean(FeatureStore.class);
      assertThat(store.fillOnce("city", () -> List.of(draft("a", "A", day(1))), "zeren")).isTrue();
      assertThat(nameOn(context, "a", day(1))).contains("A");
      assertThat(store.fillOnce("city", FillOnceContract::notAskedFor, "zeren")).isFalse();
    }
  }

  @Test
  void whatWasSettledIsSettledForEveryDataSetAndAfterARestart(@TempDir Path folder) {
    List<String> database = freshDatabase(folder);
    try (ConfigurableApplicationContext context = open(database)) {
      assertThat(context.getBean(FeatureStore.class).fillOnce("empty", List::of, "zeren")).isTrue();
    }
    try (ConfigurableApplicationContext context = open(database)) {
      FeatureStore store = context.getBean(FeatureStore.class);
      assertThat(store.fillOnce("city", FillOnceContract::notAskedFor, "zeren")).isFalse();
      store.record(List.of(draft("a", "A", day(1))), "tester");
    }
    try (ConfigurableApplicationContext context = open(database)) {
      assertThat(nameOn(context, "a", day(1))).contains("A");
    }
  }

  @Test
  void aFailureInTheMiddleSettlesNothing(@TempDir Path folder) {
    List<String> database = freshDatabase(folder);
    FeatureDraft tooLong =
        new FeatureDraft(
            LAYER,
            "z",
            Shapes.point(1, 1),
            Collections.singletonMap("name", "A"),
            day(1),
            new FeatureDraft.SourcePosition("x".repeat(41), "POINT (1 1)"));
    List<FeatureDraft> city =
        Stream.concat(
                IntStream.range(0, 600).mapToObj(i -> draft("f" + i, "A", day(1))),
                Stream.of(tooLong))
            .toList();
    try (ConfigurableApplicationContext context = open(database)) {
      FeatureStore store = context.getBean(FeatureStore.class);
      assertThatThrownBy(() -> store.fillOnce("city", () -> city, "zeren"))
          .isInstanceOf(DataIntegrityViolationException.class);
      assertThat(nameOn(context, "f0", day(1))).isEmpty();
    }
    try (ConfigurableApplicationContext context = open(database)) {
      assertThat(nameOn(context, "f0", day(1))).isEmpty();
      FeatureStore store = context.getBean(FeatureStore.class);
      assertThat(store.fillOnce("city", () -> city.subList(0, 600), "zeren")).isTrue();
      assertThat(nameOn(context, "f599", day(1))).contains("A");
    }
  }

  @Test
  void aBadDraftSettlesNothing(@TempDir Path folder) {
    try (ConfigurableApplicationContext context = open(freshDatabase(folder))) {
      FeatureStore store = context.getBean(FeatureStore.class);
      List<FeatureDraft> bad = List.of(draft("", "A", day(1)));
      assertThatThrownBy(() -> store.fillOnce("city", () -> bad, "zeren"))
          .isInstanceOf(DraftException.class);
      assertThat(store.fillOnce("city", List::of, "zeren")).isTrue();
    }
  }
}
