package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.layer.LayerCatalog;
import zeren.notice.Sketch;
import zeren.problem.ProblemException;
import zeren.responsibility.ResponsibilityMaps;

/** Drawn once, and again when something is another that could be on it. */
class SharePicturesIT {

  private static final RunningZeren ZEREN =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");

  private static final LocalDate DAY = SmallTown.FOUNDED.plusDays(10);

  private final List<LocalDate> drawn = new ArrayList<>();
  private SharePictures pictures;

  @BeforeEach
  void start() {
    pictures = new SharePictures(ZEREN.bean(LayerCatalog.class), ZEREN.bean(Clock.class));
  }

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private SharePictures.Picture get(String cell, @Nullable LocalDate day) {
    return pictures.get(
        cell,
        day,
        on -> {
          drawn.add(on);
          // Reads the layers as they are on the day, as every notice does.
          ZEREN.bean(ResponsibilityMaps.class).on(on);
          return new Sketch(20, 10, List.of(), List.of(), new Sketch.Scale(1, 1));
        });
  }

  private static void recordOutfall(String id, LocalDate from) {
    Map<String, Object> values = Map.of("name", id, "source", "hand-made");
    ZEREN
        .bean(FeatureStore.class)
        .record(
            List.of(new FeatureDraft("outfall", id, Shapes.point(113.5, 34.7), values, from, null)),
            "tester");
  }

  @Test
  void aRepeatIsNotDrawn() {
    ZEREN.bean(ResponsibilityMaps.class).on(DAY);
    SharePictures.Picture picture = get("a", DAY);
    assertThat(get("a", DAY)).isSameAs(picture);
    assertThat(get("a", DAY.plusDays(1))).as("nothing changed meanwhile").isSameAs(picture);
    assertThat(drawn).containsExactly(DAY);
    get("b", DAY);
    assertThat(drawn).hasSize(2);
  }

  @Test
  void itIsDrawnAgainWhenSomethingChangedThatThePublicMaySee() {
    get("a", null);
    recordOutfall("new", DAY);
    SharePictures.Picture now = get("a", null);
    assertThat(drawn).hasSize(2).doesNotContainNull();
    get("a", DAY.minusDays(1));
    assertThat(get("a", DAY)).as("like today").isSameAs(now);
    assertThat(drawn).hasSize(3).endsWith(DAY.minusDays(1));
  }

  @Test
  void aCellThatIsNotThereIsAskedForEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  pictures.get(
                      "none",
                      DAY,
                      on -> {
                        drawn.add(on);
                        throw ProblemException.notFound("none");
                      }))
          .isInstanceOf(ProblemException.class);
    }
    assertThat(drawn).hasSize(2);
  }
}
