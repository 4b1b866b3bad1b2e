package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/**
 * The dust-control office at its desk: what the page shows is held against what the API answers.
 */
class DeskIT extends BrowserTest {

  private static final String ALL =
      "/api/near?around=station&level=national&find=site,enterprise&radius=3000";
  private static final String ONE = "/api/near?around=station&id=1320A&find=site,enterprise";

  DeskIT() {
    super(RunningZeren.reference());
  }

  private Page desk(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  @Test
  void asksForTheAccountFirst() {
    Page page = browser.open(Screen.DESK);
    page.navigate(zeren.baseUrl() + "/desk");
    assertThat(page).hasURL(Pattern.compile(".*/login"));
    Browser.keep(page, "login-desk");
    page.getByTestId("username").fill("admin");
    page.getByTestId("password").fill("wrong");
    page.getByTestId("login").click();
    assertThat(page.getByTestId("error")).isVisible();
    Browser.keep(page, "login-failed-desk");
    page.getByTestId("username").fill(RunningZeren.ADMIN_NAME);
    page.getByTestId("password").fill(RunningZeren.ADMIN_PASSWORD);
    page.getByTestId("login").click();
    assertThat(page).hasURL(Pattern.compile(".*/desk.*"));
    page.getByTestId("logout").click();
    page.navigate(zeren.baseUrl() + "/desk");
    assertThat(page).hasURL(Pattern.compile(".*/login"));
  }

  /** Long before anybody comes back to the page: the login was ended in another window. */
  @Test
  void aRefusedRequestTellsAtOnceThatTheLoginHasEnded() {
    for (Screen screen : Screen.values()) {
      Page page = desk(screen, "/desk?id=1320A&radius=3000");
      assertThat(page.getByTestId("session-ended")).hasCount(0);
      page.context().clearCookies();
      page.evaluate(
          "const asked = new URL(location); asked.searchParams.set('radius', 5000);"
              + " history.pushState(null, '', asked);"
              + " dispatchEvent(new PopStateEvent('popstate'))");
      assertThat(page.getByTestId("session-ended")).containsText("admin");
      assertThat(page.getByTestId("error")).containsText("登录已过期");
      assertThat(page.getByTestId("error")).not().containsText("find");
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "desk-login-ended-" + screen);

      browser.logIn(page);
      page.getByTestId("error").locator("button").click();
      assertThat(page.getByTestId("error")).hasCount(0);
      page.context().close();
    }
    browser.forgetErrors();
  }

  @Test
  void countsWhatTheServerCounts() {
    Page page = desk(Screen.DESK, "/desk");
    JsonNode answer = zeren.jsonAsAdmin(ALL);
    assertCount(page, answer);
    Browser.keep(page, "desk-all");
    JsonNode largest = answer.get("groups").get(0);
    Locator group =
        page.locator(
            "[data-testid=near-group][data-id='%s']"
                .formatted(largest.get("around").get("id").asString()));
    assertThat(group.getByTestId("group-count")).hasText(largest.get("count").asString());
  }

  @Test
  void oneStationFilteredListedAndDownloaded() throws IOException {
    Page page = desk(Screen.DESK, "/desk?id=1320A");
    assertCount(page, zeren.jsonAsAdmin(ONE + "&radius=3000"));
    Browser.keep(page, "desk-station");

    page.getByTestId("filter-site.class-C").click();
    JsonNode filtered = zeren.jsonAsAdmin(ONE + "&radius=3000&site.class=C");
    assertCount(page, filtered);
    JsonNode found = filtered.get("groups").get(0).get("found");
    page.getByTestId("conditions").click();
    Locator rows = page.getByTestId("near-row");
    for (int i = 0; i < 8; i++) {
      assertThat(rows.nth(i)).hasAttribute("data-id", found.get(i).get("id").asString());
    }

    Download download = page.waitForDownload(() -> page.getByTestId("csv").click());
    String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF");
    List<CSVRecord> records = CSVFormat.RFC4180.parse(new java.io.StringReader(csv)).getRecords();
    assertThat(records).hasSize(filtered.get("total").asInt() + 1);
    int id = records.get(0).toList().indexOf("编号");
    for (int i = 0; i < found.size(); i++) {
      assertThat(records.get(i + 1).get(id)).isEqualTo(found.get(i).get("id").asString());
    }
  }

  @Test
  void theTableCountsItsRowsAndTheListEachFindUnderItsStations() {
    String two = "id=1320A,1321A&radius=5000,20000";
    JsonNode answer =
        zeren.jsonAsAdmin(
            "/api/near?around=station&id=1320A,1321A&find=site,enterprise&radius=20000");
    Set<String> once = new HashSet<>();
    for (JsonNode group : answer.get("groups")) {
      for (JsonNode find : group.get("found")) {
        once.add(find.get("layer").asString() + "/" + find.get("id").asString());
      }
    }
    assertThat(once.size()).isLessThan(answer.get("total").asInt());
    Page page = desk(Screen.DESK, "/desk?view=table&" + two);
    assertThat(page.getByTestId("table"))
        .hasAttribute("aria-rowcount", String.valueOf(once.size() + 1));
    assertCount(page, once.size());
    int inRings = 0;
    for (String ring : page.getByTestId("rings").textContent().split("·")) {
      inRings += Integer.parseInt(ring.substring(ring.indexOf('\u2002') + 1).replaceAll("\\D", ""));
    }
    assertThat(inRings).isEqualTo(once.size());
    Browser.keep(page, "desk-table-two");
    page.keyboard().press("t");
    assertCount(page, answer);
  }

