package zeren.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Area on the ellipsoid of polygons whose edges are straight in longitude and latitude. Because the
 * edges are taken as they are stored, neighbours that share vertices add up to their union.
 *
 * <p>The area between the equator and an edge is the integral over longitude of b²/2 · q(φ), where
 * q is the quantity of the authalic latitude (Snyder 1987, equation 3-12); it is smooth, so few
 * Gauss points suffice.
 */
final class EllipsoidalArea {

  private static final double MAX_STEP_DEGREES = 2;

  /** Nodes and weights of the three-point Gauss rule on −1…1. */
  private static final double[] NODES = {-Math.sqrt(0.6), 0, Math.sqrt(0.6)};

  private static final double[] WEIGHTS = {5.0 / 9, 8.0 / 9, 5.0 / 9};

  private static final double ECCENTRICITY = Math.sqrt(Geodesy.ECCENTRICITY_SQUARED);

  private EllipsoidalArea() {}

  static double of(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      double area = ofRing(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        area -= ofRing(polygon.getInteriorRingN(i));
      }
      return area;
    }
    double area = 0;
    if (geometry instanceof GeometryCollection parts) {
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        area += of(parts.getGeometryN(i));
      }
    }
    return area;
  }

  private static double ofRing(LinearRing ring) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    double area = 0;
    for (int i = 1; i < vertices.size(); i++) {
      area +=
          underEdge(vertices.getX(i - 1), vertices.getY(i - 1), vertices.getX(i), vertices.getY(i));
    }
    return Math.abs(area);
  }

  private static double underEdge(double lon1, double lat1, double lon2, double lat2) {
    double width = Math.toRadians(lon2 - lon1);
    if (width == 0) {
      return 0;
    }
    int steps = (int) Math.max(1, Math.ceil(Math.abs(lat2 - lat1) / MAX_STEP_DEGREES));
    double sum = 0;
    for (int step = 0; step < steps; step++) {
      for (int node = 0; node < NODES.length; node++) {
        double t = (step + 0.5 + 0.5 * NODES[node]) / steps;
        sum += WEIGHTS[node] * heightOfArea(lat1 + t * (lat2 - lat1));
      }
    }
    return width * sum / (2 * steps);
  }

  /** Square metres per radian of longitude between the equator and a latitude. */
  private static double heightOfArea(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    double es = ECCENTRICITY * sine;
    double q = sine / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * ECCENTRICITY);
    return Geodesy.SEMI_MINOR_METRES * Geodesy.SEMI_MINOR_METRES / 2 * q;
  }
}
