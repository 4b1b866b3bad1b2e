package zeren.responsibility;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Envelope;
import zeren.layer.LayerView;

/**
 * The rings of many areas as bare coordinates, to find out whether a point lies in one of them,
 * exactly: the side of an edge is decided with extended precision where plain doubles cannot.
 */
final class PackedAreas {

  /** From so many vertices on an area gets bands, so that a point meets few of its edges. */
  private static final int MANY_VERTICES = 48;

  /** Where a point lies. */
  enum Where {
    OUTSIDE,
    EDGE,
    INSIDE
  }

  /** X and y by turns. */
  private double[] xys = new double[2048];

  private int vertices;

  /** The first vertex of each ring; the last entry is where the next would begin. */
  private int[] rings = new int[256];

  private int ringCount;

  /** The first ring of each area; the last entry is where the next would begin. */
  private final int[] areas;

  private final @Nullable LatitudeBands[] bands;

  /**
   * @param view of a layer of areas, in degrees
   */
  PackedAreas(LayerView view) {
    areas = new int[view.size() + 1];
    bands = new LatitudeBands[view.size()];
    for (int row = 0; row < view.size(); row++) {
      int first = vertices;
      view.corners(row, (part, lonLat, from, corners) -> addRing(lonLat, from, corners));
      areas[row + 1] = ringCount;
      bands[row] = vertices - first > MANY_VERTICES ? new LatitudeBands(this, row) : null;
    }
    xys = Arrays.copyOf(xys, 2 * vertices);
    rings = Arrays.copyOf(rings, ringCount + 1);
  }

  private void addRing(double[] lonLat, int from, int corners) {
    if (2 * (vertices + corners) > xys.length) {
      xys = Arrays.copyOf(xys, 2 * Math.max(2 * vertices, vertices + corners));
    }
    if (ringCount + 2 > rings.length) {
      rings = Arrays.copyOf(rings, 2 * rings.length);
    }
    System.arraycopy(lonLat, from, xys, 2 * vertices, 2 * corners);
    vertices += corners;
    rings[++ringCount] = vertices;
  }

  int size() {
    return bands.length;
  }

  int vertices() {
    return vertices;
  }

  /** The box of an area; null when it is empty. */
  Envelope box(int area) {
    Envelope box = new Envelope();
    for (int i = rings[areas[area]]; i < rings[areas[area + 1]]; i++) {
      box.expandToInclude(x(i), y(i));
    }
    return box;
  }

  /** Receives edges: the numbers of their first vertices. */
  interface Edges {
    void accept(int vertex);
  }

  /** Hands over all edges of an area. */
  void edges(int area, Edges edges) {
    for (int ring = areas[area]; ring < areas[area + 1]; ring++) {
      for (int i = rings[ring]; i + 1 < rings[ring + 1]; i++) {
        edges.accept(i);
      }
    }
  }

  /** Hands over at least all edges of the area that reach into the latitudes. */
  void edges(int area, double south, double north, Edges edges) {
    LatitudeBands banded = bands[area];
    if (banded == null) {
      edges(area, edges);
    } else {
      banded.edges(south, north, edges);
    }
  }

  double x(int vertex) {
    return xys[2 * vertex];
  }

  double y(int vertex) {
    return xys[2 * vertex + 1];
  }

  /** Hands over the area if it covers the point. */
  void cover(int area, double x, double y, AreaIndex.Covering receiver) {
    Where where = locate(area, x, y);
    if (where != Where.OUTSIDE) {
      receiver.accept(area, where == Where.EDGE);
    }
  }

  /**
   * Where a point lies: a ray to the east crosses the edges of an area that holds it an odd number
   * of times. Of valid areas, whatever holes and parts they have.
   */
  Where locate(int area, double x, double y) {
    LatitudeBands banded = bands[area];
    boolean odd = false;
    if (banded != null) {
      int band = banded.band(y);
      for (int i = banded.start(band); i < banded.start(band + 1); i++) {
        Meeting meeting = meet(banded.edge(i), x, y);
        if (meeting == Meeting.TOUCHED) {
          return Where.EDGE;
        }
        odd ^= meeting == Meeting.CROSSED;
      }
    } else {
      for (int ring = areas[area]; ring < areas[area + 1]; ring++) {
        int last = rings[ring + 1] - 1;
        for (int i = rings[ring]; i < last; i++) {
          Meeting meeting = meet(i, x, y);
          if (meeting == Meeting.TOUCHED) {
            return Where.EDGE;
          }
          odd ^= meeting == Meeting.CROSSED;
        }
      }
    }
    return odd ? Where.INSIDE : Where.OUTSIDE;
  }

  /** How the ray meets an edge: the point it begins in may lie on it. */
  private enum Meeting {
    MISSED,
    CROSSED,
    TOUCHED
  }

  private Meeting meet(int edge, double x, double y) {
    double x1 = x(edge);
    double y1 = y(edge);
    double x2 = x(edge + 1);
    double y2 = y(edge + 1);
    if ((y1 > y) == (y2 > y)) {
      boolean onEnd = x2 == x && y2 == y;
      boolean along = y1 == y && y2 == y && Math.min(x1, x2) <= x && x <= Math.max(x1, x2);
      return onEnd || along ? Meeting.TOUCHED : Meeting.MISSED;
    }
    if (x1 < x && x2 < x) {
      return Meeting.MISSED;
    }
    if (x1 > x && x2 > x) {
      return Meeting.CROSSED;
    }
    int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
    if (side == 0) {
      return Meeting.TOUCHED;
    }
    return y2 > y1 == side > 0 ? Meeting.CROSSED : Meeting.MISSED;
  }
}
