package zeren.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries as contents of records of a {@code .shp}. */
final class ShapeEncoder {

  private ShapeEncoder() {}

  /**
   * The kind of shape that holds a geometry; none for an empty one.
   *
   * @throws IOException for a collection of different kinds, which no shape holds
   */
  static ShapeType type(@Nullable Geometry geometry) throws IOException {
    if (geometry == null || geometry.isEmpty()) {
      return ShapeType.NONE;
    }
    if (geometry instanceof Point) {
      return ShapeType.POINT;
    }
    if (geometry instanceof LineString || geometry instanceof MultiLineString) {
      return ShapeType.LINES;
    }
    if (geometry instanceof Polygon || geometry instanceof MultiPolygon) {
      return ShapeType.POLYGONS;
    }
    if (geometry instanceof MultiPoint) {
      return ShapeType.POINTS;
    }
    throw new IOException("A Shapefile cannot hold a " + geometry.getGeometryType());
  }

  static byte[] encode(@Nullable Geometry geometry) throws IOException {
    ShapeType type = type(geometry);
    if (geometry == null || type == ShapeType.NONE) {
      return new byte[4];
    }
    return switch (type) {
      case POINT -> point((Point) geometry);
      case POINTS -> points(geometry);
      case LINES -> parts(type, geometry, lines(geometry));
      default -> parts(type, geometry, rings(geometry));
    };
  }

  private static ByteBuffer start(ShapeType type, long bytes) throws IOException {
    if (bytes > Integer.MAX_VALUE - 100) {
      throw new IOException("A shape is too large for a Shapefile: " + bytes + " bytes");
    }
    return ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(type.code());
  }

  private static byte[] point(Point point) throws IOException {
    return start(ShapeType.POINT, 20).putDouble(point.getX()).putDouble(point.getY()).array();
  }

  private static void putBox(ByteBuffer out, Envelope box) {
    out.putDouble(box.getMinX()).putDouble(box.getMinY());
    out.putDouble(box.getMaxX()).putDouble(box.getMaxY());
  }

  private static byte[] points(Geometry geometry) throws IOException {
    ByteBuffer out = start(ShapeType.POINTS, 40 + 16L * geometry.getNumPoints());
    putBox(out, geometry.getEnvelopeInternal());
    out.putInt(geometry.getNumPoints());
    for (var c : geometry.getCoordinates()) {
      out.putDouble(c.x).putDouble(c.y);
    }
    return out.array();
  }

  /** One part of a shape. */
  private record Part(CoordinateSequence vertices, boolean reversed) {}

  private static List<Part> lines(Geometry geometry) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      LineString line = (LineString) geometry.getGeometryN(i);
      if (!line.isEmpty()) {
        parts.add(new Part(line.getCoordinateSequence(), false));
      }
    }
    return parts;
  }

  /** Shells run clockwise here and holes the other way; each hole follows its shell. */
  private static List<Part> rings(Geometry geometry) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      if (!polygon.isEmpty()) {
        parts.add(ring(polygon.getExteriorRing(), true));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          parts.add(ring(polygon.getInteriorRingN(hole), false));
        }
      }
    }
    return parts;
  }

  private static Part ring(LineString ring, boolean clockwise) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    return new Part(vertices, Orientation.isCCW(vertices) == clockwise);
  }

  private static byte[] parts(ShapeType type, Geometry geometry, List<Part> parts)
      throws IOException {
    long vertices = parts.stream().mapToLong(part -> part.vertices().size()).sum();
    ByteBuffer out = start(type, 44 + 4L * parts.size() + 16L * vertices);
    putBox(out, geometry.getEnvelopeInternal());
    out.putInt(parts.size()).putInt((int) vertices);
    int first = 0;
    for (Part part : parts) {
      out.putInt(first);
      first += part.vertices().size();
    }
    for (Part part : parts) {
      int size = part.vertices().size();
      for (int i = 0; i < size; i++) {
        int at = part.reversed() ? size - 1 - i : i;
        out.putDouble(part.vertices().getX(at)).putDouble(part.vertices().getY(at));
      }
    }
    return out.array();
  }
}
