package zeren.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.RunningZeren;
import zeren.SmallTown;

/** Bodies that become an object before a controller sees them. */
class WholeBodyHttpIT {

  private static final String ROW = "{\"layer\":\"station\",\"id\":\"edge\"}";

  private final RunningZeren zeren = SmallTown.running();

  private HttpResponse<String> send(String method, String path, BodyPublisher body) {
    return zeren.send(
        zeren.requestAsAdmin(path).header("Content-Type", "application/json").method(method, body));
  }

  /** A table of so many rows, in so many bytes. */
  private static byte[] table(int rows, int bytes) {
    String start =
        "{\"columns\":[\"id\"],\"rows\":[" + String.join(",", Collections.nCopies(rows, ROW)) + "]";
    return (start + " ".repeat(bytes - start.length() - 1) + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static BodyPublisher chunked(byte[] body) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(RunningZeren.parse(answer.body()).path("type").asString())
        .isEqualTo("/problems/too-large");
    assertThat(answer.body()).contains("20 MB");
  }

  @Test
  void theLargestTableThatThereMayBeIsWritten() {
    byte[] table = table(50_000, 20_000_000);
    String path = "/api/desk/table?format=csv&at=2021-01-01";
    HttpResponse<String> answer = send("POST", path, BodyPublishers.ofByteArray(table));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(send("POST", path, chunked(table)).body().lines()).hasSize(50_001);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/desk/table",
    "PUT, /api/desk/columns",
    "POST, /api/layers/station/edits",
    "POST, /api/account/password"
  })
  void aByteMoreIsRefusedWhetherItsLengthIsSaidOrNot(String method, String path) {
    byte[] body = table(1, 20_000_001);
    assertTooLarge(send(method, path, BodyPublishers.ofByteArray(body)));
    assertTooLarge(send(method, path, chunked(body)));
  }

  /** Not a byte more than shows that there is a body at all. */
  @Test
  void aLengthThatIsTooMuchIsRefusedBeforeTheBodyIsSent() throws IOException {
    String head =
        """
        POST /api/desk/table HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Authorization: %s\r
        Content-Type: application/json\r
        Content-Length: 107000000\r
        \r
        {"""
            .formatted(RunningZeren.basic(RunningZeren.ADMIN_NAME, RunningZeren.ADMIN_PASSWORD));
    try (Socket socket = new Socket("127.0.0.1", zeren.port())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 413 ")
          .contains("/problems/too-large");
    }
  }
}
