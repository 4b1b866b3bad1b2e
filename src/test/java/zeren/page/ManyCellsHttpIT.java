package zeren.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** A city with more cells of one level than a page lists. */
class ManyCellsHttpIT {

  private static final RunningZeren ZEREN = RunningZeren.start("--zeren.reference=false");

  static {
    List<FeatureDraft> cells =
        IntStream.range(0, 1_003).mapToObj(i -> cell(i, i < 502 ? null : "n-0")).toList();
    ZEREN.bean(FeatureStore.class).record(cells, "tester");
  }

  private static FeatureDraft cell(int i, @Nullable String parent) {
    double west = 113.5 + (i % 40) * 0.001;
    double south = 34.7 + (i / 40) * 0.001;
    Geometry area = Shapes.rectangle(west, south, west + 0.001, south + 0.001);
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("name", "网格" + i);
    values.put("level", "village");
    values.put("district", "某县");
    values.put("parent", parent);
    return new FeatureDraft("grid_cell", "n-" + i, area, values, LocalDate.EPOCH, null);
  }

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static long links(String page) {
    return Pattern.compile("href=\"/cell/n-\\d+\"").matcher(page).results().count();
  }

  @Test
  void whatIsNotListedIsCounted() {
    String all = ZEREN.get("/cell").body();
    assertThat(links(all)).isEqualTo(500);
    assertThat(all).contains("另有 2 个网格没有列出");
    String one = ZEREN.get("/cell/n-0").body();
    assertThat(one).contains("<span class=\"quiet number\">501</span>", "另有 1 个网格没有列出");
    assertThat(links(one)).isEqualTo(500);
    assertThat(ZEREN.get("/cell/n-1").body()).doesNotContain("没有列出");
  }
}
