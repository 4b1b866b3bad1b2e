package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/** The published pages of cells as people read, print and scan them. */
class CellPageIT extends BrowserTest {

  private static final String TOWNSHIP = "410103-T001";

  CellPageIT() {
    super(RunningZeren.reference());
  }

  private Page open(Screen screen, String path) {
    Page page = browser.open(screen);
    page.navigate(zeren.baseUrl() + path);
    return page;
  }

  private static String name(String what, Screen screen, String language) {
    return what + "-" + language + "-" + screen.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource({"DESK, zh", "PHONE, zh", "DESK, en", "PHONE, en"})
  void theWayLeadsFromTheCityToTheSmallestCellAndBack(Screen screen, String language) {
    Page page = open(screen, language.equals("en") ? "/cell?lang=en" : "/cell");
    Browser.assertFitsTheScreen(page);
    Axe.assertOpenToAll(page);
    Browser.keep(page, name("cells", screen, language));
    for (String cell : List.of("二七区县级网格", "二七区第001乡级网格", "二七区第001乡级网格第03村级网格")) {
      page.getByTestId("below")
          .getByText(cell, new Locator.GetByTextOptions().setExact(true))
          .click();
      assertThat(page.locator("h1")).hasText(cell);
      Browser.assertFitsTheScreen(page);
    }
    Axe.assertOpenToAll(page);
    Browser.keep(page, name("cell-village", screen, language));
    assertThat(page.locator("html")).hasAttribute("lang", language.equals("en") ? "en" : "zh-CN");
    assertThat(page.locator(".crumbs li")).hasCount(4);
    page.locator(".crumbs a").nth(2).click();
    assertThat(page.locator("h1")).hasText("二七区第001乡级网格");
    Axe.assertOpenToAll(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Browser.picture(name("cell-township", screen, language))));
  }

  @Test
  void itSaysWhatTheRecordAndTheAnswersSay() {
    JsonNode cell = zeren.json("/api/layers/grid_cell/features/" + TOWNSHIP).get("properties");
    Page page = open(Screen.DESK, "/cell/" + TOWNSHIP);
    assertThat(page.getByTestId("chief")).containsText(cell.get("chief").asString());
    assertThat(page.getByTestId("chief").getByTestId("phone"))
        .hasAttribute("href", "tel:" + cell.get("phone").asString().replace("-", ""));
    for (String task : cell.get("daily_tasks").asString().split("；", -1)) {
      assertThat(page.getByTestId("tasks")).containsText(task);
    }
    JsonNode below = zeren.json("/ogc/collections/grid_cell/items?limit=1&parent=" + TOWNSHIP);
    assertThat(page.getByTestId("below").locator("li"))
        .hasCount(below.get("numberMatched").asInt());
    JsonNode answers = zeren.json("/api/who?feature=grid_cell/" + TOWNSHIP).get("answers");
    for (JsonNode answer : answers) {
      if (answer.get("effective").asBoolean()) {
        assertThat(page.getByTestId("cell-page")).containsText(answer.at("/party/name").asString());
      }
    }
  }

  @Test
  void theCodeLeadsToThePageItself() {
    Page page = open(Screen.DESK, "/cell/" + TOWNSHIP);
    assertThat(QrReader.read(page.getByTestId("qr").screenshot()))
        .isEqualTo(zeren.baseUrl() + "/cell/" + TOWNSHIP);
  }

  /** Chief, phone and code stand on the first sheet of A4, and no sheet is empty. */
  @Test
  void itIsASheetToHangUp() {
    Page page = open(Screen.DESK, "/cell/" + TOWNSHIP);
    List<String> sheets = PdfText.pages(page.pdf(new Page.PdfOptions().setFormat("A4")));
    assertThat(sheets).hasSizeBetween(1, 3).noneMatch(String::isBlank);
    // The font names the character of 长 by its radical.
    assertThat(sheets.get(0)).containsPattern("网格.042").contains("000-0000-0042", "每月检查一次村级网格");
    assertThat(String.join("", sheets)).contains("第18村级网格").doesNotContain("公众地图");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Browser.keep(page, "cell-print");
  }

  @Test
  void noScriptAndNoCookieIsNeeded() {
    Page page = browser.open(Screen.PHONE);
    page.route("**/*.js", route -> route.abort());
    page.navigate(zeren.baseUrl() + "/cell/" + TOWNSHIP + "?lang=en");
    assertThat(page.getByTestId("chief")).containsText("Grid chief");
    assertThat(page.locator("[data-print]")).isHidden();
    page.getByTestId("language").click();
    assertThat(page.getByTestId("cell-page")).containsText("环境监管网格公示");
    assertThat(page.context().cookies()).isEmpty();
    browser.forgetErrors();
  }

  @Test
  void lightAndDarkAreChosenAndStay() {
    Page page = open(Screen.DESK, "/cell/" + TOWNSHIP);
    Object light = background(page);
    page.locator("[data-theme-switch]").click();
    Object dark = background(page);
    assertThat(dark).isNotEqualTo(light);
    page.reload();
    assertThat(background(page)).isEqualTo(dark);
    Axe.assertOpenToAll(page);
    Browser.keep(page, "cell-dark-desk");
    browser.visit(page, "/");
    assertThat(background(page)).isEqualTo(dark);
    Axe.assertOpenToAll(page);
    Browser.keep(page, "map-dark-desk");
    page.locator("[data-theme-switch]").click();
    assertThat(background(page)).isEqualTo(light);
    assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    assertThat(page.context().cookies()).isEmpty();
  }

  private static Object background(Page page) {
    return page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void theMapLeadsToItAndItLeadsToTheMap() {
    Page page = browser.open(Screen.PHONE);
    browser.visit(page, "/?feature=grid_cell/" + TOWNSHIP);
    page.getByTestId("notice-link").first().click();
    assertThat(page.locator("h1")).hasText("二七区第001乡级网格");
    page.getByText("在地图上看").click();
    Browser.awaitDrawn(page);
    assertThat(page).hasURL(Pattern.compile("feature=grid_cell/" + TOWNSHIP));
  }
}
