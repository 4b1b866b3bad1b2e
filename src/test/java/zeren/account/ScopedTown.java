package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;

/**
 * The small town with a cell in each district, one object of each kind in each cell, and accounts
 * whose scopes do not meet.
 */
public final class ScopedTown {

  /** Names of accounts, with their role and scope. */
  private static final Map<String, String> ACCOUNTS =
      Map.of(
          "office", "'role':'office'",
          "west", "'role':'district','scope':{'districts':['west']}",
          "east", "'role':'district','scope':{'districts':['east']}",
          "west-manager", "'role':'grid_manager','scope':{'cells':['west-cell']}",
          "east-manager", "'role':'grid_manager','scope':{'cells':['east-cell']}",
          "viewer", "'role':'viewer'",
          "west-viewer", "'role':'viewer','scope':{'districts':['west']}",
          "site-viewer", "'role':'viewer','scope':{'layers':['site']}");

  private static final class Shared {
    static final ScopedTown TOWN = new ScopedTown();
  }

  private final RunningZeren zeren =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");

  private ScopedTown() {
    SmallTown.fill(zeren);
    zeren
        .bean(FeatureStore.class)
        .record(
            List.of(
                cell("west-cell", null, Shapes.rectangle(113.50, 34.70, 113.53, 34.73)),
                cell("east-cell", null, Shapes.rectangle(113.65, 34.75, 113.69, 34.79)),
                // Sticks out of the one above it.
                cell("east-below", "east-cell", Shapes.rectangle(113.68, 34.78, 113.70, 34.80)),
                site("west-site", Shapes.point(113.51, 34.71)),
                site("east-site", Shapes.point(113.66, 34.76)),
                site("below-site", Shapes.point(113.695, 34.795)),
                outfall("west-pipe", Shapes.point(113.52, 34.72)),
                outfall("east-pipe", Shapes.point(113.67, 34.77))),
            "tester");
    ACCOUNTS.forEach(this::make);
  }

  public static ScopedTown running() {
    return Shared.TOWN;
  }

  public RunningZeren zeren() {
    return zeren;
  }

  private void make(String name, String rights) {
    JsonNode made =
        RunningZeren.parse(
            send("admin", "POST", "/api/accounts", json("{'name':'" + name + "'," + rights + "}"))
                .body());
    FirstLogin.of(zeren, name, made.path("password").asString());
  }

  static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  static FeatureDraft cell(String id, @Nullable String parent, Geometry area) {
    Map<String, @Nullable Object> values = values(id);
    values.put("level", parent == null ? "township" : "village");
    values.put("district", id.startsWith("west") ? "west" : "east");
    values.put("parent", parent);
    return new FeatureDraft("grid_cell", id, area, values, SmallTown.FOUNDED, null);
  }

  static FeatureDraft site(String id, Geometry at) {
    Map<String, @Nullable Object> values = values(id);
    values.put("type", "building");
    return new FeatureDraft("site", id, at, values, SmallTown.FOUNDED, null);
  }

  private static FeatureDraft outfall(String id, Geometry at) {
    Map<String, @Nullable Object> values = values(id);
    values.put("informant", "worker");
    return new FeatureDraft("outfall", id, at, values, SmallTown.FOUNDED, null);
  }

  private static Map<String, @Nullable Object> values(String id) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", "name of " + id);
    values.put("source", "hand-made");
    return values;
  }

  /**
   * @param account empty for nobody
   */
  public HttpRequest.Builder request(String account, String path) {
    if (account.isEmpty()) {
      return zeren.request(path);
    }
    if (account.equals("admin")) {
      return zeren.requestAsAdmin(path);
    }
    return zeren
        .request(path)
        .header("Authorization", RunningZeren.basic(account, FirstLogin.PASSWORD));
  }

  public HttpResponse<String> get(String account, String path) {
    return zeren.send(request(account, path));
  }

  public JsonNode json(String account, String path) {
    return RunningZeren.json(get(account, path));
  }

  public HttpResponse<String> send(
      String account, String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(account, path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return zeren.send(headers.length == 0 ? request : request.headers(headers));
  }

  static void check(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as("%s %s: %s", answer.request().method(), answer.uri(), answer.body())
        .isEqualTo(status);
  }
}
