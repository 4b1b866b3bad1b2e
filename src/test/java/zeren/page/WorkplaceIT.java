package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import zeren.page.Browser.Screen;

/** The desk as a workplace: the table, what is done to many at once, finding, keeping. */
class WorkplaceIT extends BrowserTest {

  private static final String TABLE = "/desk?view=table";

  WorkplaceIT() {
    super(WorkplaceTown.start());
  }

  @AfterAll
  void stop() {
    zeren.close();
  }

  private Page desk(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  private static List<String> shownIds(Page page) {
    List<String> ids = new ArrayList<>();
    for (Locator row : page.getByTestId("table-row").all()) {
      ids.add(row.getAttribute("data-index") + "/" + row.getAttribute("data-id"));
    }
    ids.sort(
        (a, b) ->
            Integer.compare(Integer.parseInt(a.split("/")[0]), Integer.parseInt(b.split("/")[0])));
    return ids.stream().map(id -> id.split("/")[1]).toList();
  }

  private JsonNode site(String id) {
    return zeren.jsonAsAdmin("/api/layers/site/features/" + id).path("properties");
  }

  @Test
  void theTableShowsWhatTheServerFoundNearestFirst() {
    Page page = desk(Screen.DESK, TABLE);
    JsonNode answer = zeren.jsonAsAdmin("/api/near?around=station&find=site&radius=3000");
    JsonNode found = answer.path("groups").path(0).path("found");
    assertThat(page.getByTestId("table"))
        .hasAttribute("aria-rowcount", String.valueOf(answer.path("total").asInt() + 1));
    List<String> ids = shownIds(page);
    for (int i = 0; i < 10; i++) {
      assertThat(ids.get(i)).isEqualTo(found.path(i).path("id").asString());
    }
    Browser.keep(page, "workplace-table");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Browser.keep(page, "workplace-table-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    Axe.assertOpenToAll(page);
  }

  @Test
  void tenThousandRowsScrollWithFewInTheDocument() {
    Page page = desk(Screen.DESK, TABLE);
    Object figures =
        page.evaluate(
            """
            async () => {
              const scroller = document.querySelector('.grid-scroll');
              const times = [];
              let most = 0;
              let last = performance.now();
              for (let i = 0; i < 240; i += 1) {
                scroller.scrollTop += i % 60 === 59 ? scroller.scrollHeight / 5 : 90;
                await new Promise(requestAnimationFrame);
                const now = performance.now();
                times.push(now - last);
                last = now;
                most = Math.max(most, document.querySelectorAll('[data-testid=table-row]').length);
              }
              times.sort((a, b) => a - b);
              const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
              return [most, document.querySelectorAll('*').length,
                `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, most ${at(0.999)} ms`];
            }
            """);
    List<?> all = (List<?>) figures;
    System.out.printf(
        "desk table, %s rows in the document at most, %s nodes, frames: %s%n",
        all.get(0), all.get(1), all.get(2));
    assertThat((Integer) all.get(0)).isBetween(10, 60);
    assertThat((Integer) all.get(1)).isLessThan(2500);
    assertThat(page.getByTestId("table").getAttribute("aria-rowcount")).hasSizeGreaterThan(4);
  }

  @Test
  void columnsSortAndFiltersAreInTheLinkAndInTheFile() throws IOException {
    Page page = desk(Screen.DESK, TABLE);
    page.getByTestId("sort-name").click();
    page.getByTestId("sort-name").click();
    assertThat(page).hasURL(Pattern.compile(".*sort=-name.*"));
    page.getByTestId("column-filter-department_recorded").click();
    Browser.keep(page, "workplace-filter");
    page.getByTestId("filter-dialog").locator("input[value='-']").check();
    page.getByTestId("apply").click();
    page.getByTestId("table-text").fill("振兴路");
    assertThat(page).hasURL(Pattern.compile(".*q=.*"));
    page.getByTestId("columns").click();
    Browser.keep(page, "workplace-columns");
    page.getByTestId("column-cell_recorded").uncheck();
    page.getByTestId("column-id").check();
    page.getByTestId("apply").click();
    assertThat(page.getByTestId("sort-id")).isVisible();
    List<String> before = shownIds(page);
    String link = page.url();

    Page other = desk(Screen.DESK, link.substring(zeren.baseUrl().length()));
    assertThat(shownIds(other)).isEqualTo(before);
    assertThat(other.getByTestId("sort-id")).isVisible();

    Download download = page.waitForDownload(() -> page.getByTestId("csv").click());
    String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
    List<CSVRecord> records =
        CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
    String rows = page.getByTestId("table").getAttribute("aria-rowcount");
    assertThat(records).hasSize(Integer.parseInt(rows));
    int idAt = records.get(0).toList().indexOf("编号");
    assertThat(idAt).isNotNegative();
    assertThat(records.get(0).toList()).doesNotContain("台账所属网格");
    for (int i = 0; i < before.size(); i++) {
      assertThat(records.get(i + 1).get(idAt)).isEqualTo(before.get(i));
      assertThat(site(before.get(i)).has("department_recorded")).isFalse();
      assertThat(site(before.get(i)).path("name").asString()).startsWith("振兴路");
      if (i == 4) {
        break;
      }
    }
  }

  @Test
  void aCellOnRecordIsNamedOnTheScreenAsInTheFile() throws IOException {
    Page page = desk(Screen.DESK, TABLE + "&columns=id,cell_recorded&q=S-00001");
    assertThat(page.getByTestId("table-row")).containsText("中心网格");
    Download download = page.waitForDownload(() -> page.getByTestId("csv").click());
    assertThat(Files.readString(download.path(), StandardCharsets.UTF_8)).contains("中心网格");
  }

  @Test
  void manyAreSetWithAPreviewAndTakenBackAsOne() {
    Page page = desk(Screen.DESK, TABLE + "&q=航海路项目 0000");
    List<String> ids = shownIds(page);
    assertThat(ids).hasSizeGreaterThan(2);
    List<String> before = ids.stream().map(id -> site(id).path("class").asString("")).toList();
    page.getByTestId("select-all").check();
    assertThat(page.getByTestId("chosen")).containsText(String.valueOf(ids.size()));
    page.getByTestId("bulk").click();
    page.getByTestId("bulk-field").selectOption("class");
    page.getByTestId("bulk-value").selectOption("A");
    assertThat(page.getByTestId("bulk-sum")).isVisible();
    Browser.keep(page, "workplace-bulk");
    Axe.assertOpenToAll(page);
    page.getByTestId("bulk-record").click();
    assertThat(page.getByTestId("toast")).isVisible();
    Browser.keep(page, "workplace-bulk-done");
    assertThat(ids).allSatisfy(id -> assertThat(site(id).path("class").asString()).isEqualTo("A"));
    page.getByTestId("toast-act").click();
    assertThat(page.getByTestId("toast")).containsText("已恢复");
    assertThat(ids.stream().map(id -> site(id).path("class").asString("")).toList())
        .isEqualTo(before);
  }

  @Test
  void whatSomebodyElseChangedMeanwhileStopsAllAndSaysSo() {
    Page page = desk(Screen.DESK, TABLE + "&q=航海路项目 0001");
    List<String> ids = shownIds(page);
    page.getByTestId("select-all").check();
    page.getByTestId("bulk").click();
    page.getByTestId("bulk-value").selectOption("water");
    assertThat(page.getByTestId("bulk-sum")).isVisible();
    String one = ids.get(0);
    String body =
        """
        {"features":[{"id":"%s","version":1}],"set":{"note":"改过"}}"""
            .formatted(one);
    assertThat(
            zeren
                .send(
                    zeren
                        .requestAsAdmin("/api/layers/site/edits")
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)))
                .statusCode())
        .isEqualTo(200);
    page.getByTestId("bulk-record").click();
    assertThat(page.getByTestId("error")).containsText(one);
    assertThat(site(ids.get(1)).path("department_recorded").asString("")).isNotEqualTo("water");
    Browser.keep(page, "workplace-bulk-conflict");
    browser.forgetErrors();
  }

