package zeren.responsibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/** What {@code /api/who} says to questions that cannot be answered. */
class WhoMisuseIT {

  private static final RunningZeren ZEREN = RunningZeren.reference();

  private static HttpResponse<String> post(String body) {
    return ZEREN.send(
        ZEREN
            .request("/api/who")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(RunningZeren.parse(answer.body()).path("detail").asString()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "lon=34.7&lat=113.7|look swapped",
        "lon=113.7|'lat' is missing",
        "|'lon' and 'lat', or an object by 'feature'",
        "lon=113.7&lat=34.7&topic=air|must be one of all, dust",
        "lon=113.7&lat=34.7&at=2018-02-30|a day that exists",
        "lon=113.7&lat=34.7&crs=epsg:1|coordinate system",
        "lon=113.7&lat=34.7&accuracy_m=20000|from 0 to 10000",
        "lon=113.7&lat=34.7&radius=3|Unknown parameter 'radius'",
        "lon=113.7&lat=34.7&feature=section/ZZ-W01|not both",
        "feature=section|a layer and an id",
        "feature=nowhere/1|names no layer"
      })
  void saysWhatIsWrong(String query, String words) {
    String asked = query == null ? "" : query;
    assertRefused(ZEREN.get("/api/who?" + asked), 400, words);
  }

  @Test
  void whatHasNoPlaceOrIsNotThereIsNotFound() {
    assertRefused(ZEREN.get("/api/who?feature=section/none"), 404, "has no feature 'none'");
    assertRefused(ZEREN.get("/api/who?feature=unit/zz-dust"), 404, "with a place");
  }

  @Test
  void anInternalLayerIsToThePublicOneThatIsNotThere() {
    assertRefused(ZEREN.get("/api/who?feature=site/ZZ-S04"), 400, "names no layer: 'site'");
    assertThat(ZEREN.getAsAdmin("/api/who?feature=site/ZZ-S04").statusCode()).isEqualTo(200);
  }

  @Test
  void aBatchNamesThePlaceThatIsWrong() {
    assertRefused(
        post("{\"places\":[{\"lon\":113.7,\"lat\":34.7},{\"lon\":34.7,\"lat\":113.7}]}"),
        400,
        "places[1]: ");
    assertRefused(
        post("{\"places\":[{\"lon\":113.7,\"lat\":34.7,\"radius\":1}]}"), 400, "places[0]: ");
    assertRefused(post("{\"places\":[3]}"), 400, "places[0]: ");
  }

  @Test
  void aBatchThatIsNoneIsRefused() {
    assertRefused(post("{\"places\":[]}"), 400, "must be a list of places");
    assertRefused(post("{}"), 400, "must be a list of places");
    assertRefused(post("[]"), 400, "must be a JSON object");
    assertRefused(post("places"), 400, "is not JSON");
    assertRefused(post("{\"places\":[],\"more\":1}"), 400, "'more' is not known");
    String place = "{\"lon\":113.7,\"lat\":34.7}";
    String many = "{\"places\":[" + place + ("," + place).repeat(10_000) + "]}";
    assertRefused(post(many), 400, "at most 10000");
    assertRefused(post(" ".repeat(5_000_001)), 413, "5 MB");
  }

  @Test
  void aBatchOfTheLargestSizeIsAnsweredInOrder() {
    String place = "{\"lon\":113.7,\"lat\":34.7}";
    String far = "{\"lon\":116,\"lat\":39.9}";
    JsonNode results =
        RunningZeren.json(
                post("{\"places\":[" + (place + ",").repeat(9_999) + far + "],\"topic\":\"dust\"}"))
            .path("results");
    assertThat(results).hasSize(10_000);
    assertThat(results.get(9_998).path("answers")).isNotEmpty();
    assertThat(results.get(9_999).path("answers")).isEmpty();
    assertThat(results.get(9_999).path("gaps")).isNotEmpty();
  }
}
