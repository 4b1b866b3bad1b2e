package zeren.responsibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.layer.FeatureStore;
import zeren.responsibility.Answer;
import zeren.responsibility.Answers;
import zeren.responsibility.ResponsibilityMap;
import zeren.responsibility.TownFiles;
import zeren.responsibility.TownPlace;

/** {@code /api/who} on the hand-made town, for who is logged in and for the public. */
class WhoHttpIT {

  private static final TownFiles TOWN = new TownFiles();
  private static final List<TownPlace> PLACES = TownPlace.readAll();
  private static RunningZeren zeren = RunningZeren.empty();

  @BeforeAll
  static void fill() {
    zeren = RunningZeren.start("--zeren.reference=false", "--zeren.layers=" + TownFiles.FOLDER);
    FeatureStore store = zeren.bean(FeatureStore.class);
    TOWN.drafts().forEach(wave -> store.record(wave, "tester"));
  }

  @AfterAll
  static void stop() {
    zeren.close();
  }

  private static String query(Map<String, String> parameters) {
    return "/api/who?"
        + parameters.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static List<String> lines(Answers answers) {
    return answers.answers().stream().map(WhoHttpIT::line).toList();
  }

  private static String line(Answer answer) {
    return String.join(
        " ",
        answer.role().code(),
        answer.party().name(),
        answer.rule().code(),
        answer.scope().name(),
        String.valueOf(answer.effective()),
        String.valueOf(answer.negatedBy() != null),
        String.valueOf(Math.round(answer.distance())),
        String.valueOf(answer.share() == null ? -1 : Math.round(1000 * answer.share())));
  }

  private static List<String> lines(JsonNode answer) {
    List<String> lines = new ArrayList<>();
    for (JsonNode one : answer.path("answers")) {
      lines.add(
          String.join(
              " ",
              one.path("role").asString(),
              one.path("party").path("name").asString(),
              one.path("rule").asString(),
              one.path("scope").path("name").asString(),
              String.valueOf(one.path("effective").asBoolean()),
              String.valueOf(one.path("negated_by").isObject()),
              String.valueOf(Math.round(one.path("distance").asDouble())),
              String.valueOf(
                  one.path("share").isNumber()
                      ? Math.round(1000 * one.path("share").asDouble())
                      : -1)));
    }
    return lines;
  }

  /** Through tables, versions and days of the store. */
  @Test
  void everyPlaceOfTheTableIsAnsweredAsTheTableSays() {
    Map<LocalDate, ResponsibilityMap> maps = new HashMap<>();
    for (TownPlace place : PLACES) {
      ResponsibilityMap map = maps.computeIfAbsent(place.day(), TOWN::map);
      Answers answers = place.ask(map);
      String path = query(place.parameters());
      JsonNode got = place.isForThePublic() ? zeren.json(path) : zeren.jsonAsAdmin(path);
      Answers expected = place.isForThePublic() ? answers.forThePublic(map::isPublic) : answers;
      assertThat(lines(got)).as(place.title()).isEqualTo(lines(expected));
      assertThat(got.path("gaps").size()).as(place.title()).isEqualTo(expected.gaps().size());
      assertThat(got.path("overlaps").size()).isEqualTo(expected.overlaps().size());
      assertThat(got.path("near_edge").size()).isEqualTo(expected.nearEdge().size());
      assertThat(got.path("zones").size()).isEqualTo(expected.zones().size());
      assertThat(got.path("at").asString()).isEqualTo(place.day().toString());
      assertThat(got.path("topic").asString()).isEqualTo(place.parameters().get("topic"));
    }
  }

  @Test
  void thePublicReadsNothingOfInternalLayersAndUnpublishedPersons() {
    int asked = 0;
    for (TownPlace place : PLACES) {
      Map<String, String> parameters = place.parameters();
      String feature = parameters.getOrDefault("feature", "");
      if (feature.matches("(site|plot|enterprise)/.*")) {
        continue;
      }
      asked++;
      HttpResponse<String> answer = zeren.get(query(parameters));
      JsonNode body = RunningZeren.json(answer);
      assertThat(answer.body()).as(place.title()).doesNotContain(TOWN.secrets());
      assertThat(answer.body()).doesNotContain("\"assignment\":");
      for (String list : List.of("answers", "gaps")) {
        for (JsonNode one : body.path(list)) {
          assertThat(one.path("scope").path("layer").asString(""))
              .as(place.title())
              .isNotIn("site", "plot", "enterprise", "assignment");
        }
      }
      body.path("near_edge")
          .forEach(near -> assertThat(near.path("layer").asString()).isNotEqualTo("plot"));
    }
    assertThat(asked).isGreaterThan(60);
  }

  /** The phone of a grid chief is published with the cell, that of a contractor is not. */
  @Test
  void phonesAreThoseThatArePublished() {
    String chief = "/api/who?lon=113.052&lat=34.005&topic=dust&at=2020-06-01";
    assertThat(zeren.get(chief).body()).contains("000-0000-0101");
    String plot = "/api/who?lon=113.056&lat=34.0191&topic=dust&at=2020-06-01";
    assertThat(zeren.getAsAdmin(plot).body()).contains("000-0003-0010", "建筑公司十");
    assertThat(zeren.get(plot).body()).doesNotContain("000-0003-0010", "建筑公司十");
    String unpublished = "/api/who?lon=113.02&lat=34.06&topic=soil&at=2020-06-01";
    assertThat(zeren.getAsAdmin(unpublished).body()).contains("督导员201", "000-0200-0201");
    assertThat(zeren.get(unpublished).body()).contains("水利局").doesNotContain("督导员201");
  }

  @Test
  void anInternalFeatureIsToThePublicAsIfItsLayerWereNot() {
    for (String layer : List.of("plot", "site", "enterprise", "person", "assignment")) {
      HttpResponse<String> internal = zeren.get("/api/who?feature=" + layer + "/x");
      HttpResponse<String> unknown = zeren.get("/api/who?feature=nosuchlayer/x");
      assertThat(internal.statusCode()).isEqualTo(400).isEqualTo(unknown.statusCode());
      assertThat(internal.body().replace("'" + layer + "'", "'nosuchlayer'"))
          .isEqualTo(unknown.body());
    }
    String there = "/api/who?feature=site/" + URLEncoder.encode("住宅一期", StandardCharsets.UTF_8);
    String notThere = "/api/who?feature=site/nobody";
    assertThat(zeren.get(there).body()).isEqualTo(zeren.get(notThere).body());
    assertThat(zeren.getAsAdmin(there).statusCode()).isEqualTo(200);
    assertThat(zeren.getAsAdmin(notThere).statusCode()).isEqualTo(404);
    assertThat(WhoRefusalIT.post(zeren, false, "{\"places\":[{\"feature\":\"plot/拼接地块\"}]}").body())
        .isEqualTo(
            WhoRefusalIT.post(zeren, false, "{\"places\":[{\"feature\":\"plot/不存在\"}]}").body());
  }

  @Test
  void aFeatureThatIsNotThereOnTheDayIsNotFound() {
    String district =
        "/api/who?feature=district/" + URLEncoder.encode("临港区", StandardCharsets.UTF_8);
    assertThat(zeren.get(district + "&at=2020-12-31").statusCode()).isEqualTo(404);
    assertThat(zeren.get(district + "&at=2021-01-01").statusCode()).isEqualTo(200);
    String row = "/api/who?feature=unit/" + URLEncoder.encode("城管局", StandardCharsets.UTF_8);
    assertThat(zeren.get(row).statusCode()).as("a row has no place").isEqualTo(404);
  }

  /** In the reference city, on one day, for everybody. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBatchIsAnsweredLikeItsPlacesOneByOne(boolean asAdmin) {
    RunningZeren city = RunningZeren.reference();
    SplittableRandom random = new SplittableRandom(6);
    List<String> places = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double lon = random.nextDouble(112.7, 114.3);
      double lat = random.nextDouble(34.2, 35.1);
      places.add("{\"lon\":%s,\"lat\":%s,\"accuracy_m\":%s}".formatted(lon, lat, 100));
      queries.add(
          "/api/who?lon=%s&lat=%s&accuracy_m=100&topic=dust&at=2020-06-01".formatted(lon, lat));
    }
    JsonNode together =
        RunningZeren.json(
            WhoRefusalIT.post(
                city,
                asAdmin,
                "{\"topic\":\"dust\",\"at\":\"2020-06-01\",\"places\":" + places + "}"));
    Function<String, JsonNode> single = asAdmin ? city::jsonAsAdmin : city::json;
    for (int i = 0; i < queries.size(); i++) {
      assertThat(together.path("results").get(i))
          .as(queries.get(i))
          .isEqualTo(single.apply(queries.get(i)));
    }
  }

  @Test
  void objectsInABatchAreAnsweredLikeOneByOne() {
    List<TownPlace> objects =
        PLACES.stream()
            .filter(place -> place.parameters().containsKey("feature"))
            .filter(place -> place.day().equals(LocalDate.of(2020, 6, 1)))
            .toList();
    String places =
        objects.stream()
            .map(place -> "{\"feature\":\"" + place.parameters().get("feature") + "\"}")
            .collect(Collectors.joining(","));
    JsonNode together =
        RunningZeren.json(
            WhoRefusalIT.post(zeren, true, "{\"at\":\"2020-06-01\",\"places\":[" + places + "]}"));
    assertThat(objects).hasSizeGreaterThan(30);
    for (int i = 0; i < objects.size(); i++) {
      Map<String, String> parameters = objects.get(i).parameters();
      parameters.remove("topic");
      assertThat(together.path("results").get(i)).isEqualTo(zeren.jsonAsAdmin(query(parameters)));
    }
  }

  @Test
  void longAgoNobodyWasResponsibleAndNothingFails() {
    for (String at : List.of("0001-01-01", "1900-01-01", "1949-10-01")) {
      JsonNode answer = RunningZeren.reference().json("/api/who?lon=113.65&lat=34.75&at=" + at);
      assertThat(answer.path("answers")).isEmpty();
      assertThat(answer.path("gaps")).isEmpty();
      assertThat(answer.path("near_edge")).isEmpty();
    }
  }

  @Test
  void aPlaceInAnotherDatumIsTheSamePlace() {
    // What GCJ-02 calls so lies some 550 m to the west.
    JsonNode answer = zeren.json("/api/who?lon=113.05&lat=34.05&crs=gcj02&at=2020-06-01");
    assertThat(answer.path("place").path("lon").asDouble()).isBetween(113.042, 113.046);
    assertThat(answer.path("place").path("lat").asDouble()).isBetween(34.049, 34.053);
  }
}
