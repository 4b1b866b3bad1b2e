package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.account.FirstLogin;
import zeren.page.Browser.Screen;

/** The grid manager in the field, with a network and without. */
class MyIT extends MyTest {

  /** Whether the worker has kept the page and each file that it loaded. */
  private static final String ALL_KEPT =
      """
      async () => {
        const files = await caches.open('zeren-my-files');
        const own = performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /\\/(css|js|i18n|img|webjars)\\//.test(name) && !name.endsWith('worker.js'));
        const kept = await Promise.all([...own, location.href].map((one) => files.match(one)));
        return own.length > 40 && kept.every(Boolean);
      }
      """;

  @ParameterizedTest
  @CsvSource({"390, zh", "360, zh", "390, en", "1280, zh", "1280, en"})
  void theOwnAreaByWhatIsToBeDoneAndByDistance(int width, String language) {
    Page page =
        my(width == 1280 ? Screen.DESK : Screen.PHONE, language.equals("en") ? "?lang=en" : "");
    page.setViewportSize(width, width == 360 ? 640 : 844);
    assertThat(page.getByTestId("own-row")).hasCount(count());
    assertThat(page.locator("body")).not().containsText("邻村工地");
    assertThat(page.locator(".own-border")).hasCount(1);
    assertThat(page.locator(".own-areas")).containsText("张庄网格");
    String lacks = language.equals("en") ? "Missing on record" : "资料缺";
    assertThat(row(page, "S-2")).containsText(lacks);
    assertThat(row(page, "S-1")).not().containsText(lacks);
    page.getByTestId("own-legend").locator("summary").click();
    assertThat(page.getByTestId("own-legend")).containsText(lacks);
    Browser.keep(page, "my-legend-" + width + "-" + language);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Browser.keep(page, "my-legend-dark-" + width + "-" + language);
    Axe.assertOpenToAll(page);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.getByTestId("own-legend").locator("summary").click();
    page.getByTestId("own-locate").click();
    assertThat(page.locator(".own-here")).isVisible();
    page.getByTestId("by-near").click();
    assertThat(row(page, "S-1")).containsText("144");
    Browser.keep(page, "my-list-" + width + "-" + language);
    Browser.assertFitsTheScreen(page);
    Axe.assertOpenToAll(page);
    row(page, "S-1").click();
    assertThat(page.getByTestId("own-who")).containsText("某建筑公司");
    assertThat(page.getByTestId("own-who").getByTestId("phone").first())
        .hasAttribute("href", "tel:037100000000");
    page.getByTestId("own-history").locator("summary").click();
    assertThat(page.getByTestId("history-entry").first()).isVisible();
    Browser.keep(page, "my-card-" + width + "-" + language);
    Axe.assertOpenToAll(page);
    page.context().close();
  }

  @Test
  void aSiteIsAddedWhereIStandUnlessItIsThere() {
    Page page = my(Screen.PHONE, "");
    page.getByTestId("own-locate").click();
    assertThat(page.locator(".own-here")).isVisible();
    page.getByTestId("own-add-site").click();
    assertThat(page.getByTestId("own-place")).containsText("113.605");
    page.getByTestId("own-save").click();
    assertThat(page.locator("[data-field=name] .entry-field__problem")).isVisible();
    page.getByTestId("field-name").fill("人民路管网工地");
    page.getByTestId("field-type").selectOption("municipal");
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-alike")).containsText("人民路管网工地");
    Browser.keep(page, "my-alike-phone");
    Axe.assertOpenToAll(page);
    page.getByTestId("field-name").fill("村口新开工地");
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-card")).containsText("村口新开工地");
    assertThat(page.getByTestId("own-queue")).containsText("0");
    assertThat(zeren.getAsAdmin("/ogc/collections/site/items?name=村口新开工地").body())
        .contains("\"numberMatched\":1");
    page.context().close();
  }

