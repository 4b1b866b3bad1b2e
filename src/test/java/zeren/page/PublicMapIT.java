package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/** What somebody without an account sees and can do at {@code /}. */
class PublicMapIT extends BrowserTest {

  private static final int CLASS_III_GREEN = 0x00ff00;

  PublicMapIT() {
    super(RunningZeren.reference());
  }

  @Test
  void drawsSectionsInTheirColourAndSaysWhatTheyAre() {
    JsonNode section = zeren.json("/api/layers/section/features/ZZ-W04");
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/#13/" + lat(section) + "/" + lon(section));
    page.waitForTimeout(500);

    assertThat(Browser.pixels(page, "map", 30, CLASS_III_GREEN)).isGreaterThan(30);
    page.mouse().click(640, 48 + (800 - 48) / 2.0);
    Locator card = page.getByTestId("section-card");
    assertThat(card).containsText("巩义七里铺");
    for (String fact : List.of("伊洛河", "国控", "Ⅲ", "巩义市政府", "500")) {
      assertThat(card).containsText(fact);
    }
    assertThat(page.url()).contains("feature=section/ZZ-W04");
    Browser.keep(page, "map-section-desk");

    page.keyboard().press("Escape");
    assertThat(card).hasCount(0);
  }

  @Test
  void listsTheSameAsText() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/");
    Browser.keep(page, "map-desk");
    page.getByTestId("list-switch").click();

