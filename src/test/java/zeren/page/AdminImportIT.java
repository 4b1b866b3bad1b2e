package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.account.FirstLogin;
import zeren.exchange.web.Uploads;
import zeren.format.FormatLimits;
import zeren.format.Table;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.page.Browser.Screen;

/** A contractor's file on its way to the map and back, as somebody in an office goes it. */
class AdminImportIT extends BrowserTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  AdminImportIT() {
    super(OfficeTown.start());
  }

  private Page admin(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  private static void upload(Page page, String name, String type, byte[] content) {
    page.getByTestId("file").setInputFiles(new FilePayload(name, type, content));
  }

  private static void uploadBook(Page page) {
    upload(page, OfficeTown.BOOK, XLSX, OfficeTown.book());
    assertThat(page.getByTestId("mapping")).isVisible();
  }

  private static Locator target(Page page, String column) {
    return page.locator("select[data-testid=target][data-column='%s']".formatted(column));
  }

  private static void assertCount(Page page, String kind, int count) {
    assertThat(page.getByTestId("count-" + kind).locator("dd")).hasText(String.valueOf(count));
  }

  private static Locator step(Page page, int number) {
    return page.getByTestId("step-" + number);
  }

  private int statusOf(String layer, String id) {
    return zeren.getAsAdmin("/api/layers/%s/features/%s".formatted(layer, id)).statusCode();
  }

  @Test
  void aContractorsWorkbookComesToTheMapAndIsTakenBack() throws Exception {
    Page page = admin(Screen.DESK, "/admin");
    assertThat(page.getByTestId("layer-site")).containsText("施工工地");
    page.getByTestId("import-site").click();
    uploadBook(page);
    readTheFile(page);
    checkInTheWrongDatumFirst(page);
    lookAtWhatWouldChange(page);
    downloadWhatWasRefused(page);

    page.getByTestId("commit").click();
    assertThat(page.getByTestId("committed")).isVisible();
    assertThat(page.getByTestId("to-map")).hasAttribute("href", Pattern.compile("^/desk#10/"));
    JsonNode place =
        zeren.jsonAsAdmin("/api/layers/site/features/N-1").get("geometry").get("coordinates");
    assertThat(place.get(0).asDouble()).isCloseTo(113.597, within(1e-6));
    assertThat(place.get(1).asDouble()).isCloseTo(34.73, within(1e-6));
    Browser.keep(page, "admin-import-committed");

    theSameFileAgainChangesNothing();

    page.getByTestId("undo").click();
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG))
        .containsText(OfficeTown.BOOK);
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("undone")).isVisible();
    assertThat(statusOf("site", "N-1")).isEqualTo(404);
    page.getByTestId("section-imports").click();
    Locator ofTheBook = page.getByTestId("import-row").filter(withText(OfficeTown.BOOK));
    assertThat(ofTheBook.filter(withText("已撤销"))).hasCount(1);
    Browser.assertFitsTheScreen(page);
  }

  private static void readTheFile(Page page) {
    assertThat(page.getByTestId("file-facts")).containsText("第 3 行");
    assertThat(page.locator("input[name=datum]:checked")).hasCount(0);
    assertThat(step(page, 2)).containsText("请选坐标系");
    assertThat(page.getByTestId("check")).isHidden();
    assertThat(target(page, "纬度")).hasValue("@lat");
    assertThat(target(page, "经度")).hasValue("@lon");
    assertThat(target(page, "工程类型")).hasValue("type");
    assertThat(target(page, "现场情况")).hasValue("");
    assertThat(page.getByTestId("mapping")).containsText("裸土已覆盖");
    target(page, "工地名称").selectOption("");
    assertThat(page.getByTestId("missing")).containsText("名称");
    target(page, "工地名称").selectOption("name");
    target(page, "现场情况").selectOption("note");
    assertThat(page.getByTestId("missing")).hasCount(0);
    Browser.keep(page, "admin-import-mapping");
  }

  private static void checkInTheWrongDatumFirst(Page page) {
    page.getByTestId("datum-epsg4490").check();
    page.getByTestId("check").click();
    assertThat(page.getByTestId("suspect")).containsText("GCJ-02");
    Browser.keep(page, "admin-import-suspect");
    page.getByTestId("use-offered").click();
    assertThat(page.getByTestId("suspect")).hasCount(0);
    assertThat(page.getByTestId("result")).isVisible();
    assertThat(page.getByTestId("datum-gcj02")).isChecked();
  }

  private static void lookAtWhatWouldChange(Page page) {
    assertCount(page, "rows", 7);
    assertCount(page, "created", 3);
    assertCount(page, "changed", 2);
    assertCount(page, "refused", 2);
    Locator refused = page.getByTestId("refused-rows");
    assertThat(refused).containsText("房屋建设");
    assertThat(refused).containsText("是不是：房屋建筑");
    assertThat(refused).containsText("没有填");
    assertThat(page.locator(".preview__legend")).containsText("新增 3");
    assertThat(page.locator(".preview__legend")).containsText("拒收 2");
    Browser.keep(page, "admin-import-result");
    page.getByTestId("tab-changed").click();
    Locator changes = page.getByTestId("list-changed");
    assertThat(changes).containsText("一号工地");
    assertThat(changes.locator("ins").filter(withText("裸土已覆盖"))).hasCount(1);
    Browser.assertFitsTheScreen(page);
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void downloadWhatWasRefused(Page page) throws Exception {
    page.getByTestId("tab-refused").click();
    Download download = page.waitForDownload(() -> page.getByTestId("refused-file").click());
    assertThat(download.suggestedFilename()).endsWith(".xlsx");
    try (Table table =
        TableFiles.open(download.path(), "refused.xlsx", null, FormatLimits.DEFAULT)) {
      List<String> columns = table.description().columns();
      assertThat(columns).contains("工地编号", "工程类型");
      TableRow row = Objects.requireNonNull(table.next());
      assertThat(row.values().toString()).contains("N-4").contains("must be one of");
    }
  }

  private void theSameFileAgainChangesNothing() {
    Page page = admin(Screen.DESK, "/admin?view=import&layer=site");
    uploadBook(page);
    target(page, "现场情况").selectOption("note");
    page.getByTestId("datum-gcj02").check();
    page.getByTestId("check").click();
    assertCount(page, "unchanged", 5);
    assertCount(page, "changed", 0);
    assertThat(step(page, 5)).containsText("完全一致");
    assertThat(page.getByTestId("commit")).isDisabled();
    page.close();
  }

  @Test
  void aMappingThatWasKeptOffersItsDatumAndDoesNotTakeIt() {
    Page page = admin(Screen.DESK, "/admin?view=import&layer=site");
    uploadBook(page);
    target(page, "现场情况").selectOption("note");
    page.getByTestId("datum-gcj02").check();
    page.getByTestId("mapping-name").fill("承包商台账");
    page.getByTestId("save-mapping").click();
    assertThat(page.getByText("已保存「承包商台账」")).isVisible();

    browser.visit(page, "/admin?view=import&layer=site");
    uploadBook(page);
    assertThat(page.getByTestId("stored-mapping")).hasValue("承包商台账");
    assertThat(target(page, "现场情况")).hasValue("note");
    assertThat(page.locator("input[name=datum]:checked")).hasCount(0);
    assertThat(page.getByTestId("datum-stored")).containsText("GCJ-02");
    page.getByTestId("take-stored-datum").click();
    assertThat(page.getByTestId("datum-gcj02")).isChecked();
    assertThat(page.getByTestId("check")).isEnabled();
    zeren.send(
        zeren
            .requestAsAdmin(
                "/api/layers/site/mappings/%E6%89%BF%E5%8C%85%E5%95%86%E5%8F%B0%E8%B4%A6")
            .method("DELETE", BodyPublishers.noBody()));
  }

  @Test
  void replacingSaysHowManyItClosesBeforeItWrites() {
    Page page = admin(Screen.DESK, "/admin?view=import&layer=district");
    String only =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":"west",
        "properties":{"id":"west","name":"西城区","kind":"county","city":"小城"},
        "geometry":{"type":"Polygon","coordinates":
        [[[113.5,34.7],[113.6,34.7],[113.6,34.8],[113.5,34.8],[113.5,34.7]]]}}]}
        """;
    upload(page, "区县.geojson", "application/geo+json", only.getBytes(StandardCharsets.UTF_8));
    assertThat(page.getByTestId("mapping")).isVisible();
    page.getByTestId("datum-epsg4490").check();
    page.getByTestId("mode-replace").check();
    assertThat(page.getByTestId("replace-warning")).isVisible();
    page.getByTestId("check").click();
    assertCount(page, "closed", 1);
    page.getByTestId("commit").click();
    Locator question = page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG);
    assertThat(question).containsText("1 个");
    Browser.keep(page, "admin-import-replace");
    page.keyboard().press("Escape");
    assertThat(question).hasCount(0);
    assertThat(page.getByTestId("committed")).hasCount(0);
    assertThat(statusOf("district", "east")).isEqualTo(200);
    page.getByTestId("commit").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("committed")).isVisible();
    assertThat(statusOf("district", "east")).isEqualTo(404);
    page.getByTestId("undo").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("undone")).isVisible();
    assertThat(statusOf("district", "east")).isEqualTo(200);
  }

  @Test
  void anUnfinishedImportIsTakenUpAgainOrRemoved() {
    Page page = admin(Screen.DESK, "/admin?view=import&layer=station");
    upload(page, "站点.csv", "text/csv", "编号,名称\n1,甲\n".getBytes(StandardCharsets.UTF_8));
    assertThat(page.getByTestId("missing")).isVisible();
    browser.visit(page, "/admin?view=imports&layer=station");
    Locator row = page.getByTestId("import-row");
    assertThat(row).hasCount(1);
    assertThat(row).containsText("站点.csv");
    row.getByText("继续").click();
    assertThat(page.getByTestId("mapping")).containsText("甲");
    page.goBack();
    page.getByTestId("remove-import").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("no-imports")).isVisible();
  }

  @Test
  void settingsThatChangeWhileItIsCheckedAskForAnotherCheck() {
    Page page = admin(Screen.DESK, "/admin?view=import&layer=site");
    uploadBook(page);
    page.getByTestId("datum-gcj02").check();
    CompletableFuture<Route> held = new CompletableFuture<>();
    page.route("**/api/jobs/**", held::complete);
    page.getByTestId("check").click();
    page.waitForCondition(held::isDone);
    page.getByTestId("datum-epsg4490").check();
    assertThat(page.getByTestId("working")).isVisible();
    page.unroute("**/api/jobs/**");
    held.join().resume();
    assertThat(step(page, 4)).containsText("请重新试运行");
    assertThat(page.getByTestId("commit")).hasCount(0);

    page.getByTestId("section-layers").click();
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG))
        .containsText("还没有试运行");
    page.keyboard().press("Escape");
    page.getByTestId("check").click();
    assertThat(page.getByTestId("commit")).isVisible();
    page.getByTestId("section-layers").click();
    assertThat(page.getByTestId("layer-site")).isVisible();
    page.context().close();
  }

  @Test
  void aLastDayIsTheSameInTheFileAndInWhatWouldChange() {
    Page page = admin(Screen.DESK, "/admin?view=import&layer=site");
    String rows = "编号,名称,工地类型,经度,纬度,终止日期\nG-2,二号工地,building,113.597,34.72,2098-12-31\n";
    upload(page, "期限.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
    page.getByTestId("datum-epsg4490").check();
    page.getByTestId("check").click();
    page.getByTestId("tab-changed").click();
    assertThat(page.getByTestId("list-changed")).containsText("2098-12-31");
    page.context().close();
  }

  @Test
  void whoHadItWrittenIsNamedBesideWhoUploadedIt() {
    FirstLogin.office(zeren, "clerk");
    byte[] file = "编号,单位名称,单位类别\nw,写,市直部门\n".getBytes(StandardCharsets.UTF_8);
    String path = "/api/layers/unit/import?dryRun=true";
    HttpResponse<String> checked =
        zeren.send(Uploads.form(zeren.requestAsAdmin(path), "单位.csv", file, Map.of()));
    String id = RunningZeren.json(checked).path("id").asString();
    HttpRequest.Builder commit =
        zeren
            .request("/api/imports/" + id + "/commit")
            .header("Authorization", RunningZeren.basic("clerk", FirstLogin.PASSWORD));
    HttpResponse<String> begun = zeren.send(commit.POST(BodyPublishers.noBody()));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    Page page = admin(Screen.DESK, "/admin?view=imports&layer=unit");
    Locator row = page.getByTestId("import-row");
    assertThat(row).containsText("admin");
    assertThat(row).containsText("clerk 写入");
    Browser.keep(page, "admin-imports-written");
  }

  @Test
  void aLongCheckSaysHowFarItIsAndCanBeStopped() {
    Page page = admin(Screen.DESK, "/admin?view=import&layer=site");
    StringBuilder rows = new StringBuilder("编号,名称,工地类型,经度,纬度\n");
    for (int i = 0; i < 300_000; i++) {
      rows.append("L-%d,长文件%d,房屋建筑,113.%06d,34.75\n".formatted(i, i, 500_000 + i / 2));
    }
    upload(page, "很长.csv", "text/csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    page.getByTestId("datum-epsg4490").check();
    page.getByTestId("check").click();
    assertThat(page.getByTestId("working")).containsText("正在试运行");
    page.getByTestId("cancel-work").click();
    assertThat(step(page, 4)).containsText("已取消");
    assertThat(page.getByTestId("check")).isEnabled();
    assertThat(statusOf("site", "L-0")).isEqualTo(404);
  }

  @Test
  void whatCannotBeReadSaysWhyInWords() {
    Page page = admin(Screen.DESK, "/admin?view=import");
    upload(page, "空.xlsx", XLSX, "no workbook".getBytes(StandardCharsets.UTF_8));
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
        .containsText("请先选图层");
    page.getByTestId("import-layer").selectOption("site");
    upload(page, "坏.xlsx", XLSX, "no workbook".getBytes(StandardCharsets.UTF_8));
    assertThat(page.getByTestId("error")).containsText("没有找到表头");
    assertThat(page.getByTestId("file")).isAttached();
    Browser.keep(page, "admin-import-unreadable");
    browser.forgetErrors();
  }

  @Test
  void aLayerLeavesAsAFileOfTheChosenKind() throws IOException {
    Page page = admin(Screen.DESK, "/admin");
    page.getByTestId("export-site").click();
    page.getByTestId("format-site").selectOption("csv");
    page.getByTestId("crs-site").selectOption("gcj02");
    page.getByTestId("filters-site").locator("summary").click();
    page.getByTestId("where-site").fill("name = '九号工地'");
    Browser.keep(page, "admin-export");
    Download download = page.waitForDownload(() -> page.getByTestId("download-site").click());
    String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF").contains("九号工地").contains("113.603");
    assertThat(csv.strip().lines()).hasSize(2);

    page.getByTestId("where-site").fill("name = ");
    page.getByTestId("download-site").click();
    assertThat(page.getByTestId("error")).containsText("where");
    Browser.assertFitsTheScreen(page);
    browser.forgetErrors();
  }

  @Test
  void theWayIsTheSameOnAPhone() {
    Page page = admin(Screen.PHONE, "/admin?view=import&layer=site");
    uploadBook(page);
    Browser.assertFitsTheScreen(page);
    page.getByTestId("datum-gcj02").check();
    page.getByTestId("check").tap();
    assertCount(page, "refused", 2);
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "admin-import-phone");
    page.getByTestId("sections").tap();
    page.getByTestId("section-imports").tap();
    assertThat(page.getByTestId("import-row").filter(withText("继续")).first()).isVisible();
    Browser.assertFitsTheScreen(page);
    page.getByTestId("sections").tap();
    page.getByTestId("section-layers").tap();
    page.getByTestId("export-site").tap();
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "admin-layers-phone");
  }
}