  @Test
  void withoutANetworkThePageOpensAndWhatIsChangedIsSentLater() {
    Page page = my(Screen.PHONE, "");
    page.waitForFunction("navigator.serviceWorker.controller !== null");
    page.waitForFunction(ALL_KEPT);
    page.context().setOffline(true);
    page.reload();
    Browser.awaitDrawn(page);
    assertThat(page.locator("[data-state]")).containsText("没有网络");
    assertThat(page.getByTestId("own-row")).hasCount(count());
    Browser.keep(page, "my-offline-phone");
    row(page, "S-2").click();
    page.getByTestId("own-edit").click();
    page.getByTestId("field-class").selectOption("A");
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-queue")).containsText("1");
    page.reload();
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("own-queue")).containsText("1");
    browser.forgetErrors();
    page.context().setOffline(false);
    assertThat(page.getByTestId("own-queue")).containsText("0");
    assertThat(
            zeren.jsonAsAdmin("/api/layers/site/features/S-2").at("/properties/class").asString())
        .isEqualTo("A");
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void aPageThatWasOpenBeforeALoginGoesOnSending() {
    Page page = my(Screen.PHONE, "?edit=site/S-1");
    browser.logIn(page, MyTown.MANAGER, FirstLogin.PASSWORD);
    page.getByTestId("field-class").selectOption("C");
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-card")).containsText("C 类");
    assertThat(page.getByTestId("own-queue")).containsText("0");
    assertThat(
            zeren.jsonAsAdmin("/api/layers/site/features/S-1").at("/properties/class").asString())
        .isEqualTo("C");
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void whatASessionThatHasEndedCannotSendIsSentAfterTheNextLogin() {
    record(MyTown.site("S-5", 113.613, 34.763, "会话已过的工地", "A"));
    Page page = my(Screen.PHONE, "?edit=site/S-5");
    page.context().clearCookies();
    page.getByTestId("field-class").selectOption("B");
    page.getByTestId("own-save").click();
    assertThat(page.locator("[data-state]")).containsText("登录");
    assertThat(page.getByTestId("own-queue")).containsText("待发送 1");
    assertThat(page.getByTestId("own-stand")).containsText("登录已过期");
    page.getByTestId("own-queue").click();
    assertThat(page.getByTestId("own-wait")).containsText("登录已过期");
    browser.logIn(page, MyTown.MANAGER, FirstLogin.PASSWORD);
    browser.visit(page, "/my");
    assertThat(page.getByTestId("own-queue")).containsText("0");
    assertThat(
            zeren.jsonAsAdmin("/api/layers/site/features/S-5").at("/properties/class").asString())
        .isEqualTo("B");
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void aNewSiteThatIsOpenWhileItIsSentIsChangedAndNotMadeTwice() {
    Page page = my(Screen.PHONE, "");
    page.context().setGeolocation(new Geolocation(34.768, 113.618).setAccuracy(12));
    page.context().setOffline(true);
    page.getByTestId("own-add-site").click();
    page.getByTestId("place-here").click();
    assertThat(page.getByTestId("own-place")).containsText("113.618");
    page.getByTestId("field-name").fill("断网时新增的工地");
    page.getByTestId("field-type").selectOption("municipal");
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-queue")).containsText("1");
    page.getByTestId("own-edit").click();
    page.context().setOffline(false);
    assertThat(page.getByTestId("own-queue")).containsText("0");
    page.getByTestId("field-class").selectOption("C");
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-card")).containsText("C 类");
    assertThat(page.getByTestId("own-queue")).containsText("0");
    assertThat(zeren.getAsAdmin("/ogc/collections/site/items?name=断网时新增的工地&class=C").body())
        .contains("\"numberMatched\":1");
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void anEndThatIsKnownStays() {
    record(MyTown.site("S-6", 113.614, 34.764, "年底完工的工地", "A"));
    String path = "/api/layers/site/features/S-6";
    HttpResponse<String> ended =
        zeren.send(
            zeren
                .requestAsAdmin(path + "?validFrom=2999-12-31")
                .header("If-Match", "\"1\"")
                .DELETE());
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(204);
    Page page = my(Screen.PHONE, "?edit=site/S-6");
    page.getByTestId("field-class").selectOption("B");
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-card")).containsText("B 类");
    assertThat(page.getByTestId("own-queue")).containsText("0");
    JsonNode now = zeren.jsonAsAdmin(path);
    assertThat(now.at("/properties/class").asString()).isEqualTo("B");
    assertThat(now.path("valid_to").asString()).isEqualTo("2999-12-31");
    page.context().close();
  }

  @Test
  void anUnsavedTextIsNotLaidOverWhatWasRecordedSince() {
    record(MyTown.site("S-7", 113.615, 34.765, "没有保存的工地", "A"));
    Page page = my(Screen.PHONE, "?object=site/S-7");
    page.getByTestId("own-edit").click();
    page.getByTestId("field-class").selectOption("C");
    page.goBack();
    assertThat(page.getByTestId("own-card")).isVisible();
    record(MyTown.site("S-7", 113.615, 34.765, "改了名的工地", "A"));
    browser.visit(page, "/my?edit=site/S-7");
    assertThat(page.getByTestId("field-name")).hasValue("改了名的工地");
    assertThat(page.getByTestId("field-class")).hasValue("A");
    page.context().close();
  }

  @Test
  void whoLogsOutOnAnotherPageLeavesNothingEither() {
    Page page = my(Screen.DESK, "");
    page.waitForFunction(ALL_KEPT);
    browser.visit(page, "/account");
    page.getByTestId("logout").click();
    page.waitForURL(Pattern.compile(".*/(login)?(\\?.*)?$"));
    assertThat((Object) page.evaluate("async () => (await caches.keys()).length")).isEqualTo(0);
    page.context().close();
  }

  /** The worker keeps a page; by then somebody else may be logged in. */
  @Test
  void aPageThatWasKeptForSomebodyElseIsLoadedAnew() {
    Page page = my(Screen.PHONE, "");
    AtomicInteger loads = new AtomicInteger();
    page.context()
        .route(
            zeren.baseUrl() + "/my",
            route -> {
              APIResponse now = route.fetch();
              String account = "data-account=\"" + MyTown.MANAGER + "\"";
              assertThat(now.text()).contains(account);
              route.fulfill(
                  new Route.FulfillOptions()
                      .setResponse(now)
                      .setBody(
                          loads.getAndIncrement() > 0
                              ? now.text()
                              : now.text().replace(account, "data-account=\"别人\"")));
            });
    page.evaluate(
        "async () => { for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister(); }");
    page.reload();
    page.waitForCondition(() -> loads.get() == 2);
    Browser.awaitDrawn(page);
    assertThat(page.locator("body")).hasAttribute("data-account", MyTown.MANAGER);
    page.context().close();
  }

  private int count() {
    return RunningZeren.json(
            zeren.send(
                zeren
                    .request("/ogc/collections/site/items")
                    .header(
                        "Authorization", RunningZeren.basic(MyTown.MANAGER, FirstLogin.PASSWORD))))
        .path("numberMatched")
        .asInt();
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsDecidedFieldByField() {
    record(MyTown.site("S-4", 113.611, 34.761, "两人改的工地", "B"));
    Page page = my(Screen.PHONE, "?edit=site/S-4");
    page.getByTestId("field-class").selectOption("C");
    page.context().setOffline(true);
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-queue")).containsText("1");
    record(MyTown.site("S-4", 113.611, 34.761, "两人改的工地（二期）", "A"));
    assertThat(page.getByTestId("own-stand")).containsText("有网络时自动发送");
    page.context().setOffline(false);
    assertThat(page.getByTestId("own-queue")).containsText("待处理 1");
    assertThat(page.getByTestId("own-stand")).containsText("别人也改了，请选择");
    page.getByTestId("own-decide").click();
    Locator conflict = page.getByTestId("conflict");
    assertThat(conflict).containsText("两人改的工地（二期）");
    Browser.keep(page, "my-conflict-phone");
    Axe.assertOpenToAll(page);
    conflict.getByTestId("mine-class").check();
    conflict.getByTestId("merge").click();
    assertThat(page.getByTestId("own-queue")).containsText("0");
    var now = zeren.jsonAsAdmin("/api/layers/site/features/S-4").path("properties");
    assertThat(now.path("class").asString()).isEqualTo("C");
    assertThat(now.path("name").asString()).isEqualTo("两人改的工地（二期）");
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void whoLogsOutIsWarnedOfWhatWaitsAndLeavesNothingThatWasSeen() {
    record(MyTown.site("S-5", 113.613, 34.763, "没发送的工地", "B"));
    Page page = my(Screen.PHONE, "?edit=site/S-5");
    page.waitForFunction("navigator.serviceWorker.controller !== null");
    page.getByTestId("field-class").selectOption("C");
    page.route("**/api/layers/site/features/**", route -> route.abort());
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-queue")).containsText("1");
    page.locator("[data-menu]").click();
    page.getByTestId("logout").click();
    assertThat(page.locator("dialog")).containsText("1 处修改没有发送");
    Browser.keep(page, "my-leave-phone");
    page.getByTestId("confirm").click();
    page.waitForURL(Pattern.compile(".*/(login.*)?$"));
    assertThat(page.evaluate("async () => (await caches.keys()).length")).isEqualTo(0);
    assertThat(
            page.evaluate(
                """
                async () => {
                  const {findSeen, countAllWaiting} = await import('/js/my/store.js');
                  return [await findSeen('%s', 'area'), await countAllWaiting()];
                }
                """
                    .formatted(MyTown.MANAGER)))
        .isEqualTo(Arrays.asList(null, 1));
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void whoIsForEverythingChoosesACell() {
    Page page = browser.open(Screen.PHONE);
    browser.logIn(page);
    browser.visit(page, "/my");
    page.context().setOffline(true);
    page.getByTestId("cell-search").fill("李庄");
    assertThat(page.getByTestId("error")).isVisible();
    Browser.keep(page, "my-choice-offline");
    Axe.assertOpenToAll(page);
    page.context().setOffline(false);
    page.getByTestId("error").getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByTestId("cell-found")).hasCount(1);
    Browser.keep(page, "my-choice-phone");
    Axe.assertOpenToAll(page);
    page.getByTestId("cell-found").click();
    assertThat(page.locator(".own-areas")).containsText("李庄网格");
    assertThat(page.getByTestId("own-row")).hasCount(1);
    page.getByTestId("other-area").click();
    assertThat(page.getByTestId("cell-search")).isVisible();
    browser.forgetErrors();
    page.context().close();
  }
}
