package zeren.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.exchange.web.Uploads;

/** Asks everything of imports, mappings and files. */
final class ImportCalls {

  private final RunningZeren zeren;
  private final Described api;

  ImportCalls(DescribedTown town) {
    this.zeren = town.zeren;
    this.api = town.described;
  }

  void imports() {
    byte[] file =
        "编号,名称,设区市,级别,经度,纬度\nn1,新站,样板市,国控,113.15,34.05\nn2,坏站,样板市,国控,213.1,34.05\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] nothing = "PK\3\4 is no workbook".getBytes(StandardCharsets.UTF_8);
    String atOnce = "/api/layers/station/import?crs=wgs84&dryRun=true";
    JsonNode seen = api.check(200, Uploads.send(zeren, atOnce, "s.csv", file));
    assertThat(seen.path("created").asInt()).isEqualTo(1);
    api.check(422, Uploads.send(zeren, atOnce, "s.xlsx", nothing));
    api.check(404, Uploads.send(zeren, atOnce.replace("station", "none"), "s.csv", file));
    String imports = "/api/imports?layer=station";
    api.check(422, Uploads.send(zeren, imports, "s.xlsx", nothing));
    JsonNode upload = api.check(201, Uploads.send(zeren, imports, "s.csv", file));
    String one = "/api/imports/" + upload.path("id").asString();
    api.get(200, imports);
    api.get(200, one);
    api.send(409, "POST", one + "/commit", null);
    api.send(409, "POST", one + "/undo", null);
    api.send(
        409,
        "POST",
        "/api/responsibility/preview",
        "{\"import\":\"%s\"}".formatted(upload.path("id").asString()));
    api.send(202, "POST", one + "/check", "{\"crs\":\"wgs84\"}");
    JsonNode checked = Uploads.await(zeren, upload.path("id").asString());
    assertThat(checked.path("state").asString()).isEqualTo("done");
    String job = "/api/jobs/" + upload.path("id").asString();
    api.get(200, job);
    api.send(200, "DELETE", job, null);
    api.get(200, one);
    api.get(200, one + "/changes?kind=created");
    api.get(200, one + "/places");
    api.get(200, one + "/refused");
    api.send(202, "POST", one + "/commit", null);
    Uploads.await(zeren, upload.path("id").asString());
    api.send(409, "POST", one + "/check", "{\"crs\":\"wgs84\"}");
    api.send(409, "DELETE", one, null);
    api.send(200, "POST", one + "/undo", null);
    JsonNode other = api.check(201, Uploads.send(zeren, imports, "s.csv", file));
    api.send(204, "DELETE", "/api/imports/" + other.path("id").asString(), null);
    for (String step : List.of("check", "commit", "undo")) {
      api.send(404, "POST", "/api/imports/none/" + step, step.equals("check") ? "{}" : null);
    }
    api.send(404, "DELETE", "/api/imports/none", null);
    api.send(404, "DELETE", "/api/jobs/none", null);
  }

  void tooLarge() {
    String body = " ".repeat(20_000_001);
    String feature = "/api/layers/station/features/" + DescribedTown.STATION;
    api.send(413, "PUT", feature, body, "If-Match", "\"1\"");
    for (Described.Found one : api.operations()) {
      if (one.json().path("requestBody").path("content").has("application/json")) {
        String path = one.pathWith(variable -> "any");
        api.send(413, one.method().toUpperCase(Locale.ROOT), path, body);
      }
    }
    byte[] file = new byte[DescribedTown.LARGEST_FILE + 1];
    api.check(413, Uploads.send(zeren, "/api/layers/station/import?crs=wgs84", "s.csv", file));
    api.check(413, Uploads.send(zeren, "/api/imports?layer=station", "s.csv", file));
  }

  void mappingsAndFiles() {
    String mapping = "/api/layers/station/mappings/mine";
    api.send(
        200, "PUT", mapping, "{\"mapping\":{\"columns\":{\"站名\":\"name\"}},\"crs\":\"wgs84\"}");
    api.send(404, "PUT", "/api/layers/none/mappings/mine", "{\"mapping\":{\"columns\":{}}}");
    api.get(200, "/api/layers/station/mappings");
    api.send(204, "DELETE", mapping, null);
    api.send(404, "DELETE", mapping, null);
    for (String format : List.of("csv", "xlsx", "geojson", "geojsonl", "shp", "gpkg", "kml")) {
      api.anonymous(200, "/api/layers/station/export?format=" + format);
    }
    api.anonymous(200, "/api/layers/station/template");
  }
}
