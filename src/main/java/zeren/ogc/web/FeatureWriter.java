package zeren.ogc.web;

import tools.jackson.core.JsonGenerator;
import zeren.geo.CoordinateSystem;
import zeren.geo.GeoJson;
import zeren.geo.GeoJsonOutput;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;
import zeren.layer.PropertyWriter;

/** Writes rows of a view as GeoJSON features straight from the columns. */
final class FeatureWriter {

  private final LayerView view;
  private final JsonGenerator json;
  private final GeoJsonOutput geometries;
  private final GeometryType geometry;
  private final PropertyWriter properties;

  FeatureWriter(LayerView view, CoordinateSystem system, JsonGenerator json) {
    this.view = view;
    this.json = json;
    this.geometries = GeoJson.output(json, system);
    this.geometry = view.declaration().geometry();
    this.properties = new PropertyWriter(view, json);
  }

  void write(int row) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeName("id");
    properties.writeId(row);
    json.writeName("geometry");
    writeGeometry(row);
    json.writeObjectPropertyStart("properties");
    properties.writeMembers(row);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeGeometry(int row) {
    switch (geometry) {
      case NONE -> json.writeNull();
      case POINT -> geometries.writePoint(view.lon(row), view.lat(row));
      default -> geometries.write(view.geometry(row));
    }
  }
}
