package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.page.Browser.Screen;

/**
 * Whether a section reached its target is said where a measurement is on record, and only there.
 */
class WaterWordsIT {

  private static RunningZeren river() {
    RunningZeren zeren = RunningZeren.start("--zeren.reference=false");
    zeren
        .bean(FeatureStore.class)
        .record(
            List.of(
                section("better", "III", "II", "2026-10-12"),
                section("same", "III", "III", null),
                section("worse", "III", "inferior_V", "2026-10-12"),
                section("unmeasured", "IV", null, "2026-10-12")),
            "tester");
    return zeren;
  }

  private static FeatureDraft section(
      String id, String target, @Nullable String measured, @Nullable String day) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", "断面 " + id);
    values.put("river", "小河");
    values.put("level", "municipal");
    values.put("target_class", target);
    values.put("measured_class", measured);
    values.put("measured_on", day);
    values.put("source", "hand-made");
    return new FeatureDraft(
        "section", id, Shapes.point(113.5, 34.5), values, LocalDate.of(2020, 1, 1), null);
  }

  @Test
  void metMissedOrNotKnown() {
    try (RunningZeren zeren = river();
        Browser browser = new Browser(zeren)) {
      Page page = browser.open(Screen.PHONE);
      Map.of(
              "better", "2026-10-12测得Ⅱ类，达到目标（Ⅲ类）",
              "same", "最近一次测得Ⅲ类，达到目标（Ⅲ类）",
              "worse", "2026-10-12测得劣Ⅴ类，没有达到目标（Ⅲ类）",
              "unmeasured", "不能说有没有达标")
          .forEach(
              (id, words) -> {
                browser.visit(page, "/?feature=section/" + id);
                Locator said = page.getByTestId("water-words");
                assertThat(said).containsText(words);
              });
      browser.visit(page, "/?lang=en&feature=section/worse");
      assertThat(page.getByTestId("water-words")).containsText("The target (Class III) is missed.");
      Browser.keep(page, "water-missed-phone");
    }
  }
}
