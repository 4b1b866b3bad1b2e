package zeren.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import zeren.RunningZeren;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.page.Browser.Screen;

/** What an operator sees of the service, and the tables of who is responsible. */
class AdminHealthIT extends BrowserTest {

  AdminHealthIT() {
    super(OfficeTown.start());
    zeren
        .bean(FeatureStore.class)
        .record(
            List.of(
                row("unit", "chengguan", Map.of("name", "城市管理局", "kind", "bureau")),
                row(
                    "assignment",
                    "A-1",
                    Map.of(
                        "name", "拆迁工地扬尘",
                        "unit", "chengguan",
                        "role", "sector",
                        "topics", "dust",
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

  @Test
  void theStateIsToldInPlainWords() {
    for (Screen screen : Screen.values()) {
      Page page = admin(screen, "/admin?view=health");
      for (String part : List.of("database", "layers", "jobs", "audits")) {
        assertThat(page.getByTestId("health-" + part)).hasAttribute("data-grade", "good");
      }
      assertThat(page.getByTestId("health-database")).containsText("MB");
      assertThat(page.getByTestId("health-nodes")).containsText("1 个服务");
      Axe.assertOpenToAll(page);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "admin-health-" + screen);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      browser.visit(page, "/admin?view=health&lang=en");
      assertThat(page.getByTestId("health-database")).containsText("Database");
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "admin-health-en-dark-" + screen);
    }
  }

  @Test
  void theLastRunOfTheAuditsIsTold() {
    Page page = admin(Screen.DESK, "/admin?view=health");
    assertThat(page.getByTestId("health-audits")).containsText("还没有核查过");
    String run =
        RunningZeren.parse(
                zeren
                    .send(
                        zeren
                            .requestAsAdmin("/api/audits/runs")
                            .POST(HttpRequest.BodyPublishers.noBody()))
                    .body())
            .path("id")
            .asString();
    page.waitForCondition(
        () -> zeren.jsonAsAdmin("/api/audits/runs/" + run).path("state").asString().equals("done"));
    page.getByTestId("health-again").click();
    assertThat(page.getByTestId("health-audits")).containsText("已完成");
    JdbcClient database = zeren.bean(JdbcClient.class);
    database
        .sql("UPDATE audit_run SET started_at = :then")
        .param("then", Instant.now().minus(Duration.ofDays(40)).atOffset(ZoneOffset.UTC))
        .update();
    page.getByTestId("health-again").click();
    assertThat(page.getByTestId("health-audits")).hasAttribute("data-grade", "watch");
    assertThat(page.getByTestId("health-audits")).containsText("再核查一次");
    database.sql("DELETE FROM audit_run").update();
  }

  @Test
  void withoutAnAnswerNothingIsCalledWell() {
    Page page = admin(Screen.DESK, "/admin?view=health");
    assertThat(page.getByTestId("health-sum")).containsText("一切正常");
    page.route("**/api/operation/health", route -> route.abort());
    page.getByTestId("health-again").click();
    assertThat(page.getByTestId("error")).isVisible();
    assertThat(page.getByTestId("health-sum")).hasCount(0);
    Browser.keep(page, "admin-health-failed");
    page.unroute("**/api/operation/health");
    page.getByTestId("error").getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByTestId("health-sum")).isVisible();
    browser.forgetErrors();
  }

  /** As if the database had gone away: the service itself still answers. */
  @Test
  void whatOnlyTheDatabaseKnowsIsSaidToBeUnknownWithoutIt() {
    Page page = browser.open(Screen.DESK);
    browser.logIn(page);
    page.route(
        "**/api/operation/health",
        route -> {
          String now = route.fetch().text();
          String away =
              now.replaceAll("\"bytes\":\\d+", "\"bytes\":null")
                  .replaceAll("(\"(?:jobs|audits)\":\\{\"grade\":)\"good\"", "$1null");
          route.fulfill(
              new Route.FulfillOptions().setContentType("application/json").setBody(away));
        });
    browser.visit(page, "/admin?view=health");
    assertThat(page.getByTestId("health-jobs")).containsText("现在不知道");
    assertThat(page.getByTestId("health-audits")).containsText("现在不知道");
    Browser.keep(page, "admin-health-away");
  }

  /** As if this node had missed what another one wrote. */
  @Test
  void aLayerThatIsBehindIsNamed() {
    JdbcClient database = zeren.bean(JdbcClient.class);
    database.sql("UPDATE layer_version SET version = version + 1 WHERE layer = 'unit'").update();
    try {
      Page page = admin(Screen.DESK, "/admin?view=health");
      assertThat(page.getByTestId("health-layers")).hasAttribute("data-grade", "watch");
      assertThat(page.getByTestId("health-layers")).containsText("责任单位");
      assertThat(page.getByTestId("health-sum")).containsText("要处理");
      Browser.keep(page, "admin-health-watch");
    } finally {
      database.sql("UPDATE layer_version SET version = version - 1 WHERE layer = 'unit'").update();
    }
  }

  @Test
  void assignmentsAreFoundByAnyWordAndOpened() {
    for (Screen screen : Screen.values()) {
      Page page = admin(screen, "/admin?view=parties");
      assertThat(page.getByTestId("parties-count")).hasText("1 行");
      assertThat(page.getByTestId("party-row")).containsText("城市管理局");
      Axe.assertOpenToAll(page);
      Browser.assertFitsTheScreen(page);
      Browser.keep(page, "admin-parties-" + screen);
      page.getByTestId("parties-search").fill("没有的");
      assertThat(page.getByTestId("parties-none")).isVisible();
      page.getByTestId("parties-search").fill("扬尘 城市");
      page.getByTestId("party-row").click();
      assertThat(page.getByTestId("impact")).isVisible();
      assertThat(page.getByTestId("close-feature")).isVisible();
      browser.visit(page, "/admin?view=parties&layer=person&lang=en");
      assertThat(page.getByTestId("parties-empty")).isVisible();
      Browser.assertFitsTheScreen(page);
    }
  }
}
