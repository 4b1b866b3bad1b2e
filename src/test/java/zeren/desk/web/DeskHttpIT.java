package zeren.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;

/** What an account keeps for its desk, and files of just what is shown. */
class DeskHttpIT {

  private static final RunningZeren ZEREN =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
  private static final String LOOKER = RunningZeren.basic("looker", "a long password");
  private static final String ADMIN =
      RunningZeren.basic(RunningZeren.ADMIN_NAME, RunningZeren.ADMIN_PASSWORD);

  @BeforeAll
  static void fill() {
    SmallTown.fill(ZEREN);
    ZEREN
        .bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO account (name, password_hash, role, created_at)
            VALUES ('looker', :hash, 'viewer', :at)
            """)
        .param("hash", ZEREN.bean(PasswordEncoder.class).encode("a long password"))
        .param("at", Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
  }

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static HttpResponse<String> send(String who, String method, String path, String body) {
    return ZEREN.send(
        ZEREN
            .request("/api/desk" + path)
            .header("Authorization", who)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  @Test
  void everyAccountKeepsItsOwnSearches() {
    assertThat(
            send(ADMIN, "PUT", "/searches/%E5%9B%BD%E6%8E%A7", "{\"question\":\"radius=5000\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(send(LOOKER, "PUT", "/searches/mine", "{\"question\":\"id=1\"}").statusCode())
        .isEqualTo(200);
    send(ADMIN, "PUT", "/searches/%E5%9B%BD%E6%8E%A7", "{\"question\":\"radius=1000&q=路\"}");
    JsonNode kept = RunningZeren.json(send(ADMIN, "GET", "/searches", "")).path("searches");
    assertThat(kept).hasSize(1);
    assertThat(kept.path(0).path("name").asString()).isEqualTo("国控");
    assertThat(kept.path(0).path("question").asString()).isEqualTo("radius=1000&q=路");
    assertThat(send(LOOKER, "DELETE", "/searches/%E5%9B%BD%E6%8E%A7", "").statusCode())
        .isEqualTo(404);
    assertThat(send(ADMIN, "DELETE", "/searches/%E5%9B%BD%E6%8E%A7", "").statusCode())
        .isEqualTo(204);
    assertThat(RunningZeren.json(send(ADMIN, "GET", "/searches", "")).path("searches")).isEmpty();
  }

  @Test
  void everyAccountKeepsItsOwnColumns() {
    assertThat(RunningZeren.json(send(LOOKER, "GET", "/columns", "")).path("columns")).isEmpty();
    send(LOOKER, "PUT", "/columns", "{\"columns\":[\"name\",\"distance\"]}");
    send(LOOKER, "PUT", "/columns", "{\"columns\":[\"class\",\"name\"]}");
    JsonNode kept = RunningZeren.json(send(LOOKER, "GET", "/columns", "")).path("columns");
    assertThat(kept.toString()).isEqualTo("[\"class\",\"name\"]");
    assertThat(RunningZeren.json(send(ADMIN, "GET", "/columns", "")).path("columns")).isEmpty();
    send(LOOKER, "PUT", "/columns", "{\"columns\":[]}");
    assertThat(RunningZeren.json(send(LOOKER, "GET", "/columns", "")).path("columns")).isEmpty();
  }

  @Test
  void withoutAnAccountThereIsNothing() {
    for (String path : List.of("/api/desk/searches", "/api/desk/columns")) {
      assertThat(ZEREN.get(path).statusCode()).isEqualTo(404);
    }
    for (String path : List.of("/api/desk/searches/x", "/api/desk/columns")) {
      assertThat(ZEREN.send(ZEREN.request(path).PUT(BodyPublishers.ofString("{}"))).statusCode())
          .isEqualTo(401);
    }
    assertThat(
            ZEREN
                .send(ZEREN.request("/api/desk/table").POST(BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(401);
  }

  private static final String ROWS =
      """
      {"columns":["name","type","ring","distance","around","id"],
       "centres":[{"layer":"station","id":"edge"},{"lon":113.6,"lat":34.75}],
       "radii":[3000,1200],
       "rows":[{"layer":"site","id":"near-south","centre":0},{"layer":"enterprise","id":"mill","centre":1},
               {"layer":"site","id":"near-north","centre":0}]}""";

  @Test
  void aFileHoldsTheseRowsAndColumnsInThisOrder() throws IOException {
    HttpResponse<String> answer = send(LOOKER, "POST", "/table?format=csv", ROWS);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).startsWith("\uFEFF");
    List<CSVRecord> records =
        CSVFormat.RFC4180.parse(new StringReader(answer.body().substring(1))).getRecords();
    assertThat(records.get(0)).containsExactly("名称", "工地类型 / 行业", "圈层 (m)", "距离 (m)", "中心", "编号");
    assertThat(records.get(1))
        .containsExactly("'=工地 near-south", "拆迁", "3000", "2000", "站 edge", "near-south");
    assertThat(records.get(2).get(0)).isEqualTo("secret mill");
    assertThat(records.get(2).get(4)).isEmpty();
    assertThat(records.get(3).get(2)).isEqualTo("1200");
    assertThat(records).hasSize(4);
  }

  private static List<CSVRecord> mill(String layers) throws IOException {
    String body =
        """
        {"columns":["type","operator"],%s "rows":[{"layer":"enterprise","id":"mill"}]}"""
            .formatted(layers);
    HttpResponse<String> answer = send(ADMIN, "POST", "/table?format=csv", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return CSVFormat.RFC4180.parse(new StringReader(answer.body().substring(1))).getRecords();
  }

  @Test
  void aColumnThatNoRowHasIsEmpty() throws IOException {
    List<CSVRecord> alone = mill("");
    assertThat(alone.get(0)).containsExactly("行业", "施工单位");
    assertThat(alone.get(1)).containsExactly("铸造", "");
  }

  @Test
  void headingsAreOfTheLayersThatTheTableCanBeOf() throws IOException {
    List<CSVRecord> both = mill("\"layers\":[\"site\",\"enterprise\"],");
    assertThat(both.get(0)).containsExactly("工地类型 / 行业", "施工单位");
    assertThat(both.get(1)).containsExactly("铸造", "");
  }

  @Test
  void theSameAsAWorkbookInEnglish(@TempDir Path folder) throws IOException {
    HttpResponse<byte[]> answer =
        ZEREN.sendForBytes(
            ZEREN
                .request("/api/desk/table?format=xlsx&lang=en")
                .header("Authorization", ADMIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ROWS)));
    assertThat(answer.statusCode()).isEqualTo(200);
    Path file = Files.write(folder.resolve("desk.xlsx"), answer.body());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      StringBuilder all = new StringBuilder();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
      assertThat(all).contains("Demolition", "near-south", "Distance (m)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|rows",
        "{\"rows\":[{\"layer\":\"site\"}]}|rows",
        "{\"rows\":[{\"layer\":\"site\",\"id\":\"none\"}]}|rows",
        "{\"rows\":[{\"layer\":\"site\",\"id\":\"near-east\"}]}|columns",
        "{\"columns\":[\"name\"],\"layers\":[\"unit\"],\"rows\":[{\"layer\":\"site\",\"id\":\"near-east\"}]}|layers",
        "{\"columns\":[\"colour\"],\"rows\":[{\"layer\":\"site\",\"id\":\"near-east\"}]}|columns",
        "{\"columns\":[\"name\"],\"rows\":[{\"layer\":\"site\",\"id\":\"near-east\",\"centre\":3}]}|rows",
        "{\"columns\":[\"name\"],\"centres\":[{\"lon\":500,\"lat\":1}],\"rows\":[]}|centres"
      })
  void badInputIsNamed(String body, String field) {
    HttpResponse<String> answer = send(ADMIN, "POST", "/table", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("field").asString()).isEqualTo(field);
  }

  @Test
  void namesAndQuestionsHaveBounds() {
    assertThat(
            send(ADMIN, "PUT", "/searches/" + "x".repeat(101), "{\"question\":\"\"}").statusCode())
        .isEqualTo(400);
    assertThat(send(ADMIN, "PUT", "/searches/x", "{}").statusCode()).isEqualTo(400);
    assertThat(send(ADMIN, "PUT", "/columns", "{}").statusCode()).isEqualTo(400);
    assertThat(send(ADMIN, "PUT", "/columns", "{\"columns\":[\"a,b\"]}").statusCode())
        .isEqualTo(400);
  }
}