  @Test
  void nothingIsDoneToWhatNobodySees() {
    Page page = desk(Screen.DESK, TABLE + "&q=航海路项目 0002");
    page.keyboard().press("l");
    page.keyboard().press("Control+a");
    int all = shownIds(page).size();
    assertThat(page.getByTestId("chosen")).containsText(String.valueOf(all));
    page.keyboard().press("t");
    assertThat(page.getByTestId("table")).isHidden();
    page.keyboard().press("b");
    page.keyboard().press("c");
    assertThat(page.locator("dialog")).hasCount(0);
    page.keyboard().press("l");
    assertThat(page.getByTestId("near-row").first()).isFocused();

    page.keyboard().press("t");
    assertThat(page.getByTestId("chosen")).containsText(String.valueOf(all));
    page.getByTestId("table-text").fill(shownIds(page).get(0));
    assertThat(page.getByTestId("chosen")).hasText("已选 1");
    page.getByTestId("bulk").click();
    assertThat(page.getByTestId("bulk-dialog")).containsText("批量设置 1 个");
    page.getByTestId("dialog-close").click();
    page.getByTestId("table-text").fill("没有这样的名称");
    assertThat(page.getByTestId("chosen")).hasCount(0);
    assertThat(page.getByTestId("bulk")).hasCount(0);
  }

