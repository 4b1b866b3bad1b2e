package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import zeren.RunningZeren;
import zeren.Shapes;
import zeren.SmallTown;
import zeren.exchange.web.Uploads;
import zeren.layer.FeatureDraft;
import zeren.layer.FeatureStore;
import zeren.problem.ProblemWriter;

/**
 * A district and a cell in it with secrets, a district and a cell without, and an account of every
 * kind for each.
 */
final class AuthorisationTown implements AutoCloseable {

  /** Part of the names of everything internal that is recorded here, and of nothing else. */
  static final String SECRET = "机密";

  private static final Point HOME = Shapes.point(113.62, 34.75);

  private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

  private final RunningZeren zeren =
      RunningZeren.start("--zeren.reference=false", "--zeren.layers=src/test/resources/own-layers");
  private final PageSessions sessions = new PageSessions(zeren);
  private final AtomicInteger made = new AtomicInteger();

  /** What stands for a name in an address: made anew for every request, so that all can succeed. */
  private final Map<String, Supplier<String>> needed =
      Map.ofEntries(
          Map.entry("site", this::site),
          Map.entry("change", this::change),
          Map.entry("new", () -> "new-" + made.incrementAndGet()),
          Map.entry("import", this::checkedImport),
          Map.entry("mapping", this::mapping),
          Map.entry("account", this::newAccount),
          Map.entry("finding", this::finding),
          Map.entry("accepted", this::acceptedFinding),
          Map.entry("runs", this::runsWithNoneUnderWay),
          Map.entry("leaflet", () -> loaded("/", "/webjars/leaflet/[^\"]+")),
          Map.entry("pbf", () -> loaded("/", "/webjars/pbf/[^\"]+")),
          Map.entry("swagger-ui", () -> loaded("/api", "/webjars/swagger-ui/[^\"]+\\.css")),
          Map.entry("swagger-ui-bundle", () -> loaded("/api", "/webjars/swagger-ui/[^\"]+\\.js")));

  AuthorisationTown() {
    record(
        draft(
            "district",
            "home",
            Shapes.rectangle(113.6, 34.7, 113.7, 34.8),
            "kind",
            "county",
            "city",
            "城"));
    record(
        draft(
            "district",
            "away",
            Shapes.rectangle(113.5, 34.7, 113.6, 34.8),
            "kind",
            "county",
            "city",
            "城"));
    record(cell("home-cell", "home", 113.6));
    record(cell("away-cell", "away", 113.5));
    record(
        draft(
            "station",
            "home-station",
            Shapes.away(HOME, 0, 100),
            "level",
            "national",
            "city",
            "城"));
    record(
        draft(
            "site",
            "home-site",
            HOME,
            "name",
            SECRET + "工地",
            "type",
            "building",
            "district_recorded",
            "away"));
    record(draft("enterprise", "home-mill", HOME, "name", SECRET + "厂", "type", "foundry"));
    record(draft("outfall", "home-pipe", HOME, "informant", "neighbour"));
    record(nowhere("person", "home-person", "name", SECRET + "人", "phone", SECRET + "电话"));
    record(
        nowhere(
            "assignment",
            "home-duty",
            "name",
            SECRET + "事项",
            "role",
            "grid_member",
            "person",
            "home-person",
            "topics",
            "all",
            "scope_layer",
            "grid_cell",
            "scope_id",
            "home-cell",
            "document",
            SECRET + "文件",
            "clause",
            "1"));
    viewer("office", "office", "");
    viewer("viewer", "viewer", "");
    viewer("district", "district", "\"districts\":[\"home\"]");
    viewer("manager", "grid_manager", "\"cells\":[\"home-cell\"]");
    viewer("viewer-here", "viewer", "\"districts\":[\"home\"]");
    viewer("district-away", "district", "\"districts\":[\"away\"]");
    viewer("manager-away", "grid_manager", "\"cells\":[\"away-cell\"]");
    viewer("viewer-away", "viewer", "\"districts\":[\"away\"]");
    audit();
    importFile(false);
    mapping();
  }

  RunningZeren zeren() {
    return zeren;
  }

  /** How a viewer is answered: the status, and a star when a secret was told. */
  String answer(String viewer, AuthorisationTable.Line line, String method) {
    HttpResponse<byte[]> answer =
        zeren.sendForBytes(
            AuthorisationBodies.put(as(viewer, resolve(line.request())), method, line.body()));
    boolean told = new String(answer.body(), StandardCharsets.UTF_8).contains(SECRET);
    return answer.statusCode() + (told ? "*" : "");
  }

  private String resolve(String request) {
    return NAME.matcher(request).replaceAll(name -> Matcher.quoteReplacement(make(name.group(1))));
  }

  private String make(String name) {
    Supplier<String> maker = needed.get(name);
    if (maker == null) {
      throw new AssertionError("Nobody knows how to make {" + name + "}");
    }
    return maker.get();
  }

