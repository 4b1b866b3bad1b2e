package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.format.FormatLimits;
import zeren.format.Table;
import zeren.format.TableFiles;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** Runs of the audits over HTTP, one after the other on the same data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditRunsHttpIT {

  private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
  private static final String GAPS = "/api/audits/findings?kind=gap&level=village";
  private static final RunningZeren ZEREN = RunningZeren.start("--zeren.reference=false");

  @BeforeAll
  static void fill() {
    record(draft("district", "甲", 113, 113.1, Map.of("kind", "county", "city", "小城")));
    record(cell("a", 113, 113.05), cell("b", 113.06, 113.1));
  }

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static void record(FeatureDraft... drafts) {
    ZEREN.bean(FeatureStore.class).record(List.of(drafts), "tester");
  }

  private static FeatureDraft cell(String id, double west, double east) {
    return draft("grid_cell", id, west, east, Map.of("level", "village", "district", "甲"));
  }

  private static FeatureDraft draft(
      String layer, String id, double west, double east, Map<String, Object> more) {
    Geometry area = Shapes.rectangle(west, 34, east, 34.1);
    Map<String, @Nullable Object> values = new LinkedHashMap<>(more);
    values.put("name", "名" + id);
    return new FeatureDraft(layer, id, area, values, FOUNDED, null);
  }

  private static HttpResponse<String> begin() {
    return ZEREN.send(ZEREN.requestAsAdmin("/api/audits/runs").POST(BodyPublishers.noBody()));
  }

  /** Begins a run and waits for its end. */
  private static JsonNode run() throws InterruptedException {
    HttpResponse<String> begun = begin();
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    String path = begun.headers().firstValue("Location").orElseThrow();
    assertThat(RunningZeren.parse(begun.body()).path("state").asString()).isEqualTo("running");
    JsonNode run = ZEREN.jsonAsAdmin(path);
    while (run.path("state").asString().equals("running")) {
      Thread.sleep(50);
      run = ZEREN.jsonAsAdmin(path);
    }
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
    assertThat(run.path("done").asInt()).isEqualTo(run.path("total").asInt());
    return run;
  }

  private static JsonNode changes(JsonNode run, String kind) {
    for (JsonNode changes : run.path("changes")) {
      if (changes.path("kind").asString().equals(kind)) {
        return changes;
      }
    }
    throw new AssertionError("No " + kind + " in " + run);
  }

  private static HttpResponse<String> accept(long id, String body) {
    return ZEREN.send(
        ZEREN
            .requestAsAdmin("/api/audits/findings/" + id + "/acceptance")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private static long gap() {
    JsonNode list = ZEREN.jsonAsAdmin(GAPS);
    assertThat(list.path("items")).hasSize(1);
    return list.path("items").get(0).path("id").asLong();
  }

  @Test
  @Order(1)
  void theFirstRunFindsAllAsNew() throws Exception {
    JsonNode run = run();
    // The levels above have no cells: each is one gap.
    assertThat(changes(run, "gap").path("found").asInt()).isEqualTo(3);
    assertThat(changes(run, "gap").path("new").asInt()).isEqualTo(3);
    assertThat(run.path("started_by").asString()).isEqualTo("admin");
    assertThat(Instant.parse(run.path("finished_at").asString()))
        .isAfterOrEqualTo(Instant.parse(run.path("started_at").asString()));
    JsonNode list =
        ZEREN.jsonAsAdmin(GAPS + "&new=true&state=open&district=甲".replace("甲", "%E7%94%B2"));
    assertThat(list.path("total").asInt()).isEqualTo(1);
    assertThat(list.path("counts").path("kind").path("gap").asInt()).isEqualTo(1);
    JsonNode gap = list.path("items").get(0);
    assertThat(gap.path("new").asBoolean()).isTrue();
    assertThat(gap.path("district").path("name").asString()).isEqualTo("名甲");
    assertThat(gap.path("bbox").get(0).asDouble()).isEqualTo(113.05);
    assertThat(gap.path("lon").asDouble()).isBetween(113.05, 113.06);
    assertThat(gap.path("sites").asInt()).isZero();
    assertThat(gap.path("geometry").isMissingNode()).isTrue();
  }

  @Test
  @Order(2)
  void aFindingIsAcceptedWithAReason() {
    HttpResponse<String> accepted = accept(gap(), "{\"reason\":\"水库水面\"}");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    JsonNode finding = ZEREN.jsonAsAdmin("/api/audits/findings/" + gap());
    assertThat(finding.path("state").asString()).isEqualTo("accepted");
    assertThat(finding.path("accepted_by").asString()).isEqualTo("admin");
    assertThat(finding.path("reason").asString()).isEqualTo("水库水面");
    assertThat(finding.path("history").findValuesAsString("event"))
        .containsExactly("found", "accepted");
    assertThat(finding.path("geometry").path("type").asString()).isEqualTo("Polygon");
  }

  @Test
  @Order(3)
  void theNextRunShowsWhatChanged() throws Exception {
    record(cell("a", 113, 113.055), cell("c", 113.09, 113.1));
    JsonNode run = run();
    assertThat(changes(run, "gap").path("again").asInt()).isEqualTo(3);
    assertThat(changes(run, "overlap").path("new").asInt()).isEqualTo(1);
    assertThat(
            ZEREN
                .jsonAsAdmin("/api/audits/findings?new=true&kind=overlap")
                .path("items")
                .get(0)
                .path("kind")
                .asString())
        .isEqualTo("overlap");
    assertThat(ZEREN.jsonAsAdmin("/api/audits/findings/" + gap()).path("state").asString())
        .as("a smaller gap is still the one that was accepted")
        .isEqualTo("accepted");
    ZEREN.bean(FeatureStore.class).close("grid_cell", "c", FOUNDED.plusYears(1), "tester");
    record(cell("a", 113, 113.06));
    run = run();
    assertThat(changes(run, "gap").path("resolved").asInt()).isEqualTo(1);
    assertThat(changes(run, "overlap").path("resolved").asInt()).isEqualTo(1);
    assertThat(accept(gap(), "{\"reason\":\"zu spät\"}").statusCode()).isEqualTo(409);
    record(cell("a", 113, 113.05));
    assertThat(changes(run(), "gap").path("reopened").asInt()).isEqualTo(1);
    JsonNode finding = ZEREN.jsonAsAdmin("/api/audits/findings/" + gap());
    assertThat(finding.path("state").asString()).isEqualTo("open");
    assertThat(finding.path("history").findValuesAsString("event"))
        .containsExactly("found", "accepted", "resolved", "reopened");
    assertThat(ZEREN.jsonAsAdmin("/api/audits/runs?limit=2").path("runs")).hasSize(2);
  }

  @Test
  @Order(4)
  void anAcceptanceIsTakenBack() {
    long id = gap();
    accept(id, "{\"reason\":\"why\"}");
    HttpResponse<String> withdrawn =
        ZEREN.send(ZEREN.requestAsAdmin("/api/audits/findings/" + id + "/acceptance").DELETE());
    assertThat(RunningZeren.json(withdrawn).path("state").asString()).isEqualTo("open");
    assertThat(accept(id, "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
    assertThat(accept(id, "{}").statusCode()).isEqualTo(400);
    assertThat(accept(id, "nothing").statusCode()).isEqualTo(400);
    assertThat(accept(9_999, "{\"reason\":\"why\"}").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(5)
  void findingsLeaveAsAWorkbookInChinese(@TempDir Path folder) throws Exception {
    HttpResponse<byte[]> answer =
        ZEREN.sendForBytes(
            ZEREN.requestAsAdmin("/api/audits/findings?format=xlsx&kind=gap&level=village"));
    assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");
    Path file = folder.resolve("findings.xlsx");
    Files.write(file, answer.body());
    try (Table table = TableFiles.open(file, "findings.xlsx", null, FormatLimits.DEFAULT)) {
      assertThat(table.description().columns()).contains("类别", "区县", "面积(m²)", "地图链接");
      List<@Nullable Object> row = java.util.Objects.requireNonNull(table.next()).values();
      assertThat(row).contains("盲区", "监管网格", "村级网格(约1 km)", "名甲", "待处理");
      assertThat(row.get(row.size() - 1).toString()).contains("/desk#15/34.0500");
      assertThat(table.next()).isNull();
    }
  }

  @Test
  @Order(6)
  void findingsLeaveAsGeoJsonForTheMap() {
    JsonNode collection = ZEREN.jsonAsAdmin("/api/audits/findings?format=geojson&kind=gap");
    assertThat(collection.path("features")).hasSize(3);
    JsonNode feature = collection.path("features").get(0);
    assertThat(feature.path("geometry").path("type").asString()).isEqualTo("Polygon");
    assertThat(feature.path("properties").path("kind").asString()).isEqualTo("gap");
    assertThat(feature.path("properties").path("district").asString()).isEqualTo("名甲");
    JsonNode chinese = ZEREN.jsonAsAdmin("/api/audits/findings?format=geojson&kind=gap&lang=zh");
    assertThat(chinese.path("features").get(0).path("properties").path("类别").asString())
        .isEqualTo("盲区");
  }

  @Test
  @Order(7)
  void aRunOnAnotherNodeIsWaitedForAndADeadOneIsNot() throws Exception {
    AuditRunRepository runs = ZEREN.bean(AuditRunRepository.class);
    LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    long other = runs.insert(today, 1, "another node", "她", Instant.now().plusSeconds(600));
    HttpResponse<String> busy = begin();
    assertThat(busy.statusCode()).isEqualTo(409);
    assertThat(RunningZeren.parse(busy.body()).path("run").asLong()).isEqualTo(other);
    runs.beat(other, "another node", 0, Instant.now().minus(AuditRuns.SILENCE).minusSeconds(1));
    run();
    JsonNode dead = ZEREN.jsonAsAdmin("/api/audits/runs/" + other);
    assertThat(dead.path("state").asString()).isEqualTo("failed");
    assertThat(dead.path("problem").asString()).contains("cut off");
  }

  @Test
  @Order(8)
  void whoeverSeesNoInternalDataFindsNothingThere() {
    for (String path : List.of("findings", "findings?kind=x", "findings/1", "runs", "runs/1")) {
      HttpResponse<String> closed = ZEREN.get("/api/audits/" + path);
      assertThat(closed.statusCode()).as(path).isEqualTo(404);
      assertThat(closed.body()).contains("There is nothing at this address.");
    }
    assertThat(
            ZEREN
                .send(ZEREN.request("/api/audits/runs").POST(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @Order(9)
  @CsvSource({
    "findings?kind=hole,400",
    "findings?state=lost,400",
    "findings?new=perhaps,400",
    "findings?format=dwg,400",
    "findings?colour=red,400",
    "findings/x,404",
    "findings/9999,404",
    "runs/x,404",
    "runs/9999,404",
    "runs?limit=0,400"
  })
  void whatCannotBeUsedIsRefused(String path, int status) {
    assertThat(ZEREN.getAsAdmin("/api/audits/" + path).statusCode()).isEqualTo(status);
  }
}
