package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zeren.HostileTexts;
import zeren.Shapes;
import zeren.exchange.web.Uploads;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.page.Browser.Screen;

/**
 * Pages over data that is markup, quotes and SQL, and such texts in every field that the pages
 * have: all of it is shown as text, and nothing of it runs.
 */
class HostileInputIT extends BrowserTest {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/?layer=station",
          "/desk",
          "/desk?find=site,enterprise",
          "/desk/audit",
          "/admin",
          "/admin?view=import&layer=station",
          "/admin?view=imports",
          "/admin?view=edit&layer=site",
          "/admin?view=edit&feature=site/hostile-0",
          "/admin?view=edit&feature=site/hostile-0&tab=history",
          "/admin?view=trail",
          "/login",
          "/ogc/collections/site/items?f=html",
          "/ogc/collections/station/items?f=html");

  HostileInputIT() {
    super(OfficeTown.start());
    List<FeatureDraft> drafts = new ArrayList<>();
    for (String layer : List.of("site", "station", "enterprise")) {
      for (int i = 0; i < HostileTexts.ALL.size(); i++) {
        String text = HostileTexts.ALL.get(i).replace("\u0000", "");
        drafts.add(draft(layer, "hostile-" + i, text, 34.75 + i * 0.001));
      }
    }
    zeren.bean(FeatureStore.class).record(drafts, "<img src=x onerror=\"window.hit=1\">");
    Uploads.upload(zeren, "station", "<img src=x onerror=hit()>.csv", "名称,经度,纬度\n<b>,113,34\n");
  }

  private static FeatureDraft draft(String layer, String id, String text, double lat) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", text);
    values.put(
        layer.equals("station") ? "level" : "type",
        Map.of("site", "building", "station", "national", "enterprise", "foundry").get(layer));
    values.put("source", text);
    if (layer.equals("station")) {
      values.put("city", text);
    }
    return new FeatureDraft(
        layer, id, Shapes.point(113.6, lat), values, LocalDate.of(2020, 1, 1), null);
  }

  @Test
  void everyPageShowsWhatIsStoredAsText() {
    for (Screen screen : Screen.values()) {
      Page page = browser.open(screen);
      browser.logIn(page);
      for (String address : PAGES) {
        browser.visit(page, address);
        nothingRan(page, address);
        Browser.assertFitsTheScreen(page);
      }
      browser.visit(page, "/admin?view=edit&feature=site/hostile-0");
      assertThat(page.getByTestId("field-name")).hasValue(HostileTexts.MARKUP);
      browser.visit(page, "/admin?view=edit&layer=site");
      assertThat(page.locator("main")).containsText(HostileTexts.MARKUP);
      browser.visit(page, "/admin?view=imports");
      assertThat(page.locator("main")).containsText("<img src=x onerror=hit()>.csv");
      browser.visit(page, "/admin?view=trail&kind=record");
      assertThat(page.locator("main")).containsText("<img src=x onerror=\"window.hit=1\">");
      Browser.keep(page, "hostile-" + screen.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void everyFieldOfEveryPageTakesAnything() {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    int typed = 0;
    for (String address : PAGES) {
      for (String text : HostileTexts.TYPED) {
        browser.visit(page, address);
        typed += typeEverywhere(page, text);
        Browser.awaitQuiet(page);
        nothingRan(page, address);
      }
    }
    // What the server refuses in words, the console of the browser calls an error.
    browser.forgetErrors();
    assertThat(typed).isGreaterThan(30);
  }

  private static int typeEverywhere(Page page, String text) {
    Locator fields =
        page.locator(
            "input[type=search]:visible:enabled, input[type=text]:visible:enabled,"
                + " input:not([type]):visible:enabled, textarea:visible:enabled");
    int count = fields.count();
    for (int i = 0; i < count; i++) {
      Locator field = fields.nth(i);
      if (field.count() == 1 && field.isVisible() && field.isEnabled()) {
        field.fill(text);
        field.press("Enter");
      }
    }
    return count;
  }

  /** The address of every page takes texts too. */
  @Test
  void everyAddressTakesAnything() {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    for (String text : HostileTexts.TYPED) {
      String hostile = URLEncoder.encode(text, StandardCharsets.UTF_8);
      for (String address :
          List.of(
              "/?layer=" + hostile + "&lang=" + hostile + "&at=" + hostile,
              "/?feature=station/" + hostile,
              "/desk?find=" + hostile + "&radius=" + hostile + "&stations=" + hostile,
              "/desk/audit?kind=" + hostile + "&q=" + hostile,
              "/admin?view=" + hostile + "&layer=" + hostile,
              "/admin?view=edit&feature=site/" + hostile,
              "/admin?view=import&import=" + hostile,
              "/admin?view=trail&q=" + hostile + "&object=" + hostile + "&kind=" + hostile,
              "/login?error=" + hostile + "&lang=" + hostile,
              "/#" + hostile,
              "/ogc/collections/" + hostile + "?f=html",
              "/no-such-page/" + hostile)) {
        page.navigate(zeren.baseUrl() + address);
        Browser.awaitQuiet(page);
        nothingRan(page, address);
      }
    }
    browser.forgetErrors();
  }

  @Test
  void aLoginOfMarkup() {
    Page page = browser.open(Screen.PHONE);
    page.navigate(zeren.baseUrl() + "/login");
    for (String text : HostileTexts.TYPED) {
      page.getByTestId("username").fill(text);
      page.getByTestId("password").fill(text);
      page.getByTestId("login").click();
      Browser.awaitQuiet(page);
      assertThat(page.url()).contains("/login");
      nothingRan(page, text);
    }
  }

  private static void nothingRan(Page page, String where) {
    assertThat(page.evaluate("window.hit === undefined || window.hit instanceof Element"))
        .as(where)
        .isEqualTo(true);
    assertThat(page.locator("img[src=x], svg[onload], script:not([src]):not([type])").count())
        .as("markup in " + where)
        .isZero();
  }
}
