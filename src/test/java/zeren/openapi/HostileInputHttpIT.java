package zeren.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zeren.HostileTexts;
import zeren.RunningZeren;
import zeren.exchange.web.Uploads;

/**
 * Markup, quotes, SQL and long Chinese texts in every parameter, every member of a body and every
 * text field of every layer: what is refused is refused in words, and what is kept comes back as it
 * was, everywhere. The addresses are those of the description, so that a new one is tried as well.
 */
class HostileInputHttpIT {

  private static final DescribedTown TOWN = new DescribedTown();
  private static final RunningZeren ZEREN = TOWN.zeren;
  private static final JsonMapper JSON = new JsonMapper();

  @AfterAll
  static void stop() {
    TOWN.close();
  }

  @Test
  void everyParameterOfEveryAddress() {
    int tried = 0;
    for (Described.Found one : TOWN.described.operations()) {
      for (JsonNode parameter : one.json().path("parameters")) {
        for (String text : HostileTexts.ALL) {
          send(one, parameter, text);
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(1_000);
  }

  private static void send(Described.Found one, JsonNode parameter, String text) {
    String name = parameter.path("name").asString();
    String address = TOWN.address(one);
    HttpRequest.Builder request =
        switch (parameter.path("in").asString()) {
          case "path" ->
              ZEREN.requestAsAdmin(
                  one.pathWith(
                      other -> other.equals(name) ? DescribedTown.encoded(text) : "station"));
          case "query" ->
              ZEREN.requestAsAdmin(
                  address.replaceAll("([?&])" + name + "=[^&]*&", "$1")
                      + DescribedTown.encoded(name)
                      + "="
                      + DescribedTown.encoded(text));
          default -> ZEREN.requestAsAdmin(address).header(name, text.replaceAll("[^ -~]", "?"));
        };
    answers(one, request, one.json().has("requestBody") ? "{}" : null, name + " = " + text);
  }

  @Test
  void everyMemberOfEveryBody() {
    for (Described.Found one : TOWN.described.operations()) {
      if (one.json().path("requestBody").path("content").has("application/json")) {
        for (String text : HostileTexts.ALL) {
          String quoted = JSON.writeValueAsString(text);
          for (String body :
              List.of(
                  quoted,
                  "[" + quoted + "]",
                  "{" + quoted + ":" + quoted + "}",
                  bodyOf(one, text))) {
            answers(one, ZEREN.requestAsAdmin(TOWN.address(one)), body, body);
          }
        }
      }
    }
  }

  /** An object with the text as every member that the body may have. */
  private static String bodyOf(Described.Found one, String text) {
    JsonNode document = ZEREN.json("/api/openapi.json");
    String reference =
        one.json()
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema")
            .path("$ref")
            .asString("");
    Map<String, String> members = new LinkedHashMap<>();
    document
        .path("components")
        .path("schemas")
        .path(reference.substring(reference.lastIndexOf('/') + 1))
        .path("properties")
        .propertyNames()
        .forEach(name -> members.put(name, text));
    return JSON.writeValueAsString(members);
  }

  private static void answers(
      Described.Found one, HttpRequest.Builder request, @Nullable String body, String what) {
    HttpResponse<String> answer =
        ZEREN.send(
            request
                .header("Content-Type", "application/json")
                .method(
                    one.method().toUpperCase(Locale.ROOT),
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    String said = one.name() + " with " + what + ": " + answer.statusCode() + answer.body();
    assertThat(answer.statusCode()).as(said).isLessThan(500);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.contains("html")) {
      assertThat(answer.body()).as(said).doesNotContain("<img src=x").doesNotContain("<script>hit");
    }
    if (answer.statusCode() >= 400) {
      assertThat(answer.body())
          .as(said)
          .doesNotContain("Exception", "org.h2", "org.postgresql", "SELECT ", "java.");
      if (type.contains("json")) {
        assertThat(RunningZeren.parse(answer.body()).path("detail").isString()).as(said).isTrue();
      }
    }
  }

  @Test
  void everyTextFieldOfEveryLayer() {
    int kept = 0;
    for (JsonNode layer : ZEREN.jsonAsAdmin("/api/layers").path("layers")) {
      for (JsonNode field : layer.path("fields")) {
        if (field.path("type").asString().equals("text")
            && !field.has("values")
            && !field.has("refersTo")
            && !field.path("name").asString().matches("source_.*|valid_.*|recorded_.*")) {
          for (String text : HostileTexts.ALL) {
            kept += keep(layer, field.path("name").asString(), text) ? 1 : 0;
          }
        }
      }
    }
    assertThat(kept).as("texts that were kept and read back").isGreaterThan(100);
  }

  /** Whether the text was taken; then it is read back from everywhere. */
  private static boolean keep(JsonNode layer, String field, String text) {
    String layerId = layer.path("id").asString();
    String id = "hostile " + field + " <b>'\"" + HostileTexts.ALL.indexOf(text);
    String path =
        "/api/layers/" + layerId + "/features/" + DescribedTown.encoded(id).replace("+", "%20");
    Map<String, Object> properties = new LinkedHashMap<>();
    for (JsonNode other : layer.path("fields")) {
      if (other.path("required").asBoolean()) {
        JsonNode values = other.path("values");
        properties.put(
            other.path("name").asString(),
            values.isObject() ? values.propertyNames().iterator().next() : "plain");
      }
    }
    properties.put(field, text);
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("geometry", geometry(layer.path("geometry").asString()));
    feature.put("properties", properties);
    HttpResponse<String> answer =
        ZEREN.send(
            ZEREN
                .requestAsAdmin(path)
                .header("If-None-Match", "*")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(feature))));
    assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400, 422);
    if (answer.statusCode() != 201) {
      return false;
    }
    assertThat(value(path, "properties", field)).isEqualTo(text);
    assertThat(
            ZEREN.jsonAsAdmin(path + "/history").at("/versions/0/properties/" + field).asString())
        .isEqualTo(text);
    assertThat(ZEREN.getAsAdmin("/api/layers/" + layerId + "/export?format=geojson").body())
        .contains(JSON.writeValueAsString(text));
    JsonNode told = ZEREN.jsonAsAdmin("/api/trail?kind=edit&object=" + DescribedTown.encoded(id));
    List<String> after = new ArrayList<>();
    told.at("/items/0/detail/changes")
        .forEach(change -> after.add(change.path("after").asString()));
    assertThat(after)
        .anyMatch(one -> one.equals(text) || text.startsWith(one.replaceAll("…$", "")));
    if (!layer.path("geometry").asString().equalsIgnoreCase("None")) {
      String item =
          "/ogc/collections/" + layerId + "/items/" + path.substring(path.lastIndexOf('/') + 1);
      assertThat(value(item, "properties", field)).isEqualTo(text);
      String html = ZEREN.getAsAdmin(item + "?f=html").body();
      assertThat(html)
          .doesNotContain("<img src=x")
          .doesNotContain("<script>hit")
          .doesNotContain("<b>'");
    }
    return true;
  }

  private static String value(String path, String member, String field) {
    return ZEREN.jsonAsAdmin(path).path(member).path(field).asString();
  }

  private static Object geometry(String type) {
    List<List<Double>> ring =
        List.of(
            List.of(113.9, 34.9),
            List.of(113.91, 34.9),
            List.of(113.91, 34.91),
            List.of(113.9, 34.9));
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "point" -> Map.of("type", "Point", "coordinates", ring.get(0));
      case "linestring" -> Map.of("type", "LineString", "coordinates", ring.subList(0, 3));
      case "multilinestring" ->
          Map.of("type", "MultiLineString", "coordinates", List.of(ring.subList(0, 3)));
      case "polygon" -> Map.of("type", "Polygon", "coordinates", List.of(ring));
      case "multipolygon" -> Map.of("type", "MultiPolygon", "coordinates", List.of(List.of(ring)));
      default -> JSON.nullNode();
    };
  }

