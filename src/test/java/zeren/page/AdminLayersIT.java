package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.page.Browser.Screen;

/** What is declared of a layer in words, and its titles and colours, which can be changed. */
class AdminLayersIT extends BrowserTest {

  AdminLayersIT() {
    super(OfficeTown.start());
  }

  private JsonNode site() {
    for (JsonNode layer : zeren.jsonAsAdmin("/api/layers").path("layers")) {
      if (layer.path("id").asString().equals("site")) {
        return layer;
      }
    }
    throw new AssertionError("no sites");
  }

  @Test
  void titlesAndColoursAreChangedAndTakenBack() {
    for (Screen screen : Screen.values()) {
      long version = site().path("version").asLong();
      Page page = browser.open(screen);
      browser.logIn(page);
      browser.visit(page, "/admin");
      page.getByTestId("about-site").click();
      assertThat(page.getByTestId("declared-fields")).containsText("房屋建筑");
      Axe.assertOpenToAll(page);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "admin-layer-" + screen);
      page.getByTestId("look-title-zh").fill("在建工地");
      page.getByTestId("look-fill-B").fill("#123456");
      page.getByTestId("look-save").click();
      assertThat(page.locator("h1")).hasText("在建工地");
      assertThat(page.getByTestId("look-entry").first()).containsText("在建工地");
      JsonNode changed = site();
      assertThat(changed.at("/title/zh").asString()).isEqualTo("在建工地");
      assertThat(changed.at("/title/en").asString()).isEqualTo("Construction site");
      assertThat(changed.at("/drawing/by/values/B/fill").asString()).isEqualTo("#123456");
      assertThat(changed.at("/drawing/by/values/C/fill").asString()).isEqualTo("#7a3e00");
      assertThat(changed.path("version").asLong()).isGreaterThan(version);
      assertThat(changed.path("count").asInt()).isEqualTo(3);
      assertThat(zeren.getAsAdmin("/ogc/collections/site?f=json&lang=zh").body()).contains("在建工地");
      Browser.keep(page, "admin-layer-changed-" + screen);
      page.getByTestId("look-declared").click();
      assertThat(page.locator("h1")).hasText("施工工地");
      assertThat(site().at("/drawing/by/values/B/fill").asString()).isEqualTo("#e0a458");
      int before = page.getByTestId("look-entry").count() - 1;
      page.getByTestId("look-again-" + before).click();
      assertThat(page.locator("h1")).hasText("在建工地");
      page.getByTestId("look-declared").click();
      assertThat(page.locator("h1")).hasText("施工工地");
      browser.visit(page, "/admin?view=layers&layer=assignment&tab=about&lang=en");
      assertThat(page.getByTestId("declared-fields")).containsText("Refers to");
      Browser.assertFitsTheScreen(page);
    }
  }
}
