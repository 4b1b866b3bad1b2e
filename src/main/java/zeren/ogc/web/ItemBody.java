package zeren.ogc.web;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import zeren.geo.GeoJson;
import zeren.layer.FeatureVersion;

/** Writes one feature as GeoJSON. */
final class ItemBody {

  private ItemBody() {}

  /** Address of a feature. */
  static String address(String layer, String id) {
    return Addresses.of("collections", layer, "items", id);
  }

  /**
   * @param system to write the geometry in
   */
  static void write(FeatureVersion feature, Systems.Named system, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", feature.id());
    json.writeName("geometry");
    if (feature.geometry().isEmpty()) {
      json.writeNull();
    } else {
      GeoJson.output(json, system.system()).write(feature.geometry());
    }
    json.writePOJOProperty("properties", feature.properties());
    json.writePOJOProperty("links", links(feature));
    json.writeEndObject();
  }

  static List<Link> links(FeatureVersion feature) {
    String self = address(feature.layer(), feature.id());
    return List.of(
        new Link("self", Link.GEOJSON, self),
        new Link("alternate", Link.HTML, self + "?f=html"),
        new Link("collection", Link.JSON, Addresses.of("collections", feature.layer())));
  }
}
