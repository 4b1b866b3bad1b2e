package zeren.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import zeren.geo.GeoJson;

/**
 * GeoJSON after RFC 7946, as one collection or one feature a line. Coordinates are exact. A
 * coordinate system other than WGS 84 and CGCS2000 is named by a foreign member {@code crs}: at the
 * collection, and in every feature where there is no collection. A column {@code id} becomes the
 * feature's id as well.
 */
final class GeoJsonTableWriter implements TableWriter {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build())
          .build();

  private final Plan plan;
  private final boolean lines;
  private final OutputStream out;
  private final JsonGenerator json;

  /**
   * @param lines whether to write one feature a line instead of a collection
   */
  GeoJsonTableWriter(Plan plan, OutputStream out, boolean lines) throws IOException {
    this.plan = plan;
    this.lines = lines;
    this.out = out;
    json = MAPPER.createGenerator(out, JsonEncoding.UTF8);
    if (!lines) {
      try {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeStringProperty("name", plan.table());
        writeCrs();
        json.writeArrayPropertyStart("features");
        json.writeRaw('\n');
      } catch (JacksonException e) {
        throw io(e);
      }
    }
  }

  /** RFC 7946 took {@code crs} out of the format; GDAL and others still read it in this form. */
  private void writeCrs() {
    String code = plan.crs();
    if (!plan.ownGeometry() || code.equals("EPSG:4326") || code.equals("EPSG:4490")) {
      return;
    }
    json.writeObjectPropertyStart("crs");
    json.writeStringProperty("type", "name");
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty(
        "name", code.startsWith("EPSG:") ? "urn:ogc:def:crs:EPSG::" + code.substring(5) : code);
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void write(TableRow row) throws IOException {
    try {
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      writeId(row.values());
      if (lines) {
        writeCrs();
      }
      writeProperties(row.values());
      json.writeName("geometry");
      writeGeometry(row);
      if (row.original() instanceof JsonOriginal original && original.wholeRow()) {
        json.writeStringProperty("original", original.json());
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonException e) {
      throw io(e);
    }
  }

  private void writeId(List<@Nullable Object> values) {
    for (int i = 0; i < plan.columns().size() && i < values.size(); i++) {
      if (plan.columns().get(i).name().equals("id")) {
        if (values.get(i) instanceof String text) {
          json.writeStringProperty("id", text);
        } else if (values.get(i) instanceof Long number) {
          json.writeNumberProperty("id", number);
        }
      }
    }
  }

  private void writeProperties(List<@Nullable Object> values) {
    json.writeObjectPropertyStart("properties");
    for (int i = 0; i < plan.columns().size() && i < values.size(); i++) {
      json.writeName(plan.columns().get(i).name());
      writeValue(values.get(i));
    }
    json.writeEndObject();
  }

  private void writeValue(@Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(SafeText.plain(number));
    } else if (value instanceof Boolean yes) {
      json.writeBoolean(yes);
    } else {
      json.writeString(value.toString());
    }
  }

  private void writeGeometry(TableRow row) {
    Geometry geometry = row.geometry();
    if (geometry != null) {
      GeoJson.writeExact(geometry, json);
    } else if (row.original() instanceof JsonOriginal original && !original.wholeRow()) {
      json.writeRawValue(original.json());
    } else {
      json.writeNull();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (!lines) {
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
      }
      json.close();
    } catch (JacksonException e) {
      throw io(e);
    }
    out.flush();
  }

  /** Jackson hides what the stream said. */
  private static IOException io(JacksonException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }
}
