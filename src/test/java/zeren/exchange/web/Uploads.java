package zeren.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Sends files to a running service as the administrator, and waits for jobs. */
public final class Uploads {

  private static final String BOUNDARY = "a-boundary-that-is-in-no-file";
  private static final List<String> AT_WORK = List.of("waiting", "running");

  private Uploads() {}

  public static HttpResponse<String> send(
      RunningZeren zeren, String path, String fileName, byte[] file) {
    return send(zeren, path, fileName, file, Map.of());
  }

  /**
   * @param fields further fields of the form
   */
  public static HttpResponse<String> send(
      RunningZeren zeren, String path, String fileName, byte[] file, Map<String, String> fields) {
    return zeren.send(form(zeren.requestAsAdmin(path), fileName, file, fields));
  }

  /** Puts a file into a request, as a form of a browser does. */
  public static HttpRequest.Builder form(
      HttpRequest.Builder request, String fileName, byte[] file, Map<String, String> fields) {
    return request
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(
            BodyPublishers.ofByteArrays(
                List.of(
                    head(fileName, fields),
                    file,
                    ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] head(String fileName, Map<String, String> fields) {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, name, value)));
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(BOUNDARY, fileName));
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The result of an import in one request, which must go through. */
  public static JsonNode run(RunningZeren zeren, String query, String fileName, String text) {
    return run(zeren, query, fileName, text.getBytes(StandardCharsets.UTF_8));
  }

  public static JsonNode run(RunningZeren zeren, String query, String fileName, byte[] file) {
    HttpResponse<String> answer = send(zeren, "/api/layers/" + query, fileName, file);
    if (answer.statusCode() == 202) {
      return await(zeren, RunningZeren.parse(answer.body()).path("id").asString()).path("result");
    }
    return RunningZeren.json(answer);
  }

  /** A new import, which must be taken. */
  public static JsonNode upload(RunningZeren zeren, String layer, String fileName, String text) {
    HttpResponse<String> answer =
        send(zeren, "/api/imports?layer=" + layer, fileName, text.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningZeren.parse(answer.body());
  }

  public static HttpResponse<String> post(RunningZeren zeren, String path, String json) {
    return zeren.send(
        zeren
            .requestAsAdmin(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public static HttpResponse<String> put(RunningZeren zeren, String path, String json) {
    return zeren.send(
        zeren
            .requestAsAdmin(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  public static HttpResponse<String> delete(RunningZeren zeren, String path) {
    return zeren.send(zeren.requestAsAdmin(path).DELETE());
  }

  /** Asks for a step and waits for its end. */
  public static JsonNode step(RunningZeren zeren, String id, String step, String json) {
    HttpResponse<String> answer = post(zeren, "/api/imports/" + id + "/" + step, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).contains("/api/jobs/" + id);
    return await(zeren, id);
  }

  /** The job when nobody is at work on it any more. */
  public static JsonNode await(RunningZeren zeren, String id) {
    try {
      while (true) {
        JsonNode job = zeren.jsonAsAdmin("/api/jobs/" + id);
        if (!AT_WORK.contains(job.path("state").asString())) {
          return job;
        }
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
