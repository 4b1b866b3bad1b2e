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

  /** As many decimals as a double may need to be read again as the same. */
  static final int EXACT = -1;

  private static final int MOST_CHARACTERS = 32;

  /** Below this, a product is rounded by less than 0.01; see {@link #writeRounded}. */
  private static final double SURE = 0x1p46;

  private final JsonGenerator json;
  private final int decimals;
  private final double scale;
  private final char[] characters = new char[MOST_CHARACTERS];

  /**
   * @param decimals of coordinates, at most 9; or {@link #EXACT}
   */
  GeoJsonWriter(JsonGenerator json, int decimals) {
    this.json = json;
    this.decimals = decimals;
    this.scale = Math.pow(10, decimals);
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

  /** Writes a point with these coordinates. */
  void writePoint(double x, double y) {
    json.writeStartObject();
    json.writeStringProperty("type", "Point");
    json.writeName("coordinates");
    writePosition(x, y);
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
    if (!json.has(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)) {
      // A tree in memory has numbers, no notation.
      json.writeNumber(decimals == EXACT ? value : decimal(value).doubleValue());
    } else if (decimals == EXACT || !writeRounded(value * scale)) {
      BigDecimal rounded = decimal(value);
      // Text, because Jackson writes small numbers with an exponent.
      json.writeNumber(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }
  }

  private BigDecimal decimal(double value) {
    BigDecimal whole = BigDecimal.valueOf(value);
    return decimals == EXACT ? whole : whole.setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /**
   * Writes most numbers without making objects of them.
   *
   * @param scaled the value times the scale; its own rounding cannot change the whole number that
   *     is nearest, unless it lies about in the middle of two
   * @return false, and nothing is written, when that may be so
   */
  private boolean writeRounded(double scaled) {
    double whole = Math.rint(scaled);
    if (!(Math.abs(whole) < SURE) || Math.abs(scaled - whole) > 0.48) {
      return false;
    }
    long rest = (long) Math.abs(whole);
    int left = decimals;
    while (left > 0 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    int at = MOST_CHARACTERS;
    for (int digit = 0; digit <= left || rest != 0; digit++) {
      if (digit == left && left > 0) {
        characters[--at] = '.';
      }
      characters[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    if (whole < 0) {
      characters[--at] = '-';
    }
    json.writeNumber(characters, at, MOST_CHARACTERS - at);
    return true;
  }
}
