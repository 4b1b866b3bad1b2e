package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.page.Browser.Screen;

/** Accounts and tokens of everybody, as an administrator keeps them in order. */
class AdminAccountsIT extends BrowserTest {

  AdminAccountsIT() {
    super(OfficeTown.start());
  }

  private Page admin(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  private int statusOf(String name, String password) {
    return zeren
        .send(
            zeren
                .request("/api/account")
                .header("Authorization", RunningZeren.basic(name, password)))
        .statusCode();
  }

  /** Whoever has left can be locked out, whatever has become of their district. */
  @Test
  void anAccountOfADistrictThatHasEndedIsClosedAndCorrected() {
    zeren.bean(FeatureStore.class).record(List.of(north(null)), "tester");
    String body = "{\"name\":\"离职\",\"role\":\"district\",\"scope\":{\"districts\":[\"north\"]}}";
    HttpRequest.Builder post =
        zeren.requestAsAdmin("/api/accounts").header("Content-Type", "application/json");
    assertThat(zeren.send(post.POST(BodyPublishers.ofString(body))).statusCode()).isEqualTo(201);
    zeren.bean(FeatureStore.class).record(List.of(north(LocalDate.now())), "tester");

    Page page = admin(Screen.DESK, "/admin?view=accounts&account=" + encoded("离职"));
    assertThat(page.getByTestId("scope-districts-north")).isChecked();
    assertThat(page.getByTestId("scope-districts")).containsText("已失效");
    Browser.keep(page, "admin-account-ended");
    page.getByTestId("account-close").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("account-open")).isVisible();
    page.getByTestId("scope-districts-north").uncheck();
    page.getByTestId("scope-districts-east").check();
    page.getByTestId("account-save").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("scope-districts-north")).hasCount(0);
    assertThat(page.getByTestId("scope-districts-east")).isChecked();
    JsonNode scope = zeren.jsonAsAdmin("/api/accounts/" + encoded("离职")).path("scope");
    assertThat(scope.path("districts").toString()).isEqualTo("[\"east\"]");
    page.context().close();
  }

  private static FeatureDraft north(@Nullable LocalDate end) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", "北城区");
    values.put("kind", "county");
    values.put("city", "小城");
    Geometry area = Shapes.rectangle(113.5, 34.8, 113.6, 34.9);
    return new FeatureDraft("district", "north", area, values, OfficeTown.FOUNDED, end, null);
  }

  @Test
  void somebodyIsInvitedForADistrict() {
    for (Screen screen : Screen.values()) {
      String name = "东城" + screen;
      Page page = admin(screen, "/admin?view=accounts");
      assertThat(page.getByTestId("account-row").first()).containsText("管理员");
      Browser.keep(page, "admin-accounts-" + screen);
      page.getByTestId("new-account").click();
      page.getByTestId("account-name").fill(name);
      page.getByTestId("account-role").selectOption("district");
      page.getByTestId("account-save").click();
      assertThat(page.getByTestId("account-problem")).containsText("至少要一个区县");
      browser.forgetErrors();
      page.getByTestId("scope-districts-east").check();
      Axe.assertOpenToAll(page);
      Browser.keep(page, "admin-account-new-" + screen);
      Browser.assertFitsTheScreen(page);
      page.getByTestId("account-save").click();
      String password = page.getByTestId("once-password").textContent();
      Browser.keep(page, "admin-account-once-" + screen);
      page.keyboard().press("Escape");
      assertThat(page.getByTestId("once")).isVisible();
      page.getByTestId("once-kept").click();
      assertThat(page.locator("h1")).hasText(name);
      assertThat(page.locator("body")).not().containsText(password);
      assertThat(statusOf(name, password)).as("lets in").isNotEqualTo(401);
      JsonNode account = zeren.jsonAsAdmin("/api/accounts/" + encoded(name));
      assertThat(account.path("role").asString()).isEqualTo("district");
      assertThat(account.at("/scope/districts/0").asString()).isEqualTo("east");

      page.getByTestId("account-password").click();
      page.getByTestId("confirm").click();
      String second = page.getByTestId("once-password").textContent();
      page.getByTestId("once-kept").click();
      assertThat(second).isNotEqualTo(password);
      assertThat(statusOf(name, password)).isEqualTo(401);

      page.getByTestId("account-close").click();
      page.getByTestId("confirm").click();
      assertThat(page.getByTestId("account-open")).isVisible();
      assertThat(statusOf(name, second)).isEqualTo(401);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Browser.keep(page, "admin-account-closed-" + screen);
      Browser.assertFitsTheScreen(page);
      page.getByTestId("to-accounts").click();
      assertThat(page.locator(".people__one--closed").last()).containsText("停用");
    }
  }

  /** Enter in a field sends its form, unless it is kept from it. */
  @Test
  void cellsAreChosenByTheKeyboardAndNoAccountIsMadeMeanwhile() {
    zeren
        .bean(FeatureStore.class)
        .record(List.of(cell("lane-1", "槐巷一号网格"), cell("lane-2", "槐巷二号网格")), "tester");
    Page page = admin(Screen.DESK, "/admin?view=accounts&new=1");
    page.getByTestId("account-name").fill("键盘");
    page.getByTestId("account-role").selectOption("grid_manager");
    Locator search = page.getByTestId("cell-search");
    search.press("Enter");
    search.fill("没有这里");
    search.press("Enter");
    search.fill("槐巷");
    search.press("Enter");
    assertThat(page.getByTestId("cell-found")).hasCount(2);
    assertThat(page.getByTestId("scope-cell")).hasCount(0);
    search.press("ArrowDown");
    page.keyboard().press("ArrowDown");
    assertThat(page.getByTestId("cell-found").last()).isFocused();
    Browser.keep(page, "admin-account-keyboard");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("scope-cell")).hasCount(1);
    assertThat(search).isFocused();
    page.keyboard().type("槐巷");
    assertThat(page.getByTestId("cell-found")).hasCount(2);
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("scope-cell")).hasCount(2);
    assertThat(page.getByTestId("once")).hasCount(0);
    assertThat(page.url()).contains("new=1");
    assertThat(
            zeren.send(zeren.requestAsAdmin("/api/accounts/" + encoded("键盘")).GET()).statusCode())
        .isEqualTo(404);
  }

  private static FeatureDraft cell(String id, String name) {
    return new FeatureDraft(
        "grid_cell",
        id,
        Shapes.rectangle(113.55, 34.71, 113.65, 34.79),
        Map.of("name", name, "level", "township", "district", "east"),
        OfficeTown.FOUNDED,
        null);
  }

  @Test
  void aCellIsChosenOnTheMap() {
    zeren.bean(FeatureStore.class).record(List.of(cell("cell", "中街网格")), "tester");
    for (Screen screen : Screen.values()) {
      Page page = admin(screen, "/admin?view=accounts");
      page.getByTestId("new-account").click();
      page.getByTestId("account-name").fill("网格员" + screen);
      page.getByTestId("scope-open-map").click();
      page.getByTestId("scope-map").scrollIntoViewIfNeeded();
      Browser.awaitQuiet(page);
      page.getByTestId("scope-map").click();
      page.getByTestId("cell-found").first().click();
      assertThat(page.getByTestId("scope-cell")).hasCount(1);
      assertThat(page.getByTestId("scope-map").locator("path.ghost")).hasCount(1);
      Browser.awaitQuiet(page);
      Browser.keep(page, "admin-account-map-" + screen);
      Axe.assertOpenToAll(page);
      Browser.assertFitsTheScreen(page);
      page.getByTestId("account-save").click();
      page.getByTestId("once-kept").click();
      assertThat(zeren.jsonAsAdmin("/api/accounts/" + encoded("网格员" + screen)).at("/scope/cells"))
          .hasSize(1);
    }
  }

  private static String encoded(String name) {
    return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void theLastAdministratorStays() {
    Page page = admin(Screen.DESK, "/admin?view=accounts&account=admin");
    page.getByTestId("account-close").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("account-problem")).containsText("最后一个");
    browser.forgetErrors();
  }

  @Test
  void somebodyIsLoggedOutEverywhere() {
    Page elsewhere = admin(Screen.PHONE, "/admin?view=accounts&account=admin&lang=en");
    assertThat(elsewhere.getByTestId("account-session").first()).containsText("Chrome");
    Browser.keep(elsewhere, "admin-account-en-phone");
    Browser.assertFitsTheScreen(elsewhere);
    Page page = admin(Screen.DESK, "/admin?view=accounts&account=admin");
    page.getByTestId("account-logout").click();
    page.getByTestId("confirm").click();
    page.waitForURL("**/login");
    elsewhere.reload();
    elsewhere.waitForURL("**/login*");
  }

  @Test
  void aTokenOfSomebodyIsRevoked() {
    JsonNode made =
        RunningZeren.parse(
            zeren
                .send(
                    zeren
                        .requestAsAdmin("/api/account/tokens")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"大屏取数\"}")))
                .body());
    String token = "Bearer " + made.path("secret").asString();
    Page page = admin(Screen.PHONE, "/admin?view=tokens");
    assertThat(page.getByTestId("token-row")).containsText("大屏取数");
    Axe.assertOpenToAll(page);
    Browser.keep(page, "admin-tokens-phone");
    page.setViewportSize(360, 740);
    Browser.assertFitsTheScreen(page);
    page.getByTestId("token-revoke").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("no-tokens")).isVisible();
    assertThat(zeren.send(zeren.request("/api/layers").header("Authorization", token)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void allSectionsAreReachedOnAPhone() {
    Page page = admin(Screen.PHONE, "/admin");
    for (String section : List.of("accounts", "tokens", "trail", "layers", "imports")) {
      page.getByTestId("sections").tap();
      if (section.equals("accounts")) {
        Browser.keep(page, "admin-sections-phone");
      }
      page.getByTestId("section-" + section).tap();
      assertThat(page.locator(".office__main")).hasAttribute("data-view", section);
      Browser.assertFitsTheScreen(page);
    }
  }
}
