package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static zeren.ogc.web.Found.encoded;
import static zeren.ogc.web.Found.href;
import static zeren.ogc.web.Found.ids;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;
import zeren.SmallTown;

/**
 * OGC API Features, Part 3 (OGC 19-079r2): a test a requirement; {@code filter-crs} is in {@link
 * CrsConformanceHttpIT}. What the filter language itself has to do is tested in {@code
 * zeren.filter}.
 */
class FilterConformanceHttpIT {

  private static final RunningZeren ZEREN = SmallTown.running();
  private static final String OUTFALLS = "/ogc/collections/outfall";
  private static final String STATIONS = "/ogc/collections/station";

  @Test
  @DisplayName("/req/queryables/queryables-link, /req/features-filter/queryables-link")
  void queryables_queryablesLink() {
    for (JsonNode collection : ZEREN.json("/ogc/collections").path("collections")) {
      String link =
          href(collection, "http://www.opengis.net/def/rel/ogc/1.0/queryables").orElseThrow();
      HttpResponse<String> answer = ZEREN.get(link.replace(ZEREN.baseUrl(), ""));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/schema+json");
    }
  }

  @Test
  @DisplayName("/req/queryables/get-queryables-op, get-queryables-response")
  void queryables_getQueryablesResponse() {
    JsonNode schema = ZEREN.json(OUTFALLS + "/queryables?lang=en");
    assertThat(schema.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").asString()).isEqualTo(ZEREN.baseUrl() + OUTFALLS + "/queryables");
    assertThat(schema.path("type").asString()).isEqualTo("object");
    JsonNode properties = schema.path("properties");
    assertThat(properties.propertyNames())
        .contains("id", "geometry", "name", "pipes", "flow", "closed", "found_on")
        .doesNotContain("informant");
    assertThat(properties.at("/pipes/type").asString()).isEqualTo("integer");
    assertThat(properties.at("/flow/type").asString()).isEqualTo("number");
    assertThat(properties.at("/closed/type").asString()).isEqualTo("boolean");
    assertThat(properties.at("/found_on/type").asString()).isEqualTo("string");
    assertThat(properties.at("/found_on/format").asString()).isEqualTo("date");
    assertThat(properties.at("/geometry/format").asString()).isEqualTo("geometry-point");
    assertThat(properties.at("/name/title").asString()).isEqualTo("Name");
    JsonNode whole = ZEREN.jsonAsAdmin(OUTFALLS + "/queryables").path("properties");
    assertThat(whole.at("/informant/enum").toString()).isEqualTo("[\"neighbour\",\"worker\"]");
  }

  @Test
  @DisplayName("/req/queryables/expression-construction")
  void queryables_expressionConstruction() {
    for (JsonNode collection : ZEREN.json("/ogc/collections").path("collections")) {
      String path = "/ogc/collections/" + collection.path("id").asString();
      for (String name : ZEREN.json(path + "/queryables").path("properties").propertyNames()) {
        if (!name.equals("geometry")) {
          ZEREN.json(path + "/items?limit=1&filter=" + encoded("\"" + name + "\" IS NULL"));
        }
      }
      assertThat(ZEREN.get(path + "/items?filter=" + encoded("no_such_name IS NULL")).statusCode())
          .isEqualTo(400);
    }
  }

  /** Every name with a simple value is a parameter that picks what has just this value. */
  @Test
  @DisplayName("/req/queryables-query-parameters/parameters")
  void queryables_areParameters() {
    for (JsonNode collection : ZEREN.jsonAsAdmin("/ogc/collections").path("collections")) {
      String path = "/ogc/collections/" + collection.path("id").asString();
      JsonNode properties = ZEREN.jsonAsAdmin(path + "/queryables").path("properties");
      for (String name : properties.propertyNames()) {
        JsonNode schema = properties.path(name);
        if (name.equals("geometry")) {
          continue;
        }
        String value =
            switch (schema.path("type").asString()) {
              case "boolean" -> "true";
              case "integer", "number" -> "3";
              default ->
                  schema.has("enum")
                      ? schema.path("enum").get(0).asString()
                      : schema.has("format") ? "2020-01-01" : "x";
            };
        HttpResponse<String> answer =
            ZEREN.getAsAdmin(path + "/items?%s=%s".formatted(name, encoded(value)));
        if (answer.statusCode() == 400) {
          // Of several values in one, each is one of a list.
          String one = RunningZeren.parse(answer.body()).path("allowed").path(0).asString();
          answer = ZEREN.getAsAdmin(path + "/items?%s=%s".formatted(name, one));
        }
        assertThat(answer.statusCode()).as(path + " " + name + answer.body()).isEqualTo(200);
      }
    }
    assertThat(ids(ZEREN.json(OUTFALLS + "/items?flow=2&pipes=3&closed=false&found_on=2021-05-06")))
        .containsExactly("pipe");
    assertThat(ids(ZEREN.json(OUTFALLS + "/items?flow=2.0001"))).isEmpty();
    assertThat(ids(ZEREN.json(OUTFALLS + "/items?id=pipe,nothing"))).containsExactly("pipe");
    assertThat(ids(ZEREN.json(OUTFALLS + "/items?id=nothing"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cql2-text|level = 'national'",
        "cql2-json|{\"op\":\"=\",\"args\":[{\"property\":\"level\"},\"national\"]}",
        "cql2-text|CASEI(level) = CASEI('NATIONAL') AND id LIKE '%e%'",
        "cql2-text|S_WITHIN(geometry, BBOX(113.54,34.74,113.61,34.76))",
        "cql2-json|{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[113.54,34.74,113.61,34.76]}]}",
        "cql2-text|distance(geometry, POINT(113.575 34.75)) < 2500"
      })
  @DisplayName("/req/filter/filter-param, filter-lang-param, response")
  void filter_filterParam(String language, String filter) {
    String path = STATIONS + "/items?filter-lang=" + language + "&filter=" + encoded(filter);
    assertThat(ids(ZEREN.json(path))).containsExactly("edge", "hole");
    if (language.equals("cql2-text")) {
      assertThat(ids(ZEREN.json(path.replace("filter-lang=cql2-text&", ""))))
          .containsExactly("edge", "hole");
    }
  }

  @Test
  @DisplayName("/req/filter/mixing-expressions")
  void filter_mixingExpressions() {
    String national = STATIONS + "/items?filter=" + encoded("level = 'national'");
    assertThat(ids(ZEREN.json(national + "&bbox=113.54,34.7,113.56,34.8"))).containsExactly("hole");
    assertThat(ids(ZEREN.json(national + "&q=edge"))).containsExactly("edge");
    assertThat(ids(ZEREN.json(national + "&where=" + encoded("id > 'f'")))).containsExactly("hole");
    assertThat(ids(ZEREN.json(national + "&level=provincial"))).isEmpty();
    assertThat(ids(ZEREN.json(national + "&datetime=2019-12-31"))).isEmpty();
  }

  @Test
  @DisplayName("/req/features-filter/response: the pages keep the filter")
  void filter_pagesKeepTheFilter() {
    List<String> walked = new ArrayList<>();
    String path = STATIONS + "/items?limit=3&filter=" + encoded("level <> 'national' OR id = 'x'");
    for (JsonNode page : Found.pages(ZEREN, path, "next")) {
      assertThat(page.path("numberMatched").asInt()).isEqualTo(12);
      walked.addAll(ids(page));
    }
    assertThat(walked).hasSize(12).doesNotHaveDuplicates().doesNotContain("edge", "hole");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter=",
        "filter=level+%3D",
        "filter=informant+%3D+'neighbour'",
        "filter-lang=cql2-xml&filter=TRUE",
        "filter-lang=cql2-json&filter=TRUE",
        "filter=%7B%22op%22%3A%22%3D%22%7D",
        "filter=S_INTERSECTS(geometry,POINT(1e999+0))"
      })
  @DisplayName("/req/filter/filter-param: what is no filter is refused")
  void filter_refused(String query) {
    HttpResponse<String> answer = ZEREN.get(OUTFALLS + "/items?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningZeren.parse(answer.body()).path("parameter").asString()).startsWith("filter");
    assertThat(answer.body()).doesNotContain("neighbour\":");
  }
}
