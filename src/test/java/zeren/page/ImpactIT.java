package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import zeren.page.Browser.Screen;

/** What a change would move is seen in {@code /admin} before it is made. */
class ImpactIT extends BrowserTest {

  private static final String CELL =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "c-2",
        "properties": {"id": "c-2", "name": "二号网格", "level": "village", "district": "西城区",
          "chief": "网格长009"},
        "geometry": {"type": "Polygon", "coordinates":
          [[[113.55, 34.7], [113.6, 34.7], [113.6, 34.8], [113.55, 34.8], [113.55, 34.7]]]}}]}
      """;

  ImpactIT() {
    super(DutyTown.start());
  }

  private Page admin(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  private static void assertThatSitesMove(Page page) {
    Locator result = page.getByTestId("impact-result");
    assertThat(result).containsText("换人负责");
    Locator moved = page.getByTestId("impact-moved");
    assertThat(moved).hasCount(2);
    assertThat(moved.first()).containsText("网格长002 → 网格长009");
    assertThat(page.getByTestId("impact-parties")).containsText("网格长009");
  }

  private String chief() {
    return zeren
        .jsonAsAdmin("/api/layers/grid_cell/features/c-2")
        .at("/properties/chief")
        .asString();
  }

  @Test
  void aChangedCellSaysWhichSitesWouldMove() {
    Page page = admin(Screen.DESK, "/admin?view=edit&feature=grid_cell/c-2");
    page.locator("[data-field=chief] input").fill("网格长009");
    page.getByTestId("impact").click();
    assertThatSitesMove(page);
    page.getByTestId("impact-result").scrollIntoViewIfNeeded();
    Browser.keep(page, "impact-edit-desk");
    assertThat(chief()).isEqualTo("网格长002");

    page.locator("[data-field=chief] input").fill("网格长002");
    assertThat(page.getByTestId("impact-result")).hasCount(0);
  }

  @Test
  void aMovedBoundarySaysWhichSitesWouldHaveNobody() {
    Page page = admin(Screen.PHONE, "/admin?view=edit&feature=grid_cell/c-2");
    // The corner in the north-east, without which both sites lie outside.
    page.getByTestId("handle-corner").nth(2).focus();
    page.keyboard().press("Delete");
    assertThat(page.getByTestId("edit-state")).containsText("未保存");
    page.getByTestId("impact").click();
    assertThat(page.getByTestId("impact-moved")).hasCount(2);
    assertThat(page.getByTestId("impact-moved").first()).containsText("网格长002 → 无人");
    assertThat(page.getByTestId("impact-area_gaps_opened")).containsText("西城区");
    assertThat(page.getByTestId("impact-area_gaps_opened")).containsText("村级网格");
    assertThat(page.getByTestId("impact-area_gaps_opened")).containsText("km²");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "impact-edit-phone");
  }

  @Test
  void aCheckedImportSaysTheSameBeforeItIsWritten() {
    Page page = admin(Screen.DESK, "/admin?view=import&layer=grid_cell");
    page.getByTestId("file")
        .setInputFiles(
            new FilePayload(
                "网格.geojson", "application/geo+json", CELL.getBytes(StandardCharsets.UTF_8)));
    page.getByTestId("datum-epsg4490").check();
    page.getByTestId("check").click();
    assertThat(page.getByTestId("commit")).isVisible();
    page.getByTestId("impact").click();
    assertThatSitesMove(page);
    page.getByTestId("impact-result").scrollIntoViewIfNeeded();
    Browser.keep(page, "impact-import-desk");
    assertThat(chief()).isEqualTo("网格长002");
  }
}
