package zeren.geo;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The ring of places at one distance from a centre, built from a western and an eastern half. */
final class GeodesicCircle {

  private static final double MAX_RADIUS_METRES = 100_000;
  private static final int MIN_ARCS_PER_HALF = 32;

  /** How far an edge may leave the circle where it is looked at; half of what is promised. */
  private static final double TOLERANCE_METRES = 0.5;

  /** Only reached when the circle runs over a pole, where the longitude jumps. */
  private static final int MAX_HALVINGS = 24;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private enum Half {
    EAST(1, 180),
    WEST(-1, 360);

    final int sign;
    final double firstBearing;

    Half(int sign, double firstBearing) {
      this.sign = sign;
      this.firstBearing = firstBearing;
    }
  }

  private final double lon;
  private final double lat;
  private final double radius;
  private final List<Coordinate> ring = new ArrayList<>();

  private GeodesicCircle(double lon, double lat, double radius) {
    this.lon = lon;
    this.lat = lat;
    this.radius = radius;
  }

  static Polygon of(double lon, double lat, double radiusMetres) {
    if (!(radiusMetres > 0 && radiusMetres <= MAX_RADIUS_METRES)) {
      throw new IllegalArgumentException(
          "Radius " + radiusMetres + " m is not more than 0 and at most " + MAX_RADIUS_METRES);
    }
    return new GeodesicCircle(Geodesy.normalise(lon), lat, radiusMetres).build();
  }

  private Polygon build() {
    // With a pole inside, the ring has to begin and end beyond that pole, opposite the centre.
    if (Geodesy.distance(lon, lat, lon, -90) <= radius) {
      addHalf(Half.EAST);
      addHalf(Half.WEST);
      closeAlong(-90);
    } else {
      addHalf(Half.WEST);
      addHalf(Half.EAST);
      if (Geodesy.distance(lon, lat, lon, 90) <= radius) {
        closeAlong(90);
      } else {
        ring.remove(ring.size() - 1);
      }
    }
    ring.add(ring.get(0).copy());
    return GEOMETRIES.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private void closeAlong(double pole) {
    ring.add(new Coordinate(ring.get(ring.size() - 1).x, pole));
    ring.add(new Coordinate(ring.get(0).x, pole));
  }

  /** Adds half a circle, bearings falling so that the ring runs counter-clockwise. */
  private void addHalf(Half half) {
    int arcs = arcsPerHalf();
    Coordinate from = vertex(half, half.firstBearing);
    if (ring.isEmpty()) {
      ring.add(from);
    }
    for (int i = 0; i < arcs; i++) {
      double start = half.firstBearing - 180.0 * i / arcs;
      double end = half.firstBearing - 180.0 * (i + 1) / arcs;
      Coordinate to = vertex(half, end);
      addArc(half, start, from, end, to, MAX_HALVINGS);
      from = to;
    }
  }

  /**
   * So many that a chord keeps within the tolerance: the arrow of half an angle a is r (1 − cos a).
   */
  private int arcsPerHalf() {
    double halfAngle = Math.acos(Math.max(0, 1 - TOLERANCE_METRES / radius));
    return Math.max(MIN_ARCS_PER_HALF, (int) Math.ceil(Math.PI / halfAngle / 2));
  }

  /**
   * Adds the end of an arc, after points between where the straight edge would leave the circle.
   */
  private void addArc(
      Half half, double start, Coordinate from, double end, Coordinate to, int halvings) {
    if (halvings > 0 && leavesCircle(from, to)) {
      double middle = (start + end) / 2;
      Coordinate between = vertex(half, middle);
      addArc(half, start, from, middle, between, halvings - 1);
      addArc(half, middle, between, end, to, halvings - 1);
    } else {
      ring.add(to);
    }
  }

  /** Near a pole an edge, straight in longitude and latitude, is bent on the ground. */
  private boolean leavesCircle(Coordinate from, Coordinate to) {
    for (double t = 0.25; t < 1; t += 0.25) {
      double x = from.x + t * (to.x - from.x);
      double y = from.y + t * (to.y - from.y);
      if (Math.abs(Geodesy.distance(lon, lat, x, y) - radius) > TOLERANCE_METRES) {
        return true;
      }
    }
    return false;
  }

  private Coordinate vertex(Half half, double bearing) {
    GeodesicData end = Geodesy.ELLIPSOID.Direct(lat, lon, bearing, radius);
    double turn = Math.abs(Math.IEEEremainder(end.lon2 - lon, 360));
    return new Coordinate(lon + half.sign * turn, end.lat2);
  }
}
