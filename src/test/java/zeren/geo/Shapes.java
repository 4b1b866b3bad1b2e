package zeren.geo;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometries for tests; x is longitude. Coordinates are given as x1, y1, x2, y2, … */
public final class Shapes {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Shapes() {}

  public static Point point(double x, double y) {
    return GEOMETRIES.createPoint(new Coordinate(x, y));
  }

  public static LineString line(double... ordinates) {
    return GEOMETRIES.createLineString(coordinates(ordinates));
  }

  /** Closes the ring by itself. */
  public static Polygon polygon(double... ordinates) {
    return GEOMETRIES.createPolygon(ring(ordinates));
  }

  public static Polygon rectangle(double minX, double minY, double maxX, double maxY) {
    return (Polygon) GEOMETRIES.toGeometry(new Envelope(minX, maxX, minY, maxY));
  }

  /** A rectangle with other polygons' shells as holes. */
  public static Polygon polygonWithHole(Polygon shell, Polygon... holes) {
    return GEOMETRIES.createPolygon(
        shell.getExteriorRing(),
        Arrays.stream(holes).map(Polygon::getExteriorRing).toArray(LinearRing[]::new));
  }

  public static Geometry collection(Geometry... members) {
    return GEOMETRIES.createGeometryCollection(members);
  }

  public static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException("Not WKT: " + wkt, e);
    }
  }

  private static LinearRing ring(double... ordinates) {
    double[] closed = Arrays.copyOf(ordinates, ordinates.length + 2);
    closed[ordinates.length] = ordinates[0];
    closed[ordinates.length + 1] = ordinates[1];
    return GEOMETRIES.createLinearRing(coordinates(closed));
  }

  private static Coordinate[] coordinates(double... ordinates) {
    Coordinate[] coordinates = new Coordinate[ordinates.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return coordinates;
  }
}
