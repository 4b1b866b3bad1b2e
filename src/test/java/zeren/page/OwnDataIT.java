package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.page.Browser.Screen;

/** The pages over other data than the reference city: an office's own, little of it, or none. */
class OwnDataIT {

  @Test
  void thePublicMapSaysWhatIsThere() {
    try (Browser browser = new Browser(SmallTown.running())) {
      Page page = browser.open(Screen.DESK);
      browser.visit(page, "/");
      assertThat(page.locator(".panel__head")).containsText("小城");
      assertThat(page.getByTestId("layer-station")).isChecked();
      assertThat(page.getByTestId("layer-section")).hasCount(0);
      assertThat(page.locator(".panel__body")).containsText("还没有数据：地表水断面、河段、道路、监管网格");
      assertThat(page.getByTestId("data-mark")).hasCount(0);
      assertThat(page.locator("body")).not().containsText("郑州");
      Browser.keep(page, "map-own-data-desk");
    }
  }

  @Test
  void theDeskTakesNationalStationsOnlyWhereItSaysSo() {
    RunningZeren zeren = SmallTown.running();
    try (Browser browser = new Browser(zeren)) {
      Page page = browser.open(Screen.DESK);
      browser.logIn(page);
      browser.visit(page, "/desk");
      assertThat(page.getByTestId("result-count")).hasText("5");
      assertThat(page.getByTestId("near-group")).hasCount(2);
      assertThat(page.getByTestId("stations")).containsText("全部国控站");
      assertThat(page.getByTestId("stations")).not().containsText("小城");
      assertThat(page.getByTestId("data-mark")).hasCount(0);
    }
  }

  @Test
  void theDeskWorksWithoutNationalStations() {
    try (RunningZeren zeren = RunningZeren.start("--zeren.reference=false");
        Browser browser = new Browser(zeren)) {
      zeren
          .bean(FeatureStore.class)
          .record(
              List.of(
                  station("p1", 113.60, "甲市"),
                  station("p2", 113.70, "乙市"),
                  SmallTown.site(
                      "s1", Shapes.point(113.605, 34.75), "building", SmallTown.FOUNDED)),
              "tester");
      Page page = browser.open(Screen.DESK);
      browser.logIn(page);
      browser.visit(page, "/desk");
      assertThat(page.getByTestId("result-count")).hasText("1");
      assertThat(page.getByTestId("near-group")).hasCount(2);
      assertThat(page.getByTestId("stations")).containsText("全部站点");
      page.getByTestId("stations").getByLabel("乙市").check();
      assertThat(page.getByTestId("empty")).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void withoutAnyDataBothPagesSayWhatToDo(Screen screen) {
    try (Browser browser = new Browser(RunningZeren.empty())) {
      Page page = browser.open(screen);
      browser.visit(page, "/");
      assertThat(page.getByTestId("no-data")).containsText("空气监测站点");
      assertThat(page.getByTestId("no-data")).containsText("导入数据");
      assertThat(page.locator(".switch")).hasCount(0);
      assertThat(page.getByTestId("list-switch")).isHidden();
      Browser.keep(page, "map-no-data-" + screen);
      browser.logIn(page);
      browser.visit(page, "/desk");
      assertThat(page.getByTestId("no-data")).containsText("施工工地");
      assertThat(page.locator(".switch:visible")).hasCount(0);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "desk-no-data-" + screen);
    }
  }

  private static FeatureDraft station(String id, double lon, String city) {
    return new FeatureDraft(
        "station",
        id,
        Shapes.point(lon, 34.75),
        Map.of("name", id, "city", city, "level", "provincial", "source", "hand-made"),
        SmallTown.FOUNDED,
        null);
  }
}
