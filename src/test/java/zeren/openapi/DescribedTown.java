package zeren.openapi;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import zeren.RunningZeren;
import zeren.exchange.web.Uploads;
import zeren.layer.FeatureStore;
import zeren.responsibility.TownFiles;

/**
 * A service of its own with the hand-made town, its description, and somebody who may only look.
 */
final class DescribedTown implements AutoCloseable {

  /** In bytes. */
  static final int LARGEST_FILE = 1_000_000;

  /** A station, percent-encoded. */
  static final String STATION = encoded("一号国控站");

  static final String VIEWER = "looker";
  static final String PASSWORD = "a long password";

  /** What the addresses that need something are asked for, so that the rest can be tried. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "/api/find", "text=x&",
          "/api/zones", "lon=113&lat=34&",
          "/api/near", "find=station&around=station&",
          "/api/who", "lon=113.02&lat=34.04&",
          "/api/imports", "layer=station&");

  /** Zoom, row and column. */
  private static final String TILE = "0";

  private static final Map<String, String> KNOWN =
      Map.of(
          "layer", "station",
          "layers", "station",
          "id", STATION,
          "name", "mine",
          "set", "WebMercatorQuad",
          "number", "1");

  final RunningZeren zeren =
      RunningZeren.start(
          "--zeren.reference=false",
          "--zeren.layers=" + TownFiles.FOLDER,
          "--zeren.import.max-size=" + LARGEST_FILE + "B");
  final Described described;
  private final String upload;

  DescribedTown() {
    FeatureStore store = zeren.bean(FeatureStore.class);
    new TownFiles().drafts().forEach(wave -> store.record(wave, "tester"));
    zeren
        .bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO account (name, password_hash, role, created_at)
            VALUES (:name, :hash, 'viewer', :at)
            """)
        .param("name", VIEWER)
        .param("hash", zeren.bean(PasswordEncoder.class).encode(PASSWORD))
        .param("at", Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    upload =
        Uploads.upload(zeren, "station", "s.csv", "名称,经度,纬度\n站,113,34\n").path("id").asString();
    described = new Described(zeren, zeren.json("/api/openapi.json"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpRequest.Builder requestAsViewer(String path) {
    return zeren.request(path).header("Authorization", RunningZeren.basic(VIEWER, PASSWORD));
  }

  /** The address of something that is there, with all that it needs, open for more parameters. */
  String address(Described.Found operation) {
    String id =
        operation.path().matches("/api/(imports|jobs)/.*")
            ? upload
            : KNOWN.get(operation.path().contains("Matrix") ? "set" : "id");
    String path =
        operation.pathWith(
            name -> String.valueOf(name.equals("id") ? id : KNOWN.getOrDefault(name, TILE)));
    return path + "?" + NEEDED.getOrDefault(operation.path(), "");
  }

  @Override
  public void close() {
    zeren.close();
  }
}
