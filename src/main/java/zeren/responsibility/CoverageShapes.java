package zeren.responsibility;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import zeren.geo.Geodesy;

/** What the coverage audit does with single areas. */
final class CoverageShapes {

  private CoverageShapes() {}

  /** The area itself, or what can be made of it when its rings cross. */
  static Geometry valid(Geometry area) {
    return area.isValid() ? area : areal(GeometryFixer.fix(area));
  }

  /** The polygons of a geometry: where two areas touch, an overlay leaves lines and points too. */
  static Geometry areal(Geometry geometry) {
    return geometry.getFactory().buildGeometry(polygons(geometry));
  }

  @SuppressWarnings("unchecked") // JTS gives a raw list, of polygons alone.
  static List<Polygon> polygons(Geometry geometry) {
    return PolygonExtracter.getPolygons(geometry);
  }

  /** The area that two areas have in common; empty when they touch or lie apart. */
  static Geometry common(Geometry one, Geometry other) {
    return areal(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
  }

  /**
   * The mean width of an area in metres: twice its area by its perimeter, which for a long thin one
   * is how thick it is, and for a square half its side.
   */
  static double width(Geometry area, double areaM2) {
    double perimeter = 0;
    for (Object ring : LinearComponentExtracter.getLines(area)) {
      perimeter += ((Geometry) ring) instanceof LinearRing closed ? length(closed) : 0;
    }
    return perimeter == 0 ? 0 : 2 * areaM2 / perimeter;
  }

  private static double length(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      length +=
          Geodesy.distance(points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i));
    }
    return length;
  }
}
