package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.page.Browser.Screen;

/**
 * One feature at a time: its form, its place on the map, its history, and two who edit the same.
 */
class AdminEditIT extends BrowserTest {

  AdminEditIT() {
    super(OfficeTown.start());
  }

  private Page admin(Screen screen, String address) {
    Page page = browser.open(screen);
    browser.logIn(page);
    browser.visit(page, address);
    return page;
  }

  private Page edit(String feature) {
    Page page = admin(Screen.DESK, "/admin?view=edit&feature=" + feature);
    assertThat(page.getByTestId("save")).isDisabled();
    return page;
  }

  private JsonNode site(String id) {
    return zeren.jsonAsAdmin("/api/layers/site/features/" + id);
  }

  private static Locator field(Page page, String name) {
    return page.getByTestId("field-" + name);
  }

  private static void drag(Page page, Locator handle, double x, double y) {
    double[] from = OfficeTown.middleOf(handle);
    page.mouse().move(from[0], from[1]);
    page.mouse().down();
    page.mouse().move(from[0] + x / 2, from[1] + y / 2);
    page.mouse().move(from[0] + x, from[1] + y);
    page.mouse().up();
  }

  private static double metresFrom(JsonNode feature, double lon, double lat) {
    JsonNode at = feature.get("geometry").get("coordinates");
    return Shapes.metres(lon, lat, at.get(0).asDouble(), at.get(1).asDouble());
  }

  @Test
  void aSiteIsFoundChangedAndItsHistorySaysHow() {
    Page page = admin(Screen.DESK, "/admin?view=edit&layer=site");
    page.getByTestId("find-feature").fill("二号");
    assertThat(page.getByTestId("found-row")).hasCount(1);
    page.getByTestId("found-row").click();
    assertThat(page.locator("[data-field=name]")).containsText("必填");
    assertThat(page.locator("[data-field=accuracy_m]")).containsText("m");
    assertThat(field(page, "type").locator("option")).hasCount(9);
    assertThat(page.getByTestId("valid-from")).hasAttribute("type", "date");
    assertThat(page.locator("[data-field=district_recorded]")).containsText("西城区");
    field(page, "district_recorded").fill("东城区");
    assertThat(field(page, "district_recorded")).hasValue("east");
    field(page, "name").fill("");
    page.getByTestId("save").click();
    assertThat(page.locator("[data-field=name]")).containsText("必须填写");
    field(page, "name").fill("二号工地（二期）");
    field(page, "class").selectOption("C");
    placeByNumbers(page);
    Browser.keep(page, "admin-edit-form");
    page.getByTestId("save").click();

    Locator newest = page.getByTestId("history-entry").first();
    assertThat(newest).containsText("admin");
    assertThat(newest.locator("del").filter(withText("二号工地"))).hasCount(1);
    assertThat(newest.locator("ins").filter(withText("二号工地（二期）"))).hasCount(1);
    assertThat(newest.locator("ins").filter(withText("C 类"))).hasCount(1);
    assertThat(newest.locator("ins").filter(withText("东城区"))).hasCount(1);
    assertThat(newest).containsText("位置移动了");
    assertThat(page.getByTestId("history-entry")).hasCount(2);
    assertThat(site("G-2").get("properties").get("district_recorded").asString()).isEqualTo("east");
    assertThat(metresFrom(site("G-2"), 113.61, 34.74)).isLessThan(0.5);
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "admin-edit-history");
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void placeByNumbers(Page page) {
    double[] shifted = CoordinateSystem.parse("gcj02").fromCanonical(113.61, 34.74);
    page.getByTestId("position-datum").selectOption("gcj02");
    page.getByTestId("position-x").fill(String.valueOf(shifted[0]));
    page.getByTestId("position-y").fill(String.valueOf(shifted[1]));
    page.getByTestId("place").click();
    assertThat(page.getByTestId("undo")).isEnabled();
  }

  @Test
  void aPointIsDraggedAndMovedByKeysAndEachStepCanBeTakenBack() {
    Page page = edit("site/G-1");
    Locator point = page.getByTestId("handle-point");
    String before = page.getByTestId("position-x").inputValue();
    drag(page, point, 120, 0);
    assertThat(page.getByTestId("position-x")).not().hasValue(before);
    String dragged = page.getByTestId("position-x").inputValue();
    assertThat(Double.parseDouble(dragged)).isGreaterThan(Double.parseDouble(before));
    point.focus();
    page.keyboard().press("Shift+ArrowLeft");
    assertThat(page.getByTestId("position-x")).not().hasValue(dragged);
    assertThat(point).isFocused();
    page.keyboard().press("Control+z");
    assertThat(page.getByTestId("position-x")).hasValue(dragged);
    page.getByTestId("undo").click();
    assertThat(page.getByTestId("position-x")).hasValue(before);
    assertThat(page.getByTestId("edit-state")).hasText("没有改动");
    page.getByTestId("redo").click();
    assertThat(page.getByTestId("position-x")).hasValue(dragged);
    page.getByTestId("save").click();
    assertThat(page.getByTestId("history")).containsText("位置移动了");
    assertThat(site("G-1").get("geometry").get("coordinates").get(0).asDouble())
        .isCloseTo(Double.parseDouble(dragged), within(1e-6));
  }

