package zeren.responsibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** Questions to {@code /api/who} that cannot be answered, and what they are told. */
class WhoRefusalIT {

  private final RunningZeren zeren = RunningZeren.empty();

  static HttpResponse<String> post(RunningZeren to, boolean asAdmin, String body) {
    HttpRequest.Builder request = asAdmin ? to.requestAsAdmin("/api/who") : to.request("/api/who");
    return to.send(
        request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "lon=34.05&lat=113.05, lat, swapped",
        "lon=113.05, lat, missing",
        "lat=34.05, lon, missing",
        "lon=200&lat=34, lon, -180 to 180",
        "lon=abc&lat=34, lon, must be a number",
        "lon=NaN&lat=34, lon, must be a number",
        "lon=&lat=34, lon, empty",
        "lon=113&lon=114&lat=34, lon, 2 times",
        "lon=113.05&lat=34.05&crs=EPSG:1, crs, EPSG:1",
        "crs=gcj02, crs, missing",
        "lon=113.05&lat=34.05&topic=smoke, topic, dust",
        "lon=113.05&lat=34.05&at=2018-02-30, at, day that exists",
        "lon=113.05&lat=34.05&at=yesterday, at, day that exists",
        "lon=113.05&lat=34.05&accuracy_m=-1, accuracy_m, from 0",
        "lon=113.05&lat=34.05&accuracy_m=10001, accuracy_m, 10000",
        "lon=113.05&lat=34.05&radius=5, radius, Unknown parameter",
        "topic=dust, lon, 'lon' and 'lat'",
        "feature=district, feature, a layer and an id",
        "feature=/x, feature, a layer and an id",
        "feature=district/, feature, a layer and an id",
        "feature=nosuchlayer/x, feature, names no layer",
        "feature=district/x&lon=113.05&lat=34.05, feature, not both",
        "feature=district/x&accuracy_m=5, feature, not both",
      })
  void aQuestionThatCannotBeReadIsRefusedByName(String query, String parameter, String says) {
    for (HttpResponse<String> answer :
        List.of(zeren.get("/api/who?" + query), zeren.getAsAdmin("/api/who?" + query))) {
      assertThat(answer.statusCode()).as("%s: %s", query, answer.body()).isEqualTo(400);
      JsonNode problem = RunningZeren.parse(answer.body());
      assertThat(problem.path("parameter").asString()).as(answer.body()).isEqualTo(parameter);
      assertThat(problem.path("detail").asString()).contains(says);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json|not JSON",
        "[]|JSON object",
        "7|JSON object",
        "{}|'places' must be a list",
        "{\"places\":[]}|'places' must be a list",
        "{\"places\":{}}|'places' must be a list",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05}],\"day\":\"2020-01-01\"}|member 'day'",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05}],\"at\":\"2018-02-30\"}|a day that exists",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05}],\"at\":20180230}|a day that exists",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05}],\"topic\":\"smoke\"}|must be one of",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05}],\"crs\":\"EPSG:1\"}|EPSG:1",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05},{\"lon\":34.05,\"lat\":113.05}]}|places[1]: ",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05},7]}|places[1]: ",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05},null]}|places[1]: ",
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05,\"name\":\"x\"}]}|places[0]: member 'name'",
        "{\"places\":[{\"lon\":[113.05],\"lat\":34.05}]}|places[0]: ",
        "{\"places\":[{\"feature\":\"district/x\",\"lon\":113.05,\"lat\":34.05}]}|not both",
        "{\"places\":[{\"feature\":\"nosuchlayer/x\"}]}|places[0]: ",
      })
  void aBatchThatCannotBeReadIsRefusedAsAWhole(String body, String says) {
    HttpResponse<String> answer = post(zeren, false, body);
    assertThat(answer.statusCode()).as("%s: %s", body, answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("detail").asString()).contains(says);
  }

  @Test
  void aBadPlaceInTheMiddleIsNamedByItsNumber() {
    String good = "{\"lon\":113.05,\"lat\":34.05}";
    List<String> places = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      places.add(i == 567 ? "{\"lon\":113.05,\"lat\":95}" : good);
    }
    HttpResponse<String> answer = post(zeren, true, "{\"places\":" + places + "}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("places[567]: ").contains("lat=95");
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000, 10_001})
  void tenThousandPlacesAreAnsweredAndNotOneMore(int count) {
    String places =
        IntStream.range(0, count)
            .mapToObj(i -> "{\"lon\":%s,\"lat\":34.07}".formatted(112.9 + i * 1e-5))
            .collect(Collectors.joining(","));
    HttpResponse<String> answer =
        post(zeren, false, "{\"topic\":\"noise\",\"places\":[" + places + "]}");
    if (count == 10_000) {
      assertThat(RunningZeren.json(answer).path("results").size()).isEqualTo(count);
    } else {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("10001", "10000");
    }
  }

  @Test
  void aBodyOfMoreThanFiveMegabytesIsTooLarge() {
    String body =
        "{\"places\":[{\"lon\":113.05,\"lat\":34.05}]," + " ".repeat(5_000_000) + "\"at\":null}";
    HttpResponse<String> answer = post(zeren, false, body);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(RunningZeren.parse(answer.body()).path("detail").asString()).contains("5 MB");
  }
}
