package zeren;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that are slow, or many, do not keep others from being answered. */
class ManyConnectionsIT {

  /** Others would wait for ever: what they get is an answer, or a failure of this test. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String CELLS = "/ogc/collections/grid_cell/items?limit=10000";

  private final RunningZeren zeren = RunningZeren.reference();
  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  private Socket connect(String begin) throws IOException {
    Socket socket = new Socket();
    // So that an answer that nobody reads cannot go into buffers.
    socket.setReceiveBufferSize(2048);
    socket.connect(new InetSocketAddress("127.0.0.1", zeren.port()));
    open.add(socket);
    socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private void othersAreAnswered() {
    for (String path :
        List.of(
            "/actuator/health",
            "/api/who?lon=113.73&lat=34.72",
            "/tiles/grid_cell/11/1669/812.mvt",
            "/")) {
      HttpRequest.Builder request = zeren.request(path).timeout(PATIENCE);
      HttpResponse<String> answer = zeren.send(request);
      assertThat(answer.statusCode()).as(path).isIn(200, 204);
    }
  }

  @Test
  void slowHeadersHoldNobodyUp() throws IOException {
    for (int i = 0; i < 500; i++) {
      connect("GET /api/who?lon=113.73&lat=34.72 HTTP/1.1\r\nHost: loc");
    }
    othersAreAnswered();
    // A byte at a time goes on being taken, and nobody waits for it.
    for (Socket socket : open) {
      socket.getOutputStream().write('a');
    }
    othersAreAnswered();
  }

  @Test
  void whoDoesNotReadHoldsNobodyUp() throws IOException {
    for (int i = 0; i < 40; i++) {
      connect("GET " + CELLS + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    // Each of them has begun to be answered, with more than will go out.
    for (Socket socket : open) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    othersAreAnswered();
  }

  @Test
  void slowBodiesHoldNobodyUp() throws IOException {
    String head =
        "POST /api/who HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100000\r\n\r\n{\"places\":[";
    for (int i = 0; i < 300; i++) {
      connect(head);
    }
    othersAreAnswered();
  }

  @Test
  void fiveHundredAskAtOnceAndAllAreAnswered() {
    byte[] who = Load.get("/api/who?lon=113.73&lat=34.72&topic=dust");
    Load.Result result = Load.runAll(zeren.port(), 500, 5_000, i -> who);
    assertThat(result.statuses()).containsOnlyKeys(200);
    assertThat(result.micros()).hasSizeGreaterThanOrEqualTo(5_000);
    othersAreAnswered();
  }
}
