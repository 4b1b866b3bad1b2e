package zeren.geo;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Builds a geometry from the tree of a GeoJSON object; keeps the path for error messages. */
final class GeoJsonReader {

  private static final int MAX_NESTING = 50;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final @Nullable Closeable source;

  GeoJsonReader(@Nullable Closeable source) {
    this.source = source;
  }

  Geometry read(JsonNode geometry) {
    return geometry(geometry, "$", 0);
  }

  /** Reads what stands at a path; one reader per part of a geometry. */
  @FunctionalInterface
  private interface Part<T> {
    T read(JsonNode node, String path);
  }

  private Geometry geometry(JsonNode node, String path, int nesting) {
    if (nesting > MAX_NESTING) {
      throw error(path, "geometry collections are nested deeper than " + MAX_NESTING + " levels");
    }
    if (!node.isObject()) {
      throw error(path, "expected a geometry object, got " + kind(node));
    }
    JsonNode type = node.get("type");
    if (type == null || !type.isString()) {
      throw error(path + ".type", "expected the name of a geometry type");
    }
    if (type.stringValue().equals("GeometryCollection")) {
      List<Geometry> members =
          list(
              member(node, "geometries", path),
              path + ".geometries",
              (member, at) -> geometry(member, at, nesting + 1));
      return GEOMETRIES.createGeometryCollection(members.toArray(Geometry[]::new));
    }
    return simple(type.stringValue(), node, path);
  }

  private Geometry simple(String type, JsonNode node, String path) {
    JsonNode coordinates = member(node, "coordinates", path);
    String at = path + ".coordinates";
    return switch (type) {
      case "Point" -> point(coordinates, at);
      case "LineString" -> line(coordinates, at);
      case "Polygon" -> polygon(coordinates, at);
      case "MultiPoint" ->
          GEOMETRIES.createMultiPoint(list(coordinates, at, this::point).toArray(Point[]::new));
      case "MultiLineString" ->
          GEOMETRIES.createMultiLineString(
              list(coordinates, at, this::line).toArray(LineString[]::new));
      case "MultiPolygon" ->
          GEOMETRIES.createMultiPolygon(
              list(coordinates, at, this::polygon).toArray(Polygon[]::new));
      default ->
          throw error(
              path + ".type",
              "unknown geometry type '"
                  + type
                  + "'; known are Point, LineString, Polygon, MultiPoint, MultiLineString,"
                  + " MultiPolygon, GeometryCollection");
    };
  }

  private Point point(JsonNode node, String path) {
    return node.isArray() && node.isEmpty()
        ? GEOMETRIES.createPoint()
        : GEOMETRIES.createPoint(position(node, path));
  }

  private LineString line(JsonNode node, String path) {
    Coordinate[] vertices = positions(node, path);
    if (vertices.length == 1) {
      throw error(path, "a line has at least 2 positions, got 1");
    }
    return GEOMETRIES.createLineString(vertices);
  }

  private Polygon polygon(JsonNode node, String path) {
    List<LinearRing> rings = list(node, path, this::ring);
    if (rings.isEmpty()) {
      return GEOMETRIES.createPolygon();
    }
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return GEOMETRIES.createPolygon(rings.get(0), holes);
  }

  private LinearRing ring(JsonNode node, String path) {
    Coordinate[] vertices = positions(node, path);
    if (vertices.length < 4) {
      throw error(path, "a ring has at least 4 positions, got " + vertices.length);
    }
    if (!vertices[0].equals2D(vertices[vertices.length - 1])) {
      throw error(path, "the ring is not closed: its last position must equal its first");
    }
    return GEOMETRIES.createLinearRing(vertices);
  }

  private Coordinate[] positions(JsonNode node, String path) {
    return list(node, path, this::position).toArray(Coordinate[]::new);
  }

  private Coordinate position(JsonNode node, String path) {
    if (!node.isArray()) {
      throw error(path, "expected a position [longitude, latitude], got " + kind(node));
    }
    if (node.size() < 2) {
      throw error(path, "a position has at least 2 numbers, got " + node.size());
    }
    return new Coordinate(number(node.get(0), path + "[0]"), number(node.get(1), path + "[1]"));
  }

  private double number(JsonNode node, String path) {
    if (!node.isNumber()) {
      throw error(path, "expected a number, got " + kind(node));
    }
    double value = node.asDouble();
    if (!Double.isFinite(value)) {
      throw error(path, "the number is too large");
    }
    return value;
  }

  private JsonNode member(JsonNode node, String name, String path) {
    JsonNode member = node.get(name);
    if (member == null) {
      throw error(path + "." + name, "is missing");
    }
    return member;
  }

  private <T> List<T> list(JsonNode node, String path, Part<T> part) {
    if (!node.isArray()) {
      throw error(path, "expected an array, got " + kind(node));
    }
    List<T> parts = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      parts.add(part.read(node.get(i), path + "[" + i + "]"));
    }
    return parts;
  }

  private GeoJsonException error(String path, String problem) {
    return new GeoJsonException(source, path, problem);
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