  @Test
  void cornersOfAnAreaAreDraggedAddedAndRemoved() {
    Page page = edit("district/west");
    Locator corners = page.getByTestId("handle-corner");
    assertThat(corners).hasCount(4);
    page.getByTestId("handle-middle").first().click();
    assertThat(corners).hasCount(5);
    drag(page, corners.nth(1), 0, 40);
    assertThat(page.getByTestId("undo")).isEnabled();
    Browser.keep(page, "admin-edit-area");
    corners.nth(1).focus();
    page.keyboard().press("Delete");
    assertThat(corners).hasCount(4);
    page.getByTestId("undo").click();
    assertThat(corners).hasCount(5);
    page.getByTestId("save").click();
    assertThat(page.getByTestId("history-entry")).hasCount(2);
    JsonNode ring =
        zeren
            .jsonAsAdmin("/api/layers/district/features/west")
            .get("geometry")
            .findPath("coordinates");
    assertThat(ring.toString().split("\\],\\[")).hasSize(6);
  }

  @Test
  void twoWhoEditTheSameChooseFieldByField() throws Exception {
    create("T-1", "两人改的工地");
    Page page = edit("site/T-1");
    field(page, "note").fill("我写的");
    somebodyElse("T-1", Map.of("note", "别人写的", "class", "A"));
    page.getByTestId("save").click();
    Locator conflict = page.getByTestId("conflict");
    assertThat(conflict).containsText("别人写的");
    assertThat(conflict).containsText("我写的");
    assertThat(page.getByTestId("theirs-class")).isChecked();
    assertThat(page.getByTestId("mine-note")).isChecked();
    Browser.keep(page, "admin-edit-conflict");
    Browser.assertFitsTheScreen(page);
    page.getByTestId("merge").click();
    assertThat(page.getByTestId("history")).isVisible();
    assertThat(site("T-1").get("properties").get("note").asString()).isEqualTo("我写的");
    assertThat(site("T-1").get("properties").get("class").asString()).isEqualTo("A");
    browser.forgetErrors();
  }

  /** An end that somebody else has set meanwhile is neither lost nor taken over unseen. */
  @Test
  void theEndThatSomebodyElseHasSetIsAskedAboutToo() throws Exception {
    create("T-4", "有期限的工地");
    Page page = edit("site/T-4");
    field(page, "note").fill("我写的");
    somebodyElse("T-4", Map.of("class", "A"), "2099-01-01");
    page.getByTestId("save").click();
    Locator end = page.locator("[data-field='@validTo']");
    assertThat(end).containsText("2098-12-31");
    assertThat(page.getByTestId("theirs-@validTo")).isChecked();
    page.getByTestId("merge").click();
    assertThat(page.getByTestId("history")).isVisible();
    assertThat(site("T-4").path("valid_to").asString()).isEqualTo("2099-01-01");
    assertThat(site("T-4").at("/properties/note").asString()).isEqualTo("我写的");
    browser.forgetErrors();
  }

