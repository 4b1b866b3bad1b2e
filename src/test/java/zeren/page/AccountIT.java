package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import zeren.RunningZeren;
import zeren.page.Browser.Screen;

/** One's own account in the browser: the first login, the password, the sessions, the tokens. */
class AccountIT extends BrowserTest {

  private static final String PASSWORD = "yellow tram at six";

  private int people;

  AccountIT() {
    super(RunningZeren.start("--zeren.reference=false"));
  }

  /** Whom an administrator has just given a one-time password. */
  private record Newcomer(String name, String password) {}

  private Newcomer newcomer() {
    return newcomer("office");
  }

  private Newcomer newcomer(String role) {
    String name = role + people++;
    zeren
        .bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO account (name, password_hash, role, created_at)
            VALUES (:name, 'none', :role, :at)
            """)
        .param("name", name)
        .param("role", role)
        .param("at", Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    String issued =
        zeren
            .send(
                zeren
                    .requestAsAdmin("/api/accounts/" + name + "/password")
                    .POST(BodyPublishers.noBody()))
            .body();
    return new Newcomer(name, RunningZeren.parse(issued).path("password").asString());
  }

  private void logIn(Page page, String name, String password) {
    browser.visit(page, "/login");
    page.getByTestId("username").fill(name);
    page.getByTestId("password").fill(password);
    page.getByTestId("login").click();
  }

  private void choose(Page page, String old, String wanted, String again) {
    page.getByTestId("password-old").fill(old);
    page.getByTestId("password-new").fill(wanted);
    page.getByTestId("password-again").fill(again);
    page.getByTestId("password-change").click();
  }

  /** Logged in at last, on the page of the account. */
  private Page settled(Screen screen) {
    Newcomer someone = newcomer();
    Page page = browser.open(screen);
    logIn(page, someone.name(), someone.password());
    Browser.awaitDrawn(page);
    choose(page, someone.password(), PASSWORD, PASSWORD);
    assertThat(page.getByTestId("own-sessions")).isVisible();
    return page;
  }

  @Test
  void theFirstLoginLeadsToAPasswordOfOnesOwn() {
    for (Screen screen : Screen.values()) {
      Newcomer someone = newcomer();
      Page page = browser.open(screen);
      logIn(page, someone.name(), someone.password());
      Browser.awaitDrawn(page);
      assertThat(page.url()).endsWith("/account");
      assertThat(page.getByTestId("password-due")).isVisible();
      assertThat(page.getByTestId("own-sessions")).hasCount(0);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "account-first-" + screen);
      choose(page, someone.password(), PASSWORD, "another one");
      assertThat(page.locator("#wrong-again")).hasText("两遍输入的不一样。");
      choose(page, "wrong", PASSWORD, PASSWORD);
      assertThat(page.locator("#wrong-old")).hasText("现在的密码不对。");
      choose(page, someone.password(), "password1234", "password1234");
      assertThat(page.locator("#wrong-new")).containsText("容易被猜到");
      Browser.keep(page, "account-weak-" + screen);
      choose(page, someone.password(), PASSWORD, PASSWORD);
      assertThat(page.getByTestId("own-sessions")).isVisible();
      assertThat(page.getByTestId("password-due")).hasCount(0);
      browser.visit(page, "/desk");
      assertThat(page.url()).endsWith("/desk");
    }
    // Refused passwords are answers of 400, which browsers write to the console.
    browser.forgetErrors();
  }

  @Test
  void afterTheFirstPasswordOneIsLedOnToWhereTheWorkBegins() {
    Map.of("grid_manager", "/my", "office", "/desk", "district", "/desk", "admin", "/admin")
        .forEach(
            (role, start) -> {
              Newcomer someone = newcomer(role);
              Page page = browser.open(start.equals("/my") ? Screen.PHONE : Screen.DESK);
              logIn(page, someone.name(), someone.password());
              Browser.awaitDrawn(page);
              choose(page, someone.password(), PASSWORD, PASSWORD);
              assertThat(page.getByTestId("password-done")).containsText("密码已改好");
              assertThat(page.getByTestId("go-on")).isFocused();
              Browser.assertFitsTheScreen(page);
              Browser.keep(page, "account-done-" + role);
              page.keyboard().press("Enter");
              page.waitForURL("**" + start);
              page.context().close();
            });
  }

  @Test
  void aTokenIsShownOnceAndCanBeDeleted() {
    for (Screen screen : Screen.values()) {
      Page page = settled(screen);
      page.getByTestId("token-name").fill("大屏取数");
      page.getByTestId("token-make").click();
      Locator secret = page.getByTestId("token-secret").locator("code");
      assertThat(secret).containsText("zeren_");
      String sent = "Bearer " + secret.textContent();
      assertThat(
              zeren.send(zeren.request("/api/layers").header("Authorization", sent)).statusCode())
          .isEqualTo(200);
      assertThat(page.getByTestId("token")).containsText("只读");
      Browser.assertFitsTheScreen(page);
      page.getByTestId("own-tokens").scrollIntoViewIfNeeded();
      Browser.keep(page, "account-token-" + screen);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Browser.keep(page, "account-token-dark-" + screen);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      page.reload();
      Browser.awaitDrawn(page);
      assertThat(page.getByTestId("token-secret")).hasCount(0);
      page.getByTestId("token-delete").click();
      Browser.keep(page, "account-token-ask-" + screen);
      page.getByTestId("confirm").click();
      assertThat(page.getByTestId("token")).hasCount(0);
      assertThat(
              zeren.send(zeren.request("/api/layers").header("Authorization", sent)).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void sessionsAreSeenAndEnded() {
    Newcomer someone = newcomer();
    Page page = browser.open(Screen.DESK);
    logIn(page, someone.name(), someone.password());
    Browser.awaitDrawn(page);
    choose(page, someone.password(), PASSWORD, PASSWORD);
    assertThat(page.getByTestId("own-sessions")).isVisible();
    Page phone = browser.open(Screen.PHONE);
    logIn(phone, someone.name(), PASSWORD);
    browser.visit(phone, "/account?lang=en");
    assertThat(phone.getByTestId("session")).hasCount(2);
    Browser.assertFitsTheScreen(phone);
    Browser.keep(phone, "account-sessions-en-phone");
    page.reload();
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("session")).hasCount(2);
    Browser.keep(page, "account-sessions-desk");
    page.getByTestId("session-end").click();
    assertThat(page.getByTestId("session")).hasCount(1);
    phone.reload();
    phone.waitForURL("**/login?lang=en");
    page.getByTestId("end-all").click();
    page.getByTestId("confirm").click();
    page.waitForURL("**/login");
  }

  @Test
  void tooManyFailuresSayHowLongToWait() {
    Page page = browser.open(Screen.PHONE);
    for (int i = 0; i < 11; i++) {
      logIn(page, "nobody", "wrong");
    }
    assertThat(page.getByTestId("wait")).containsText("秒再登录");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "login-wait");
  }
}
