package zeren.ogc.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zeren.filter.Queryables;
import zeren.filter.Queryables.Queryable;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/** Collections as JSON Schemas: by which names they can be filtered, and what they are made of. */
final class Schemas {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private Schemas() {}

  static Map<String, Object> queryables(LayerView view, String language) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Queryable queryable : Queryables.of(view)) {
      properties.put(queryable.name(), property(queryable, language));
    }
    return schema("queryables", view, language, properties);
  }

  /** As the standard for schemas has it: roles say which properties are the id and the geometry. */
  static Map<String, Object> feature(LayerView view, String language) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Queryable> queryables = new ArrayList<>(Queryables.of(view));
    // A row of a table can be asked for by its period, but does not tell it.
    queryables.removeAll(QueryableFilter.periods(view));
    for (Queryable queryable : queryables) {
      Map<String, Object> property = property(queryable, language);
      if (queryable.name().equals("id")) {
        property.put("readOnly", true);
        property.put("x-ogc-role", "id");
      } else if (queryable.type() == null) {
        property.put("x-ogc-role", "primary-geometry");
      }
      properties.put(queryable.name(), property);
    }
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

  static Map<String, Object> property(Queryable queryable, String language) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", queryable.title().in(language));
    put(schema, "type", queryable.type());
    put(schema, "format", queryable.format());
    put(schema, "x-ogc-unit", queryable.unit());
    if (queryable.values() != null) {
      schema.put("enum", List.copyOf(queryable.values().keySet()));
    }
    return schema;
  }

  private static void put(Map<String, Object> schema, String name, @Nullable String value) {
    if (value != null) {
      schema.put(name, value);
    }
  }
}