  @Test
  void whatASearchNoLongerFindsIsNoLongerChosen() {
    Page page = desk(Screen.DESK, TABLE + "&q=航海路项目 0003");
    page.getByTestId("select-all").check();
    page.getByTestId("conditions").click();
    page.getByTestId("radius").fill("1");
    assertThat(page.getByTestId("empty")).isVisible();
    assertThat(page.getByTestId("table")).isHidden();
    page.getByTestId("radius").fill("3000");
    assertThat(page.getByTestId("table-row").first()).isVisible();
    assertThat(page.getByTestId("chosen")).hasCount(0);
  }

  @Test
  void theListNamesTheTextThatItKeepsTo() {
    Page page = desk(Screen.DESK, "/desk?q=没有这样的名称");
    assertThat(page.getByTestId("conditions")).containsText("含“没有这样的名称”");
    assertThat(page.getByTestId("text-chosen")).isVisible();
    Browser.keep(page, "workplace-text");
    Axe.assertOpenToAll(page);
    page.getByTestId("empty").getByText("不按“没有这样的名称”筛选").click();
    assertThat(page.getByTestId("near-row").first()).isVisible();
    assertThat(page.getByTestId("text-chosen")).hasCount(0);

    browser.visit(page, "/desk?q=振兴路");
    assertThat(page.getByTestId("near-row").first()).containsText("振兴路");
    page.getByTestId("text-chosen").click();
    assertThat(page).hasURL(Pattern.compile(".*/desk(#.*)?"));
  }

  @Test
  void ofManyRadiiTheLargestStay() {
    Page page = desk(Screen.DESK, "/desk?radius=500,900,1000,2000,3000,20000");
    assertThat(page.getByTestId("radius")).hasValue("20000");
    assertThat(page.getByTestId("ring-900")).hasAttribute("aria-pressed", "true");
    assertThat(page.getByTestId("ring-500")).isDisabled();
    Browser.keep(page, "workplace-rings-full");
    page.getByTestId("ring-900").click();
    page.getByTestId("ring-500").click();
    assertThat(page).hasURL(Pattern.compile(".*radius=500,1000,2000,3000,20000.*"));
  }

