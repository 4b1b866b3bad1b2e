package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.account.FirstLogin;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.page.Browser.Screen;

/** The grid manager in the field, with a network and without. */
class MyIT extends BrowserTest {

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

  MyIT() {
    super(MyTown.start());
  }

  private Page my(Screen screen, String query) {
    Page page = browser.open(screen);
    page.context().grantPermissions(List.of("geolocation"));
    page.context().setGeolocation(new Geolocation(MyTown.LAT, MyTown.LON).setAccuracy(12));
    page.navigate(zeren.baseUrl() + "/my" + query);
    page.getByTestId("username").fill(MyTown.MANAGER);
    page.getByTestId("password").fill(FirstLogin.PASSWORD);
    page.getByTestId("login").click();
    Browser.awaitDrawn(page);
    return page;
  }

  private static Locator row(Page page, String id) {
    return page.locator("[data-testid=own-row][data-id='site/" + id + "']");
  }

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

  @ParameterizedTest
  @CsvSource({"zh, 没有接受, 不在当前账号负责的范围里", "en, did not take it, not in the area of this account"})
  void whatTheServerRefusesIsSaidAlikeOnTheCardAndInTheList(
      String language, String refused, String why) {
    Page page = my(Screen.PHONE, "?lang=" + language);
    page.setViewportSize(360, 780);
    page.context().setGeolocation(new Geolocation(34.768, 113.631).setAccuracy(12));
    page.getByTestId("own-add-site").click();
    page.getByTestId("place-here").click();
    assertThat(page.getByTestId("own-place")).containsText("113.631");
    page.getByTestId("field-name").fill("界外的工地");
    page.getByTestId("field-type").selectOption("municipal");
    page.getByTestId("own-save").click();
    Locator card = page.getByTestId("own-card");
    assertThat(card).containsText(refused);
    assertThat(card).containsText(why);
    assertThat(card).not().containsText(language.equals("zh") ? "自动发送" : "when there is");
    assertThat(page.getByTestId("own-queue"))
        .containsText(language.equals("zh") ? "待处理 1" : "To decide: 1");
    Browser.keep(page, "my-refused-card-" + language);
    Axe.assertOpenToAll(page);
    page.getByTestId("own-decide").click();
    Locator waits = page.getByTestId("own-wait");
    assertThat(waits).containsText(refused);
    assertThat(waits).containsText(why);
    assertThat(waits).not().containsText("Feature '");
    Browser.keep(page, "my-refused-list-" + language);
    Axe.assertOpenToAll(page);
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void anEditThatWouldUndoALaterDayIsRefusedInWords() {
    Page page = my(Screen.PHONE, "?edit=site/S-2");
    page.route(
        "**/api/layers/site/features/S-2**",
        route -> {
          if (!route.request().method().equals("PUT")) {
            route.resume();
            return;
          }
          route.fulfill(
              new Route.FulfillOptions()
                  .setStatus(409)
                  .setContentType("application/problem+json")
                  .setBody(
                      """
                      {"type":"/problems/known-ahead","status":409,"detail":"Of feature…",
                       "ids":["S-2"],"day":"2999-01-01"}"""));
        });
    page.getByTestId("field-name").fill("以后要改的工地");
    page.getByTestId("own-save").click();
    assertThat(page.getByTestId("own-card")).containsText("从 2999-01-01 起已另有登记");
    browser.forgetErrors();
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"zh, 起有效", "en, from"})
  void whatIsRecordedForALaterDayIsSaidAndCanBeSeen(String language, String words) {
    String day = LocalDate.now().plusDays(20).toString();
    Page page = my(Screen.PHONE, "?lang=" + language);
    page.setViewportSize(360, 780);
    String lat = language.equals("zh") ? "34.7515" : "34.7505";
    page.context()
        .setGeolocation(new Geolocation(Double.parseDouble(lat), 113.6185).setAccuracy(12));
    page.getByTestId("own-add-site").click();
    page.getByTestId("place-here").click();
    assertThat(page.getByTestId("own-place")).containsText("113.6185");
    page.getByTestId("field-name").fill("下月开工的工地 " + language);
    page.getByTestId("field-type").selectOption("municipal");
    page.getByTestId("valid-from").fill(day);
    page.getByTestId("own-save").click();
    Locator ahead = page.getByTestId("own-ahead");
    assertThat(ahead).containsText("下月开工的工地 " + language);
    assertThat(ahead).containsText(day);
    assertThat(ahead).containsText(words);
    assertThat(page.getByTestId("own-queue")).containsText("0");
    Browser.keep(page, "my-ahead-" + language);
    Axe.assertOpenToAll(page);
    Browser.assertFitsTheScreen(page);
    String history = ahead.locator("a").getAttribute("href");
    page.getByTestId("ahead-read").click();
    assertThat(ahead).hasCount(0);
    assertThat(page.getByTestId("own-row").first()).isVisible();
    browser.visit(page, history);
    assertThat(page.getByTestId("history-entry")).hasCount(1);
    assertThat(page.locator("body")).containsText(day);
    Browser.keep(page, "my-ahead-history-" + language);
    page.context().close();
  }

