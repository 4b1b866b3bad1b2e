package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Geolocation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.layer.FeatureDraft;
import zeren.page.Browser.Screen;

/** What the grid manager is told of what was recorded, refused, or could not be asked. */
class MyWordsIT extends MyTest {

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
}
