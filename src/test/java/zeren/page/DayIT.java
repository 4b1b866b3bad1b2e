package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.SmallTown;
import zeren.page.Browser.Screen;

/** The pages as of another day: {@code ?at=}. */
class DayIT extends BrowserTest {

  private static final Pattern ABOUT_FEATURES =
      Pattern.compile("/tiles/|/ogc/|/api/near|/api/zones/|/features/");

  DayIT() {
    super(SmallTown.running());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk?at=2020-06-01&feature=site/moved#12/34.75/113.6",
        "/?at=2020-06-01&feature=station/edge#12/34.75/113.6"
      })
  void everyQuestionIsAskedOfThatDay(String address) {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    browser.visit(page, address);
    assertThat(asked.stream().filter(url -> ABOUT_FEATURES.matcher(url).find()))
        .hasSizeGreaterThan(4)
        .allMatch(url -> URI.create(url).getQuery().contains("at=2020-06-01"));
    assertThat(page.getByTestId("day-strip")).containsText("2020-06-01 的情况");
    assertThat(page.locator("[data-testid$=-card]")).containsText("自 2020-01-01 起有效");

    page.getByTestId("today").click();
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("day-strip")).hasCount(0);
    assertThat(page.url()).doesNotContain("at=").contains("feature=").contains("#12/");
  }

  @Test
  void theDownloadIsOfThatDay() {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    browser.visit(page, "/desk?at=2020-06-01");
    Request file =
        page.waitForRequest("**/api/desk/table?*", () -> page.getByTestId("csv").click());
    assertThat(file.url()).contains("at=2020-06-01");
    Browser.keep(page, "desk-day");
  }

  @Test
  void theDeskFindsWhatWasThereOnThatDay() {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    browser.visit(page, "/desk?at=2020-06-01");
    Request find =
        page.waitForRequest("**/api/find?*", () -> page.getByTestId("search").fill("moved"));
    assertThat(find.url()).contains("at=2020-06-01");
    assertThat(page.locator(".search__option").first()).containsText("moved");
  }

  @Test
  void aDayIsChosenAndStaysInTheAddress() {
    Page page = browser.open(Screen.PHONE);
    browser.visit(page, "/");
    page.getByTestId("day").fill("2020-06-01");
    page.getByTestId("show-day").click();
    assertThat(page.getByTestId("day-strip")).containsText("2020-06-01");
    Browser.awaitDrawn(page);
    assertThat(page.url()).contains("at=2020-06-01");
    assertThat(page.getByTestId("day")).hasValue("2020-06-01");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "map-day-phone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/desk"})
  void beforeAnythingWasOnRecordItSaysSo(String path) {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    browser.visit(page, path + "?at=2019-12-31");
    assertThat(page.getByTestId("empty-day")).containsText("2019-12-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/desk"})
  void aDayThatDoesNotExistIsRefusedWithAWayBack(String path) {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    page.navigate(zeren.baseUrl() + path + "?at=2020-02-30");
    assertThat(page.getByTestId("error")).containsText("2020-02-30");
    assertThat(page.getByTestId("day-strip")).hasCount(0);
    Browser.keep(page, "day-refused");
    page.getByTestId("error").locator("a").click();
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("error")).hasCount(0);
    browser.forgetErrors();
  }
}
