package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zeren.RunningZeren;
import zeren.SmallTown;
import zeren.page.Browser.Screen;

/** The page that shows what the service says of itself, under the policy of all pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiPageIT {

  private final RunningZeren zeren = SmallTown.running();
  private Browser browser;

  @BeforeAll
  void start() {
    browser = new Browser(zeren);
  }

  @AfterAll
  void stop() {
    browser.close();
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void itShowsEveryAddress(Screen screen) {
    Page page = browser.open(screen);
    browser.visit(page, "/api");
    assertThat(page).hasTitle("接口说明 · 责任一张图");
    assertThat(page.locator(".opblock-tag"))
        .hasCount(zeren.json("/api/openapi.json").path("tags").size());
    page.locator(".opblock-tag[data-tag='责任 Responsibility']").click();
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "api-" + screen.name().toLowerCase(Locale.ROOT));
    page.locator(".opblock-summary-path[data-path='/api/who']").first().click();
    page.locator(".opblock.is-open").getByText("Try it out").click();
    page.locator(".opblock.is-open [data-param-name=lon] input").fill("113.6");
    page.locator(".opblock.is-open [data-param-name=lat] input").fill("34.75");
    page.locator(".opblock.is-open .execute").click();
    assertThat(page.locator(".opblock.is-open .live-responses-table .response-col_status").last())
        .containsText("200");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "api-tried-" + screen.name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void theOgcApisHaveOneOfTheirOwn(Screen screen) {
    Page page = browser.open(screen);
    browser.visit(page, "/ogc/api?f=html");
    assertThat(page).hasTitle("接口说明 · 责任一张图");
    assertThat(page.locator(".opblock-tag")).hasCount(zeren.json("/ogc/api").path("tags").size());
    page.locator(".opblock-tag[data-tag='排污口 Outfall']").click();
    assertThat(page.locator(".opblock-summary-path[data-path='/collections/outfall/items']"))
        .hasCount(3);
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "api-ogc-" + screen.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void onlyTheFilesThatItNeedsAreServed() {
    String jar = "/webjars/swagger-ui/5.34.1/";
    Set<String> loaded = new TreeSet<>();
    Page page = browser.open(Screen.DESK);
    page.onResponse(
        answer -> {
          assertThat(answer.status()).as(answer.url()).isEqualTo(200);
          loaded.add(URI.create(answer.url()).getPath());
        });
    browser.visit(page, "/api");
    assertThat(loaded.stream().filter(path -> path.startsWith(jar)))
        .containsExactly(jar + "swagger-ui-bundle.js", jar + "swagger-ui.css");
    assertThat(zeren.get(jar + "index.html").statusCode()).isEqualTo(404);
    assertThat(zeren.get(jar + "swagger-ui-standalone-preset.js").statusCode()).isEqualTo(404);
    assertThat(zeren.get("/webjars/leaflet/1.9.4/dist/leaflet.css").statusCode()).isEqualTo(200);
  }

  @Test
  void itSpeaksChineseAndEnglish() {
    Page page = browser.open(Screen.PHONE);
    browser.visit(page, "/api");
    assertThat(page.getByPlaceholder("按分组或路径筛选")).isVisible();
    page.getByTestId("language").click();
    assertThat(page.getByPlaceholder("Filter by section or path")).isVisible();
    assertThat(page.locator(".auth-wrapper")).containsText("Try with another account");
  }
}
