package zeren.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;

class ProblemHttpIT {

  private final RunningZeren zeren = SmallTown.running();

  private static void assertTellsNothing(String answer) {
    assertThat(answer)
        .doesNotContainIgnoringCase("<html")
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContainIgnoringCase("apache")
        .doesNotContainIgnoringCase("spring")
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContain("SELECT");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as("%s: %s", answer.uri(), answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode body = RunningZeren.parse(answer.body());
    assertThat(body.path("type").asString("")).startsWith("/problems/");
    assertThat(body.path("title").asString("")).isNotBlank();
    assertThat(body.path("status").asInt(0)).isEqualTo(status);
    assertThat(body.path("detail").asString("")).isNotBlank();
    assertThat(body.path("instance").asString("")).isEqualTo(answer.uri().getRawPath());
    assertTellsNothing(answer.body() + answer.headers().map());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/nothing, 404",
    "/api/layers/, 404",
    "/api/layers/nothing/features/x, 404",
    "/api/layers/station/features/nothing, 404",
    "/api/layers/station/features/edge?at=2018-02-30, 400",
    "/api/layers/station/features/edge?at=2019-12-31, 404",
    "/api/layers/station/features/edge?at=, 400",
    "/api/layers/station/features/edge?at=2021-01-01&at=2021-01-01, 400",
    "/api/layers/station/features/edge?when=2021-01-01, 400",
    "/api/layers/station/features/nothing/history, 404",
    "/api/layers/station/features/edge/history?at=2021-01-01, 400",
    "/api/layers?count=1, 400",
    "/api/near?find=station&lon=%zz, 400",
    "/api/near?find=%ff, 400",
    "/api/zones/district/west, 400",
    "/actuator/health/db, 401",
    "/tiles/nothing.json, 404",
    "/tiles/station/0/0/1.mvt, 404",
    "/ogc/collections/nothing/items, 404",
    "/ogc/nothing, 404",
    "/actuator/env, 401",
    "/actuator/prometheus, 401"
  })
  void refusalsOfGetAreProblems(String path, int status) {
    if (path.contains("%zz")) {
      String answer = zeren.raw("GET " + path + " HTTP/1.1\r\n");
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
      assertTellsNothing(answer);
    } else {
      assertProblem(zeren.get(path), status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tiles/station.json"})
  void otherMethodsAreRefusedWithProblems(String path) {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
      HttpRequest.Builder request =
          zeren.request(path).method(method, BodyPublishers.ofString("{}"));
      HttpResponse<String> answer = zeren.send(request);
      assertProblem(answer, answer.statusCode());
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).as(method).contains("GET, HEAD");
    }
  }

  /** There some addresses can be written to, so that an account is asked for first. */
  @ParameterizedTest
  @CsvSource({
    "/ogc/collections/station, POST, GET",
    "/ogc/collections/station, DELETE, GET",
    "/ogc/collections/station/items, PUT, GET POST OPTIONS",
    "/ogc/collections/station/items/edge, POST, GET PUT PATCH DELETE OPTIONS"
  })
  void otherMethodsBelowOgcAreRefusedWithProblems(String path, String method, String allowed) {
    HttpResponse<String> answer =
        zeren.send(zeren.requestAsAdmin(path).method(method, BodyPublishers.ofString("{}")));
    assertProblem(answer, 405);
    assertThat(answer.headers().firstValue("Allow").orElse("").split(", "))
        .containsExactlyInAnyOrder(allowed.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/station",
        "/api/near",
        "/api/nothing",
        "/api/layers/station/features/edge",
        "/api/layers/site/features/near-north"
      })
  void changesNeedAnAccountWhateverThePath(String path) {
    for (String method : new String[] {"POST", "PUT", "DELETE"}) {
      HttpResponse<String> answer =
          zeren.send(zeren.request(path).method(method, BodyPublishers.ofString("{}")));
      assertProblem(answer, 401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).as(method).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/near?radius=0", "/api/nothing", "/api/layers/nothing/features/x"})
  void headIsRefusedLikeGetWithoutABody(String path) {
    HttpResponse<String> get = zeren.get(path);
    HttpResponse<String> head =
        zeren.send(zeren.request(path).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(get.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/layers/{x} HTTP/1.1\r\n",
        "GET /api/layers/[x]/features/1 HTTP/1.1\r\n",
        "GET /api/layers/a|b HTTP/1.1\r\n",
        "GET /api/layers/%zz/features/1 HTTP/1.1\r\n",
        "GET /api/layers/%00/features/1 HTTP/1.1\r\n",
        "GET /api/layers/../../etc/passwd HTTP/1.1\r\n",
        "GET /api/layers/%2e%2e/%2e%2e/x HTTP/1.1\r\n",
        "GET /api//layers HTTP/1.1\r\n",
        "GET /api/layers/a\\b HTTP/1.1\r\n",
        "GET /api/layers/[x] HTTP/1.1\r\n",
        "GET /[x] HTTP/1.1\r\n",
        "GET /tiles/[x]/0/0/0.mvt HTTP/1.1\r\n",
        "GET /api/near?find=[x]&lon=1&lat=1 HTTP/1.1\r\n",
        "GET /api/near?lon=%zz HTTP/1.1\r\n",
        "GET /nothing?lang=%zz HTTP/1.1\r\n",
        "GET /?lang=%zz HTTP/1.1\r\n",
        "GET /api/nothing?lang=%ff HTTP/1.1\r\n",
        "POST /login?username=%zz HTTP/1.1\r\n",
        "POST /logout?_csrf=%ff HTTP/1.1\r\n",
        "GET /api/near?lon=\u0001 HTTP/1.1\r\n",
        "BREW /api/layers HTTP/1.1\r\n",
        "TRACE /api/layers HTTP/1.1\r\n",
        "GET /api/layers HTTP/9.9\r\n",
        "GET /api/layers HTTP/1.1\r\nBad Header: x\r\n",
        "GET /api/layers HTTP/1.1\r\nContent-Length: abc\r\n",
        "GET /api/layers HTTP/1.1\r\nTransfer-Encoding: nonsense\r\n"
      })
  void whatNoClientWouldSendIsRefusedInOurWords(String head) {
    String answer = zeren.raw(head);
    assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) .*");
    assertTellsNothing(answer);
    assertThat(answer).contains("application/problem+json");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    JsonNode problem =
        RunningZeren.parse(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
    for (String member : new String[] {"type", "title", "status", "detail", "instance"}) {
      assertThat(problem.has(member)).as("%s in %s", member, body).isTrue();
    }
    assertThat(answer).contains("HTTP/1.1 " + problem.path("status").asInt());
  }

  @Test
  void aHeaderThatIsTooLargeIsRefusedInOurWords() {
    String answer =
        zeren.raw("GET /api/layers HTTP/1.1\r\nX-Large: " + "x".repeat(20_000) + "\r\n");
    assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*").contains("application/problem+json");
    assertTellsNothing(answer);
  }

  @Test
  void whatTheCallerCannotReadIsStillAProblem() {
    HttpResponse<String> answer =
        zeren.send(zeren.request("/api/layers").header("Accept", "image/png"));
    assertThat(answer.statusCode()).isEqualTo(406);
    assertTellsNothing(answer.body());
    HttpResponse<String> refusal =
        zeren.send(zeren.request("/api/near?radius=0&find=station").header("Accept", "text/csv"));
    assertProblem(refusal, 400);
  }

  @Test
  void aPersonGetsAPageAndAProgramAProblem() {
    HttpResponse<String> page = zeren.send(zeren.request("/nothing").header("Accept", "text/html"));
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body()).doesNotContain("Exception").doesNotContainIgnoringCase("tomcat");
    assertProblem(zeren.get("/nothing"), 404);
  }

  /** A proxy on this machine ends TLS; links must lead back through it. */
  @Test
  void aProxyOnThisMachineSaysHowItWasCalled() {
    HttpResponse<String> answer =
        zeren.send(
            zeren
                .request("/tiles/station.json")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "map.example"));
    assertThat(answer.body()).contains("https://map.example/tiles/station/");
  }
}
