package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import zeren.database.CopyCommand;
import zeren.exchange.web.Uploads;

/** {@code bin/run copy}: a service on the copy answers what the one on the original does. */
@ExtendWith(NeedsPostgis.class)
class DatabaseCopyIT {

  private static final List<String> QUESTIONS =
      List.of(
          "/ogc/collections/station/items?limit=1000",
          "/ogc/collections/district/items",
          "/ogc/collections/site/items?limit=1000",
          "/ogc/collections/outfall/items?limit=1000",
          "/ogc/collections/site/items?limit=1000&at=2020-06-01",
          "/api/near?find=site&around=station&id=edge",
          "/api/layers/site/features/moved/history",
          "/api/layers/outfall/features/edited/history",
          "/api/layers/station/features/A-1/history",
          "/api/layers/unit/features/U-1/history",
          "/api/layers/station/mappings",
          "/api/imports",
          "/api/trail?kind=edit",
          "/api/me");

  /** Of the last migration. */
  private static final int SCHEMA = 13;

  private static final int BEFORE = 12;

  @TempDir private static Path folder;
  private static Path original;
  private static Map<String, JsonNode> answers;

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  static void fill() {
    original = folder.resolve("original");
    try (RunningZeren zeren = startOn(embedded(original))) {
      SmallTown.fill(zeren);
      edit(zeren, "edited", "first", "If-None-Match", "*");
      edit(zeren, "edited", "中文 second", "If-Match", "\"1\"");
      edit(zeren, "ended", "to be ended", "If-None-Match", "*");
      Uploads.run(
          zeren,
          "station/import?crs=gcj02",
          "站点.csv",
          "编号,站点名称,城市,级别,经度,纬度\nA-1,一号站,郑州市,国控,113.6,34.7\n");
      Uploads.run(zeren, "unit/import", "单位.csv", "编号,单位名称,单位类别,终止日期\nU-1,城管局,市直部门,2099-12-31\n");
      assertThat(
              zeren
                  .send(
                      zeren
                          .requestAsAdmin("/api/layers/station/mappings/contractor")
                          .header("Content-Type", "application/json")
                          .PUT(
                              BodyPublishers.ofString(
                                  "{\"crs\":\"gcj02\",\"mapping\":{\"columns\":{\"名称\":\"name\"}}}")))
                  .statusCode())
          .isEqualTo(200);
      answers = answers(zeren);
    }
  }