  @Test
  void theBoxFindsNamesIdsAndCoordinatesInAnyDatum() {
    Page page = desk(Screen.DESK, "/desk");
    page.keyboard().press("/");
    assertThat(page.getByTestId("search")).isFocused();
    page.getByTestId("search").fill("113.607, 34.749");
    Locator options = page.locator(".search__option");
    assertThat(options.nth(1)).containsText("GCJ-02");
    assertThat(options.nth(0)).containsText("东城区");
    Browser.keep(page, "workplace-find");
    Axe.assertOpenToAll(page);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*lon=113\\.60.*"));
    assertThat(page.locator(".panel__head")).containsText("指定位置");
    Browser.keep(page, "workplace-place");

    page.getByTestId("search").fill("S-00042");
    assertThat(options.first()).containsText("00042");
    page.getByTestId("search").press("ArrowDown");
    page.getByTestId("search").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*feature=site/S-00042.*"));
  }

  @Test
  void searchesAreKeptAndOpened() {
    Page page = desk(Screen.DESK, "/desk?view=table&radius=500,1500&sort=-name");
    assertThat(page.getByTestId("rings")).containsText("500");
    Browser.keep(page, "workplace-rings");
    page.keyboard().press("s");
    page.getByTestId("search-name").fill("近处 <b>“试”</b>");
    page.getByTestId("search-save").click();
    assertThat(page.getByTestId("search-open")).containsText("近处 <b>“试”</b>");
    Browser.keep(page, "workplace-searches");
    Axe.assertOpenToAll(page);

    Page other = desk(Screen.DESK, "/desk");
    other.getByTestId("searches-button").click();
    other.getByTestId("search-open").click();
    Browser.awaitDrawn(other);
    assertThat(other).hasURL(Pattern.compile(".*radius=500,1500.*"));
    assertThat(other.getByTestId("table")).isVisible();
    other.getByTestId("searches-button").click();
    other.getByTestId("search-delete").click();
    assertThat(other.getByTestId("search-open")).hasCount(0);
  }

  @Test
  void whatFailsIsStillThereToBeTriedAgain() {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    page.route("**/api/desk/columns", route -> route.abort());
    browser.visit(page, TABLE);
    assertThat(page.getByTestId("sort-name")).isVisible();

    page.getByTestId("searches-button").click();
    page.route("**/api/desk/searches/*", route -> route.abort());
    page.getByTestId("search-name").fill("下一次再存");
    page.getByTestId("search-save").click();
    assertThat(page.getByTestId("error")).isVisible();
    assertThat(page.getByTestId("search-name")).hasValue("下一次再存");
    Browser.keep(page, "workplace-search-failed");
    page.unroute("**/api/desk/searches/*");
    page.getByTestId("error").locator("button").click();
    Locator kept = page.locator("li").filter(new Locator.FilterOptions().setHasText("下一次再存"));
    assertThat(kept).isVisible();
    assertThat(page.getByTestId("search-name")).hasValue("");
    kept.getByTestId("search-delete").click();
    assertThat(kept).hasCount(0);
    browser.forgetErrors();
  }