  @Test
  void whoWantsToEndWhatSomebodyElseHasChangedLooksAtThatFirst() throws Exception {
    create("T-5", "改过的工地");
    Page page = edit("site/T-5");
    somebodyElse("T-5", Map.of("note", "别人写的"));
    page.getByTestId("close-feature").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("conflict")).hasCount(0);
    page.getByTestId("error").getByText("看最新的").click();
    assertThat(field(page, "note")).hasValue("别人写的");
    assertThat(site("T-5").path("valid_to").isNull()).isTrue();
    browser.forgetErrors();
  }

  @Test
  void whatWasLeftUnsavedMeetsWhatSomebodyElseHasSavedMeanwhile() throws Exception {
    create("T-6", "放了一会儿的工地");
    Page page = edit("site/T-6");
    field(page, "note").fill("我写的");
    page.getByTestId("section-layers").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("layer-site")).isVisible();
    somebodyElse("T-6", Map.of("class", "A"));
    page.goBack();
    assertThat(page.getByTestId("conflict")).containsText("我写的");
    assertThat(page.getByTestId("theirs-class")).isChecked();
    page.getByTestId("merge").click();
    assertThat(page.getByTestId("history")).isVisible();
    assertThat(site("T-6").at("/properties/note").asString()).isEqualTo("我写的");
    assertThat(site("T-6").at("/properties/class").asString()).isEqualTo("A");
  }

  private void create(String id, String name) throws Exception {
    ObjectNode body = new JsonMapper().createObjectNode();
    body.put("type", "Feature").put("id", id);
    body.putObject("geometry").put("type", "Point").putArray("coordinates").add(113.55).add(34.75);
    body.putObject("properties").put("name", name).put("type", "building").put("source", "test");
    body.put("valid_from", "2021-01-01");
    put(id, body, "If-None-Match", "*");
  }

  private void somebodyElse(String id, Map<String, String> changes) throws Exception {
    somebodyElse(id, changes, null);
  }

  private void somebodyElse(String id, Map<String, String> changes, @Nullable String end)
      throws Exception {
    HttpResponse<String> now = zeren.getAsAdmin("/api/layers/site/features/" + id);
    ObjectNode feature = (ObjectNode) new JsonMapper().readTree(now.body());
    changes.forEach(((ObjectNode) feature.get("properties"))::put);
    ObjectNode body = new JsonMapper().createObjectNode();
    body.put("type", "Feature").put("id", id);
    body.set("geometry", feature.get("geometry"));
    body.set("properties", feature.get("properties"));
    body.put("valid_to", end);
    put(id, body, "If-Match", now.headers().firstValue("ETag").orElseThrow());
  }

  private void put(String id, ObjectNode body, String header, String value) {
    HttpResponse<String> answer =
        zeren.send(
            zeren
                .requestAsAdmin("/api/layers/site/features/" + id)
                .header("Content-Type", "application/geo+json")
                .header(header, value)
                .PUT(BodyPublishers.ofString(body.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  @Test
  void aSiteIsEndedWithADay() throws Exception {
    create("T-2", "完工的工地");
    Page page = edit("site/T-2");
    page.getByTestId("close-feature").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("完工的工地");
    page.getByTestId("close-day").fill("2022-06-01");
    Browser.keep(page, "admin-edit-close");
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("history")).containsText("2022-06-01");
    assertThat(zeren.getAsAdmin("/api/layers/site/features/T-2").statusCode()).isEqualTo(404);
    assertThat(
            zeren
                .getAsAdmin("/api/layers/site/features/T-2?at=" + LocalDate.of(2022, 5, 31))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoeverLeavesUnsavedChangesIsAsked() throws Exception {
    create("T-3", "没改完的工地");
    Page page = admin(Screen.DESK, "/admin?view=edit&layer=site");
    page.locator("[data-testid=found-row][data-id=T-3]").click();
    field(page, "note").fill("只写了一半");
    page.getByTestId("section-layers").click();
    Locator question = page.getByRole(AriaRole.DIALOG);
    assertThat(question).containsText("改动还没有保存");
    page.keyboard().press("Escape");
    assertThat(field(page, "note")).hasValue("只写了一半");
    page.goBack();
    assertThat(question).isVisible();
    page.keyboard().press("Escape");
    assertThat(page).hasURL(Pattern.compile(".*T-3"));
    page.getByTestId("section-layers").click();
    page.getByTestId("confirm").click();
    assertThat(page.getByTestId("layer-site")).isVisible();
    page.goBack();
    assertThat(page.getByTestId("recovered")).isVisible();
    assertThat(field(page, "note")).hasValue("只写了一半");
    page.getByTestId("recovered").locator("button").click();
    assertThat(field(page, "note")).hasValue("");
  }

  @Test
  void aNewSiteIsPutOnTheMapWithAPhone() {
    Page page = admin(Screen.PHONE, "/admin?view=edit&layer=site");
    Browser.assertFitsTheScreen(page);
    page.getByTestId("new-feature").tap();
    var map = Objects.requireNonNull(page.getByTestId("map").boundingBox());
    page.touchscreen().tap(map.x + map.width / 2, map.y + map.height * 0.7);
    assertThat(page.getByTestId("handle-point")).isVisible();
    assertThat(page.getByTestId("position-x")).not().hasValue("");
    page.getByTestId("save").tap();
    assertThat(page.locator(".workbench")).containsText("必须填写");
    page.getByTestId("new-id").fill("P-1");
    assertThat(page.locator("#new-id-problem")).isHidden();
    field(page, "name").fill("手机上报的工地");
    field(page, "type").selectOption("road");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "admin-edit-new-phone");
    page.getByTestId("save").tap();
    assertThat(page.getByTestId("history")).containsText("新增");
    Browser.assertFitsTheScreen(page);
    Browser.keep(page, "admin-edit-history-phone");
    assertThat(site("P-1").get("properties").get("type").asString()).isEqualTo("road");
  }
}
