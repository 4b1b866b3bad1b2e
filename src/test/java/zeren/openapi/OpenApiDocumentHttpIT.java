package zeren.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import zeren.RunningZeren;

/**
 * {@code /api/openapi.json} for itself, and what it says of parameters: that they are those the
 * service knows, with its bounds and its words.
 */
class OpenApiDocumentHttpIT {

  private static final DescribedTown TOWN = new DescribedTown();
  private static final RunningZeren ZEREN = TOWN.zeren;

  @AfterAll
  static void stop() {
    TOWN.close();
  }

  private static Stream<Described.Found> reading() {
    return TOWN.described.operations().stream()
        .filter(one -> one.method().equals("get") && one.says(400));
  }

  private static List<JsonNode> queries(Described.Found operation) {
    return operation
        .json()
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asString().equals("query"))
        .toList();
  }

  private static JsonNode refusal(String path) {
    HttpResponse<String> answer = ZEREN.getAsAdmin(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(400);
    return RunningZeren.parse(answer.body());
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  @Test
  void aParserOfOthersReadsIt() {
    HttpResponse<String> answer = ZEREN.get("/api/openapi.json");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/vnd.oai.openapi+json");
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(answer.body());
    assertThat(read.getMessages()).isEmpty();
    assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(40);
  }

  @Test
  void everyAddressIsDescribedAndEveryDescribedOneIsThere() {
    Set<String> mapped = new TreeSet<>();
    ZEREN
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> mapped.addAll(names(mapping)));
    assertThat(mapped).hasSizeGreaterThan(40);
    // What the security filters and the actuator answer.
    mapped.addAll(List.of("POST /login", "POST /logout", "GET /actuator/health"));
    Set<String> told = new TreeSet<>();
    TOWN.described.operations().forEach(one -> told.add(one.name()));
    assertThat(told).isEqualTo(mapped);
  }

  private static List<String> names(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .flatMap(
            path -> mapping.getMethodsCondition().getMethods().stream().map(m -> m + " " + path))
        .toList();
  }

  /** Whoever may not see a layer does not learn of it here. */
  @Test
  void itIsTheSameForEverybody() {
    assertThat(ZEREN.getAsAdmin("/api/openapi.json").body())
        .isEqualTo(ZEREN.get("/api/openapi.json").body());
  }

  @Test
  void everyOperationAndEveryParameterIsExplained() {
    for (Described.Found one : TOWN.described.operations()) {
      assertThat(one.json().path("summary").asString()).as(one.name()).contains(" ");
      for (JsonNode parameter : one.json().path("parameters")) {
        assertThat(parameter.path("description").asString()).as(one.name()).hasSizeGreaterThan(6);
        assertThat(parameter.path("schema").has("type")).as(parameter.toString()).isTrue();
      }
    }
  }

  /** A refused parameter is told which ones there are. */
  @Test
  void theParametersAreThoseThatTheServiceKnows() {
    assertThat(reading())
        .isNotEmpty()
        .allSatisfy(
            one -> {
              Set<String> told = new TreeSet<>();
              queries(one).forEach(parameter -> told.add(parameter.path("name").asString()));
              Set<String> known = texts(refusal(TOWN.address(one) + "nonsense=1").path("allowed"));
              if (told.remove("fields")) {
                // The names of fields come after these.
                assertThat(known).containsAll(told).hasSizeGreaterThan(told.size());
              } else {
                assertThat(known).isEqualTo(told);
              }
            });
  }

  @Test
  void theBoundsAreThoseOfTheService() {
    int tried = 0;
    for (Described.Found one : reading().toList()) {
      for (JsonNode parameter : queries(one)) {
        JsonNode schema = parameter.path("schema");
        if (schema.has("minimum")) {
          String with = TOWN.address(one) + also(parameter) + name(parameter) + "=";
          long least = schema.path("minimum").asLong();
          long most = schema.path("maximum").asLong();
          // By the standard somebody who asks OGC APIs for too many gets fewer.
          boolean clamps = one.path().startsWith("/ogc/") && name(parameter).equals("limit");
          for (long beyond : clamps ? new long[] {least - 1} : new long[] {least - 1, most + 1}) {
            assertThat(refusal(with + beyond).path("parameter").asString())
                .as(with + beyond)
                .isEqualTo(name(parameter));
          }
          for (long within : new long[] {least, most}) {
            JsonNode answer = RunningZeren.parse(ZEREN.getAsAdmin(with + within).body());
            assertThat(answer.path("parameter").asString("")).isNotEqualTo(name(parameter));
          }
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(15);
  }

  /** The spread of the wind needs its direction. */
  private static String also(JsonNode parameter) {
    return name(parameter).equals("windSpread") ? "windFrom=1&" : "";
  }

  private static String name(JsonNode parameter) {
    return parameter.path("name").asString();
  }

  @Test
  void theWordsAreThoseOfTheService() {
    int tried = 0;
    for (Described.Found one : reading().toList()) {
      for (JsonNode parameter : queries(one)) {
        JsonNode schema = parameter.path("schema");
        JsonNode words =
            schema.path("enum").isArray() ? schema.path("enum") : schema.path("items").path("enum");
        if (words.isArray()) {
          JsonNode refused = refusal(TOWN.address(one) + name(parameter) + "=nonsense");
          assertThat(texts(refused.path("allowed"))).as(one.name()).isEqualTo(texts(words));
          tried++;
        } else if (schema.path("format").asString("").equals("date")) {
          JsonNode refused = refusal(TOWN.address(one) + name(parameter) + "=2021-02-31");
          assertThat(refused.path("parameter").asString()).isEqualTo(name(parameter));
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(25);
  }
}
