package zeren.gisdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import zeren.reference.Faces;
import zeren.reference.Pieces;

/**
 * Makes one coverage of outlines that nearly are one: their lines are cut at all crossings, and
 * each face between them is given to the outline that covers it. Small faces that none or several
 * cover, or that hang on to the rest of their county by a corner only, join the neighbour with the
 * longest common edge.
 */
final class OutlineCoverage {

  /** The source's own step. */
  private static final double STEP = 1.0 / 1024;

  /** A vertex of the source is a multiple of this, and crossings are rounded to it. */
  private static final double SCALE = 1024 * 1024;

  /**
   * 0.5 km²: the source's faults are far smaller, its smallest county is more than a hundred times
   * larger.
   */
  private static final double LEAST_AREA = 50 * STEP * STEP;

  /** Takes out the stair-steps that rounding to the step has made. */
  private static final double TOLERANCE = 0.7 * STEP;

  private static final int NOBODY = 1000;
  private static final int SEVERAL = 1001;

  private OutlineCoverage() {}

  /**
   * @return one polygon per outline, in their order
   * @throws IllegalStateException when the outlines are too far from a coverage to be made one
   */
  static List<Polygon> clean(List<Polygon> outlines) {
    Faces faces = Faces.of(outlines, SCALE);
    int[] owner = owners(faces, outlines);
    Pieces pieces = Pieces.of(faces, face -> owner[face]);
    pieces.mergeSmall(face -> 0, face -> faces.polygon(face).getArea(), LEAST_AREA);

    Geometry[] cleaned = new Geometry[outlines.size()];
    for (int piece : pieces.numbers()) {
      Geometry outline = pieces.outline(piece);
      if (outline.getArea() >= LEAST_AREA) {
        int index = ownerOfLargest(faces, pieces.facesOf(piece), owner);
        if (index >= outlines.size() || cleaned[index] != null) {
          throw new IllegalStateException("A large piece has no single owner: " + outline);
        }
        cleaned[index] = outline;
      }
    }
    List<Polygon> polygons = new ArrayList<>();
    for (Geometry outline : CoverageSimplifier.simplify(cleaned, TOLERANCE)) {
      polygons.add((Polygon) outline);
    }
    return polygons;
  }

  private static int[] owners(Faces faces, List<Polygon> outlines) {
    List<IndexedPointInAreaLocator> locators =
        outlines.stream()
            .map(outline -> new IndexedPointInAreaLocator(GeometryFixer.fix(outline)))
            .toList();
    int[] owner = new int[faces.size()];
    Arrays.fill(owner, NOBODY);
    for (int face = 0; face < owner.length; face++) {
      Coordinate inside = faces.polygon(face).getInteriorPoint().getCoordinate();
      for (int i = 0; i < locators.size(); i++) {
        if (locators.get(i).locate(inside) == Location.INTERIOR) {
          owner[face] = owner[face] == NOBODY ? i : SEVERAL;
        }
      }
    }
    return owner;
  }

  private static int ownerOfLargest(Faces faces, List<Integer> members, int[] owner) {
    int largest = members.get(0);
    for (int face : members) {
      if (faces.polygon(face).getArea() > faces.polygon(largest).getArea()) {
        largest = face;
      }
    }
    return owner[largest];
  }
}
