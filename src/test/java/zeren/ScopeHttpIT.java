package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.account.FirstLogin;
import zeren.tile.Tiles;

/**
 * Two districts side by side, and who is for one of them: the same questions are answered with the
 * own objects only, wherever they are asked.
 */
class ScopeHttpIT {

  private static RunningZeren zeren;

  @BeforeAll
  static void start() {
    zeren =
        RunningZeren.start(
            "--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
    SmallTown.fill(zeren);
    zeren
        .bean(zeren.layer.FeatureStore.class)
        .record(List.of(cell("west-cell", 113.59), cell("east-cell", 113.6)), "tester");
    account("west", "district", "{\"districts\":[\"west\"]}");
    account("east", "district", "{\"districts\":[\"east\"]}");
    account("chief", "grid_manager", "{\"cells\":[\"east-cell\"]}");
    account("looks", "viewer", "{\"districts\":[\"east\"]}");
    account("mills", "viewer", "{\"layers\":[\"enterprise\"]}");
    account("office", "office", null);
  }

  @AfterAll
  static void stop() {
    zeren.close();
  }

  private static zeren.layer.FeatureDraft cell(String id, double west) {
    return new zeren.layer.FeatureDraft(
        "grid_cell",
        id,
        Shapes.rectangle(west, 34.7, west + 0.01, 34.8),
        Map.of("name", id, "level", "village", "district", id.startsWith("w") ? "west" : "east"),
        SmallTown.FOUNDED,
        null);
  }

  private static void account(String name, String role, @Nullable String scope) {
    String body =
        "{\"name\":\"%s\",\"role\":\"%s\"%s}"
            .formatted(name, role, scope == null ? "" : ",\"scope\":" + scope);
    HttpResponse<String> made = send("admin", "POST", "/api/accounts", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    FirstLogin.of(zeren, name, RunningZeren.parse(made.body()).path("password").asString());
  }

  private static HttpRequest.Builder as(String name, String path) {
    return name.equals("admin")
        ? zeren.requestAsAdmin(path)
        : zeren
            .request(path)
            .header("Authorization", RunningZeren.basic(name, FirstLogin.PASSWORD));
  }

  private static HttpResponse<String> send(
      String name, String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        as(name, path)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return zeren.send(request);
  }

  private static JsonNode json(String name, String path) {
    HttpResponse<String> answer = zeren.send(as(name, path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningZeren.json(answer);
  }

  private static List<String> ids(JsonNode features) {
    return StreamSupport.stream(features.spliterator(), false)
        .map(feature -> feature.path("id").asString())
        .toList();
  }

  /** West of the line between the districts, on it, and east of it. */
  @Test
  void itemsAreThoseInTheScope() {
    assertThat(ids(json("west", "/ogc/collections/site/items?f=json").path("features")))
        .containsExactlyInAnyOrder("just-in", "near-north", "near-south");
    assertThat(ids(json("east", "/ogc/collections/site/items?f=json").path("features")))
        .containsExactlyInAnyOrder("just-out", "near-east", "near-north", "near-south");
    assertThat(json("east", "/ogc/collections/site/items?f=json").path("numberMatched").asInt())
        .isEqualTo(4);
    assertThat(json("office", "/ogc/collections/site/items?f=json").path("numberMatched").asInt())
        .isEqualTo(6);
    assertThat(
            ids(
                json("east", "/ogc/collections/site/items?f=json&filter=type='road'")
                    .path("features")))
        .containsExactly("near-east");
    assertThat(
            ids(
                json("west", "/ogc/collections/site/items?f=json&filter=type='road'")
                    .path("features")))
        .isEmpty();
  }

  @Test
  void nearCountsOwnObjectsOnly() {
    String near = "/api/near?lon=113.6&lat=34.75&find=site&radius=3000";
    assertThat(ids(json("west", near).path("features"))).doesNotContain("near-east");
    assertThat(ids(json("east", near).path("features"))).doesNotContain("just-in");
  }

  @Test
  void tilesHoldOwnObjectsAndAreNotShared() {
    Map<String, List<Object>> seen = new HashMap<>();
    for (String name : List.of("west", "east", "office", "west", "east")) {
      byte[] tile = zeren.sendForBytes(as(name, "/tiles/site/12/3340/1626.mvt")).body();
      List<Object> ids = new ArrayList<>();
      Tiles.read(tile, "site").forEach(shape -> ids.add(Tiles.properties(shape).get("id")));
      seen.merge(name, ids, (first, again) -> first.containsAll(again) ? first : List.of());
    }
    assertThat(seen.get("east")).contains("near-south").doesNotContain("just-in");
    assertThat(seen.get("west")).contains("just-in", "near-south");
    assertThat(seen.get("office")).contains("just-in", "near-south");
  }

  @Test
  void whatIsElsewhereIsAsIfItWereNot() {
    for (String path :
        List.of(
            "/api/layers/site/features/%s",
            "/api/layers/site/features/%s/history",
            "/ogc/collections/site/items/%s",
            "/api/who?feature=site/%s")) {
      HttpResponse<String> hidden = zeren.send(as("west", path.formatted("near-east")));
      HttpResponse<String> absent = zeren.send(as("west", path.formatted("near-nothing")));
      assertThat(hidden.statusCode()).as(path).isEqualTo(404);
      assertThat(hidden.body())
          .as(path)
          .isEqualTo(absent.body().replace("near-nothing", "near-east"));
      assertThat(zeren.send(as("east", path.formatted("near-east"))).statusCode())
          .as(path)
          .isEqualTo(200);
    }
  }

  @Test
  void aScopeOfLayersLeavesTheOthersToThePublic() {
    assertThat(zeren.send(as("mills", "/api/layers/site/features/near-east")).statusCode())
        .isEqualTo(404);
    assertThat(
            json("mills", "/ogc/collections/enterprise/items?f=json").path("numberMatched").asInt())
        .isEqualTo(1);
    assertThat(zeren.send(as("mills", "/ogc/collections/site/items")).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "geojson"})
  void exportsHoldOwnObjects(String format) {
    String body = zeren.send(as("west", "/api/layers/site/export?format=" + format)).body();
    assertThat(body).contains("just-in").doesNotContain("near-east");
  }

  private static String site(double lon, double lat) {
    return """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[%s,%s]},
         "properties":{"name":"新工地","type":"building"},"valid_from":"2024-01-01"}"""
        .formatted(lon, lat);
  }

  @Test
  void editsStayInTheScope() {
    String path = "/api/layers/site/features/";
    assertThat(
            send("chief", "PUT", path + "n1", site(113.605, 34.71), "If-None-Match", "*")
                .statusCode())
        .isEqualTo(201);
    // Elsewhere, and from here to elsewhere.
    HttpResponse<String> elsewhere =
        send("chief", "PUT", path + "n2", site(113.65, 34.71), "If-None-Match", "*");
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertThat(elsewhere.body()).contains("out-of-scope");
    assertThat(
            send("chief", "PUT", path + "n1", site(113.65, 34.71), "If-Match", "\"1\"")
                .statusCode())
        .isEqualTo(403);
    assertThat(send("chief", "DELETE", path + "near-east", null, "If-Match", "\"1\"").statusCode())
        .isEqualTo(404);
    assertThat(
            send("chief", "PUT", path + "near-east", site(113.605, 34.72), "If-Match", "\"1\"")
                .statusCode())
        .isEqualTo(403);
    // A district may, and a viewer never.
    assertThat(
            send("east", "PUT", path + "n3", site(113.65, 34.71), "If-None-Match", "*")
                .statusCode())
        .isEqualTo(201);
    assertThat(
            send("looks", "PUT", path + "n4", site(113.65, 34.71), "If-None-Match", "*")
                .statusCode())
        .isEqualTo(403);
    // Nobody but the office changes what responsibility follows from.
    assertThat(
            send(
                    "east",
                    "DELETE",
                    "/api/layers/grid_cell/features/east-cell",
                    null,
                    "If-Match",
                    "\"1\"")
                .statusCode())
        .isEqualTo(403);
    assertThat(send("east", "DELETE", path + "n3", null, "If-Match", "\"1\"").statusCode())
        .isEqualTo(204);
    assertThat(send("chief", "DELETE", path + "n1", null, "If-Match", "\"1\"").statusCode())
        .isEqualTo(204);
  }

  @Test
  void accountsAreForAdministrators() {
    for (String name : List.of("office", "east", "chief", "looks")) {
      assertThat(zeren.send(as(name, "/api/accounts")).statusCode()).as(name).isEqualTo(404);
      assertThat(send(name, "POST", "/api/accounts", "{}").statusCode()).as(name).isEqualTo(403);
    }
    assertThat(zeren.get("/api/accounts").statusCode()).isEqualTo(404);
    HttpResponse<String> unknown =
        send(
            "admin",
            "POST",
            "/api/accounts",
            "{\"name\":\"x\",\"role\":\"district\",\"scope\":{\"districts\":[\"north\"]}}");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("scope.districts").contains("north");
    HttpResponse<String> last =
        send("admin", "DELETE", "/api/accounts/admin", null, "If-Match", "\"1\"");
    assertThat(last.statusCode()).isEqualTo(409);
  }

  @Test
  void aClosedAccountIsClosedAtOnceAndAStaleChangeIsRefused() {
    account("leaves", "viewer", null);
    assertThat(json("leaves", "/api/me").path("role").asString()).isEqualTo("viewer");
    String path = "/api/accounts/leaves";
    assertThat(
            send("admin", "PUT", path, "{\"role\":\"office\"}", "If-Match", "\"1\"").statusCode())
        .isEqualTo(200);
    assertThat(json("leaves", "/api/me").path("role").asString()).isEqualTo("office");
    assertThat(
            send("admin", "PUT", path, "{\"role\":\"viewer\"}", "If-Match", "\"1\"").statusCode())
        .isEqualTo(412);
    assertThat(send("admin", "DELETE", path, null, "If-Match", "\"2\"").statusCode())
        .isEqualTo(204);
    assertThat(zeren.send(as("leaves", "/api/me")).statusCode()).isEqualTo(401);
  }
}
