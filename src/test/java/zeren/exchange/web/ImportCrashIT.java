package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.StartedCommand;

/** The power goes while an import is being written. */
class ImportCrashIT {

  private static final int ROWS = 60_000;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static String csv() {
    StringBuilder csv = new StringBuilder("编号,站点名称,城市,级别,经度,纬度\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append("S%d,站%d,小城,国控,113.%05d,34.75\n".formatted(i, i, i));
    }
    return csv.toString();
  }

  private static JsonNode post(StartedCommand zeren, String path, String type, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(zeren.awaitReady() + path))
            .header("Authorization", RunningZeren.basic("admin", StartedCommand.PASSWORD))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return RunningZeren.parse(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  private static String upload(StartedCommand zeren) throws Exception {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"站.csv\"\r\n\r\n%s\r\n--x--\r\n"
            .formatted(csv());
    return post(zeren, "api/imports?layer=station", "multipart/form-data; boundary=x", form)
        .path("id")
        .asString();
  }

  private static JsonNode awaitEnd(StartedCommand zeren, String id) throws Exception {
    JsonNode job = zeren.get("api/jobs/" + id);
    while (job.path("state").asString().equals("waiting")
        || job.path("state").asString().equals("running")) {
      Thread.sleep(100);
      job = zeren.get("api/jobs/" + id);
    }
    return job;
  }

  private static int stations(StartedCommand zeren) throws Exception {
    for (JsonNode layer : zeren.get("api/layers").path("layers")) {
      if (layer.path("id").asString().equals("station")) {
        return layer.path("count").asInt();
      }
    }
    throw new AssertionError("There is no layer station");
  }

  @Test
  void afterTheNextStartItIsDoneOnce(@TempDir Path data) throws Exception {
    String id;
    try (StartedCommand first = StartedCommand.start(data, "--empty")) {
      id = upload(first);
      post(first, "api/imports/" + id + "/check", "application/json", "{\"crs\":\"wgs84\"}");
      assertThat(awaitEnd(first, id).path("state").asString()).isEqualTo("done");
      post(first, "api/imports/" + id + "/commit", "application/json", "{}");
      while (first.get("api/jobs/" + id).path("done").asInt() == 0) {
        Thread.sleep(10);
      }
      assertThat(first.get("api/imports/" + id).path("state").asString()).isEqualTo("committing");
      first.kill();
    }
    try (StartedCommand second = StartedCommand.start(data, "--empty")) {
      assertThat(stations(second)).isZero();
      JsonNode job = awaitEnd(second, id);
      assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
      assertThat(job.path("result").path("created").asInt()).isEqualTo(ROWS);
      assertThat(job.path("result").path("refused").asInt()).isZero();
      assertThat(stations(second)).isEqualTo(ROWS);
      assertThat(second.get("api/layers/station/features/S0/history").path("versions")).hasSize(1);
      assertThat(second.get("api/imports/" + id).path("state").asString()).isEqualTo("committed");
    }
  }
}
