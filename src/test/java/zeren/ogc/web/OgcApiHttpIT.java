package zeren.ogc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeren.RunningZeren;
import zeren.SmallTown;

/** {@code /ogc/api} by itself, by the requirements of OGC API Features, and against the answers. */
class OgcApiHttpIT {

  private static final RunningZeren ZEREN = SmallTown.running();
  private static final JsonNode PUBLIC = ZEREN.json("/ogc/api");
  private static final JsonNode WHOLE = ZEREN.jsonAsAdmin("/ogc/api");
  private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi30());

  /** A path as the document has it, which begins at the landing page. */
  private static String relative(String path) {
    assertThat(path).startsWith("/ogc/");
    return path.substring("/ogc".length());
  }

  private static JsonNode parameter(JsonNode document, String path, String name) {
    return document
        .path("paths")
        .path(relative(path))
        .path("get")
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " has no parameter " + name));
  }

  private static List<String> texts(JsonNode document, String member) {
    List<String> texts = new ArrayList<>();
    document.findValues(member).forEach(value -> texts.add(value.asString()));
    return texts;
  }

  @Test
  @DisplayName("/req/core/api-definition-success, /req/oas30/oas-definition-1")
  void oas30_oasDefinition() {
    HttpResponse<String> answer = ZEREN.get("/ogc/api");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.oai.openapi+json;version=3.0");
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(answer.body());
    assertThat(read.getMessages()).isEmpty();
    assertThat(read.getOpenAPI().getOpenapi()).startsWith("3.0.");
    HttpResponse<String> page = ZEREN.send(ZEREN.request("/ogc/api").header("Accept", "text/html"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("data-document=\"/ogc/api?f&#x3D;json\"");
  }

  /** OWSLib asks so for the landing page, and then for what it links to. */
  @Test
  void aSlashAtTheEndOfTheAddressIsAsGoodAsNone() {
    assertThat(ZEREN.json("/ogc/")).isEqualTo(ZEREN.json("/ogc"));
    assertThat(ZEREN.json("/ogc/collections/station/").path("id").asString()).isEqualTo("station");
  }

  @Test
  void nothingOfItIsElsewhere() {
    assertThat(texts(WHOLE, "$ref")).isNotEmpty().allMatch(ref -> ref.startsWith("#/components/"));
    for (String ref : texts(WHOLE, "$ref")) {
      assertThat(WHOLE.at(ref.substring(1)).isObject()).as(ref).isTrue();
    }
  }

  /** Documents are kept, each for who may see it. */
  @RepeatedTest(2)
  void whatIsInternalIsNotInIt() {
    assertThat(ZEREN.get("/ogc/api").body())
        .contains("\"/collections/station/items\"", "\"/collections/outfall/items\"")
        .doesNotContain(
            "collections/site",
            "collections/enterprise",
            "collections/person",
            "informant",
            "neighbour");
    assertThat(ZEREN.getAsAdmin("/ogc/api").body())
        .contains("\"/collections/site/items\"", "informant", "neighbour");
  }

  @Test
  @DisplayName("/req/oas30/completeness")
  void oas30_completeness() {
    for (JsonNode document : List.of(PUBLIC, WHOLE)) {
      JsonNode collections =
          (document == PUBLIC
                  ? ZEREN.json("/ogc/collections")
                  : ZEREN.jsonAsAdmin("/ogc/collections"))
              .path("collections");
      Set<String> paths = new TreeSet<>(document.path("paths").propertyNames());
      assertThat(collections.size()).isGreaterThan(3);
      for (JsonNode collection : collections) {
        String path = "/collections/" + collection.path("id").asString();
        assertThat(paths)
            .contains(path, path + "/items", path + "/items/{id}", path + "/queryables");
        boolean tiles = ZEREN.getAsAdmin("/ogc" + path + "/tiles").statusCode() == 200;
        assertThat(paths.contains(path + "/tiles")).as(path).isEqualTo(tiles);
        assertThat(paths.contains(path + "/tiles/{set}/{z}/{row}/{col}")).isEqualTo(tiles);
      }
      assertThat(paths).contains("/", "/conformance", "/collections", "/tiles");
      assertThat(document.at("/servers/0/url").asString()).isEqualTo("/ogc");
    }
  }

  @Test
  @DisplayName("/req/core/fc-limit-definition, fc-bbox-definition, fc-time-definition")
  void core_fcParameterDefinitions() {
    String path = "/ogc/collections/outfall/items";
    JsonNode limit = parameter(PUBLIC, path, "limit");
    assertThat(limit.path("schema").path("type").asString()).isEqualTo("integer");
    assertThat(limit.path("schema").path("minimum").asInt()).isEqualTo(1);
    assertThat(limit.path("schema").path("maximum").asInt()).isEqualTo(10_000);
    assertThat(limit.path("schema").path("default").asInt()).isEqualTo(100);
    JsonNode box = parameter(PUBLIC, path, "bbox");
    assertThat(box.path("schema").path("type").asString()).isEqualTo("array");
    assertThat(box.path("schema").path("minItems").asInt()).isEqualTo(4);
    assertThat(box.path("schema").path("maxItems").asInt()).isEqualTo(6);
    assertThat(box.path("schema").path("items").path("type").asString()).isEqualTo("number");
    JsonNode time = parameter(PUBLIC, path, "datetime");
    assertThat(time.path("schema").path("type").asString()).isEqualTo("string");
    for (JsonNode one : List.of(limit, box, time)) {
      assertThat(one.path("in").asString()).isEqualTo("query");
      assertThat(one.path("required").asBoolean(false)).isFalse();
      assertThat(one.path("style").asString()).isEqualTo("form");
      assertThat(one.path("explode").asBoolean(true)).isFalse();
    }
  }

  @Test
  @DisplayName("/req/queryables-query-parameters/parameters")
  void queryables_areParameters() {
    for (boolean seesAll : new boolean[] {false, true}) {
      String path = "/ogc/collections/outfall";
      JsonNode document = seesAll ? WHOLE : PUBLIC;
      JsonNode queryables =
          seesAll ? ZEREN.jsonAsAdmin(path + "/queryables") : ZEREN.json(path + "/queryables");
      assertThat(queryables.path("properties").has("informant")).isEqualTo(seesAll);
      for (String name : queryables.path("properties").propertyNames()) {
        if (!name.equals("id") && !name.equals("geometry")) {
          JsonNode schema = parameter(document, path + "/items", name).path("schema");
          assertThat(schema.path("items").path("type"))
              .isEqualTo(queryables.path("properties").path(name).path("type"));
        }
      }
    }
  }

  /** The features of all layers are as the schemas of their layers say, without anything more. */
  @Test
  void theFeaturesAreAsDescribed() {
    int validated = 0;
    for (JsonNode collection : ZEREN.jsonAsAdmin("/ogc/collections").path("collections")) {
      String id = collection.path("id").asString();
      String path = "/ogc/collections/" + id + "/items";
      ObjectNode schema =
          (ObjectNode)
              WHOLE
                  .path("paths")
                  .path(relative(path))
                  .path("get")
                  .path("responses")
                  .path("200")
                  .path("content")
                  .path("application/geo+json")
                  .path("schema")
                  .deepCopy();
      ObjectNode components = (ObjectNode) WHOLE.path("components").deepCopy();
      ObjectNode feature = (ObjectNode) components.path("schemas").path("feature." + id);
      feature.put("additionalProperties", false);
      ((ObjectNode) feature.path("properties").path("properties"))
          .put("additionalProperties", false);
      ObjectNode whole = schema.objectNode();
      whole.set("allOf", schema.arrayNode().add(schema));
      whole.set("components", components);
      Schema read = SCHEMAS.getSchema(whole);
      JsonNode items = ZEREN.jsonAsAdmin(path);
      assertThat(read.validate(items)).as(path).isEmpty();
      validated += items.path("features").size();
    }
    assertThat(validated).isGreaterThan(20);
  }
}
