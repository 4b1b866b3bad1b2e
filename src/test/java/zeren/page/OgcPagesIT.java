package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/** Somebody finds the way through the pages of the OGC API. */
class OgcPagesIT extends BrowserTest {

  private static final String ITEMS = "/ogc/collections/station/items";

  OgcPagesIT() {
    super(RunningZeren.reference());
  }

  private static void click(Page page, String testId) {
    page.getByTestId(testId).click();
    Browser.awaitDrawn(page);
  }

  private static void follow(Page page, String text) {
    page.locator("main")
        .getByText(text, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
        .first()
        .click();
    Browser.awaitDrawn(page);
  }

  /** How many shapes lie on the map as its own layer. */
  private static int shapes(Page page) {
    return page.locator(".leaflet-place-pane path").count();
  }

  @Test
  void leadFromTheEntranceToOneFeature() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/ogc");
    assertThat(page.getByTestId("address")).hasText(zeren.baseUrl() + "/ogc");
    follow(page, "数据集");
    assertThat(page.getByTestId("collections").locator("tbody tr")).hasCount(8);
    follow(page, "空气监测站点");
    // The layer's own tiles.
    assertThat(page.locator(".leaflet-place-pane canvas").count()).isPositive();
    click(page, "to-items");
    assertThat(page.getByTestId("matched")).hasText("20");
    assertThat(shapes(page)).isEqualTo(20);
    follow(page, "1316A");
    assertThat(page.locator("h1")).hasText("烟厂");
    assertThat(page.getByTestId("facts")).containsText("国控");
    assertThat(shapes(page)).isEqualTo(1);
  }

  @Test
  void turnPagesAndFind() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, ITEMS + "?limit=8");
    String first = page.getByTestId("items").locator("tbody th").first().innerText();
    assertThat(page.getByTestId("prev")).hasCount(0);
    click(page, "next");
    assertThat(page.getByTestId("items").locator("tbody tr")).hasCount(8);
    click(page, "next");
    assertThat(page.getByTestId("items").locator("tbody tr")).hasCount(4);
    assertThat(page.getByTestId("next")).hasCount(0);
    click(page, "prev");
    click(page, "prev");
    assertThat(page.getByTestId("items").locator("tbody th").first()).hasText(first);
    page.locator("input[name=q]").fill("烟厂");
    page.keyboard().press("Enter");
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("matched")).hasText("1");
    browser.visit(page, ITEMS + "?q=nothing+at+all");
    assertThat(page.locator("main")).containsText("没有符合的数据");
    click(page, "all");
    assertThat(page.getByTestId("matched")).hasText("20");
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void tellWhatIsWrongWithAQuestion(Screen screen) {
    Page page = browser.open(screen);
    browser.visit(page, ITEMS + "?filter=nam='x'");
    assertThat(page.locator("h1")).hasText("请求有误");
    assertThat(page.getByTestId("refused"))
        .containsText(
            RunningZeren.parse(zeren.get(ITEMS + "?filter=nam%3D'x'").body())
                .path("detail")
                .asString());
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "ogc-refused-" + screen.name().toLowerCase(Locale.ROOT));
    browser.visit(page, "/ogc/collections/site?lang=en");
    assertThat(page.locator("h1")).hasText("There is no such page");
    // Chromium calls the statuses 400 and 404 errors.
    browser.forgetErrors();
  }

  @Test
  void speakEnglishAsWell() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, ITEMS + "?limit=3");
    page.getByTestId("language").click();
    page.waitForURL(Pattern.compile(".*lang=en.*"));
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("items").locator("thead")).containsText("Name");
    assertThat(page.getByTestId("items").locator("tbody")).containsText("National");
    page.getByTestId("items").locator("tbody a").first().click();
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("facts")).containsText("Valid from");
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void fitEveryScreen(Screen screen) {
    Page page = browser.open(screen);
    for (String path :
        List.of(
            "",
            "/conformance",
            "/collections",
            "/collections/grid_cell",
            "/collections/grid_cell/queryables",
            "/collections/grid_cell/items?limit=20",
            "/collections/unit/items?limit=20",
            "/collections/station/items/1316A")) {
      browser.visit(page, "/ogc" + path);
      Browser.assertFitsTheScreen(page);
      assertThat(page.locator("h1")).isVisible();
      assertThat(page.locator("header a[href^='/ogc/collections']")).isVisible();
      String name = (path.isEmpty() ? "/landing" : path) + "-" + screen;
      Browser.keep(page, "ogc" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
    }
  }
}
