package zeren.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI 3.1 document of the whole service. It is made when it is first asked for, and is the
 * same for everybody: it names no layer.
 */
@Component
public class OpenApiDocument {

  private static final String ABOUT =
      """
      坐标一律为 EPSG:4490（CGCS2000）经纬度，另有参数说明的除外；距离单位米，方位角自正北顺时针以度计，日期按 ISO 8601。\
      不认识的查询参数答 400。有哪些图层和字段见 /api/layers；调用者无权看的，一律当作不存在。

      Coordinates are longitude and latitude in EPSG:4490 (CGCS2000) unless a parameter says otherwise, distances \
      metres, bearings degrees clockwise from north, days ISO 8601. Unknown query parameters get 400. Which layers \
      there are, and their fields, is told by /api/layers: whatever the caller may not see does not exist.""";

  private final ObjectProvider<ApiDescription> descriptions;
  private final JsonMapper json;
  private final BuildProperties build;
  private volatile byte @Nullable [] written;

  OpenApiDocument(
      ObjectProvider<ApiDescription> descriptions, JsonMapper json, BuildProperties build) {
    this.descriptions = descriptions;
    this.json = json;
    this.build = build;
  }

  /** As JSON in UTF-8. */
  public byte[] bytes() {
    byte[] made = written;
    if (made == null) {
      // Two who come first at the same time write the same.
      made = json.writeValueAsBytes(document());
      written = made;
    }
    return made;
  }

  private Map<String, Object> document() {
    Api api = new Api();
    descriptions.orderedStream().forEach(description -> description.describe(api));
    RecordSchemas schemas = new RecordSchemas(json);
    Map<String, Object> paths = new TreeMap<>();
    api.paths()
        .forEach(
            (path, operations) -> {
              Map<String, Object> item = new LinkedHashMap<>();
              operations.forEach(
                  (method, operation) ->
                      item.put(method.name().toLowerCase(Locale.ROOT), operation.toJson(schemas)));
              paths.put(path, item);
            });
    Map<String, Schema> named = new TreeMap<>(schemas.named());
    named.put("Problem", Problem.definition());
    named.put("FeatureCollection", GeoJsonSchema.collection());
    named.put("Geometry", GeoJsonSchema.geometry());

    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title",
            "Zeren 责任一张图",
            "version",
            String.valueOf(build.getVersion()),
            "description",
            ABOUT));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("tags", api.sections().stream().map(name -> Map.of("name", name)).toList());
    document.put("paths", paths);
    document.put("components", Map.of("schemas", named, "securitySchemes", securitySchemes()));
    return document;
  }

  private static Map<String, Object> securitySchemes() {
    return Map.of(
        "basic",
        Map.of(
            "type", "http", "scheme", "basic", "description", "Name and password in each request."),
        "session",
        Map.of(
            "type", "apiKey",
            "in", "cookie",
            "name", "JSESSIONID",
            "description",
                "Set by the login page. Changes need the form token of the page as well, in a header"
                    + " X-XSRF-TOKEN."));
  }
}
