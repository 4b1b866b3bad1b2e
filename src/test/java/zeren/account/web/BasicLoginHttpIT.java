package zeren.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.RunningZeren;

/** Passwords that are sent with every request keep nobody else waiting. */
class BasicLoginHttpIT {

  /** More than there are threads to answer. */
  private static final int STRANGERS = 260;

  private static final Duration SOON = Duration.ofSeconds(10);

  private static final RunningZeren ZEREN = RunningZeren.start("--zeren.reference=false");

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static HttpResponse<String> tryToEnter(int stranger) {
    return ZEREN.send(
        ZEREN
            .request("/api/me")
            .header("X-Forwarded-For", "2001:db8:0:%x::1".formatted(stranger))
            .header("Authorization", RunningZeren.basic("stranger " + stranger, "x")));
  }

  @Test
  void manyStrangersAtOnceStopNeitherPagesNorThoseWhoAreIn() throws Exception {
    assertThat(ZEREN.getAsAdmin("/api/me").statusCode()).isEqualTo(200);
    List<Future<HttpResponse<String>>> strangers = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(STRANGERS);
    try {
      for (int i = 0; i < STRANGERS; i++) {
        int stranger = i;
        strangers.add(callers.submit(() -> tryToEnter(stranger)));
      }
      Thread.sleep(500);
      long start = System.nanoTime();
      assertThat(ZEREN.get("/").statusCode()).isEqualTo(200);
      assertThat(ZEREN.getAsAdmin("/api/me").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    } finally {
      callers.shutdown();
    }
    int sentAway = 0;
    for (Future<HttpResponse<String>> one : strangers) {
      HttpResponse<String> answer = one.get();
      assertThat(answer.statusCode()).isIn(401, 503);
      if (answer.statusCode() == 503) {
        sentAway++;
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(RunningZeren.parse(answer.body()).path("type").asString())
            .isEqualTo("/problems/too-many-logins");
      }
    }
    assertThat(sentAway).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/css/tokens.css", "/api"})
  void aPageReadsNoPassword(String path) {
    String wrong = RunningZeren.basic(RunningZeren.ADMIN_NAME, "wrong");
    assertThat(ZEREN.send(ZEREN.request(path).header("Authorization", wrong)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPageThatNeedsALoginAsksForTheFormWhateverTheHeaderSays() {
    HttpResponse<String> answer = ZEREN.getAsAdmin("/desk");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(BrowserSession.location(answer)).endsWith("/login");
  }
}
