package zeren.account;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import zeren.exchange.web.Uploads;

/** What {@code authorisation.csv} names in its column {@code body}: what is sent, and how. */
final class AuthorisationBodies {

  /** Where the district and the cell are that are home. */
  private static final String SITE =
      """
      {"type":"Feature","geometry":{"type":"Point","coordinates":[113.62,34.75]},
       "properties":{"name":"新工地","type":"building"},"valid_from":"2024-01-01"}""";

  private static final String[] FIRST_VERSION = {"If-Match", "\"1\""};

  private static final Map<String, Body> BODIES =
      Map.ofEntries(
          Map.entry("", new Body("", "")),
          Map.entry("version", new Body("", "", FIRST_VERSION)),
          Map.entry("new-site", new Body("application/geo+json", SITE, "If-None-Match", "*")),
          Map.entry("site", new Body("application/geo+json", SITE, FIRST_VERSION)),
          Map.entry(
              "part-of-site",
              new Body(
                  "application/merge-patch+json",
                  "{\"properties\":{\"name\":\"另一个工地\"}}",
                  FIRST_VERSION)),
          Map.entry("empty", json("{}")),
          Map.entry("search", json("{\"question\":\"find=site\"}")),
          Map.entry("columns", json("{\"columns\":[\"name\"]}")),
          Map.entry(
              "table",
              json(
                  "{\"columns\":[\"name\"],\"rows\":[{\"layer\":\"site\",\"id\":\"home-site\"}]}")),
          Map.entry(
              "edits",
              json(
                  "{\"features\":[{\"id\":\"home-site\"}],\"set\":{\"type\":\"road\"},\"dry_run\":true}")),
          Map.entry("reason", json("{\"reason\":\"知道了\"}")),
          Map.entry("places", json("{\"places\":[{\"lon\":113.62,\"lat\":34.75}]}")),
          Map.entry("preview", json("{\"layer\":\"site\",\"removed\":[\"home-site\"]}")),
          Map.entry("check", json("{\"crs\":\"wgs84\"}")),
          Map.entry("mapping", json("{\"mapping\":{\"columns\":{\"名称\":\"name\"}}}")),
          Map.entry("new-account", json("{\"name\":\"新账号\",\"role\":\"viewer\"}")),
          Map.entry("account", json("{\"role\":\"viewer\"}", FIRST_VERSION)));

  private AuthorisationBodies() {}

  private record Body(String type, String text, String... headers) {}

  private static Body json(String text, String... headers) {
    return new Body("application/json", text, headers);
  }

  static HttpRequest.Builder put(HttpRequest.Builder request, String method, String name) {
    if (name.equals("file")) {
      byte[] file = "名称,经度,纬度\n站,113.62,34.75\n".getBytes(StandardCharsets.UTF_8);
      return Uploads.form(request, "s.csv", file, Map.of());
    }
    Body body = BODIES.get(name);
    if (body == null) {
      throw new AssertionError("Nobody knows what to send as '" + name + "'");
    }
    if (!body.type().isEmpty()) {
      request.header("Content-Type", body.type());
    }
    if (body.headers().length > 0) {
      request.headers(body.headers());
    }
    return request.method(
        method,
        body.text().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.text()));
  }
}
