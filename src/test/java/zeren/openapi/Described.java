package zeren.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import zeren.RunningZeren;

/**
 * A running service together with its description: every answer is held against it, strictly, so
 * that a member that is not described is found as well as one that is missing.
 */
final class Described {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final RunningZeren zeren;
  private final JsonNode document;
  private final Set<String> seen = new TreeSet<>();
  private final Map<String, com.networknt.schema.Schema> schemas = new HashMap<>();

  Described(RunningZeren zeren, JsonNode document) {
    this.zeren = zeren;
    this.document = strict(document.deepCopy());
  }

  /** An operation of the description. */
  record Found(String method, String path, JsonNode json) {

    String name() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    boolean says(int status) {
      return json.path("responses").has(String.valueOf(status));
    }

    /** The path with something in place of its variables. */
    String pathWith(UnaryOperator<String> values) {
      return Pattern.compile("\\{([^}]+)}")
          .matcher(path)
          .replaceAll(variable -> values.apply(variable.group(1)));
    }
  }

  /** What is described and was not seen so far, each as {@code GET /path 200}. */
  List<String> unseen() {
    return operations().stream()
        .flatMap(
            one ->
                one.json().path("responses").propertyNames().stream()
                    .map(status -> one.name() + " " + status))
        .filter(name -> !seen.contains(name))
        .toList();
  }

  List<Found> operations() {
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(one -> new Found(one.getKey(), path.getKey(), one.getValue())))
        .toList();
  }

  JsonNode get(int status, String path) {
    return check(status, zeren.requestAsAdmin(path));
  }

  JsonNode anonymous(int status, String path) {
    return check(status, zeren.request(path));
  }

  JsonNode send(int status, String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        zeren
            .requestAsAdmin(path)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return check(status, request);
  }

  JsonNode check(int status, HttpRequest.Builder request) {
    return check(status, zeren.send(request));
  }

  /** The body, when it is JSON; a missing node otherwise. */
  JsonNode check(int status, HttpResponse<String> answer) {
    String text = answer.body();
    String asked = answer.request().method() + " " + answer.uri().getRawPath();
    assertThat(answer.statusCode()).as("%s: %s", asked, text).isEqualTo(status);
    Found operation = find(answer.request().method(), answer.uri().getRawPath());
    JsonNode response = operation.json().path("responses").path(String.valueOf(status));
    assertThat(response.isObject()).as("%s has no %d", operation.name(), status).isTrue();
    seen.add(operation.name() + " " + status);
    JsonNode content = response.path("content");
    if (text.isEmpty()) {
      assertThat(content.isMissingNode()).as("%s %d sends nothing", asked, status).isTrue();
      return content;
    }
    String sent = answer.headers().firstValue("Content-Type").orElse("none");
    String type =
        content.propertyNames().stream()
            .filter(known -> known.equals("*/*") || plain(known).equals(plain(sent)))
            .findFirst()
            .orElseThrow(() -> new AssertionError(asked + " is not said to send " + sent));
    if (!sent.contains("json") || sent.contains("ndjson")) {
      return content.path("nothing");
    }
    JsonNode body = RunningZeren.parse(text);
    List<Error> errors =
        schemas
            .computeIfAbsent(
                operation.name() + status + type, key -> schema(content.path(type).path("schema")))
            .validate(body);
    assertThat(errors).as("%s: %s", asked, text).isEmpty();
    return body;
  }

  private static String plain(String mediaType) {
    return mediaType.replaceFirst(";.*", "").trim();
  }

  private com.networknt.schema.Schema schema(JsonNode of) {
    ObjectNode whole = (ObjectNode) of.deepCopy();
    whole.set("components", document.path("components"));
    return SCHEMAS.getSchema(whole);
  }

  /** The one that a request goes to: with as few variables as can be. */
  private Found find(String method, String path) {
    return operations().stream()
        .filter(one -> one.method().equalsIgnoreCase(method))
        .filter(one -> pattern(one.path()).matcher(path).matches())
        .min(Comparator.comparing(one -> one.path().chars().filter(c -> c == '{').count()))
        .orElseThrow(() -> new AssertionError(method + " " + path + " is not described"));
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(
        Pattern.compile("\\{[^}]+}|[^{]+")
            .matcher(template)
            .results()
            .map(part -> part.group().startsWith("{") ? "[^/]+" : Pattern.quote(part.group()))
            .collect(Collectors.joining()));
  }

  /** Objects that say which members they have may have no others. */
  private static JsonNode strict(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.path("type").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(Described::strict);
    return node;
  }
}
