package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/**
 * Somebody without an account, anywhere: asks, reads, moves on; on a desk and a phone, in both
 * languages.
 */
class PublicJourneyIT extends BrowserTest {

  private static final double LON = 113.705063;
  private static final double LAT = 34.728634;

  PublicJourneyIT() {
    super(RunningZeren.reference());
  }

  private Page standingAt(Screen screen, double accuracy) {
    Page page = browser.open(screen);
    page.context().grantPermissions(List.of("geolocation"));
    page.context().setGeolocation(new Geolocation(LAT, LON).setAccuracy(accuracy));
    return page;
  }

  @ParameterizedTest
  @CsvSource({"DESK, zh", "PHONE, zh", "DESK, en", "PHONE, en"})
  void whoAnswersWhereIStandAndWhatIsPublishedOfIt(Screen screen, String language) {
    String at = "-" + language + "-" + screen.name().toLowerCase(Locale.ROOT);
    Page page = standingAt(screen, 30);
    browser.visit(page, language.equals("en") ? "/?lang=en" : "/");
    Axe.assertOpenToAll(page);
    Browser.keep(page, "public" + at);
    page.getByTestId("locate").click();
    Locator card = page.getByTestId("who-card");
    assertThat(card.getByTestId("who-answer").first()).isVisible();
    assertThat(page).hasURL(Pattern.compile("who=" + LON + ",?(%2C)?" + LAT + ",?(%2C)?30"));
    JsonNode answer = zeren.json("/api/who?lon=%s&lat=%s&accuracy_m=30".formatted(LON, LAT));
    for (JsonNode one : answer.get("answers")) {
      if (one.get("effective").asBoolean()) {
        assertThat(card).containsText(one.at("/party/name").asString());
      }
    }
    Axe.assertOpenToAll(page);
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "public-located" + at);
    card.getByTestId("notice-link").first().click();
    assertThat(page.getByTestId("cell-page"))
        .containsText(language.equals("en") ? "Grid chief" : "网格长");
    Axe.assertOpenToAll(page);
    assertThat(page.context().cookies()).isEmpty();
  }

  /** A place known to half a kilometre may lie on either side of the edges that are nearer. */
  @Test
  void howWellThePlaceIsKnownIsPartOfTheQuestion() {
    Page page = standingAt(Screen.PHONE, 499.2);
    browser.visit(page, "/");
    page.getByTestId("sheet-handle").click();
    page.getByTestId("locate").click();
    assertThat(page.getByTestId("near-edge")).containsText("500");
    Browser.keep(page, "public-roughly-located-phone");
  }

  @Test
  void whoIsNotToBeLocatedIsToldWhatToDo() {
    Page page = browser.open(Screen.PHONE);
    browser.visit(page, "/");
    assertThat(page.getByTestId("locate-quick")).isHidden();
    browser.visit(page, "/?feature=section/ZZ-W04");
    page.getByTestId("locate-quick").click();
    assertThat(page.getByTestId("locate-failed")).containsText("没有允许定位");
    assertThat(page.getByTestId("locate-failed")).containsText("点地图");
    Axe.assertOpenToAll(page);
    Browser.keep(page, "public-not-located-phone");
  }

  /** The whole content of the map, by name, for those who do not see it. */
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theMapIsAListAsWell(String language) {
    Page page = browser.open(Screen.PHONE);
    browser.visit(page, "/?view=list&lang=" + language);
    assertThat(page.getByTestId("section-item")).hasCount(8);
    assertThat(page.getByTestId("station-item")).hasCount(20);
    Axe.assertOpenToAll(page);
    page.getByTestId("section-item").first().click();
    Locator words = page.getByTestId("water-words");
    assertThat(words).containsText("GB 3838-2002");
    assertThat(words)
        .containsText(language.equals("en") ? "No measurement is on record" : "没有登记监测结果");
    Axe.assertOpenToAll(page);
    Browser.keep(page, "public-section-" + language + "-phone");
  }

  /** Every page that is open to all, as axe-core judges it, kept as a picture. */
  @ParameterizedTest
  @CsvSource({
    "login, /login",
    "api, /api",
    "ogc, /ogc?f=html",
    "ogc-collections, /ogc/collections?f=html",
    "ogc-collection, /ogc/collections/section?f=html",
    "ogc-items, /ogc/collections/section/items?f=html",
    "ogc-item, /ogc/collections/section/items/ZZ-W04?f=html",
    "error, /nowhere"
  })
  void theOtherOpenPagesAreForEverybodyToo(String name, String path) {
    for (Screen screen : Screen.values()) {
      Page page = browser.open(screen);
      page.navigate(zeren.baseUrl() + path);
      Browser.awaitDrawn(page);
      Axe.assertOpenToAll(page);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "open-" + name + "-" + screen.name().toLowerCase(Locale.ROOT));
    }
    if (name.equals("error")) {
      browser.forgetErrors();
    }
  }

  @Test
  void aNationalStationSaysThatItsZoneIsWatched() {
    Page page = browser.open(Screen.DESK);
    browser.visit(page, "/?feature=station/1320A");
    assertThat(page.getByTestId("station-card")).containsText("3 km");
  }

  /** Otherwise a browser would find out about some of them one step at a time. */
  @Test
  void thePageNamesTheVeryModulesThatItLoads() {
    Page page = browser.open(Screen.DESK);
    Set<String> loaded = new TreeSet<>();
    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    browser.visit(page, "/");
    asked.stream()
        .map(url -> url.replace(zeren.baseUrl(), ""))
        .filter(path -> path.endsWith(".js") && !path.equals("/js/colour-scheme.js"))
        .forEach(loaded::add);
    Set<String> named = new TreeSet<>();
    page.locator("link[rel=modulepreload]")
        .all()
        .forEach(link -> named.add(link.getAttribute("href")));
    // What was named and is not needed would have been loaded too, so that is counted as well.
    assertThat(named).hasSizeGreaterThan(40).isEqualTo(loaded);
    assertThat(
            page.evaluate(
                "performance.getEntriesByType('resource').filter(e => e.name.endsWith('.js')).length"))
        .isEqualTo(loaded.size() + 1);
  }
}