  @Test
  void thereAndBackNothingIsLost() {
    String url = PostgisServer.shared().freshUrl();
    Path back = folder.resolve("back");
    Ended there = copy(original.toString(), url);
    assertThat(there.code()).as(there.err()).isZero();
    Ended here = copy(url, back.toString());
    assertThat(here.code()).as(here.err()).isZero();
    assertThat(here.out()).as("the same counts and checksums").isEqualTo(there.out());
    assertThat(there.out())
        .containsPattern("feature_version +\\d\\d  [0-9a-f]{32}")
        .contains("account", "change_set", "import_job", "import_mapping", "layer_version")
        .doesNotContain("flyway", "spatial_ref_sys", "Left out");

    List<String> settings = PostgisServer.settings(url);
    for (List<String> copy : List.of(settings, embedded(back))) {
      try (RunningZeren zeren = startOn(copy)) {
        assertThat(answers(zeren)).isEqualTo(answers);
        assertThat(zeren.jsonAsAdmin("/api/trail/verification").path("fault").isNull())
            .as("the chain goes on")
            .isTrue();
        long last = lastChange(zeren);
        edit(zeren, "after the copy", "new", "If-None-Match", "*");
        assertThat(lastChange(zeren)).as("numbers go on").isEqualTo(last + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NEW.geometry := ST_Translate(NEW.geometry, 1e-10, 0)",
        "NEW.recorded_at := NEW.recorded_at + interval '1 microsecond'",
        "NEW.properties := (NEW.properties::text || ' ')::json;"
            + " IF NEW.id = 'pipe' THEN NEW.properties := '{}'; END IF",
        "IF NEW.id = 'pipe' THEN RETURN NULL; END IF"
      })
  void aDamagedCopyIsFoundAndNothingOfItIsKept(String damage) {
    String url = migratedAndEmpty();
    JdbcTemplate target = jdbc(url);
    target.execute(
        "CREATE FUNCTION damage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            + damage
            + "; RETURN NEW; END $$");
    target.execute(
        "CREATE TRIGGER damage BEFORE INSERT ON feature_version FOR EACH ROW EXECUTE FUNCTION damage()");
    Ended ended = copy(original.toString(), url);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("feature_version did not arrive as it was sent");
    assertThat(rows(target, "account")).isZero();
    assertThat(rows(target, "feature_version")).isZero();
  }

  @Test
  void aTargetThatIsNotEmptyIsLeftAsItIs() {
    String url = migratedAndEmpty();
    jdbc(url)
        .update("INSERT INTO loaded_dataset (name, loaded_at) VALUES ('somebody else''s', now())");
    Ended ended = copy(original.toString(), url);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("is not empty", "loaded_dataset");
    assertThat(rows(jdbc(url), "feature_version")).isZero();
    assertThat(rows(jdbc(url), "loaded_dataset")).isEqualTo(1);
  }

  @Test
  void anotherVersionOfTheSchemaIsRefused() {
    String url = migratedAndEmpty();
    jdbc(url)
        .update(
            "DELETE FROM flyway_schema_history WHERE installed_rank ="
                + " (SELECT MAX(installed_rank) FROM flyway_schema_history)");
    Ended ended = copy(original.toString(), url);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("is of version " + SCHEMA, "of version " + BEFORE);
  }

  @Test
  void aSourceThatIsNotThereIsNotMade() {
    Ended ended = copy(folder.resolve("nowhere").toString(), PostgisServer.shared().freshUrl());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("There is no database at the address given");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aSourceThatIsBeingServedIsRefused() throws Exception {
    Path busy = folder.resolve("busy");
    try (RunningZeren zeren = startOn(embedded(busy))) {
      assertThat(zeren.get("/").statusCode()).isEqualTo(200);
      StartedCommand.Ended ended =
          StartedCommand.run(
              "copy", "--from", busy.toString(), "--to", PostgisServer.shared().freshUrl());
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.said()).isEqualTo("Not copied. The data folder is in use by another Zeren.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--from", "--to x", "--from x --to", "--from x --into y", "help"})
  void wrongWordsAreAnsweredWithTheRightOnes(String words) {
    Ended ended = run(List.of(words.split(" ")));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("bin/run copy --from PLACE --to PLACE");
  }

  private static String migratedAndEmpty() {
    String url = PostgisServer.shared().freshUrl();
    startOn(PostgisServer.settings(url)).close();
    JdbcTemplate jdbc = jdbc(url);
    jdbc.execute("ALTER TABLE trail DISABLE TRIGGER USER");
    for (String table :
        List.of("account", "layer_version", "loaded_dataset", "trail", "trail_head")) {
      jdbc.update("DELETE FROM " + table);
    }
    jdbc.execute("ALTER TABLE trail ENABLE TRIGGER USER");
    return url;
  }

  private static Ended copy(String from, String to) {
    return run(List.of("--from", from, "--to", to));
  }

  private static Ended run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CopyCommand.run(
            arguments,
            Map.of("ZEREN_FROM_USER", "zeren", "ZEREN_TO_USER", "zeren"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static RunningZeren startOn(List<String> database) {
    List<String> settings = new ArrayList<>(database);
    settings.add("--zeren.reference=false");
    settings.add("--zeren.layers=src/test/resources/own-layers");
    return RunningZeren.start(settings.toArray(String[]::new));
  }

  private static List<String> embedded(Path data) {
    return List.of(
        "--spring.datasource.url=jdbc:h2:file:" + data + "/zeren;DB_CLOSE_ON_EXIT=FALSE");
  }

  private static void edit(
      RunningZeren zeren, String id, String name, String header, String value) {
    String path = "/api/layers/outfall/features/" + id.replace(" ", "%20");
    HttpResponse<String> answer =
        zeren.send(
            zeren
                .requestAsAdmin(path)
                .header(header, value)
                .PUT(
                    BodyPublishers.ofString(
                        """
                        {"type":"Feature","geometry":{"type":"Point","coordinates":[113.5,34.5]},
                         "properties":{"name":"%s"}}"""
                            .formatted(name))));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  private static long lastChange(RunningZeren zeren) {
    Long last =
        zeren.bean(JdbcTemplate.class).queryForObject("SELECT MAX(id) FROM change_set", Long.class);
    return last == null ? 0 : last;
  }

  /** Without the addresses in them, which have another port. */
  private static Map<String, JsonNode> answers(RunningZeren zeren) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (String question : QUESTIONS) {
      HttpResponse<String> answer = zeren.getAsAdmin(question);
      assertThat(answer.statusCode()).as("%s: %s", question, answer.body()).isEqualTo(200);
      String body =
          answer
              .body()
              .replace(zeren.baseUrl(), "")
              .replaceAll("\"timeStamp\":\"[^\"]*\"", "\"timeStamp\":\"\"");
      answers.put(question, RunningZeren.parse(body));
    }
    return answers;
  }

  private static JdbcTemplate jdbc(String url) {
    return new JdbcTemplate(new DriverManagerDataSource(url, "zeren", ""));
  }

  private static int rows(JdbcTemplate database, String table) {
    Integer rows = database.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    return rows == null ? -1 : rows;
  }
}