  @Test
  void filesAndTheirNames() {
    for (String text : HostileTexts.ALL) {
      String cell = "\"" + text.replace("\"", "\"\"") + "\"";
      String csv = "编号,站点名称," + cell + ",经度,纬度\nH," + cell + "," + cell + ",113.6,34.7\n";
      HttpResponse<String> upload =
          Uploads.send(
              ZEREN,
              "/api/imports?layer=station",
              text.replaceAll("[\"\\\\\\r\\n]", "'"),
              csv.getBytes(StandardCharsets.UTF_8));
      // No heading is so long, and no file name holds NUL.
      assertThat(upload.statusCode()).as(upload.body()).isIn(201, 400, 422);
      if (upload.statusCode() == 201) {
        String id = RunningZeren.parse(upload.body()).path("id").asString();
        assertThat(ZEREN.getAsAdmin("/api/imports/" + id).statusCode()).isEqualTo(200);
      }
      JsonNode mapping =
          JSON.valueToTree(
              Map.of("crs", "gcj02", "mapping", Map.of("columns", Map.of(text, "name"))));
      HttpResponse<String> kept =
          Uploads.put(
              ZEREN,
              "/api/layers/station/mappings/" + DescribedTown.encoded(text).replace("+", "%20"),
              mapping.toString());
      assertThat(kept.statusCode()).as(kept.body()).isIn(200, 400);
    }
    assertThat(ZEREN.jsonAsAdmin("/api/layers/station/mappings").toString()).contains("DROP TABLE");
  }
}
