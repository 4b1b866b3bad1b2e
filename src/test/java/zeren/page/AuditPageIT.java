package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.account.FirstLogin;
import zeren.page.Browser.Screen;

/** The office goes through what audits have found, at {@code /desk/audit}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditPageIT extends BrowserTest {

  private static final String FINDINGS = "/api/audits/findings?";

  AuditPageIT() {
    super(DutyTown.start());
  }

  private Page page(Screen screen, String query) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, "/desk/audit" + query);
    return page;
  }

  private JsonNode findings(String query) {
    return zeren.jsonAsAdmin(FINDINGS + query);
  }

  private static void awaitRun(Page page) {
    assertThat(page.getByTestId("last-run"))
        .containsText("最近核查", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    Browser.awaitDrawn(page);
  }

  @Test
  @Order(1)
  void theFirstRunIsStartedHereAndItsProgressIsSeen() {
    Page page = page(Screen.DESK, "");
    assertThat(page.getByTestId("empty")).containsText("还没有核查过");
    Browser.keep(page, "audit-never-desk");
    page.getByTestId("run-audit").click();
    awaitRun(page);
    JsonNode open = findings("state=open");
    assertThat(open.get("total").asInt()).isGreaterThan(3);
    assertThat(page.getByTestId("finding-count")).hasText(open.get("total").asString());
    page.getByTestId("runs").locator("summary").click();
    assertThat(page.getByTestId("run")).hasCount(1);
    assertThat(page.getByTestId("run")).containsText("错归属");
    Browser.keep(page, "audit-run-desk");

    page.getByTestId("run-audit").click();
    assertThat(page.getByTestId("run"))
        .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    awaitRun(page);
    assertThat(page.getByTestId("runs").locator("summary"))
        .containsText("仍在 " + open.get("total").asString());
  }

  @Test
  @Order(2)
  void filtersAreThoseOfTheServer() {
    Page page = page(Screen.DESK, "");
    page.getByTestId("kind-misattribution").click();
    assertThat(page.getByTestId("finding"))
        .hasCount(findings("state=open&kind=misattribution").get("total").asInt());
    assertThat(page.getByTestId("finding").first()).containsText("东城区 → 西城区");
    assertThat(page.url()).contains("kind=misattribution");
    page.getByTestId("filter-district").selectOption("west");
    JsonNode both = findings("state=open&kind=misattribution&district=west");
    assertThat(page.getByTestId("finding-count")).hasText(both.get("total").asString());
    page.getByTestId("kind-misattribution").click();
    JsonNode west = findings("state=open&district=west");
    assertThat(page.getByTestId("finding-count")).hasText(west.get("total").asString());
    assertThat(page.getByTestId("finding")).hasCount(west.get("total").asInt());
    Browser.keep(page, "audit-filtered-desk");

    page.getByTestId("search").fill("没有这样的名字");
    assertThat(page.getByTestId("empty")).containsText("没有符合条件的发现");
    Browser.keep(page, "audit-empty-desk");
    page.getByTestId("empty").locator("button").click();
    assertThat(page.getByTestId("finding-count"))
        .hasText(findings("state=open").get("total").asString());
  }

  @Test
  @Order(3)
  void aRowOpensByKeysShowsItsPlaceAndClosesAgain() {
    Page page = page(Screen.DESK, "?kind=gap,overlap,sliver,misattribution");
    Locator rows = page.getByTestId("finding");
    rows.first().focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(rows.nth(1)).hasAttribute("aria-expanded", "true");
    assertThat(page.getByTestId("finding-history")).isVisible();
    assertThat(page.url()).contains("finding=" + rows.nth(1).getAttribute("data-id"));
    assertThat(page.locator(".ring--selected").first()).isAttached();
    Browser.keep(page, "audit-details-desk");
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("finding-details")).hasCount(0);
    assertThat(rows.nth(1)).isFocused();
    assertThat(page.url()).doesNotContain("finding=");
  }

  @Test
  @Order(4)
  void theMapLeadsToTheRowAndTheRowToTheDesk() {
    JsonNode wrong = findings("kind=misattribution").get("items").get(0);
    Page page =
        page(
            Screen.DESK,
            "?kind=misattribution#15/%s/%s"
                .formatted(wrong.get("lat").asString(), wrong.get("lon").asString()));
    page.waitForTimeout(400);
    var map = page.getByTestId("map").boundingBox();
    page.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
    assertThat(page.getByTestId("finding-details")).containsText("台账写的归属");
    page.getByTestId("to-desk").click();
    Browser.awaitDrawn(page);
    assertThat(page).hasURL(Pattern.compile(".*/desk\\?who=site/s-2.*"));
    assertThat(page.getByTestId("who-card")).containsText(DutyTown.WRONG_SITE);
    assertThat(page.getByTestId("who-record")).containsText("不一致");
  }

  @Test
  @Order(5)
  void aFindingIsAcceptedWithAReasonAndTheAcceptanceWithdrawn() {
    String id = findings("kind=misattribution").at("/items/0/id").asString();
    Page page = page(Screen.DESK, "?finding=" + id);
    assertThat(page.getByTestId("finding-details")).isVisible();
    page.getByTestId("accept").click();
    assertThat(page.getByTestId("accepted")).hasCount(0);
    page.getByTestId("reason").fill("界线正在勘定，见某某文件");
    page.getByTestId("accept").click();
    assertThat(page.getByTestId("accepted")).containsText("界线正在勘定");
    assertThat(findings("state=accepted").at("/items/0/reason").asString())
        .isEqualTo("界线正在勘定，见某某文件");
    Browser.keep(page, "audit-accepted-desk");

    browser.visit(page, "/desk/audit?finding=" + id);
    assertThat(page.getByTestId("accepted")).containsText("admin");
    page.getByTestId("withdraw").click();
    assertThat(page.getByTestId("reason")).isVisible();
    assertThat(findings("state=accepted").get("total").asInt()).isZero();
    page.getByTestId("finding-history").locator("summary").click();
    assertThat(page.getByTestId("finding-history")).containsText("撤回认可");
  }

  @Test
  @Order(6)
  void filesHoldExactlyWhatIsShown() throws IOException {
    Page page = page(Screen.DESK, "?kind=misattribution,cell_without_chief");
    JsonNode shown = findings("state=open&kind=misattribution,cell_without_chief");
    assertThat(page.getByTestId("finding")).hasCount(shown.get("total").asInt());
    Download geojson = page.waitForDownload(() -> page.getByTestId("export-geojson").click());
    JsonNode file = RunningZeren.parse(Files.readString(geojson.path(), StandardCharsets.UTF_8));
    assertThat(file.get("features")).hasSize(shown.get("total").asInt());
    Download xlsx = page.waitForDownload(() -> page.getByTestId("export-xlsx").click());
    assertThat(xlsx.suggestedFilename()).endsWith(".xlsx");
    assertThat(Files.size(xlsx.path())).isGreaterThan(1000);
  }

  @Test
  @Order(7)
  void worksOnAPhoneAndSpeaksEnglish() {
    Page page = page(Screen.PHONE, "?kind=gap,misattribution");
    page.getByTestId("finding").first().click();
    assertThat(page.getByTestId("finding-details")).isVisible();
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "audit-phone");
    browser.visit(page, "/desk/audit?lang=en&kind=misattribution");
    assertThat(page.getByTestId("finding").first()).containsText("Misattribution");
  }

  @Test
  @Order(8)
  void nobodySeesItWithoutAnAccount() {
    Page page = browser.open(Screen.DESK);
    page.navigate(zeren.baseUrl() + "/desk/audit");
    assertThat(page).hasURL(Pattern.compile(".*/login"));
  }

  /** To whoever sees a part of the city the findings are as if they were not there. */
  @Test
  @Order(9)
  void whoMayNotUseAPageDoesNotFindItInTheMenuAndIsToldSoAtItsAddress() {
    FirstLogin.manager(zeren, "一号网格员", "c-1");
    for (Screen screen : Screen.values()) {
      Page page = browser.open(screen);
      browser.logIn(page, "一号网格员", FirstLogin.PASSWORD);
      browser.visit(page, "/desk/audit");
      assertThat(page.getByTestId("not-for-you")).containsText("不能看责任核查");
      assertThat(page.getByTestId("error")).hasCount(0);
      assertThat(page.getByTestId("run-audit")).hasCount(0);
      assertThat(page.getByTestId("nav-audit")).hasCount(0);
      assertThat(page.getByTestId("nav-my")).hasCount(1);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "audit-not-for-you-" + screen);

      browser.visit(page, "/admin?view=import");
      assertThat(page.getByTestId("layer-site")).isVisible();
      assertThat(page.getByTestId("layer-grid_cell")).containsText("登记");
      assertThat(page.getByTestId("layer-grid_cell")).not().containsText("· 登记");
      assertThat(page.getByTestId("edit-site")).hasCount(1);
      assertThat(page.getByTestId("edit-district")).hasCount(0);
      assertThat(page.getByTestId("export-district")).hasCount(1);
      assertThat(page.locator("[data-testid^=import-]")).hasCount(0);
      assertThat(page.getByTestId("start-import")).hasCount(0);
      assertThat(page.getByTestId("section-import")).hasCount(0);
      assertThat(page.getByTestId("section-edit")).hasCount(1);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "admin-manager-" + screen);
      browser.visit(page, "/admin?view=edit");
      assertThat(page.getByTestId("new-feature")).isVisible();
      assertThat(page.locator(".finder__layers")).not().containsText("行政区");
      Browser.keep(page, "admin-manager-edit-" + screen);
      page.context().close();
    }
    Page office = page(Screen.DESK, "");
    assertThat(office.getByTestId("nav-audit")).hasCount(1);
    browser.visit(office, "/admin");
    assertThat(office.getByTestId("import-district")).hasCount(1);
    assertThat(office.getByTestId("edit-district")).hasCount(1);
  }
}