  @Test
  void aFileOfEnterprisesHasTheColumnsOfTheScreen() throws IOException {
    Page page =
        desk(
            Screen.DESK,
            "/desk?view=table&find=enterprise&radius=20000&columns=name,type,operator&id=1320A");
    String heading = page.getByTestId("sort-type").textContent();
    Download download = page.waitForDownload(() -> page.getByTestId("csv").click());
    String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
    assertThat(csv.substring(1).lines().findFirst())
        .hasValue("名称,%s,施工单位".formatted(heading.strip()));
    assertThat(heading).isEqualTo("工地类型 / 行业");
  }

  @Test
  void aStationIsChosenByAClickOnTheMap() {
    JsonNode station = zeren.json("/api/layers/station/features/1320A").get("geometry");
    Page page =
        desk(
            Screen.DESK,
            "/desk?id=none#13/%s/%s"
                .formatted(
                    station.get("coordinates").get(1).asString(),
                    station.get("coordinates").get(0).asString()));
    assertThat(page.getByTestId("empty")).isVisible();
    Browser.keep(page, "desk-empty");
    var map = page.getByTestId("map").boundingBox();
    page.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
    assertCount(page, zeren.jsonAsAdmin(ONE + "&radius=3000"));
    assertThat(page.url()).contains("id=1320A");
  }

  @Test
  void radiusAndWindAskAgain() {
    Page page = desk(Screen.DESK, "/desk?id=1320A&windFrom=225&windSpread=45");
    assertCount(page, zeren.jsonAsAdmin(ONE + "&radius=3000&windFrom=225&windSpread=45"));
    Browser.keep(page, "desk-wind");
    page.getByTestId("radius").fill("5000");
    page.keyboard().press("Enter");
    assertCount(page, zeren.jsonAsAdmin(ONE + "&radius=5000&windFrom=225&windSpread=45"));
    assertThat(page.url()).contains("radius=5000");
  }

  @Test
  void listAndMapFindEachOther() {
    JsonNode first =
        zeren.jsonAsAdmin(ONE + "&radius=3000").get("groups").get(0).get("found").get(0);
    String address =
        "/desk?id=1320A#16/%s/%s"
            .formatted(first.get("lat").asString(), first.get("lon").asString());
    Page page = desk(Screen.DESK, address);
    page.waitForTimeout(800);
    var map = page.getByTestId("map").boundingBox();
    page.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
    assertThat(page.getByTestId("near-details")).containsText("经开区管委");
    assertThat(page.locator("[data-testid=near-row][aria-expanded=true]"))
        .hasAttribute("data-id", first.get("id").asString());
    Browser.keep(page, "desk-details");
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("near-details")).hasCount(0);

    page.getByTestId("near-row").nth(2).click();
    assertThat(page.getByTestId("near-details")).isVisible();
    assertThat(page.url()).contains("feature=");
  }

  @Test
  void nothingFoundSaysWhatWouldWidenIt() {
    Page page = desk(Screen.DESK, "/desk?id=1320A&radius=1");
    assertThat(page.getByTestId("empty")).isVisible();
    assertThat(page.getByTestId("result-count")).hasText("0");
    Browser.keep(page, "desk-nothing");
  }

  @Test
  void saysWhenAZoneIsNotDrawn() {
    Page page = desk(Screen.DESK, "/desk?id=1320A");
    assertThat(page.getByTestId("map-error")).isHidden();
    page.route("**/api/zones/station/1321A*", route -> route.abort());
    browser.visit(page, "/desk?id=1320A,1321A");
    assertThat(page.getByTestId("map-error")).containsText("部分管控圈没有画出");
    page.unroute("**/api/zones/station/1321A*");
    page.getByTestId("map-error").locator("button").click();
    assertThat(page.getByTestId("map-error")).isHidden();
    browser.forgetErrors();
  }

  @Test
  void printsMapLegendAndWholeListOneBelowTheOther() {
    Page page = desk(Screen.DESK, "/desk?id=1320A&find=site");
    int rows = page.getByTestId("near-row").count();
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    page.setViewportSize(688, 971);
    var map = page.getByTestId("map").boundingBox();
    var legend = page.getByTestId("legend").boundingBox();
    assertThat(map.width).isLessThanOrEqualTo(688);
    assertThat(legend.y).isGreaterThanOrEqualTo(map.y + map.height);
    assertThat(legend.height).isPositive();
    JsonNode answer = zeren.jsonAsAdmin("/api/near?around=station&id=1320A&find=site");
    assertThat(page.getByTestId("near-row")).hasCount(answer.get("total").asInt());
    assertThat(rows).isLessThan(answer.get("total").asInt());
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(java.nio.file.Path.of("target", "screenshots", "desk-print.png")));

    page.evaluate("dispatchEvent(new Event('afterprint'))");
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
    assertThat(page.getByTestId("map").getByTestId("legend")).hasCount(1);
  }

  @Test
  void worksOnAPhone() {
    Page page = desk(Screen.PHONE, "/desk");
    assertCount(page, zeren.jsonAsAdmin(ALL));
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "desk-phone");
    page.getByTestId("near-row").first().click();
    assertThat(page.getByTestId("near-details")).isVisible();
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "desk-details-phone");
  }

  @Test
  void speaksEnglishWhenAsked() {
    Page page = desk(Screen.DESK, "/desk?lang=en&id=1320A");
    assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("en.*"));
    assertThat(page.getByTestId("csv")).containsText("CSV");
    assertThat(page.locator(".panel")).containsText("Construction site");
    Browser.keep(page, "desk-english");
  }

  /** A thousand has a separator that depends on the language. */
  private static void assertCount(Page page, JsonNode answer) {
    assertCount(page, answer.get("total").asInt());
  }

  private static void assertCount(Page page, int count) {
    String digits = String.valueOf(count);
    assertThat(page.getByTestId("result-count"))
        .hasText(Pattern.compile(String.join("[,\\s]?", digits.split(""))));
  }
}
