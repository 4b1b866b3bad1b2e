package zeren.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GeoJSON (RFC 7946), as far as no record stands for it. */
public final class GeoJsonSchema {

  public static final String MEDIA_TYPE = "application/geo+json";

  /** A geometry; x is longitude. */
  public static final Schema GEOMETRY = Schema.named("Geometry");

  private GeoJsonSchema() {}

  /** A collection whose features have whatever properties. */
  public static Schema collection() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("type", Schema.words("FeatureCollection"));
    members.put("features", Schema.list(feature()));
    return Schema.object(members, members.keySet()).with("additionalProperties", true);
  }

  /** A feature as it is sent to be recorded. */
  public static Schema featureToRecord() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("type", Schema.words("Feature"));
    members.put("id", Schema.text());
    members.put("geometry", GEOMETRY.orNull());
    members.put("properties", Schema.map(Schema.ANY));
    members.put("valid_from", Schema.day().with("description", "Today when left out."));
    members.put("valid_to", Schema.day().orNull());
    return Schema.object(members, List.of("type", "geometry", "properties"));
  }

  static Schema geometry() {
    Schema position = Schema.list(Schema.number()).with("minItems", 2).with("maxItems", 3);
    Schema line = Schema.list(position);
    Schema lines = Schema.list(line);
    return new Schema(
        Map.of(
            "oneOf",
            List.of(
                shape("Point", position),
                shape("MultiPoint", line),
                shape("LineString", line),
                shape("MultiLineString", lines),
                shape("Polygon", lines),
                shape("MultiPolygon", Schema.list(lines)))));
  }

  private static Schema feature() {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("type", Schema.words("Feature"));
    members.put("id", new Schema(Map.of("type", List.of("string", "number"))));
    members.put("geometry", GEOMETRY.orNull());
    members.put("properties", Schema.map(Schema.ANY));
    return Schema.object(members, List.of("type", "geometry", "properties"));
  }

  private static Schema shape(String type, Schema coordinates) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("type", Schema.words(type));
    members.put("coordinates", coordinates);
    return Schema.object(members, members.keySet());
  }
}
