package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import zeren.page.Browser.Screen;

/** The desk looking in an area that somebody drew. */
class AreaIT extends BrowserTest {

  private static final String MIDDLE = "#14/34.75/113.6";
  private static final String BOX =
      within("113.595 34.746,113.605 34.746,113.605 34.754,113.595 34.754");
  private static final String NOWHERE = within("112.1 33.1,112.2 33.1,112.2 33.2");

  AreaIT() {
    super(WorkplaceTown.start());
  }

  @AfterAll
  void stop() {
    zeren.close();
  }

  private static String within(String corners) {
    return "within=" + URLEncoder.encode(corners, StandardCharsets.UTF_8);
  }

  private Page desk(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  private static void choose(Page page) {
    page.locator("label:has(input[name=stations][value=area])").click();
  }

  private static void drag(Page page) {
    var map = page.getByTestId("map").boundingBox();
    double x = map.x + map.width / 2;
    double y = map.y + map.height / 2;
    page.mouse().move(x - 60, y - 60);
    page.mouse().down();
    page.mouse().move(x + 60, y + 60);
    page.mouse().up();
  }

  @Test
  void aBoxAndAPolygonOnTheMapChooseAnArea() {
    Page page = desk(Screen.DESK, "/desk#14/34.75/113.6");
    choose(page);
    var map = page.getByTestId("map").boundingBox();
    double x = map.x + map.width / 2;
    double y = map.y + map.height / 2;
    page.mouse().move(x - 60, y - 60);
    page.mouse().down();
    page.mouse().move(x + 10, y + 10);
    page.mouse().move(x + 60, y + 60);
    Browser.keep(page, "workplace-drawing");
    page.mouse().up();
    assertThat(page).hasURL(Pattern.compile(".*within=.*"));
    assertThat(page.locator(".panel__head")).containsText("画出的区域");
    page.waitForTimeout(500);
    Browser.keep(page, "workplace-area");
    String box = page.getByTestId("result-count").textContent();

    page.getByTestId("area-polygon").click();
    for (int[] corner : new int[][] {{-60, -60}, {60, -60}, {60, 60}}) {
      page.mouse().click(x + corner[0], y + corner[1]);
    }
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("result-count")).not().hasText(box);
    page.getByTestId("area-polygon").click();
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("area-draw")).hasCount(0);
    page.getByTestId("area-window").click();
    assertThat(page.getByTestId("result-count")).not().hasText(box);
  }

  @Test
  void aWindIsLeftAsideInAnArea() {
    Page page = desk(Screen.DESK, "/desk?windFrom=45" + MIDDLE);
    String upwind = page.getByTestId("result-count").textContent();
    assertThat(page.getByTestId("conditions")).containsText("风");
    choose(page);
    drag(page);
    assertThat(page.locator(".panel__head")).containsText("画出的区域");
    assertThat(page.getByTestId("near-row").first()).isVisible();
    assertThat(page.getByTestId("conditions")).not().containsText("风");
    String inArea = page.getByTestId("result-count").textContent();
    Browser.keep(page, "workplace-area-wind");
    page.reload();
    Browser.awaitDrawn(page);
    assertThat(page.getByTestId("error")).hasCount(0);
    assertThat(page.getByTestId("result-count")).hasText(inArea);
    page.locator("label:has(input[name=stations][value=all])").click();
    assertThat(page.getByTestId("wind")).isChecked();
    assertThat(page.getByTestId("result-count")).hasText(upwind);
  }

  @Test
  void anAreaHasNoRings() throws IOException {
    Page page = desk(Screen.DESK, "/desk?view=table&columns=name,ring&radius=200,900&" + BOX);
    assertThat(page.getByTestId("rings")).isEmpty();
    assertThat(page.getByTestId("table-row").first()).not().containsText("m");
    assertThat(page.getByTestId("table-row").first()).containsText("–");
    Download download = page.waitForDownload(() -> page.getByTestId("csv").click());
    List<CSVRecord> records =
        CSVFormat.RFC4180
            .parse(new StringReader(Files.readString(download.path()).substring(1)))
            .getRecords();
    assertThat(records).hasSizeGreaterThan(2);
    assertThat(records.subList(1, records.size()))
        .allSatisfy(record -> assertThat(record.get(1)).isEmpty());
  }

  @Test
  void anEmptyAreaOffersNoRadius() {
    Page page = desk(Screen.DESK, "/desk?windFrom=45&" + NOWHERE);
    assertThat(page.getByTestId("empty")).containsText("画出的区域内没有");
    assertThat(page.getByTestId("empty").locator("button")).hasCount(0);
    Browser.keep(page, "workplace-area-empty");
    browser.visit(page, "/desk?site.class=A&" + NOWHERE);
    assertThat(page.getByTestId("empty").locator("button")).hasText("不限类型和分类");
  }

  @Test
  void theKeyboardFindsTheButtonsAndComesBackToThem() {
    Page page = desk(Screen.DESK, "/desk" + MIDDLE);
    page.locator("input[name=stations][value=all]").focus();
    page.keyboard().press("ArrowLeft");
    assertThat(page.getByTestId("area-draw")).hasCount(0);
    assertThat(page.getByTestId("empty")).containsText("还没有画区域");
    assertThat(page.locator("input[name=stations][value=area]")).isFocused();
    Browser.keep(page, "workplace-area-keyboard");
    Axe.assertOpenToAll(page);
    page.keyboard().press("Tab");
    assertThat(page.getByTestId("area-box")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("area-draw")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("area-draw")).hasCount(0);
    assertThat(page.getByTestId("area-box")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(page.getByTestId("area-window")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*within=.*"));
    assertThat(page.getByTestId("near-row").first()).isVisible();
    assertThat(page.getByTestId("area-window")).isFocused();
  }

  @Test
  void afterDrawingTheKeyboardIsAtTheButtons() {
    Page page = desk(Screen.DESK, "/desk" + MIDDLE);
    choose(page);
    page.keyboard().press("Escape");
    assertThat(page.locator("input[name=stations][value=area]")).isFocused();
    assertThat(page.locator("input[name=stations][value=all]")).isChecked();
    choose(page);
    drag(page);
    assertThat(page).hasURL(Pattern.compile(".*within=.*"));
    assertThat(page.getByTestId("area-box")).isFocused();
  }

  @Test
  void anAreaIsDrawnOnAPhone() {
    Page page = desk(Screen.PHONE, "/desk" + MIDDLE);
    page.getByTestId("conditions").click();
    choose(page);
    drag(page);
    assertThat(page).hasURL(Pattern.compile(".*within=.*"));
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "workplace-area-phone");
  }
}
