package zeren.layer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import zeren.NeedsPostgis;
import zeren.PostgisServer;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/** A node whose database goes away and comes back. */
@ExtendWith(NeedsPostgis.class)
class PostgisAwayIT {

  private static final long PATIENCE_SECONDS = 60;
  private static final String FEATURE = "/api/layers/station/features/one";
  private static final String BODY =
      """
      {"type":"Feature","geometry":{"type":"Point","coordinates":[113.6,34.7]},
       "properties":{"name":"%s","city":"c","level":"national"}}
      """;

  /** What needs no more than what is in memory. */
  private static final List<String> READS =
      List.of(
          "/",
          "/api/layers",
          "/api/near?lon=113.6&lat=34.7&find=station",
          "/api/zones/station/one?radius=3000",
          "/tiles/station/0/0/0.mvt",
          "/tiles/station.json",
          "/ogc/collections/station/items",
          FEATURE);

  private final PostgisServer server = PostgisServer.own();
  private final String url = server.freshUrl();

  @Test
  void aNodeGoesOnReadingSaysSoAndRecovers() throws InterruptedException {
    try (RunningZeren zeren = start();
        RunningZeren other = start()) {
      record(zeren, "one", "before");
      await("both see it", () -> named(zeren, "before") && named(other, "before"));
      assertThat(zeren.getAsAdmin("/api/me").statusCode()).isEqualTo(200);
      assertThat(database(zeren)).isEqualTo("UP");

      server.stop();
      await("health says so", () -> database(zeren).equals("UNREACHABLE"));
      assertGoesOnReading(zeren);
      assertRefusesWhatNeedsTheDatabase(zeren);

      server.start();
      long back = System.nanoTime();
      await(
          "written on the other node",
          () -> put(other, BODY.formatted("after"), "If-Match", "\"1\"").statusCode() == 200);
      tell("written again", back);
      await("the change of the other node is seen", () -> named(zeren, "after"));
      tell("abreast of the other node again", back);
      await("health says so", () -> database(zeren).equals("UP"));
      tell("health UP again", back);
      assertThat(zeren.json(FEATURE).path("version").asInt()).isGreaterThan(1);
      record(zeren, "two", "again");
      await("it is listened to again", () -> named(other, "again"));
    }
  }

  @SuppressWarnings("SystemOut") // A figure to report, not to hold anybody to.
  private static void tell(String what, long since) {
    System.out.printf(
        "%s %d ms after the database was%n",
        what, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
  }

  private static void assertGoesOnReading(RunningZeren zeren) {
    for (String path : READS) {
      assertThat(zeren.get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(zeren.getAsAdmin(path).statusCode()).as("%s as admin", path).isEqualTo(200);
    }
    assertThat(zeren.getAsAdmin("/ogc/collections/site/items").statusCode())
        .as("an account goes on seeing what is internal")
        .isEqualTo(200);
    HttpResponse<String> feature = zeren.get(FEATURE);
    assertThat(RunningZeren.json(feature).at("/properties/name").asString()).isEqualTo("before");
    assertThat(feature.headers().firstValue("ETag")).as("no ground for a change").isEmpty();
    assertThat(zeren.json("/actuator/health").path("status").asString()).isEqualTo("UP");
    assertThat(zeren.get("/actuator/health").body()).doesNotContain("Exception", "jdbc", "127.0");
    assertThat(zeren.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(zeren.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  private static void assertRefusesWhatNeedsTheDatabase(RunningZeren zeren) {
    assertUnavailable(zeren.get(FEATURE + "/history"));
    assertUnavailable(put(zeren, BODY.formatted("x"), "If-Match", "\"1\""));
    assertUnavailable(put(zeren, BODY.formatted("x"), "If-None-Match", "*"));
    assertUnavailable(
        zeren.send(zeren.requestAsAdmin(FEATURE).header("If-Match", "\"1\"").DELETE()));
    assertUnavailable(
        zeren.send(
            zeren.request("/api/me").header("Authorization", RunningZeren.basic("new", "x"))));
    // A wrong password that cannot be counted is not answered: nobody may try for free meanwhile.
    assertUnavailable(
        zeren.send(
            zeren
                .request("/api/me")
                .header("Authorization", RunningZeren.basic("admin", "wrong"))));
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as("%s: %s", answer.uri(), answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(RunningZeren.parse(answer.body()).path("type").asString())
        .isEqualTo("/problems/database-unavailable");
    assertThat(answer.body()).doesNotContain("SELECT", "Exception", "127.0.0.1", "Hikari");
  }

  private static HttpResponse<String> put(
      RunningZeren zeren, String body, String header, String value) {
    HttpRequest.Builder request =
        zeren
            .requestAsAdmin(FEATURE)
            .header("Content-Type", "application/geo+json")
            .header(header, value)
            .PUT(BodyPublishers.ofString(body));
    return zeren.send(request);
  }

  private RunningZeren start() {
    List<String> settings = new ArrayList<>(PostgisServer.settings(url));
    settings.add("--zeren.reference=false");
    // As long as a question waits for the database before it is told that it is away.
    settings.add("--spring.datasource.hikari.connection-timeout=500");
    settings.add("--spring.datasource.hikari.validation-timeout=400");
    return RunningZeren.start(settings.toArray(String[]::new));
  }

  private static void record(RunningZeren node, String id, String name) {
    node.bean(FeatureStore.class)
        .record(
            List.of(
                new FeatureDraft(
                    "station",
                    id,
                    Shapes.point(113.6, 34.7),
                    Map.of("name", name, "city", "c", "level", "national"),
                    LocalDate.of(2020, 1, 1),
                    null)),
            "tester");
  }

  private static boolean named(RunningZeren zeren, String name) {
    return zeren.get("/ogc/collections/station/items").body().contains('"' + name + '"');
  }

  private static String database(RunningZeren zeren) {
    return zeren.json("/actuator/health").at("/components/database/status").asString();
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
