package zeren.ogc.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zeren.layer.FieldType;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/** Collections as JSON Schemas: by which names they can be filtered, and what they are made of. */
final class Schemas {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private Schemas() {}

  static Map<String, Object> queryables(LayerView view, String language) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", Map.of("type", "string", "title", "id"));
    LayerDeclaration layer = view.declaration();
    if (layer.geometry() != GeometryType.NONE) {
      properties.put("geometry", geometry(layer));
    }
    view.fields().forEach(field -> properties.put(field.name(), property(field, language)));
    return schema("queryables", view, language, properties);
  }

  /** As the standard for schemas has it: roles say which properties are the id and the geometry. */
  static Map<String, Object> feature(LayerView view, String language) {
    LayerDeclaration layer = view.declaration();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", Map.of("type", "string", "readOnly", true, "x-ogc-role", "id"));
    if (layer.geometry() != GeometryType.NONE) {
      Map<String, Object> geometry = geometry(layer);
      geometry.put("x-ogc-role", "primary-geometry");
      properties.put("geometry", geometry);
    }
    view.fields().forEach(field -> properties.put(field.name(), property(field, language)));
    Map<String, Object> schema = schema("schema", view, language, properties);
    List<String> required =
        view.fields().stream().filter(LayerField::required).map(LayerField::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> schema(
      String resource, LayerView view, String language, Map<String, Object> properties) {
    LayerDeclaration layer = view.declaration();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("$id", Addresses.of("collections", layer.id(), resource));
    schema.put("type", "object");
    schema.put("title", layer.title().in(language));
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> geometry(LayerDeclaration layer) {
    Map<String, Object> schema = new LinkedHashMap<>();
    String type = layer.geometry().geoJsonName();
    schema.put("title", "geometry");
    // A layer of multi-geometries takes the single ones as well.
    schema.put(
        "format",
        "geometry-"
            + (layer.geometry() == GeometryType.POINT
                ? "point"
                : type.substring("Multi".length()).toLowerCase(Locale.ROOT)
                    + "-or-"
                    + type.toLowerCase(Locale.ROOT)));
    return schema;
  }

  static Map<String, Object> property(LayerField field, String language) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", field.title().in(language));
    schema.put("type", type(field.type()));
    if (field.type() == FieldType.DATE) {
      schema.put("format", "date");
    }
    if (field.unit() != null) {
      schema.put("x-ogc-unit", field.unit());
    }
    if (field.values() != null && !field.many()) {
      schema.put("enum", new ArrayList<>(field.values().keySet()));
    }
    return schema;
  }

  private static String type(FieldType type) {
    return switch (type) {
      case TEXT, DATE -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
    };
  }
}
