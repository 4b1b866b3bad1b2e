package zeren.ogc.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import zeren.geo.CoordinateSystem;
import zeren.geo.GeoJson;
import zeren.geo.GeoJsonOutput;
import zeren.layer.Column;
import zeren.layer.GeometryType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/**
 * Writes rows of a view as GeoJSON features straight from the columns: a value that comes again and
 * again is encoded once, a text that occurs once is copied.
 */
final class FeatureWriter {

  private final LayerView view;
  private final JsonGenerator json;
  private final GeoJsonOutput geometries;
  private final GeometryType geometry;
  private final Column ids;
  private final List<Property> properties = new ArrayList<>();

  FeatureWriter(LayerView view, CoordinateSystem system, JsonGenerator json) {
    this.view = view;
    this.json = json;
    this.geometries = GeoJson.output(json, system);
    this.geometry = view.declaration().geometry();
    this.ids = view.ids();
    for (LayerField field : view.fields()) {
      Column column = view.findColumn(field.name());
      if (column != null) {
        properties.add(new Property(field.name(), column));
      }
    }
  }

  void write(int row) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeName("id");
    if (!ids.utf8(row, this::writeText)) {
      json.writeString(view.id(row));
    }
    json.writeName("geometry");
    writeGeometry(row);
    json.writeObjectPropertyStart("properties");
    for (Property property : properties) {
      property.write(row);
    }
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

  private void writeText(byte[] utf8, int from, int to) {
    json.writeUTF8String(utf8, from, to - from);
  }

  /** One field of all rows. */
  private final class Property {
    private final SerializableString name;
    private final Column column;

    /** Values by code, as far as they have been written. */
    private final @Nullable SerializableString[] texts;

    Property(String name, Column column) {
      this.name = new SerializedString(name);
      this.column = column;
      this.texts = new SerializableString[column.codes()];
    }

    void write(int row) {
      if (texts.length > 0) {
        writeCoded(column.code(row));
      } else if (!column.utf8(row, this::writeNamedText)) {
        Object value = column.value(row);
        if (value != null) {
          json.writeName(name);
          writeValue(value);
        }
      }
    }

    private void writeCoded(int code) {
      SerializableString text = texts[code];
      if (text != null) {
        json.writeName(name);
        json.writeString(text);
        return;
      }
      Object value = column.decoded(code);
      if (value instanceof String string) {
        texts[code] = new SerializedString(string);
        writeCoded(code);
      } else if (value != null) {
        json.writeName(name);
        writeValue(value);
      }
    }

    private void writeNamedText(byte[] utf8, int from, int to) {
      json.writeName(name);
      writeText(utf8, from, to);
    }

    private void writeValue(Object value) {
      if (value instanceof Long number) {
        json.writeNumber(number);
      } else if (value instanceof Double number) {
        json.writeNumber(number);
      } else if (value instanceof Boolean truth) {
        json.writeBoolean(truth);
      } else {
        json.writeString(value.toString());
      }
    }
  }
}
