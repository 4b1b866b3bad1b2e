package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zeren.RunningZeren;
import zeren.SmallTown;

/** Who gets a page and who gets a problem when something below {@code /ogc} is refused. */
class RefusedPageHttpIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final RunningZeren zeren = SmallTown.running();

  @ParameterizedTest
  @CsvSource({
    "400, text/html, /ogc/collections/station/items?filter=nam%3D1",
    "400, text/html, /ogc/collections/station/items?limit=0&lang=en",
    "400, text/html, /ogc/collections/station/items?filter=%7Bx%7D%25",
    "404, text/html, /ogc/collections/nothing",
    "404, text/html, /ogc/collections/site/items/x",
    "404, application/problem+json, /ogc/collections/nothing?f=json",
    "404, application/problem+json, /ogc/collections/nothing?f=html&f=html",
    "404, application/problem+json, /ogc/collections/nothing?lang=de",
    "400, application/problem+json, /ogc?f=xml",
    "404, application/problem+json, /ogc/collections/nothing?x=%ff",
    "404, application/problem+json, /ogc/collections/nothing?x=%zz"
  })
  void aPersonGetsAPageWhereTheChoiceIsClear(int status, String type, String path) {
    assertThat(zeren.raw("GET " + path + " HTTP/1.1\r\nAccept: " + BROWSER + "\r\n"))
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("\r\nContent-Type: " + type);
  }

  @Test
  void aProgramGetsAProblem() {
    HttpResponse<String> answer = zeren.get("/ogc/collections/nothing");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(RunningZeren.parse(answer.body()).path("instance").asString())
        .isEqualTo("/ogc/collections/nothing");
    HttpResponse<String> change =
        zeren.send(
            zeren
                .requestAsAdmin("/ogc/collections/station/items")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(change.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void whatIsWrongIsEscaped() {
    HttpResponse<String> answer =
        zeren.send(
            zeren
                .request("/ogc/collections/station/items?limit=%3Cb%3Ex")
                .header("Accept", BROWSER));
    assertThat(answer.body()).contains("&lt;b&gt;x").doesNotContain("<b>x");
  }
}
