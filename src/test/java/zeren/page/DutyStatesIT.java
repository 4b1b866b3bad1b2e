package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/** The pages about responsibility where there is nothing to show, and where the server fails. */
class DutyStatesIT extends BrowserTest {

  DutyStatesIT() {
    super(DutyTown.start());
  }

  private Page page(Browser at, Screen screen, String address) {
    Page page = at.open(screen);
    at.logIn(page);
    at.visit(page, address);
    return page;
  }

  private static void keep(Page page, String name, Screen screen) {
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "states-" + name + "-" + screen.name().toLowerCase(java.util.Locale.ROOT));
  }

  private void failAndMend(Page page, String path, Locator mended, String name, Screen screen) {
    assertThat(page.getByTestId("error").first()).isVisible();
    keep(page, name, screen);
    page.unroute(path);
    page.getByTestId("error").first().locator("button").click();
    assertThat(mended.first()).isVisible();
    assertThat(page.getByTestId("error")).hasCount(0);
    browser.forgetErrors();
  }

  @ParameterizedTest
  @EnumSource
  void findingsThatCannotBeReadAreSaidAndAskedForAgain(Screen screen) {
    Page page = browser.open(screen);
    browser.logIn(page);
    String path = "**/api/audits/findings?**";
    page.route(path, route -> route.abort());
    page.navigate(zeren.baseUrl() + "/desk/audit");
    failAndMend(page, path, page.getByTestId("empty"), "audit-error", screen);
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatCannotBeStartedIsSaid(Screen screen) {
    Page page = page(browser, screen, "/desk/audit");
    page.route("**/api/audits/runs", route -> route.abort());
    page.getByTestId("run-audit").click();
    assertThat(page.getByTestId("error").first()).isVisible();
    keep(page, "audit-run-error", screen);
    page.unroute("**/api/audits/runs");
    browser.forgetErrors();
  }

  @ParameterizedTest
  @EnumSource
  void aZoneThatCannotBeReadIsSaidAndAskedForAgain(Screen screen) {
    Page page = browser.open(screen);
    browser.logIn(page);
    String path = "**/api/zones/**";
    page.route(path, route -> route.abort());
    page.navigate(zeren.baseUrl() + "/desk/joint-control?layer=site&id=s-1&radius=3000");
    failAndMend(page, path, page.getByTestId("report"), "joint-error", screen);
  }

  @ParameterizedTest
  @EnumSource
  void aPreviewThatFailsLeavesTheDraftAsItIs(Screen screen) {
    Page page = page(browser, screen, "/admin?view=edit&feature=grid_cell/c-2");
    page.locator("[data-field=chief] input").fill("网格长009");
    String path = "**/api/responsibility/preview";
    page.route(path, route -> route.abort());
    page.getByTestId("impact").click();
    page.getByTestId("error").scrollIntoViewIfNeeded();
    failAndMend(page, path, page.getByTestId("impact-result"), "impact-error", screen);
    assertThat(page.locator("[data-field=chief] input")).hasValue("网格长009");
  }

  @ParameterizedTest
  @EnumSource
  void theDeskSaysThatNobodyCanBeAsked(Screen screen) {
    Page page = browser.open(screen);
    browser.logIn(page);
    String path = "**/api/who?**";
    page.route(path, route -> route.abort());
    page.navigate(zeren.baseUrl() + "/desk?who=site/s-2");
    failAndMend(page, path, page.getByTestId("who-answer"), "desk-who-error", screen);
  }

  @ParameterizedTest
  @EnumSource
  void aZoneWithoutObjectsSaysSo(Screen screen) {
    Page page = page(browser, screen, "/desk/joint-control?layer=site&id=s-1&radius=1");
    assertThat(page.getByTestId("report")).containsText("联合管控");
    keep(page, "joint-nothing", screen);
  }

  @ParameterizedTest
  @EnumSource
  void aZoneThatIsNotThereIsSaid(Screen screen) {
    Page page = browser.open(screen);
    browser.logIn(page);
    page.navigate(zeren.baseUrl() + "/desk/joint-control?layer=station&id=none");
    assertThat(page.getByTestId("error")).isVisible();
    keep(page, "joint-unknown", screen);
    browser.forgetErrors();
  }

  /** As from a link that somebody has changed by hand. */
  @Test
  void whatCannotBeAskedIsNamedInTheReadersLanguage() {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    page.navigate(zeren.baseUrl() + "/desk/joint-control?layer=site&id=s-1&topic=weather");
    assertThat(page.getByTestId("error")).containsText("“topic”只能是");
    keep(page, "joint-refused", Screen.DESK);
    browser.forgetErrors();
  }

  @ParameterizedTest
  @EnumSource
  void anInstallationWithoutDataSaysWhatIsMissing(Screen screen) {
    try (Browser empty = new Browser(RunningZeren.empty())) {
      Page audit = page(empty, screen, "/desk/audit");
      assertThat(audit.getByTestId("no-data")).containsText("行政区与开发区");
      audit.getByTestId("run-audit").click();
      assertThat(audit.getByTestId("last-run"))
          .containsText("最近核查", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
      assertThat(audit.getByTestId("no-data")).containsText("监管网格");
      keep(audit, "audit-no-data", screen);

      Page joint = page(empty, screen, "/desk/joint-control?layer=station");
      assertThat(joint.getByTestId("no-data")).containsText("空气监测站点");
      keep(joint, "joint-no-data", screen);

      Page desk = page(empty, screen, "/desk?who=113.65,34.75");
      assertThat(desk.getByTestId("who-none")).containsText("没有应答");
      keep(desk, "desk-who-no-data", screen);

      Page map = empty.open(screen);
      empty.visit(map, "/?who=113.65,34.75");
      assertThat(map.getByTestId("who-outside")).isVisible();
      keep(map, "map-who-no-data", screen);

      Page table = page(empty, screen, "/admin?view=edit&layer=assignment");
      keep(table, "table-no-rows", screen);
    }
  }

  @Test
  void aTableWithoutRowsCanBeFilledInByAForm() {
    Page page = page(browser, Screen.PHONE, "/admin?view=edit&layer=unit");
    assertThat(page.getByTestId("found-row")).hasCount(0);
    keep(page, "table-none-found", Screen.PHONE);
  }
}