    assertThat(page.getByTestId("section-item")).hasCount(8);
    assertThat(page.getByTestId("station-item")).hasCount(20);
    for (JsonNode section :
        zeren.json("/ogc/collections/section/items?limit=1000").get("features")) {
      assertThat(page.getByTestId("place-list"))
          .containsText(section.get("properties").get("name").asString());
    }
    Browser.keep(page, "map-list-desk");
    page.getByTestId("station-item").filter(named("经开区管委")).click();
    assertThat(page.getByTestId("station-card")).containsText("GCJ-02");
    Browser.keep(page, "map-station-desk");
  }

  /** Whoever cannot see the map hears of everything that is switched on. */
  @Test
  void listsRiversAndRoadsThatAreSwitchedOn() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/?layer=section,station,reach&view=list");
    long reaches = zeren.json("/ogc/collections/reach/items").get("numberMatched").asLong();
    assertThat(reaches).isPositive();
    assertThat(page.getByTestId("reach-item")).hasCount((int) reaches);
    assertThat(page.getByTestId("road-item")).hasCount(0);
    Axe.assertOpenToAll(page);
    page.getByTestId("reach-item").first().click();
    assertThat(page.getByTestId("reach-card")).isVisible();
    Browser.keep(page, "map-list-lines");

    page.route("**/collections/road/items*", route -> route.abort());
    browser.visit(page, "/?layer=road&view=list");
    assertThat(page.getByTestId("error")).isVisible();
    page.unroute("**/collections/road/items*");
    page.getByTestId("error").getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByTestId("road-item").first()).isVisible();
    browser.forgetErrors();
  }

  @Test
  void drawsRiversAndRoadsWhenAskedAndSaysWhatALineIs() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/#14/34.735/113.56");
    assertThat(page.getByTestId("legend")).not().containsText("河段");
    page.getByTestId("layer-reach").check();
    page.getByTestId("layer-road").check();
    assertThat(page.getByTestId("legend")).containsText("河段");
    assertThat(page).hasURL(Pattern.compile("layer=section,station,reach,road"));

    page.mouse().click(640, 48 + (800 - 48) / 2.0);
    Locator card = page.getByTestId("reach-card");
    assertThat(card).containsText("贾鲁河尖岗水库至祥云寺段");
    assertThat(card).containsText("示意");
    Browser.keep(page, "map-reach-desk");
  }

  @Test
  void saysOnceHowFarToTrustAPlace() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/?feature=section/ZZ-W04");
    Locator facts = page.getByTestId("section-card").locator("dt");
    assertThat(facts.filter(named("精度"))).hasCount(1);
    assertThat(facts.filter(named("来源"))).hasCount(1);
    assertThat(page.getByTestId("section-card")).containsText("约 500 m 以内");

    String cell =
        zeren.json("/ogc/collections/grid_cell/items?limit=1").at("/features/0/id").asString();
    browser.visit(page, "/?feature=grid_cell/" + cell);
    Locator card = page.getByTestId("grid_cell-card");
    // Its own mark; below it those who are in charge have theirs.
    assertThat(card.locator(".mark").first()).hasText("合成数据");
    assertThat(card.locator("dt").filter(named("合成"))).hasCount(0);
  }

  @Test
  void findsByName() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/");
    page.getByTestId("search").fill("花园口");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("section-card")).containsText("黄河");
  }

  @Test
  void speaksEnglishWhenAsked() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/?feature=section/ZZ-W04");
    assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("zh.*"));
    page.getByTestId("language").click();
    assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("en.*"));
    assertThat(page.getByTestId("section-card")).containsText("Target class");
    assertThat(page.getByTestId("legend")).containsText("Water section");
    Browser.keep(page, "map-english-desk");
  }

  /** The districts are 598 pixels wide at zoom 9 and 299 at zoom 8. */
  @ParameterizedTest
  @CsvSource({"DESK, 9", "PHONE, 8"})
  void beginsWithTheCityAsLargeAsItFits(Screen screen, int zoom) {
    Page page = browser.open(screen);
    List<String> tiles = new CopyOnWriteArrayList<>();
    page.onRequest(request -> tiles.add(request.url()));
    browser.visit(page, "/");
    assertThat(tiles.stream().filter(url -> url.contains("/tiles/")))
        .isNotEmpty()
        .allMatch(url -> url.contains("/" + zoom + "/"));
    var legend = page.getByTestId("legend").boundingBox();
    assertThat(legend.height).isLessThan(screen == Screen.PHONE ? 50 : 250);
  }

  @Test
  void fitsAPhone() {
    Page page = browser.open(Screen.PHONE);
    browser.visit(page, "/");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "map-phone");
    page.getByTestId("list-switch").click();
    page.getByTestId("section-item").filter(named("黄河花园口")).click();
    assertThat(page.getByTestId("section-card")).containsText("惠济区政府");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "map-section-phone");
  }

  @Test
  void setsNoCookieAndAsksForNothingInternalOrFromOutside() {
    Page page = browser.open(Screen.DESK);
    List<String> addresses = new ArrayList<>();
    page.onRequest(request -> addresses.add(request.url()));
    browser.visit(page, "/");
    assertThat(page.context().cookies()).isEmpty();
    assertThat(addresses)
        .hasSizeGreaterThan(10)
        .allMatch(address -> address.startsWith(zeren.baseUrl()) || address.startsWith("data:"))
        .noneMatch(address -> address.contains("site") || address.contains("enterprise"));
  }

  @Test
  void saysWhatToDoWhenTheServerCannotBeReached() {
    Page page = browser.open(Screen.DESK);
    page.route("**/api/layers", route -> route.abort());
    page.navigate(zeren.baseUrl() + "/");
    assertThat(page.getByTestId("error").first()).isVisible();
    Browser.keep(page, "map-error-desk");
    browser.forgetErrors();
  }

  @Test
  void showsAPageForAnAddressThatIsNone() {
    Page page = browser.open(Screen.PHONE);
    assertThat(page.navigate(zeren.baseUrl() + "/no-such-page").status()).isEqualTo(404);
    assertThat(page.getByTestId("error")).containsText("没有这个页面");
    Browser.keep(page, "error-phone");
    page.getByTestId("language").click();
    assertThat(page.getByTestId("error")).containsText("There is no such page");
    browser.forgetErrors();
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static double lon(JsonNode point) {
    return point.get("geometry").get("coordinates").get(0).asDouble();
  }

  private static double lat(JsonNode point) {
    return point.get("geometry").get("coordinates").get(1).asDouble();
  }
}
