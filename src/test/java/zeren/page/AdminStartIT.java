package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/**
 * An administrator's first day: from an empty database to the first site and the first colleague.
 */
class AdminStartIT {

  private static final String DISTRICTS =
      collection(
          feature(
              113.5, 34.7, 113.7, 34.8, "\"name\":\"小城区\",\"kind\":\"county\",\"city\":\"小城\""));
  private static final String CELLS =
      collection(
          feature(
              113.5,
              34.7,
              113.6,
              34.8,
              "\"name\":\"一号网格\",\"level\":\"township\",\"district\":\"D-1\""));

  private static String collection(String feature) {
    return "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(feature);
  }

  private static String feature(
      double west, double south, double east, double north, String properties) {
    return """
        {"type":"Feature","id":"D-1","properties":{%5$s},"geometry":{"type":"Polygon",
         "coordinates":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}}"""
        .formatted(west, south, east, north, properties);
  }

  @ParameterizedTest
  @CsvSource({"DESK,zh", "PHONE,zh", "DESK,en", "PHONE,en"})
  void fromAnEmptyDatabaseToTheFirstSite(Screen screen, String language) {
    try (RunningZeren zeren = RunningZeren.start("--zeren.reference=false");
        Browser browser = new Browser(zeren)) {
      Page page = browser.open(screen);
      browser.logIn(page);
      browser.visit(page, "/admin?lang=" + language);
      assertThat(page.getByTestId("start-done"))
          .containsText("1 / 6".replace(" / ", en(language, " of ", " / ")));
      assertThat(page.getByTestId("step-extent")).hasAttribute("open", "");
      Axe.assertOpenToAll(page);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "admin-start-%s-%s".formatted(language, screen));
      chooseTheExtent(zeren, page, language + "-" + screen);
      browser.forgetErrors();

      page.getByTestId("import-districts").click();
      importFile(page, "区县.geojson", DISTRICTS);
      back(page, "districts");
      page.getByTestId("import-cells").click();
      importFile(page, "网格.geojson", CELLS);
      back(page, "cells");
      page.getByTestId("first-object").click();
      makeTheFirstSite(page);
      back(page, "objects");
      Browser.keep(page, "admin-start-people-%s-%s".formatted(language, screen));

      page.getByTestId("invite").click();
      page.getByTestId("account-name").fill("grid001");
      page.getByTestId("account-role").selectOption("grid_manager");
      page.getByTestId("cell-search").fill("一号");
      page.getByTestId("cell-found").click();
      Browser.keep(page, "admin-start-invite-%s-%s".formatted(language, screen));
      Browser.assertFitsTheScreen(page);
      page.getByTestId("account-save").click();
      page.getByTestId("once-kept").click();
      back(page, "people");
      assertThat(page.locator("details[open]")).hasCount(0);
      Browser.keep(page, "admin-start-done-%s-%s".formatted(language, screen));
      JsonNode account = zeren.jsonAsAdmin("/api/accounts/grid001");
      assertThat(account.at("/scope/cells/0").asString()).isEqualTo("D-1");
    }
  }

  private static String en(String language, String english, String chinese) {
    return language.equals("en") ? english : chinese;
  }

  /** A place outside is refused; one that is kept is what imports are checked against. */
  private static void chooseTheExtent(RunningZeren zeren, Page page, String name) {
    page.getByTestId("extent-west").fill("20");
    page.getByTestId("extent-keep").click();
    assertThat(page.getByTestId("extent-problem")).isVisible();
    page.getByTestId("extent-west").fill("113.2");
    page.getByTestId("extent-south").fill("34.5");
    page.getByTestId("extent-east").fill("114");
    page.getByTestId("extent-north").fill("35");
    page.getByTestId("extent-keep").click();
    assertThat(page.getByTestId("step-extent")).hasAttribute("data-done", "true");
    page.getByTestId("step-extent").locator("summary").click();
    assertThat(page.getByTestId("extent-now")).containsText("admin");
    page.getByTestId("extent-map").scrollIntoViewIfNeeded();
    Browser.awaitDrawn(page);
    Browser.keep(page, "admin-start-extent-" + name);
    Browser.assertFitsTheScreen(page);
    JsonNode kept = zeren.jsonAsAdmin("/api/operation/extent");
    assertThat(kept.path("source").asString()).isEqualTo("chosen");
    assertThat(kept.at("/extent/0").asDouble()).isEqualTo(113.2);
  }

  private static void importFile(Page page, String name, String content) {
    page.getByTestId("file")
        .setInputFiles(
            new FilePayload(
                name, "application/geo+json", content.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getByTestId("mapping")).isVisible();
    page.getByTestId("datum-epsg4490").check();
    page.getByTestId("check").click();
    page.getByTestId("commit").click();
    assertThat(page.getByTestId("committed")).isVisible();
  }

  private static void back(Page page, String step) {
    if (page.getByTestId("sections").isVisible()) {
      page.getByTestId("sections").click();
    }
    page.getByTestId("section-start").click();
    assertThat(page.getByTestId("step-" + step)).hasAttribute("data-done", "true");
  }

  private static void makeTheFirstSite(Page page) {
    page.getByTestId("field-name").fill("第一个工地");
    page.getByTestId("field-type").selectOption("building");
    page.getByTestId("new-id").fill("S-1");
    page.getByTestId("position-x").fill("113.55");
    page.getByTestId("position-y").fill("34.75");
    page.waitForResponse("**/api/near*", () -> page.getByTestId("place").click());
    page.getByTestId("save").click();
    assertThat(page.getByTestId("history-entry")).hasCount(1);
  }
}
