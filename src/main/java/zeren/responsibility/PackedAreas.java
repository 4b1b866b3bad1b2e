package zeren.responsibility;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of many areas as bare coordinates, to find out whether a point lies in one of them,
 * exactly: the side of an edge is decided with extended precision where plain doubles cannot.
 */
final class PackedAreas {

  /** From so many vertices on an area gets bands, so that a point meets few of its edges. */
  private static final int MANY_VERTICES = 48;

  private static final int EDGES_PER_BAND = 4;

  /** Where a point lies. */
  enum Where {
    OUTSIDE,
    EDGE,
    INSIDE
  }

  private double[] xs = new double[1024];
  private double[] ys = new double[1024];
  private int vertices;

  /** The first vertex of each ring; the last entry is where the next would begin. */
  private int[] rings = new int[256];

  private int ringCount;

  /** The first ring of each area; the last entry is where the next would begin. */
  private final int[] areas;

  private final @Nullable Bands[] bands;
  private int count;

  PackedAreas(int size) {
    areas = new int[size + 1];
    bands = new Bands[size];
  }

  /** Takes the next area: its polygons, in degrees. */
  void add(Geometry area) {
    int first = vertices;
    for (int part = 0; part < area.getNumGeometries(); part++) {
      if (area.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
        addRing(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          addRing(polygon.getInteriorRingN(hole));
        }
      }
    }
    areas[count + 1] = ringCount;
    bands[count] = vertices - first > MANY_VERTICES ? Bands.of(this, count) : null;
    count++;
  }

  private void addRing(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    if (vertices + points.size() > xs.length) {
      int larger = Math.max(2 * xs.length, vertices + points.size());
      xs = Arrays.copyOf(xs, larger);
      ys = Arrays.copyOf(ys, larger);
    }
    if (ringCount + 2 > rings.length) {
      rings = Arrays.copyOf(rings, 2 * rings.length);
    }
    for (int i = 0; i < points.size(); i++) {
      xs[vertices] = points.getX(i);
      ys[vertices++] = points.getY(i);
    }
    rings[++ringCount] = vertices;
  }

  /** Gives back what the growing left over. */
  PackedAreas trim() {
    xs = Arrays.copyOf(xs, vertices);
    ys = Arrays.copyOf(ys, vertices);
    rings = Arrays.copyOf(rings, ringCount + 1);
    return this;
  }

  /** Receives edges: the numbers of their first vertices. */
  interface Edges {
    /**
     * @return whether to go on
     */
    boolean edge(int vertex);
  }

  /** Hands over at least all edges of the area that reach into the latitudes. */
  void edges(int area, double south, double north, Edges edges) {
    Bands banded = bands[area];
    if (banded != null) {
      banded.edges(south, north, edges);
      return;
    }
    for (int ring = areas[area]; ring < areas[area + 1]; ring++) {
      for (int i = rings[ring]; i + 1 < rings[ring + 1]; i++) {
        if (!edges.edge(i)) {
          return;
        }
      }
    }
  }

  double x(int vertex) {
    return xs[vertex];
  }

  double y(int vertex) {
    return ys[vertex];
  }

  /**
   * Where a point lies: a ray to the east crosses the edges of an area that holds it an odd number
   * of times. Of valid areas, whatever holes and parts they have.
   */
  Where locate(int area, double x, double y) {
    Ray ray = new Ray(x, y);
    edges(area, y, y, ray);
    return ray.where();
  }

  private final class Ray implements Edges {
    private final double x;
    private final double y;
    private boolean odd;
    private boolean onEdge;

    Ray(double x, double y) {
      this.x = x;
      this.y = y;
    }

    Where where() {
      return onEdge ? Where.EDGE : odd ? Where.INSIDE : Where.OUTSIDE;
    }

    @Override
    public boolean edge(int i) {
      double x1 = xs[i];
      double y1 = ys[i];
      double x2 = xs[i + 1];
      double y2 = ys[i + 1];
      if (x1 < x && x2 < x) {
        return true;
      }
      if (x == x2 && y == y2) {
        onEdge = true;
      } else if (y1 == y && y2 == y) {
        onEdge = Math.min(x1, x2) <= x && x <= Math.max(x1, x2);
      } else if ((y1 > y) != (y2 > y)) {
        int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
        if (side == 0) {
          onEdge = true;
        } else if (y2 > y1 == side > 0) {
          odd = !odd;
        }
      }
      return !onEdge;
    }
  }

  /** The edges of one area by bands of latitude of the same height; an edge is in all it meets. */
  private static final class Bands {
    private final double south;
    private final double perDegree;
    private final int[] starts;
    private final int[] edges;

    private Bands(double south, double perDegree, int[] starts, int[] edges) {
      this.south = south;
      this.perDegree = perDegree;
      this.starts = starts;
      this.edges = edges;
    }

    static Bands of(PackedAreas packed, int area) {
      int first = packed.rings[packed.areas[area]];
      int end = packed.rings[packed.ringCount];
      double south = Double.POSITIVE_INFINITY;
      double north = Double.NEGATIVE_INFINITY;
      for (int i = first; i < end; i++) {
        south = Math.min(south, packed.ys[i]);
        north = Math.max(north, packed.ys[i]);
      }
      int number = Math.max(1, (end - first) / EDGES_PER_BAND);
      double perDegree = north > south ? number / (north - south) : 0;
      int[] starts = new int[number + 1];
      Bands sizes = new Bands(south, perDegree, starts, new int[0]);
      sizes.eachEdge(packed, area, (band, edge) -> starts[band + 1]++);
      for (int band = 0; band < number; band++) {
        starts[band + 1] += starts[band];
      }
      int[] next = Arrays.copyOf(starts, number);
      int[] edges = new int[starts[number]];
      sizes.eachEdge(packed, area, (band, edge) -> edges[next[band]++] = edge);
      return new Bands(south, perDegree, starts, edges);
    }

    private interface BandAndEdge {
      void accept(int band, int edge);
    }

    private void eachEdge(PackedAreas packed, int area, BandAndEdge receiver) {
      for (int ring = packed.areas[area]; ring < packed.ringCount; ring++) {
        for (int i = packed.rings[ring]; i + 1 < packed.rings[ring + 1]; i++) {
          int last = band(Math.max(packed.ys[i], packed.ys[i + 1]));
          for (int band = band(Math.min(packed.ys[i], packed.ys[i + 1])); band <= last; band++) {
            receiver.accept(band, i);
          }
        }
      }
    }

    private int band(double y) {
      return (int) Math.max(0, Math.min(starts.length - 2, Math.floor((y - south) * perDegree)));
    }

    void edges(double from, double to, Edges receiver) {
      int last = band(to);
      for (int band = band(from); band <= last; band++) {
        for (int i = starts[band]; i < starts[band + 1]; i++) {
          if (!receiver.edge(edges[i])) {
            return;
          }
        }
      }
    }
  }
}
