package zeren.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** What one method of one address takes and answers. */
public final class Operation {

  private static final String JSON = "application/json";

  private final HttpMethod method;
  private final String path;
  private final String section;
  private final String summary;
  private @Nullable String says;
  private Access access = Access.EVERYBODY;
  private boolean forBrowsers;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, Object> asked = new LinkedHashMap<>();
  private boolean isAskedAlways = true;
  private final Map<Integer, Answer> answers = new TreeMap<>();

  private enum Access {
    EVERYBODY,
    ACCOUNTS,
    EDITORS,
    ADMINISTRATORS
  }

  /**
   * @param bodies a class of records or a {@link Schema}, by media type
   */
  private record Answer(String says, Map<String, Object> bodies) {}

  Operation(HttpMethod method, String path, String section, String summary) {
    this.method = method;
    this.path = path;
    this.section = section;
    this.summary = summary;
  }

  /** What has to be known beyond the summary. */
  public Operation says(String text) {
    says = text;
    return this;
  }

  /** Only who has an account is answered; for others there is nothing. */
  public Operation forAccounts() {
    access = Access.ACCOUNTS;
    return this;
  }

  /** Only administrators and the office are answered. */
  public Operation forEditors() {
    access = Access.EDITORS;
    return this;
  }

  /** Only administrators are answered; for others there is nothing to read. */
  public Operation forAdministrators() {
    access = Access.ADMINISTRATORS;
    return this;
  }

  /** What browsers send and show, as pages and forms; it does not refuse as the others do. */
  public Operation forBrowsers() {
    forBrowsers = true;
    return this;
  }

  public Operation takes(Parameter... more) {
    return takes(Arrays.asList(more));
  }

  public Operation takes(List<Parameter> more) {
    parameters.addAll(more);
    return this;
  }

  /** The body of the request, as JSON. */
  public Operation asks(Class<?> body) {
    asked.put(JSON, body);
    return this;
  }

  /** A body that a request may leave out. */
  public Operation mayAsk(Class<?> body) {
    isAskedAlways = false;
    return asks(body);
  }

  /** The body of the request. */
  public Operation asks(String mediaType, Schema body) {
    asked.put(mediaType, body);
    return this;
  }

  /** With 200 and JSON. */
  public Operation answers(Class<?> body) {
    return answers(200, JSON, body);
  }

  /** With 200. */
  public Operation answers(String mediaType, Class<?> body) {
    return answers(200, mediaType, body);
  }

  /** With 200. */
  public Operation answers(String mediaType, Schema body) {
    return put(200, mediaType, body);
  }

  public Operation answers(int status, String mediaType, Schema body) {
    return put(status, mediaType, body);
  }

  public Operation answers(int status, String mediaType, Class<?> body) {
    return put(status, mediaType, body);
  }

  /** Without a body. */
  public Operation answers(int status, String when) {
    answers.put(status, new Answer(when, Map.of()));
    return this;
  }

  private Operation put(int status, String mediaType, Object body) {
    answers
        .computeIfAbsent(status, code -> new Answer(phrase(code), new LinkedHashMap<>()))
        .bodies()
        .put(mediaType, body);
    return this;
  }

  /** With a problem. */
  public Operation refuses(int status, String when) {
    answers.put(status, new Answer(when, Map.of("application/problem+json", Problem.SCHEMA)));
    return this;
  }

  Map<String, Object> toJson(RecordSchemas schemas) {
    addUsualRefusals();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("operationId", id());
    json.put("tags", List.of(section));
    json.put("summary", summary);
    if (says != null) {
      json.put("description", says);
    }
    if (!parameters.isEmpty()) {
      json.put("parameters", parameters.stream().map(Parameter::toJson).toList());
    }
    if (!asked.isEmpty()) {
      json.put(
          "requestBody", Map.of("required", isAskedAlways, "content", content(asked, schemas)));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    answers.forEach(
        (status, answer) -> responses.put(String.valueOf(status), response(answer, schemas)));
    json.put("responses", responses);
    json.put(
        "security",
        Stream.of(Map.of(), Map.of("basic", List.of()), Map.of("session", List.of()))
            .skip(access == Access.EVERYBODY ? 0 : 1)
            .toList());
    return json;
  }

  /** What every address of its kind refuses. */
  private void addUsualRefusals() {
    if (forBrowsers) {
      return;
    }
    boolean reads = method == HttpMethod.GET || method == HttpMethod.OPTIONS;
    if (method != HttpMethod.OPTIONS) {
      usually(400, "A parameter or the body cannot be used; the problem names it.");
    }
    if (asked.containsKey(JSON)) {
      usually(413, "The body is too large.");
    }
    boolean changes = access == Access.EDITORS || access == Access.ADMINISTRATORS;
    if (changes && !reads) {
      usually(401, "Nobody is logged in.");
    }
    if (access == Access.EDITORS || (changes && !reads)) {
      usually(403, "The account may look at the data, not change it.");
    }
    if (path.contains("{")
        || path.startsWith("/ogc/collections/")
        || (reads && access != Access.EVERYBODY)) {
      usually(404, "There is nothing of that name, or nothing that the caller may see.");
    }
  }

  private void usually(int status, String when) {
    if (!answers.containsKey(status)) {
      refuses(status, when);
    }
  }

  private String id() {
    return method.name().toLowerCase(Locale.ROOT)
        + Arrays.stream(path.split("[^A-Za-z0-9_]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }

  private static Map<String, Object> response(Answer answer, RecordSchemas schemas) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("description", answer.says());
    if (!answer.bodies().isEmpty()) {
      json.put("content", content(answer.bodies(), schemas));
    }
    return json;
  }

  private static Map<String, Object> content(Map<String, Object> bodies, RecordSchemas schemas) {
    Map<String, Object> content = new LinkedHashMap<>();
    bodies.forEach(
        (mediaType, body) ->
            content.put(
                mediaType,
                Map.of("schema", body instanceof Class<?> type ? schemas.of(type) : body)));
    return content;
  }

  private static String phrase(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return known == null ? "" : known.getReasonPhrase();
  }
}
