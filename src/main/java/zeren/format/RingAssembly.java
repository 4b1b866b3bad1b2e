package zeren.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Makes polygons of rings that do not say which belong together. Clockwise ones are shells, the
 * others holes of the smallest shell around them; a hole in no shell is a shell that runs the wrong
 * way.
 */
final class RingAssembly {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final List<Shell> shells = new ArrayList<>();

  private RingAssembly() {}

  private static final class Shell {
    private final Polygon area;
    private final List<LinearRing> holes = new ArrayList<>();
    private @Nullable IndexedPointInAreaLocator locator;

    Shell(LinearRing ring) {
      area = GEOMETRIES.createPolygon(ring);
    }

    boolean contains(LinearRing hole) {
      if (!area.getEnvelopeInternal().contains(hole.getEnvelopeInternal())) {
        return false;
      }
      IndexedPointInAreaLocator locate = locator;
      if (locate == null) {
        locate = new IndexedPointInAreaLocator(area);
        locator = locate;
      }
      for (Coordinate c : hole.getCoordinates()) {
        int location = locate.locate(c);
        if (location != Location.BOUNDARY) {
          return location == Location.INTERIOR;
        }
      }
      return true;
    }
  }

  /**
   * The polygon or polygons of some rings; null when there are none.
   *
   * @throws IllegalArgumentException when a ring is not closed or has fewer than four vertices
   */
  static @Nullable Geometry assemble(List<Coordinate[]> rings) {
    RingAssembly assembly = new RingAssembly();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] vertices : rings) {
      LinearRing ring = ring(vertices);
      if (rings.size() == 1 || !Orientation.isCCW(vertices)) {
        assembly.shells.add(new Shell(ring));
      } else {
        holes.add(ring);
      }
    }
    assembly.place(holes);
    return assembly.result();
  }

  private static LinearRing ring(Coordinate[] vertices) {
    if (vertices.length < 4) {
      throw new IllegalArgumentException(
          "has a ring of %d vertices; four are the least".formatted(vertices.length));
    }
    if (!vertices[0].equals2D(vertices[vertices.length - 1])) {
      throw new IllegalArgumentException("has a ring that is not closed");
    }
    return GEOMETRIES.createLinearRing(vertices);
  }

  private void place(List<LinearRing> holes) {
    if (holes.isEmpty()) {
      return;
    }
    STRtree index = new STRtree();
    for (Shell shell : shells) {
      index.insert(shell.area.getEnvelopeInternal(), shell);
    }
    List<LinearRing> homeless = new ArrayList<>();
    for (LinearRing hole : holes) {
      Shell smallest = null;
      for (Object candidate :
          shells.isEmpty() ? List.of() : index.query(hole.getEnvelopeInternal())) {
        Shell shell = (Shell) candidate;
        boolean smaller = smallest == null || shell.area.getArea() < smallest.area.getArea();
        if (smaller && shell.contains(hole)) {
          smallest = shell;
        }
      }
      if (smallest == null) {
        homeless.add(hole);
      } else {
        smallest.holes.add(hole);
      }
    }
    homeless.forEach(ring -> shells.add(new Shell(ring)));
  }

  private @Nullable Geometry result() {
    Polygon[] polygons =
        shells.stream()
            .map(
                shell ->
                    GEOMETRIES.createPolygon(
                        shell.area.getExteriorRing(), shell.holes.toArray(LinearRing[]::new)))
            .toArray(Polygon[]::new);
    return switch (polygons.length) {
      case 0 -> null;
      case 1 -> polygons[0];
      default -> GEOMETRIES.createMultiPolygon(polygons);
    };
  }
}
