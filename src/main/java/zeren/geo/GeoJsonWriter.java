package zeren.geo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteCapability;

/** Writes one geometry as a GeoJSON object. */
final class GeoJsonWriter {

  private static final int DECIMALS = 9;

  private final JsonGenerator json;
  private final boolean exact;

  /** Coordinates are rounded. */
  GeoJsonWriter(JsonGenerator json) {
    this(json, false);
  }

  /**
   * @param exact whether coordinates are written so that the same doubles are read again
   */
  GeoJsonWriter(JsonGenerator json, boolean exact) {
    this.json = json;
    this.exact = exact;
  }

  void write(Geometry geometry) {
    json.writeStartObject();
    // A LinearRing on its own is a closed line to GeoJSON.
    String type = geometry instanceof LineString ? "LineString" : geometry.getGeometryType();
    json.writeStringProperty("type", type);
    if (geometry.getClass() == GeometryCollection.class) {
      json.writeArrayPropertyStart("geometries");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      json.writeName("coordinates");
      writeCoordinates(geometry);
    }
    json.writeEndObject();
  }

  private void writeCoordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      writePoint(point);
    } else if (geometry instanceof LineString line) {
      writeLine(line.getCoordinateSequence(), false);
    } else if (geometry instanceof Polygon polygon) {
      writePolygon(polygon);
    } else {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        writeCoordinates(geometry.getGeometryN(i));
      }
      json.writeEndArray();
    }
  }

  private void writePoint(Point point) {
    if (point.isEmpty()) {
      json.writeStartArray();
      json.writeEndArray();
    } else {
      writePosition(point.getX(), point.getY());
    }
  }

  private void writePolygon(Polygon polygon) {
    json.writeStartArray();
    if (!polygon.isEmpty()) {
      writeRing(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        writeRing(polygon.getInteriorRingN(i), false);
      }
    }
    json.writeEndArray();
  }

  private void writeRing(LinearRing ring, boolean counterClockwise) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    writeLine(vertices, Orientation.isCCW(vertices) != counterClockwise);
  }

  private void writeLine(CoordinateSequence vertices, boolean reversed) {
    json.writeStartArray();
    int size = vertices.size();
    for (int i = 0; i < size; i++) {
      int at = reversed ? size - 1 - i : i;
      writePosition(vertices.getX(at), vertices.getY(at));
    }
    json.writeEndArray();
  }

  private void writePosition(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new GeoJsonException(json, "$", "coordinate is not a number: " + x + ", " + y);
    }
    json.writeStartArray();
    writeNumber(x);
    writeNumber(y);
    json.writeEndArray();
  }

  private void writeNumber(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value);
    if (!exact) {
      rounded = rounded.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
    if (!json.has(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)) {
      // A tree in memory has numbers, no notation.
      json.writeNumber(rounded.doubleValue());
    } else if (rounded.signum() == 0) {
      json.writeNumber("0");
    } else {
      // Text, because Jackson writes small numbers with an exponent.
      json.writeNumber(rounded.stripTrailingZeros().toPlainString());
    }
  }
}
