package zeren.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI document. */
public final class ApiDocument {

  private ApiDocument() {}

  /**
   * @param openApi version of OpenAPI
   * @param root what all addresses begin with, such as {@code /ogc}, or empty; it is left out of
   *     the paths, as clients that begin there want it
   * @param version of the service
   * @param about what counts for all addresses
   * @param api what is said of each; nothing in it may be null by its schema when OpenAPI is 3.0
   * @return as JSON in UTF-8
   */
  public static byte[] write(
      String openApi, String root, String version, String about, Api api, JsonMapper json) {
    RecordSchemas schemas = new RecordSchemas(json);
    Map<String, Object> paths = new LinkedHashMap<>();
    api.paths()
        .forEach(
            (path, operations) -> {
              Map<String, Object> item = new LinkedHashMap<>();
              operations.forEach(
                  (method, operation) ->
                      item.put(method.name().toLowerCase(Locale.ROOT), operation.toJson(schemas)));
              paths.put(path.equals(root) ? "/" : path.substring(root.length()), item);
            });
    Map<String, Schema> named = new TreeMap<>(api.schemas());
    named.putAll(schemas.named());
    named.put("Problem", Problem.definition());
    named.put("Geometry", GeoJsonSchema.geometry());

    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", openApi);
    document.put("info", Map.of("title", "Zeren 责任一张图", "version", version, "description", about));
    document.put("servers", List.of(Map.of("url", root.isEmpty() ? "/" : root)));
    document.put("tags", api.sections().stream().map(name -> Map.of("name", name)).toList());
    document.put("paths", paths);
    document.put("components", Map.of("schemas", named, "securitySchemes", securitySchemes()));
    return json.writeValueAsBytes(document);
  }

  private static Map<String, Object> securitySchemes() {
    return Map.of(
        "basic",
        Map.of(
            "type", "http",
            "scheme", "basic",
            "description", "Name and password in each request."),
        "session",
        Map.of(
            "type",
            "apiKey",
            "in",
            "cookie",
            "name",
            "JSESSIONID",
            "description",
            "Set by the login page. Changes need the form token of the page as well, in a header"
                + " X-XSRF-TOKEN."));
  }
}
