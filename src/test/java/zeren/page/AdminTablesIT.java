package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.page.Browser.Screen;

/** Units, people and who is responsible for what, as tables beside the layers of the map. */
class AdminTablesIT extends BrowserTest {

  AdminTablesIT() {
    super(OfficeTown.start());
    zeren
        .bean(FeatureStore.class)
        .record(
            List.of(
                row("unit", "chengguan", Map.of("name", "城市管理局", "kind", "bureau")),
                row("unit", "shuili", Map.of("name", "水利局", "kind", "bureau")),
                row(
                    "assignment",
                    "A-1",
                    Map.of(
                        "name", "拆迁工地扬尘",
                        "unit", "chengguan",
                        "role", "sector",
                        "topics", "dust;noise",
                        "scope_layer", "site",
                        "document", "扬尘防治方案",
                        "clause", "第三条"))),
            "tester");
  }

  private static FeatureDraft row(String table, String id, Map<String, Object> properties) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(properties);
    LocalDate founded = OfficeTown.FOUNDED;
    return new FeatureDraft(table, id, FeatureDraft.nowhere(), values, founded, null);
  }

  private Page admin(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  private static Locator field(Page page, String name) {
    return page.getByTestId("field-" + name);
  }

  @Test
  void tablesStandApartFromTheLayersOfTheMap() {
    Page page = admin(Screen.DESK, "/admin");
    assertThat(page.locator(".ledger__title")).hasText(new String[] {"地图图层", "责任台账"});
    Locator tables = page.locator(".ledger").nth(1);
    assertThat(tables).containsText("责任单位");
    assertThat(tables).containsText("必设责任");
    assertThat(tables.getByTestId("layer-site")).hasCount(0);
    page.getByTestId("export-unit").click();
    Locator form = page.getByTestId("layer-unit").locator(".ledger__out");
    assertThat(form.getByTestId("format-unit").locator("option")).hasCount(5);
    assertThat(form.getByTestId("crs-unit")).hasCount(0);
    assertThat(form.getByTestId("bbox-unit")).hasCount(0);
    Download template = page.waitForDownload(() -> form.getByTestId("template-unit").click());
    assertThat(template.suggestedFilename()).isEqualTo("责任单位模板.xlsx");
    Browser.assertFitsTheScreen(page);
    page.getByTestId("layer-unit").scrollIntoViewIfNeeded();
    Browser.keep(page, "admin-tables-layers");
  }

  @Test
  void aRowIsFoundAndChangedWithSeveralValuesAndItsTerm() {
    Page page = admin(Screen.DESK, "/admin?view=edit&layer=assignment");
    page.getByTestId("find-feature").fill("拆迁");
    assertThat(page.getByTestId("found-row")).hasCount(1);
    assertThat(page.getByTestId("found-row")).containsText("城市管理局 · 行业监管 · 扬尘、噪声 · 施工工地");
    Browser.keep(page, "admin-tables-found");
    page.getByTestId("found-row").click();
    assertThat(page.getByTestId("map")).hasCount(0);
    assertThat(page.getByTestId("field-topics-dust")).isChecked();
    assertThat(page.getByTestId("field-topics-water")).not().isChecked();
    page.getByTestId("field-topics-noise").uncheck();
    page.getByTestId("field-topics-dust").uncheck();
    assertThat(page.locator("[data-field=topics]")).containsText("必须填写");
    page.getByTestId("field-topics-water").check();
    page.getByTestId("field-topics-dust").check();
    assertThat(field(page, "scope_layer").locator("option[value=site]")).hasText("施工工地");
    field(page, "scope_layer").selectOption("enterprise");
    field(page, "unit").fill("水利局");
    assertThat(field(page, "unit")).hasValue("shuili");
    page.getByTestId("valid-from").fill("2024-01-01");
    page.getByTestId("last-day").fill("2023-12-31");
    page.getByTestId("save").click();
    assertThat(page.getByText("不能早于生效日")).isVisible();
    page.getByTestId("last-day").fill("2098-12-31");
    Browser.keep(page, "admin-tables-form");
    page.getByTestId("save").click();

    Locator newest = page.getByTestId("history-entry").first();
    assertThat(newest).containsText("扬尘、水");
    assertThat(newest).containsText("工业企业");
    assertThat(newest).containsText("2024-01-01 起有效，2099-01-01 起不再有效");
    assertThat(newest).containsText("2020-01-01 起有效，2024-01-01 起不再有效");
    assertThat(newest.locator("ins").filter(new Locator.FilterOptions().setHasText("水利局")))
        .hasCount(1);
    Browser.keep(page, "admin-tables-history");
    JsonNode row = zeren.jsonAsAdmin("/api/layers/assignment/features/A-1");
    assertThat(row.at("/properties/topics").asString()).isEqualTo("dust;water");
    assertThat(row.get("valid_to").asString()).isEqualTo("2099-01-01");
    assertThat(row.get("geometry").isNull()).isTrue();

    page.getByTestId("tab-form").click();
    assertThat(page.getByTestId("last-day")).hasValue("2098-12-31");
  }

  @Test
  void aNewRowNeedsNoPlaceAndCanBeEnded() {
    Page page = admin(Screen.PHONE, "/admin?view=edit&layer=person&new=1");
    field(page, "name").fill("网格长001");
    field(page, "unit").fill("城市管理局");
    assertThat(field(page, "unit")).hasValue("chengguan");
    page.getByTestId("new-id").fill("P-1");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "admin-tables-phone-form");
    page.getByTestId("save").click();
    assertThat(page.getByTestId("history-entry")).hasCount(1);
    assertThat(page.getByTestId("history-entry")).containsText("新增");
    page.getByTestId("tab-form").click();
    page.getByTestId("close-feature").click();
    page.getByTestId("close-day").fill("2099-01-01");
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("history-entry")).hasCount(2);
    assertThat(zeren.jsonAsAdmin("/api/layers/person/features/P-1").get("valid_to").asString())
        .isEqualTo("2099-01-01");
    browser.visit(page, "/admin");
    Browser.assertFitsTheScreen(page);
    page.getByTestId("layer-unit").scrollIntoViewIfNeeded();
    Browser.keep(page, "admin-tables-phone-layers");
    browser.visit(page, "/admin?view=edit&layer=unit");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "admin-tables-phone-found");
  }

  @Test
  void aListIsImportedWithoutAQuestionForADatumAndTakenBack() {
    Page page = admin(Screen.DESK, "/admin?view=import");
    page.getByTestId("import-layer").selectOption("unit");
    assertThat(page.getByTestId("template-unit")).isVisible();
    String csv =
        """
        编号,单位名称,单位类别,上级单位,生效日期,截止日期
        N-1,西城城管分局,县区部门,城市管理局,2021-01-01,2098-12-31
        N-2,无此类,某类,,,
        """;
    page.getByTestId("file")
        .setInputFiles(new FilePayload("单位.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getByTestId("mapping")).isVisible();
    assertThat(page.locator("[data-testid=target][data-column=截止日期]")).hasValue("@last_day");
    assertThat(page.getByTestId("datum")).hasCount(0);
    assertThat(page.getByText("坐标系")).hasCount(0);
    Browser.keep(page, "admin-tables-import");
    page.getByTestId("check").click();
    assertThat(page.getByTestId("tab-created")).hasText("新增 1");
    assertThat(page.getByTestId("tab-refused")).containsText("1");
    assertThat(page.getByTestId("preview-map")).hasCount(0);
    assertThat(page.getByTestId("refused-rows")).containsText("只能是");
    page.getByTestId("tab-created").click();
    assertThat(page.getByTestId("list-created")).containsText("西城城管分局");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "admin-tables-import-checked");
    page.getByTestId("commit").click();
    assertThat(page.getByTestId("committed")).isVisible();
    assertThat(page.getByTestId("to-map")).hasCount(0);
    JsonNode unit = zeren.json("/api/layers/unit/features/N-1");
    assertThat(unit.at("/properties/parent").asString()).isEqualTo("chengguan");
    assertThat(unit.get("valid_to").asString()).isEqualTo("2099-01-01");
    page.getByTestId("undo").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("undone")).isVisible();
    assertThat(zeren.get("/api/layers/unit/features/N-1").statusCode()).isEqualTo(404);
  }

  @Test
  void englishReadersGetTheSameInEnglish() {
    Page page = admin(Screen.DESK, "/admin?view=edit&layer=assignment&lang=en");
    assertThat(page.locator(".finder__group")).hasCount(2);
    assertThat(page.locator(".finder__group").nth(1)).containsText("Responsibility tables");
    Browser.assertFitsTheScreen(page);
    browser.visit(page, "/admin?view=edit&feature=assignment/A-1&lang=en");
    assertThat(page.locator("[data-field=topics]")).containsText("Dust");
    assertThat(page.getByText("Last day", new Page.GetByTextOptions().setExact(true))).isVisible();
    Browser.keep(page, "admin-tables-english");
  }

  @Test
  void neitherMapOffersATable() {
    Page page = admin(Screen.DESK, "/desk");
    assertThat(page.locator("body")).not().containsText("责任单位");
    browser.visit(page, "/");
    assertThat(page.locator("body")).not().containsText("责任单位");
    assertThat(page.locator("body")).not().containsText("必设责任");
  }
}