  HttpRequest.Builder as(String viewer, String path) {
    HttpRequest.Builder request = zeren.request(path);
    if (viewer.equals("anonymous")) {
      return request;
    }
    String password =
        viewer.equals(RunningZeren.ADMIN_NAME) ? RunningZeren.ADMIN_PASSWORD : FirstLogin.PASSWORD;
    return ProblemWriter.isForPrograms(path)
        ? request.header("Authorization", RunningZeren.basic(viewer, password))
        : request.header("Cookie", sessions.cookie(viewer, password));
  }

  private void viewer(String name, String role, String scope) {
    FirstLogin.of(zeren, name, account(name, role, scope));
  }

  private String account(String name, String role, String scope) {
    String body = "{\"name\":\"%s\",\"role\":\"%s\",\"scope\":{%s}}".formatted(name, role, scope);
    HttpResponse<String> answer = Uploads.post(zeren, "/api/accounts", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningZeren.parse(answer.body()).path("password").asString();
  }

  private String newAccount() {
    String name = "account-" + made.incrementAndGet();
    account(name, "viewer", "");
    return name;
  }

  private String site() {
    String id = "site-" + made.incrementAndGet();
    record(draft("site", id, HOME, "name", SECRET + id, "type", "building"));
    return id;
  }

  /** The number of a change set that nothing came after. */
  private String change() {
    site();
    return zeren
        .jsonAsAdmin("/api/layers/site/changes")
        .path("changes")
        .path(0)
        .path("id")
        .asString();
  }

  /** Of a row that can be written and one that cannot, both with secrets. */
  private String checkedImport() {
    return importFile(true);
  }

  private String importFile(boolean dryRun) {
    String id = SECRET + made.incrementAndGet();
    String rows = "编号,名称,工地类型,经度,纬度\n%s,%s,building,113.62,34.75\n,%s,,,\n";
    byte[] file = rows.formatted(id, id, SECRET).getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        zeren.requestAsAdmin("/api/layers/site/import?crs=wgs84&dryRun=" + dryRun);
    return RunningZeren.json(zeren.send(Uploads.form(request, SECRET + ".csv", file, Map.of())))
        .path("id")
        .asString();
  }

  private String mapping() {
    String name = "mapping-" + made.incrementAndGet();
    HttpResponse<String> answer =
        Uploads.put(
            zeren,
            "/api/layers/site/mappings/" + name,
            "{\"mapping\":{\"columns\":{\"%s\":\"name\"}}}".formatted(SECRET));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return name;
  }

  /** A file that a page loads; its address holds a version. */
  private String loaded(String page, String file) {
    Matcher matcher = Pattern.compile(file).matcher(zeren.get(page).body());
    assertThat(matcher.find()).as("%s in %s", file, page).isTrue();
    return matcher.group();
  }

  private String finding() {
    return zeren.jsonAsAdmin("/api/audits/findings").path("items").path(0).path("id").asString();
  }

  private String acceptedFinding() {
    String id = finding();
    HttpResponse<String> accepted =
        Uploads.put(zeren, "/api/audits/findings/" + id + "/acceptance", "{\"reason\":\"知道了\"}");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    return id;
  }

  /** One run is under way at a time. */
  private String runsWithNoneUnderWay() {
    while (zeren.getAsAdmin("/api/audits/runs").body().contains("\"state\":\"running\"")) {
      Thread.onSpinWait();
    }
    return "runs";
  }

  private void audit() {
    HttpResponse<String> begun = Uploads.post(zeren, "/api/audits/runs", "");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    runsWithNoneUnderWay();
  }

  void record(FeatureDraft draft) {
    zeren.bean(FeatureStore.class).record(List.of(draft), "tester");
  }

  private static FeatureDraft cell(String id, String district, double west) {
    return cell(id, district, west, SmallTown.FOUNDED);
  }

  static FeatureDraft cell(String id, String district, double west, LocalDate from) {
    Geometry area = Shapes.rectangle(west, 34.7, west + 0.05, 34.8);
    Map<String, Object> properties = Map.of("name", id, "level", "village", "district", district);
    return new FeatureDraft("grid_cell", id, area, properties, from, null);
  }

  static FeatureDraft cellBelow(String id, String parent, double west) {
    Geometry area = Shapes.rectangle(west, 34.7, west + 0.05, 34.8);
    Map<String, Object> properties =
        Map.of("name", id, "level", "village", "district", "home", "parent", parent);
    return new FeatureDraft("grid_cell", id, area, properties, SmallTown.FOUNDED, null);
  }

  /** With a secret, at the height of home. */
  static FeatureDraft site(String id, double lon) {
    return draft("site", id, Shapes.point(lon, 34.75), "name", SECRET + id, "type", "building");
  }

  private static FeatureDraft nowhere(String layer, String id, String... values) {
    return draft(layer, id, FeatureDraft.nowhere(), values);
  }

  private static FeatureDraft draft(String layer, String id, Geometry at, String... values) {
    Map<String, Object> properties = new HashMap<>(Map.of("name", id));
    for (int i = 0; i < values.length; i += 2) {
      properties.put(values[i], values[i + 1]);
    }
    return new FeatureDraft(layer, id, at, properties, SmallTown.FOUNDED, null);
  }

  @Override
  public void close() {
    zeren.close();
  }
}
