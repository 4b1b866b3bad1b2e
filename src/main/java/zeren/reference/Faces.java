package zeren.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces into which lines cut the plane. Neighbouring faces have the very same vertices along
 * their common edge, so whatever is put together from whole faces is free of gaps and overlaps.
 */
public final class Faces {

  private final List<Polygon> polygons;
  private final List<SortedMap<Integer, Double>> neighbours;

  private Faces(List<Polygon> polygons) {
    this.polygons = polygons;
    this.neighbours = findNeighbours(polygons);
  }

  /**
   * Cuts lines at all their crossings and collects the faces between them, in an order that does
   * not depend on the order of the lines.
   *
   * @param linework lines, or polygons of which the boundary counts
   * @param scale steps per unit of the grid on which crossings are rounded; vertices on that grid
   *     stay where they are
   */
  public static Faces of(Collection<? extends Geometry> linework, double scale) {
    List<Polygon> polygons = new ArrayList<>();
    Polygonizer polygonizer = new Polygonizer();
    GeometryFactory geometries = new GeometryFactory();
    for (LineSegment segment : cut(linework, scale)) {
      polygonizer.add(geometries.createLineString(new Coordinate[] {segment.p0, segment.p1}));
    }
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      polygon.normalize();
      polygons.add(polygon);
    }
    polygons.sort(null);
    return new Faces(polygons);
  }

  public int size() {
    return polygons.size();
  }

  public Polygon polygon(int face) {
    return polygons.get(face);
  }

  /**
   * The faces that share an edge with this one, with the length of what they share, in degrees of
   * latitude.
   */
  public SortedMap<Integer, Double> neighbours(int face) {
    return neighbours.get(face);
  }

  private static Set<LineSegment> cut(Collection<? extends Geometry> linework, double scale) {
    List<SegmentString> strings = new ArrayList<>();
    for (Geometry geometry : linework) {
      for (Object line : LinearComponentExtracter.getLines(geometry)) {
        strings.add(new NodedSegmentString(((Geometry) line).getCoordinates(), null));
      }
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(scale));
    noder.computeNodes(strings);
    // One segment each: the polygonizer takes a line that stands twice for an edge with an empty
    // face.
    Set<LineSegment> segments = new LinkedHashSet<>();
    for (Object string : noder.getNodedSubstrings()) {
      Coordinate[] points = ((SegmentString) string).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        if (!points[i - 1].equals2D(points[i])) {
          segments.add(normalised(points[i - 1], points[i]));
        }
      }
    }
    return segments;
  }

  private static List<SortedMap<Integer, Double>> findNeighbours(List<Polygon> polygons) {
    List<SortedMap<Integer, Double>> neighbours = new ArrayList<>();
    Map<LineSegment, Integer> firstOwner = new HashMap<>();
    for (int face = 0; face < polygons.size(); face++) {
      neighbours.add(new TreeMap<>());
      for (Object ring : LinearComponentExtracter.getLines(polygons.get(face))) {
        Coordinate[] points = ((Geometry) ring).getCoordinates();
        for (int i = 1; i < points.length; i++) {
          LineSegment segment = normalised(points[i - 1], points[i]);
          Integer other = firstOwner.putIfAbsent(segment, face);
          if (other != null && other != face) {
            neighbours.get(face).merge(other, length(segment), Double::sum);
            neighbours.get(other).merge(face, length(segment), Double::sum);
          }
        }
      }
    }
    return neighbours;
  }

  private static LineSegment normalised(Coordinate a, Coordinate b) {
    LineSegment segment = new LineSegment(a, b);
    segment.normalize();
    return segment;
  }

  private static double length(LineSegment segment) {
    double shrink = Math.cos(Math.toRadians(segment.p0.y));
    return Math.hypot((segment.p1.x - segment.p0.x) * shrink, segment.p1.y - segment.p0.y);
  }
}