  @Test
  void theKeyboardIsEnough() {
    Page page = desk(Screen.DESK, "/desk");
    page.keyboard().press("t");
    assertThat(page.getByTestId("table")).isVisible();
    page.keyboard().press("l");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Space");
    page.keyboard().press("Shift+ArrowDown");
    page.keyboard().press("Shift+ArrowDown");
    assertThat(page.getByTestId("chosen")).containsText("3");
    page.keyboard().press("End");
    assertThat(page.locator("[data-testid=table-row]:focus"))
        .hasAttribute(
            "data-index",
            String.valueOf(
                Integer.parseInt(page.getByTestId("table").getAttribute("aria-rowcount")) - 2));
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("site-card")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("site-card")).hasCount(0);
    page.keyboard().press("?");
    assertThat(page.getByTestId("keys")).isVisible();
    Browser.keep(page, "workplace-keys");
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("keys")).hasCount(0);
  }

  @Test
  void theFocusGoesAlongWithWhatIsFoundAndComesBack() {
    Page page = desk(Screen.DESK, "/desk?id=none");
    find(page, "S-00042");
    Locator card = page.getByTestId("site-card");
    assertThat(card.locator(".icon-button")).isFocused();
    Browser.keep(page, "workplace-find-focus");
    page.keyboard().press("Escape");
    assertThat(card).hasCount(0);
    assertThat(page.getByTestId("search")).isFocused();
    find(page, "S-00042");
    assertThat(card.locator(".icon-button")).isFocused();
    page.keyboard().press("Enter");
    assertThat(card).hasCount(0);
    assertThat(page.getByTestId("search")).isFocused();

    browser.visit(page, "/desk");
    Locator row = page.getByTestId("near-row").nth(3);
    find(page, String.valueOf(row.getAttribute("data-id")));
    assertThat(row).hasAttribute("aria-expanded", "true");
    assertThat(row).isFocused();
    page.keyboard().press("Escape");
    assertThat(row).hasAttribute("aria-expanded", "false");
    assertThat(row).isFocused();
  }

  private static void find(Page page, String text) {
    page.keyboard().press("/");
    page.getByTestId("search").fill(text);
    assertThat(page.locator(".search__option").first()).isVisible();
    Browser.awaitQuiet(page);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
  }

  @Test
  void singleKeysActFromWhatTakesNoText() {
    Page page = desk(Screen.DESK, "/desk");
    page.locator(".panel__head input[type=radio]:checked").focus();
    page.keyboard().press("/");
    assertThat(page.getByTestId("search")).isFocused();
    page.keyboard().type("?t");
    assertThat(page.getByTestId("search")).hasValue("?t");
    page.locator("input[type=checkbox]").first().focus();
    page.keyboard().press("t");
    assertThat(page.getByTestId("table")).isVisible();
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void worksInEnglishOnDeskAndPhone(Screen screen) {
    Page page = desk(screen, "/desk?lang=en&view=table");
    assertThat(page.getByTestId("sort-name")).containsText("Name");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "workplace-english-" + screen.name().toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void worksOnAPhone() {
    Page page = desk(Screen.PHONE, TABLE);
    assertThat(page.getByTestId("table-row").first()).isVisible();
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "workplace-phone");
    page.locator("[data-testid=table-row] input").first().check();
    page.getByTestId("bulk").click();
    page.getByTestId("bulk-value").selectOption("water");
    assertThat(page.getByTestId("bulk-sum")).isVisible();
    Browser.keep(page, "workplace-bulk-phone");
    Browser.assertFitsTheScreen(page);
    page.setViewportSize(360, 780);
    Browser.assertFitsTheScreen(page);
    page.getByTestId("dialog-close").click();
    Axe.assertOpenToAll(page);
  }

  @Test
  void printsMapAndTable() throws IOException {
    Page page = desk(Screen.DESK, "/desk?view=table&columns=name,id,class,distance&q=航海路项目 000");
    int rows = Integer.parseInt(page.getByTestId("table").getAttribute("aria-rowcount")) - 1;
    byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
    Files.write(Path.of("target", "screenshots", "workplace-print.pdf"), paper);
    String text = String.join("", PdfText.pages(paper));
    assertThat(Pattern.compile("S-\\d{5}").matcher(text).results()).hasSize(rows);
    assertThat(text).contains("管控圈").doesNotContain("批量设置");
  }

  @Test
  void printsTheRowsInTheirOrderWhereverItWasScrolledTo() {
    Page page = desk(Screen.DESK, TABLE + "&q=航海路项目 00");
    int rows = Integer.parseInt(page.getByTestId("table").getAttribute("aria-rowcount")) - 1;
    Locator scroller = page.locator(".grid-scroll");
    Locator first = page.locator("[data-testid=table-row][data-index='0']");
    scroller.evaluate("node => { node.scrollTop = node.scrollHeight; }");
    assertThat(first).hasCount(0);
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(
            page.getByTestId("table-row")
                .evaluateAll("nodes => nodes.map((node) => Number(node.dataset.index))"))
        .isEqualTo(java.util.stream.IntStream.range(0, rows).boxed().toList());
  }
}
