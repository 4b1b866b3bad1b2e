package zeren.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.geo.CoordinateSystem;
import zeren.geo.LonLat;

/** Boxes of a coordinate system as areas in EPSG:4490. */
final class BoxArea {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Systems whose meridians and parallels are those of EPSG:4490. */
  private static final Set<String> DEGREES = Set.of("EPSG:4490", "EPSG:4326");

  /** Pieces of a side that is curved in longitude and latitude. */
  private static final int PIECES = 32;

  private BoxArea() {}

  /** Numbers that are no box. */
  static final class NoBoxException extends Exception {

    private static final long serialVersionUID = 1L;

    NoBoxException(String message) {
      super(message);
    }
  }

  /**
   * The area of a box. One whose west is more than its east runs across the antimeridian and comes
   * in two parts.
   *
   * @param sides the lower and the upper corner, in the order that the system's axes have; with six
   *     numbers the third of each is a height, which does not count
   * @throws NoBoxException when they are not that
   * @throws zeren.geo.CoordinateRangeException when the system does not reach there
   */
  static Geometry of(List<Double> sides, CoordinateSystem crs) throws NoBoxException {
    int axes = sides.size() / 2;
    if (sides.size() != 4 && sides.size() != 6) {
      throw new NoBoxException("a box has four numbers, or six with heights");
    }
    double x1 = sides.get(0);
    double y1 = sides.get(1);
    double x2 = sides.get(axes);
    double y2 = sides.get(axes + 1);
    return DEGREES.contains(crs.code())
        ? degrees(crs.toCanonical(x1, y1), crs.toCanonical(x2, y2))
        : curved(x1, y1, x2, y2, crs);
  }

  private static Geometry degrees(LonLat lower, LonLat upper) throws NoBoxException {
    if (!(Math.abs(lower.lon()) <= 180 && Math.abs(upper.lon()) <= 180)
        || !(-90 <= lower.lat() && lower.lat() <= upper.lat() && upper.lat() <= 90)) {
      throw new NoBoxException(
          "longitudes are -180 to 180, latitudes -90 to 90, and the south is not more than the"
              + " north");
    }
    if (lower.lon() <= upper.lon()) {
      return GEOMETRIES.toGeometry(
          new Envelope(lower.lon(), upper.lon(), lower.lat(), upper.lat()));
    }
    return GEOMETRIES.buildGeometry(
        List.of(
            GEOMETRIES.toGeometry(new Envelope(lower.lon(), 180, lower.lat(), upper.lat())),
            GEOMETRIES.toGeometry(new Envelope(-180, upper.lon(), lower.lat(), upper.lat()))));
  }

  private static Geometry curved(double x1, double y1, double x2, double y2, CoordinateSystem crs)
      throws NoBoxException {
    if (!(x1 <= x2 && y1 <= y2)) {
      throw new NoBoxException("no number of the lower corner is more than that of the upper");
    }
    List<Coordinate> ring = new ArrayList<>();
    addSide(ring, x1, y1, x2, y1, crs);
    addSide(ring, x2, y1, x2, y2, crs);
    addSide(ring, x2, y2, x1, y2, crs);
    addSide(ring, x1, y2, x1, y1, crs);
    ring.add(ring.get(0).copy());
    Coordinate[] vertices = ring.toArray(Coordinate[]::new);
    if (x1 < x2 && y1 < y2) {
      return GEOMETRIES.createPolygon(vertices);
    }
    return x1 < x2 || y1 < y2
        ? GEOMETRIES.createLineString(vertices)
        : GEOMETRIES.createPoint(vertices[0]);
  }

  /** Without its end. */
  private static void addSide(
      List<Coordinate> ring, double x1, double y1, double x2, double y2, CoordinateSystem crs) {
    for (int i = 0; i < PIECES; i++) {
      double part = (double) i / PIECES;
      LonLat place = crs.toCanonical(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part);
      ring.add(new Coordinate(place.lon(), place.lat()));
    }
  }
}
