package zeren.ogc.web;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import zeren.geo.GeoJson;
import zeren.layer.FeatureVersion;

/** JSON Merge Patch (RFC 7396) for features. */
@Component
class MergePatch {

  private final JsonMapper json;

  MergePatch(JsonMapper json) {
    this.json = json;
  }

  /**
   * The feature as GeoJSON with what the patch changes; all else is as it was, its end included.
   */
  ObjectNode apply(JsonNode patch, FeatureVersion feature) {
    ObjectNode body = json.createObjectNode();
    body.put("type", "Feature");
    if (!feature.geometry().isEmpty()) {
      body.set("geometry", exact(feature));
    }
    body.set("properties", json.valueToTree(feature.properties()));
    keepEnd(body, feature);
    return merge(body, patch);
  }

  /** Leaves the end of the feature's period as it is when the body does not speak of it. */
  static void keepEnd(ObjectNode body, FeatureVersion feature) {
    LocalDate end = feature.validTo();
    if (end != null && !body.has("valid_to")) {
      body.put("valid_to", end.toString());
    }
  }

  /** With coordinates that are read again as the same doubles. */
  private JsonNode exact(FeatureVersion feature) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(text)) {
      GeoJson.writeExact(feature.geometry(), generator);
    }
    return json.readTree(text.toString());
  }

  private static ObjectNode merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        target.remove(member.getKey());
      } else if (value.isObject()) {
        ObjectNode inner =
            target.get(member.getKey()) instanceof ObjectNode there
                ? there
                : JsonNodeFactory.instance.objectNode();
        target.set(member.getKey(), merge(inner, value));
      } else {
        target.set(member.getKey(), value);
      }
    }
    return target;
  }
}
