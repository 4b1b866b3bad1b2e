package zeren.ogc.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zeren.openapi.Schema;

/** Features and collections of them, as the addresses of items write them. */
final class FeatureSchemas {

  private static final Schema LINKS = Schema.list(Schema.named("Link"));

  private FeatureSchemas() {}

  static Schema feature(Schema geometry, Schema properties) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("type", Schema.words("Feature"));
    members.put("id", Schema.text());
    members.put("geometry", geometry);
    members.put("properties", properties);
    members.put("links", LINKS);
    return Schema.object(members, List.of("type", "geometry", "properties"));
  }

  static Schema features(Schema feature) {
    Map<String, Schema> members = new LinkedHashMap<>();
    members.put("type", Schema.words("FeatureCollection"));
    members.put("numberMatched", Schema.wholeNumber(0, Integer.MAX_VALUE));
    members.put("numberReturned", Schema.wholeNumber(0, Integer.MAX_VALUE));
    members.put("links", LINKS);
    members.put("features", Schema.list(feature));
    return Schema.object(members, List.of("type", "features"));
  }
}
