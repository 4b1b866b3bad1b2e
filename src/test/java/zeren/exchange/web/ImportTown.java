package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/**
 * A service with two districts, 西区 and 东区, that came in as a file does. Tests share it: each takes
 * ids of its own, and only one test a layer ends what others may have brought.
 */
final class ImportTown {

  static final String PASSWORD = "another long password";

  /** Side by side, from 113.5 to 113.6 and on to 113.7 east, 34.7 to 34.8 north. */
  static final String DISTRICTS =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"W","properties":{"编号":"W","名称":"西区","类型":"县(市、区)","设区市":"小城","简称":"西边"},
       "geometry":{"type":"Polygon","coordinates":[[[113.5,34.7],[113.6,34.7],[113.6,34.8],[113.5,34.8],[113.5,34.7]]]}},
      {"type":"Feature","id":"E","properties":{"编号":"E","名称":"东区","类型":"开发区","设区市":"小城","简称":null},
       "geometry":{"type":"Polygon","coordinates":[[[113.6,34.7],[113.7,34.7],[113.7,34.8],[113.6,34.8],[113.6,34.7]]]}}
      ]}
      """;

  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private ImportTown() {}

  private static final class Shared {
    static final RunningZeren ZEREN = start();
  }

  static RunningZeren running() {
    return Shared.ZEREN;
  }

  /** One of its own, with the districts. */
  static RunningZeren start(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers"));
    all.addAll(List.of(settings));
    RunningZeren zeren = RunningZeren.start(all.toArray(String[]::new));
    JsonNode result =
        Uploads.run(
            zeren, "district/import?crs=cgcs2000&validFrom=2020-01-01", "区.geojson", DISTRICTS);
    assertThat(result.path("created").asInt()).as(result.toString()).isEqualTo(2);
    return zeren;
  }

  /** What the ids of one test begin with. */
  static String prefix() {
    return "t" + PREFIXES.incrementAndGet() + "-";
  }

  /** Makes an account, as nothing does yet over HTTP. */
  static void makeAccount(RunningZeren zeren, String name, String role) {
    zeren
        .bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO account (name, password_hash, role, created_at)
            VALUES (:name, :hash, :role, :at)
            """)
        .param("name", name)
        .param("hash", zeren.bean(PasswordEncoder.class).encode(PASSWORD))
        .param("role", role)
        .param("at", Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
  }

  static HttpRequest.Builder requestAs(RunningZeren zeren, String name, String path) {
    return zeren.request(path).header("Authorization", RunningZeren.basic(name, PASSWORD));
  }

  static JsonNode feature(String layer, String id) {
    return running().jsonAsAdmin("/api/layers/" + layer + "/features/" + id);
  }

  static int status(String layer, String id) {
    return running().getAsAdmin("/api/layers/" + layer + "/features/" + id).statusCode();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Every row is one of them: none is lost, none counted twice. */
  static void assertEveryRowCounted(JsonNode result) {
    assertThat(
            result.path("created").asLong()
                + result.path("changed").asLong()
                + result.path("unchanged").asLong()
                + result.path("refused").asLong())
        .as(result.toString())
        .isEqualTo(result.path("rows").asLong());
  }

  /** Rows, created, changed, unchanged, closed and refused. */
  static List<Integer> counts(JsonNode result) {
    assertEveryRowCounted(result);
    return List.of(
        result.path("rows").asInt(),
        result.path("created").asInt(),
        result.path("changed").asInt(),
        result.path("unchanged").asInt(),
        result.path("closed").asInt(),
        result.path("refused").asInt());
  }
}
