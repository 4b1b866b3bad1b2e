package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zeren.RunningZeren;
import zeren.account.FirstLogin;
import zeren.exchange.web.Uploads;
import zeren.page.Browser.Screen;

/** Who did what, as an administrator looks it up. */
class TrailPageIT extends BrowserTest {

  TrailPageIT() {
    super(OfficeTown.start());
    edit("T-1", "新港大道工地", "If-None-Match", "*");
    edit("T-1", "新港大道工地（二期）", "If-Match", "\"1\"");
    zeren.send(
        zeren.request("/api/me").header("Authorization", RunningZeren.basic("admin", "wrong")));
    zeren.getAsAdmin("/api/layers/site/export?format=csv&lang=zh");
  }

  private void edit(String id, String name, String header, String value) {
    String body =
        """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[113.6,34.75]},
         "properties":{"name":"%s","type":"building"}}"""
            .formatted(name);
    var answer =
        zeren.send(
            zeren
                .requestAsAdmin("/api/layers/site/features/" + id)
                .header(header, value)
                .PUT(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  private Page trail(Screen screen, String query) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, "/admin?view=trail" + query);
    return page;
  }

  @Test
  void whatWasDoneIsFoundAndShownFieldByField() throws IOException {
    Page page = trail(Screen.DESK, "");
    assertThat(page.getByTestId("section-trail")).hasAttribute("aria-current", "page");
    assertThat(page.getByTestId("trail-row").first()).containsText("登录");
    Browser.keep(page, "trail-desk");
    page.getByTestId("trail-kind").selectOption("edit");
    assertThat(page.getByTestId("trail-count")).hasText("2 条记录");
    page.getByTestId("trail-q").fill("二期");
    assertThat(page.getByTestId("trail-count")).hasText("1 条记录");
    Locator row = page.getByTestId("trail-row");
    assertThat(row).hasCount(1);
    assertThat(row).containsText("admin");
    row.locator("summary").click();
    assertThat(row.locator(".trail-changes")).containsText("新港大道工地（二期）");
    assertThat(row).containsText("127.0.0.1");
    Browser.keep(page, "trail-desk-open");
    Download file = page.waitForDownload(() -> page.getByTestId("trail-export").click());
    assertThat(Files.readString(file.path()).lines()).as("exactly what is shown").hasSize(2);
    page.getByTestId("trail-history").click();
    assertThat(page.locator(".office__main")).containsText("新港大道工地（二期）");
    page.goBack();
    assertThat(page.getByTestId("trail-q")).hasValue("二期");
    Browser.assertFitsTheScreen(page);
  }

  /** What a Chinese reader sees has a Chinese name, whatever was done. */
  @Test
  void everyDetailHasAWordInTheReadersLanguage() {
    FirstLogin.office(zeren, "clerk");
    byte[] file =
        "编号,名称,工地类型,经度,纬度\nI-1,一号,building,113.6,34.75\n".getBytes(StandardCharsets.UTF_8);
    String path = "/api/layers/site/import?crs=wgs84&mode=upsert";
    HttpResponse<String> sent =
        zeren.send(Uploads.form(zeren.requestAsAdmin(path), "一.csv", file, Map.of()));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    Page page = trail(Screen.DESK, "&kind=import_begun");
    Locator row = page.getByTestId("trail-row");
    row.locator("summary").click();
    assertThat(row).containsText("导入方式补充更新");
    assertThat(row).containsText("工地类型 → type");
    Browser.keep(page, "trail-import");
    browser.visit(page, "/admin?view=trail");
    for (Locator one : page.getByTestId("trail-row").all()) {
      one.locator("summary").click();
    }
    assertThat(page.locator(".trail-facts dt").allTextContents())
        .contains("角色", "坐标系")
        .allSatisfy(word -> assertThat(word).matches(".*\\p{IsHan}.*"));
  }

  @Test
  void nothingFoundIsSaidAndTakenBack() {
    Page page = trail(Screen.DESK, "&q=nowhere&object=x&from=2026-01-01");
    assertThat(page.getByTestId("trail-empty")).isVisible();
    Browser.keep(page, "trail-empty");
    page.getByTestId("without-7").click();
    assertThat(page.getByTestId("trail-row").nth(3)).isVisible();
    assertThat(page.getByTestId("trail-q")).hasValue("");
  }

  @Test
  void aSearchThatIsRefusedShowsNothingOfTheOneBefore() {
    Page page = trail(Screen.DESK, "");
    assertThat(page.getByTestId("trail-row").first()).isVisible();
    page.getByTestId("trail-to").fill("2026-01-01");
    assertThat(page.getByTestId("trail-empty")).isVisible();
    page.getByTestId("trail-from").fill("2026-02-01");
    assertThat(page.getByTestId("error")).isVisible();
    assertThat(page.getByTestId("trail-empty")).hasCount(0);
    assertThat(page.getByTestId("trail-row")).hasCount(0);
    assertThat(page.getByTestId("trail-count")).isEmpty();
    browser.forgetErrors();
  }

  /** As everywhere: the last day on which it holds, though what is recorded is the day after. */
  @Test
  void anEndIsToldAsTheLastDay() {
    edit("E-1", "有期限", "If-None-Match", "*");
    HttpResponse<String> ended =
        zeren.send(
            zeren
                .requestAsAdmin("/api/layers/site/features/E-1")
                .header("If-Match", "\"1\"")
                .PUT(
                    BodyPublishers.ofString(
                        """
                        {"type":"Feature","geometry":{"type":"Point","coordinates":[113.6,34.75]},
                         "properties":{"name":"有期限","type":"building"},"valid_to":"2099-01-01"}""")));
    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
    Page page = trail(Screen.DESK, "&kind=edit&layer=site&object=E-1");
    Locator row = page.getByTestId("trail-row").first();
    row.locator("summary").click();
    assertThat(row.locator(".trail-changes")).containsText("2098-12-31");
  }

  @Test
  void olderRowsFollow() {
    for (int i = 0; i < 60; i++) {
      edit("M-" + i, "many", "If-None-Match", "*");
    }
    Page page = trail(Screen.DESK, "&q=M-");
    assertThat(page.getByTestId("trail-count")).hasText("60 条记录");
    assertThat(page.getByTestId("trail-row")).hasCount(50);
    page.getByTestId("trail-more").click();
    assertThat(page.getByTestId("trail-row")).hasCount(60);
    assertThat(page.getByTestId("trail-more")).isHidden();
  }

  @Test
  void onAPhoneInEnglishAndInTheDark() {
    Page page = trail(Screen.PHONE, "");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "trail-phone");
    page.getByTestId("trail-row").nth(2).locator("summary").click();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Browser.keep(page, "trail-phone-dark");
    Browser.assertFitsTheScreen(page);
    browser.visit(page, "/admin?view=trail&lang=en&kind=login_failed");
    assertThat(page.getByTestId("trail-row").first()).containsText("Login failed");
    page.setViewportSize(360, 740);
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "trail-phone-en");
  }

  @Test
  void theChainIsChecked() {
    Page page = trail(Screen.DESK, "");
    page.locator(".chain > summary").click();
    page.getByTestId("chain-check").click();
    assertThat(page.getByTestId("chain-result")).containsText("日志完整");
    String head = page.locator(".chain__head").textContent();
    page.getByTestId("chain-head").fill(head);
    page.getByTestId("chain-check").click();
    assertThat(page.getByTestId("chain-result")).containsText("日志完整");
    page.getByTestId("chain-head").fill("f".repeat(64));
    page.getByTestId("chain-check").click();
    assertThat(page.getByTestId("chain-result")).containsText("没有一条记录对应");
    Browser.keep(page, "trail-chain");
  }

  @Test
  void theOfficeDoesNotFindIt() {
    FirstLogin.office(zeren, "office");
    Page page = browser.open(Screen.DESK);
    browser.logIn(page, "office", FirstLogin.PASSWORD);
    browser.visit(page, "/admin?view=trail");
    assertThat(page.getByTestId("section-layers")).hasAttribute("aria-current", "page");
    assertThat(page.getByTestId("section-trail")).hasCount(0);
  }
}
