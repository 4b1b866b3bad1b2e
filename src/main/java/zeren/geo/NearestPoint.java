package zeren.geo;

import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The search for the point of a geometry that is nearest to a place. Vertices and pieces of edges
 * are first compared by what they are {@linkplain DistanceBounds#least not nearer} than; only what
 * may still beat the best so far is measured with the geodesic.
 */
final class NearestPoint {

  /** Short enough that the distance along a piece of edge has one minimum. */
  private static final double MAX_PIECE_DEGREES = 0.5;

  private final double lon;
  private final double lat;
  private final DistanceBounds bounds;

  /** Metres at which the search may end. */
  private final double enough;

  private double bestMetres;
  private double bestLon;
  private double bestLat;

  /**
   * @param below metres: what is not nearer does not count
   */
  private NearestPoint(double lon, double lat, double below, double enough) {
    this.lon = Geodesy.normalise(lon);
    this.lat = lat;
    this.bounds = new DistanceBounds(this.lon, lat);
    this.bestMetres = below;
    this.enough = enough;
  }

  /** A point of the geometry and how far it is. */
  record Found(LonLat place, double metres) {}

  static Found search(double lon, double lat, Geometry geometry) {
    NearestPoint search = new NearestPoint(lon, lat, Double.POSITIVE_INFINITY, 0);
    search.visitAll(geometry);
    LonLat place = new LonLat(Geodesy.normalise(search.bestLon), search.bestLat);
    return new Found(place, search.bestMetres);
  }

  /** Whether the nearest point is at most so far away. */
  static boolean isWithin(double lon, double lat, Geometry geometry, double metres) {
    NearestPoint search = new NearestPoint(lon, lat, Math.nextUp(metres), metres);
    search.visitAll(geometry);
    return search.bestMetres <= metres;
  }

  private void visitAll(Geometry geometry) {
    if (geometry.isEmpty()) {
      throw new IllegalArgumentException("An empty geometry has no nearest point");
    }
    visit(geometry);
  }

  private void visit(Geometry geometry) {
    if (geometry.isEmpty() || bestMetres <= enough) {
      return;
    }
    if (geometry instanceof Point point) {
      offer(point.getX(), point.getY());
    } else if (geometry instanceof LineString line) {
      visitLine(line.getCoordinateSequence());
    } else if (geometry instanceof Polygon polygon) {
      visitPolygon(polygon);
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        visit(geometry.getGeometryN(i));
      }
    }
  }

  private void visitPolygon(Polygon polygon) {
    if (covers(polygon)) {
      bestMetres = 0;
      bestLon = lon;
      bestLat = lat;
      return;
    }
    visitLine(polygon.getExteriorRing().getCoordinateSequence());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      visitLine(polygon.getInteriorRingN(i).getCoordinateSequence());
    }
  }

  /** The place may be stored one turn away, in polygons whose longitudes run on beyond ±180°. */
  private boolean covers(Polygon polygon) {
    for (int turn = -360; turn <= 360; turn += 360) {
      Coordinate place = new Coordinate(lon + turn, lat);
      if (polygon.getEnvelopeInternal().covers(place)
          && SimplePointInAreaLocator.locatePointInPolygon(place, polygon) != Location.EXTERIOR) {
        return true;
      }
    }
    return false;
  }

  private void visitLine(CoordinateSequence vertices) {
    double[] chords = new double[vertices.size()];
    int nearest = 0;
    for (int i = 0; i < chords.length; i++) {
      chords[i] = bounds.least(vertices.getX(i), vertices.getY(i));
      nearest = chords[i] < chords[nearest] ? i : nearest;
    }
    if (chords[nearest] < bestMetres) {
      offer(vertices.getX(nearest), vertices.getY(nearest));
    }
    for (int i = 1; i < chords.length && bestMetres > enough; i++) {
      visitPiece(
          new Edge(vertices.getX(i - 1), vertices.getY(i - 1), vertices.getX(i), vertices.getY(i)),
          chords[i - 1],
          chords[i]);
    }
  }

  private void visitPiece(Edge edge, double chord1, double chord2) {
    // A point of the piece is no nearer than an end less the way to it; both ways are its length.
    if ((chord1 + chord2 - edge.lengthBound()) / 2 >= bestMetres) {
      return;
    }
    if (edge.spanDegrees() > MAX_PIECE_DEGREES) {
      double chord = bounds.least(edge.lon(0.5), edge.lat(0.5));
      visitPiece(edge.firstHalf(), chord1, chord);
      visitPiece(edge.secondHalf(), chord, chord2);
      return;
    }
    double t = edge.nearest(lon, lat);
    offer(edge.lon(t), edge.lat(t));
  }

  private void offer(double toLon, double toLat) {
    double metres = Geodesy.distance(lon, lat, toLon, toLat);
    if (metres < bestMetres) {
      bestMetres = metres;
      bestLon = toLon;
      bestLat = toLat;
    }
  }
}
