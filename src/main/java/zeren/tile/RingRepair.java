package zeren.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Makes a valid area on whole tile units of rings that meet where they must not. */
final class RingRepair {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final PrecisionModel UNITS = new PrecisionModel(1);

  private RingRepair() {}

  /** Replaces the rings; none are left when nothing has an area. */
  static void repair(Parts parts) {
    Geometry whole = valid(areas(parts));
    parts.clear();
    for (int i = 0; i < whole.getNumGeometries(); i++) {
      if (whole.getGeometryN(i) instanceof Polygon area && !area.isEmpty()) {
        add(parts, area.getExteriorRing(), false);
        for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
          add(parts, area.getInteriorRingN(hole), true);
        }
      }
    }
  }

  /** Where rings only touch they are noded and joined; few cross each other, which takes longer. */
  private static Geometry valid(Geometry areas) {
    try {
      return OverlayNG.overlay(areas, null, OverlayNG.UNION, UNITS);
    } catch (TopologyException e) {
      return GeometryPrecisionReducer.reduce(GeometryFixer.fix(areas), UNITS);
    }
  }

  private static void add(Parts parts, LinearRing ring, boolean hole) {
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Coordinate corner = ring.getCoordinateN(i);
      parts.addToRing((int) corner.x, (int) corner.y);
    }
    parts.endRing(hole);
  }

  private static Geometry areas(Parts parts) {
    List<Polygon> areas = new ArrayList<>();
    for (int part = 0; part < parts.count(); ) {
      LinearRing shell = ring(parts, part++);
      List<LinearRing> holes = new ArrayList<>();
      while (part < parts.count() && parts.isHole(part)) {
        holes.add(ring(parts, part++));
      }
      areas.add(FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new)));
    }
    return areas.size() == 1
        ? areas.get(0)
        : FACTORY.createMultiPolygon(areas.toArray(Polygon[]::new));
  }

  private static LinearRing ring(Parts parts, int part) {
    int begin = parts.begin(part);
    int corners = parts.end(part) - begin;
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i <= corners; i++) {
      int at = begin + i % corners;
      ring[i] = new Coordinate(parts.x(at), parts.y(at));
    }
    return FACTORY.createLinearRing(ring);
  }
}
