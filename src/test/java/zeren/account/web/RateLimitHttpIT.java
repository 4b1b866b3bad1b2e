package zeren.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.RunningZeren;
import zeren.account.FirstLogin;

/** Whoever asks too often waits; others do not notice. */
class RateLimitHttpIT {

  private static final RunningZeren ZEREN =
      RunningZeren.start(
          "--zeren.reference=false",
          "--zeren.limit.requests-a-second=1",
          "--zeren.limit.requests-at-once=30",
          "--zeren.limit.imports-a-minute=1",
          "--zeren.limit.imports-at-once=3",
          "--zeren.limit.logins-a-minute=1",
          "--zeren.limit.logins-at-once=4");

  @AfterAll
  static void stop() {
    ZEREN.close();
  }

  private static HttpRequest.Builder from(String address, String path) {
    return ZEREN.request(path).header("X-Forwarded-For", address);
  }

  private static int untilRefused(HttpRequest.Builder request) {
    for (int i = 0; i < 60; i++) {
      HttpResponse<String> answer = ZEREN.send(request);
      if (answer.statusCode() == 429) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/problem+json");
        long wait = answer.headers().firstValueAsLong("Retry-After").orElse(0);
        assertThat(wait).isBetween(1L, 60L);
        assertThat(RunningZeren.parse(answer.body()).path("retryAfter").asLong()).isEqualTo(wait);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        return i;
      }
    }
    return -1;
  }

  @Test
  void anAddressIsAskedToWaitAndAnotherIsNot() {
    assertThat(untilRefused(from("192.0.2.10", "/api/layers"))).isGreaterThanOrEqualTo(30);
    assertThat(ZEREN.send(from("192.0.2.10", "/")).statusCode()).as("pages").isEqualTo(200);
    assertThat(ZEREN.send(from("192.0.2.11", "/api/layers")).statusCode()).isEqualTo(200);
    assertThat(untilRefused(ZEREN.request("/api/layers"))).as("this machine").isEqualTo(-1);
  }

  @Test
  void anAddressThatIsWrittenInAnotherWayIsTheSame() {
    assertThat(untilRefused(from("192.0.2.30", "/%61pi/layers"))).isGreaterThanOrEqualTo(30);
    assertThat(untilRefused(from("2001:db8::5", "/api/layers"))).isGreaterThanOrEqualTo(30);
    assertThat(ZEREN.send(from("2001:db8:0:0:1::6", "/api/layers")).statusCode()).isEqualTo(429);
    assertThat(ZEREN.send(from("2001:db8:0:1::5", "/api/layers")).statusCode()).isEqualTo(200);
    HttpRequest.Builder logins =
        from("192.0.2.31", "/%6cogin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=a&password=b"));
    assertThat(untilRefused(logins)).isEqualTo(4);
  }

  /** They are made anew for strangers, and so cost as much as answers to programs. */
  @ParameterizedTest
  @CsvSource({
    "192.0.2.40, /cell",
    "192.0.2.41, /cell/none",
    "192.0.2.42, /cell/none/share.png?at=2020-01-01",
    "192.0.2.43, /sitemap.xml",
    "192.0.2.44, /sitemap/1.xml"
  })
  void whatIsMadeForStrangersIsCounted(String address, String path) {
    assertThat(untilRefused(from(address, path))).isGreaterThanOrEqualTo(30);
    assertThat(ZEREN.send(from(address, "/")).statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverLooksAtAPageIsToldSoByAPage() {
    untilRefused(from("192.0.2.45", "/cell"));
    HttpResponse<String> answer =
        ZEREN.send(from("192.0.2.45", "/cell?lang=en").header("Accept", "text/html"));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).contains("data-testid=\"error\"", "error.429");
  }

  /** Each begins with a session. */
  @Test
  void aLoginElsewhereIsALogin() {
    assertThat(untilRefused(from("192.0.2.46", "/oauth2/authorization/elsewhere"))).isEqualTo(4);
  }

  @Test
  void anAccountIsAskedToWaitWhereverItIs() {
    int last = 0;
    for (int i = 0; i < 45; i++) {
      last =
          ZEREN
              .send(
                  from("198.51.100." + i, "/api/me")
                      .header(
                          "Authorization",
                          RunningZeren.basic(RunningZeren.ADMIN_NAME, RunningZeren.ADMIN_PASSWORD)))
              .statusCode();
      if (last == 429) {
        break;
      }
    }
    assertThat(last).isEqualTo(429);
  }

  @Test
  void importsAndLoginsHaveAMeasureOfTheirOwn() {
    HttpRequest.Builder imports =
        from("192.0.2.20", "/api/layers/site/import").POST(BodyPublishers.noBody());
    assertThat(untilRefused(imports)).isEqualTo(3);
    assertThat(ZEREN.send(from("192.0.2.20", "/api/layers")).statusCode()).isEqualTo(200);
    HttpRequest.Builder logins =
        from("192.0.2.21", "/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=a&password=b"));
    assertThat(untilRefused(logins)).isEqualTo(4);
  }

  @Test
  void aPasswordInTheHeaderIsALoginUntilItIsVerified() {
    HttpRequest.Builder wrong =
        from("192.0.2.50", "/api/layers")
            .header("Authorization", RunningZeren.basic("nobody", "wrong"));
    assertThat(untilRefused(wrong)).isEqualTo(4);
    assertThat(ZEREN.send(from("192.0.2.50", "/api/layers")).statusCode()).isEqualTo(200);
    FirstLogin.office(ZEREN, "regular");
    HttpRequest.Builder right =
        from("192.0.2.51", "/api/layers")
            .header("Authorization", RunningZeren.basic("regular", FirstLogin.PASSWORD));
    for (int i = 0; i < 6; i++) {
      assertThat(ZEREN.send(right).statusCode()).isEqualTo(200);
    }
  }
}