  @Test
  void onlyWhereThereIsNoNetworkItIsSaidThatThereIsNone() {
    Page page = my(Screen.PHONE, "");
    page.route("**/api/who?**", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
    row(page, "S-2").click();
    Locator who = page.getByTestId("own-who");
    assertThat(who).containsText("问题已记入服务器日志");
    assertThat(who).not().containsText("没有网络");
    Browser.keep(page, "my-who-fault");
    page.unroute("**/api/who?**");
    page.context().setOffline(true);
    who.getByRole(AriaRole.BUTTON).click();
    assertThat(who).containsText("没有网络");
    page.getByTestId("own-history").locator("summary").click();
    assertThat(page.getByTestId("own-history")).containsText("没有网络");
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void whoHasBeenLoggedOutIsToldSo() {
    Page page = my(Screen.PHONE, "");
    page.context().clearCookies();
    row(page, "S-2").click();
    Locator who = page.getByTestId("own-who");
    assertThat(who).containsText("登录已过期");
    page.getByTestId("own-history").locator("summary").click();
    assertThat(page.getByTestId("own-history")).containsText("登录已过期");
    Browser.keep(page, "my-who-logged-out");
    Axe.assertOpenToAll(page);
    who.getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByTestId("username")).isVisible();
    browser.forgetErrors();
    page.context().close();
  }

  @Test
  void theCardIsInItsPlaceAndNamesWhatItRefersTo() {
    FeatureDraft site = MyTown.site("S-9", 113.6175, 34.7675, "台账有区县的工地", "A");
    Map<String, Object> properties = new HashMap<>(site.properties());
    properties.put("district_recorded", "home");
    properties.put("synthetic", true);
    record(new FeatureDraft("site", "S-9", site.geometry(), properties, site.validFrom(), null));
    Page page = my(Screen.PHONE, "?object=site/S-9");
    page.setViewportSize(360, 780);
    assertThat(page.getByTestId("own-card").locator(".facts")).containsText("本区");
    assertThat(page.getByTestId("own-card").locator(".facts")).not().containsText("home");
    BoundingBox edit = page.getByTestId("own-edit").boundingBox();
    assertThat(edit.x).isEqualTo(16);
    assertThat(edit.width).isEqualTo(328);
    assertThat(page.locator(".own-card-of > .mark").boundingBox().width).isLessThan(120);
    Browser.keep(page, "my-marks-360");
    page.getByTestId("own-edit").click();
    assertCloseAtTheEdge(page);
    Browser.keep(page, "my-form-360");
    page.context().setOffline(true);
    page.getByTestId("field-class").selectOption("B");
    page.getByTestId("own-save").click();
    page.getByTestId("own-queue").click();
    assertCloseAtTheEdge(page);
    Browser.keep(page, "my-waiting-360");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("关闭")).click();
    page.getByTestId("own-search").fill("台账");
    assertThat(row(page, "S-9").locator(".tag")).hasText("待发送");
    assertThat(row(page, "S-9").locator(".tag").boundingBox().width).isLessThan(120);
    Browser.keep(page, "my-tags-360");
    browser.forgetErrors();
    page.context().close();
  }

  private static void assertCloseAtTheEdge(Page page) {
    BoundingBox close = page.locator(".card__head .icon-button").boundingBox();
    assertThat(close.x + close.width).isBetween(340.0, 360.0);
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

  private void record(FeatureDraft site) {
    FeatureDraft today =
        new FeatureDraft(
            "site",
            site.id(),
            site.geometry(),
            site.properties(),
            LocalDate.now().minusDays(1),
            null);
    zeren.bean(FeatureStore.class).record(List.of(today), "tester");
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
