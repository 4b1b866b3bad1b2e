package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.exchange.web.ImportTown.counts;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Mappings that a person sets, and keeps under the name of a source. */
class ImportMappingIT {

  private static final RunningZeren ZEREN = ImportTown.running();
  private static final String MAPPINGS = "/api/layers/outfall/mappings";
  private static final String CSV = "甲列,乙列,丙列,丁列\n%1$s1,一号口,113.55,34.75\n";
  private static final String MAPPING =
      "{\"columns\":{\"甲列\":\"@id\",\"乙列\":\"name\",\"丙列\":\"@lon\",\"丁列\":\"@lat\"}}";

  private final String prefix = ImportTown.prefix();
  private final String csv = CSV.formatted(prefix);

  @AfterEach
  void forget() {
    ZEREN
        .jsonAsAdmin(MAPPINGS)
        .path("mappings")
        .forEach(
            one -> Uploads.delete(ZEREN, MAPPINGS + "/" + encoded(one.path("name").asString())));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> save(String name, String json) {
    return Uploads.put(ZEREN, MAPPINGS + "/" + encoded(name), json);
  }

  @Test
  void aMappingMayBePartOfTheForm() {
    HttpResponse<String> answer =
        Uploads.send(
            ZEREN,
            "/api/layers/outfall/import?crs=wgs84",
            "a.csv",
            ImportTown.utf8(csv),
            Map.of("mapping", MAPPING));
    assertThat(counts(RunningZeren.json(answer))).containsExactly(1, 1, 0, 0, 0, 0);
    assertThat(
            ImportTown.feature("outfall", prefix + "1").path("properties").path("name").asString())
        .isEqualTo("一号口");
  }

  @Test
  void aMappingIsKeptUnderANameAndUsedByIt() {
    HttpResponse<String> saved = save("市水利局 月报", "{\"mapping\":" + MAPPING + ",\"crs\":\"WGS84\"}");
    assertThat(RunningZeren.json(saved).path("crs").asString()).isEqualTo("EPSG:4326");
    JsonNode list = ZEREN.jsonAsAdmin(MAPPINGS).path("mappings");
    assertThat(list).hasSize(1);
    assertThat(list.path(0).path("name").asString()).isEqualTo("市水利局 月报");
    assertThat(list.path(0).path("mapping").toString()).isEqualTo(MAPPING);
    assertThat(
            counts(
                Uploads.run(
                    ZEREN, "outfall/import?mappingName=" + encoded("市水利局 月报"), "a.csv", csv)))
        .containsExactly(1, 1, 0, 0, 0, 0);
  }

  @Test
  void aKeptMappingIsProposedForAFileThatItFits() {
    save("月报", "{\"mapping\":" + MAPPING + ",\"crs\":\"gcj02\"}");
    JsonNode fitting = Uploads.upload(ZEREN, "outfall", "a.csv", csv);
    assertThat(fitting.path("mappingName").asString()).isEqualTo("月报");
    // Offered, not taken: the next file of that source may come in another datum.
    assertThat(fitting.path("mappingCrs").asString()).isEqualTo("gcj02");
    assertThat(fitting.path("settings").path("crs").isNull()).isTrue();
    assertThat(fitting.path("settings").path("mapping").toString()).isEqualTo(MAPPING);
    JsonNode other = Uploads.upload(ZEREN, "outfall", "b.csv", "编号,名称,经度,纬度\n1,a,113.5,34.7\n");
    assertThat(other.path("mappingName").isNull()).isTrue();
    assertThat(Uploads.upload(ZEREN, "sluice", "a.csv", csv).path("mappingName").isNull()).isTrue();
  }

  @Test
  void aMappingOfTheSameNameIsReplaced() {
    save("月报", "{\"mapping\":" + MAPPING + "}");
    save("月报", "{\"mapping\":{\"columns\":{\"乙列\":\"name\"}}}");
    JsonNode list = ZEREN.jsonAsAdmin(MAPPINGS).path("mappings");
    assertThat(list).hasSize(1);
    assertThat(list.path(0).path("mapping").path("columns")).hasSize(1);
    assertThat(list.path(0).path("crs").isNull()).isTrue();
  }

  @Test
  void aMappingCanBeForgotten() {
    save("月报", "{\"mapping\":" + MAPPING + "}");
    assertThat(Uploads.delete(ZEREN, MAPPINGS + "/" + encoded("月报")).statusCode()).isEqualTo(204);
    assertThat(Uploads.delete(ZEREN, MAPPINGS + "/" + encoded("月报")).statusCode()).isEqualTo(404);
    HttpResponse<String> answer =
        Uploads.send(
            ZEREN,
            "/api/layers/outfall/import?mappingName=" + encoded("月报"),
            "a.csv",
            ImportTown.utf8(csv));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(RunningZeren.parse(answer.body()).path("detail").asString()).contains("月报");
  }

  @Test
  void whatIsNoMappingOfTheLayerIsNotKept() {
    assertBad(save("x", "{\"mapping\":{\"columns\":{\"a\":\"class\"}}}"), "no field 'class'");
    assertBad(save("x", "{\"mapping\":{\"columns\":{}}}"), "names no column");
    assertBad(save("x", "{}"), "names no column");
    assertBad(save("x", "{\"mapping\":{\"columns\":{\"a\":\"@lon\"}}}"), "belong together");
    assertBad(save("x", "{\"mapping\":" + MAPPING + ",\"crs\":\"mars\"}"), "mars");
    assertBad(save("x".repeat(101), "{\"mapping\":" + MAPPING + "}"), "1 to 100 characters");
    assertThat(save("x", "not JSON").statusCode()).isEqualTo(400);
    assertThat(ZEREN.jsonAsAdmin(MAPPINGS).path("mappings")).isEmpty();
  }

  private static void assertBad(HttpResponse<String> answer, String detail) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("detail").asString()).contains(detail);
  }

  @Test
  void aMappingThatIsNoJsonOrFitsNotTheFileIsRefusedAndLeavesNothing() {
    long before = ZEREN.jsonAsAdmin("/api/imports").path("total").asLong();
    for (String mapping :
        new String[] {"{", "[]", "{\"columns\":{}}", "{\"columns\":{\"x\":\"name\"}}"}) {
      HttpResponse<String> answer =
          Uploads.send(
              ZEREN,
              "/api/layers/outfall/import?crs=wgs84",
              "a.csv",
              ImportTown.utf8(csv),
              Map.of("mapping", mapping));
      assertThat(answer.statusCode()).as(mapping).isEqualTo(400);
      assertThat(RunningZeren.parse(answer.body()).path("parameter").asString())
          .isEqualTo("mapping");
    }
    assertThat(ZEREN.jsonAsAdmin("/api/imports").path("total").asLong()).isEqualTo(before);
  }

  @Test
  void swappedColumnsAreOfferedTheOtherWayRound() {
    String swapped = "编号,名称,x,y\n%1$s1,甲,34.71,113.51\n%1$s2,乙,34.72,113.52\n".formatted(prefix);
    HttpResponse<String> answer =
        Uploads.send(
            ZEREN,
            "/api/layers/outfall/import?crs=wgs84&dryRun=true",
            "a.csv",
            ImportTown.utf8(swapped),
            Map.of(
                "mapping",
                "{\"columns\":{\"编号\":\"@id\",\"名称\":\"name\",\"x\":\"@lon\",\"y\":\"@lat\"}}"));
    JsonNode result = RunningZeren.json(answer);
    assertThat(counts(result)).containsExactly(2, 0, 0, 0, 0, 2);
    assertThat(result.path("errors")).hasSize(1);
    JsonNode offered = result.path("offeredMapping");
    assertThat(offered.path("columns").path("x").asString()).isEqualTo("@lat");
    assertThat(
            counts(
                Uploads.run(
                    ZEREN,
                    "outfall/import?crs=wgs84&mapping="
                        + URLEncoder.encode(offered.toString(), StandardCharsets.UTF_8),
                    "a.csv",
                    swapped)))
        .containsExactly(2, 2, 0, 0, 0, 0);
  }
}
