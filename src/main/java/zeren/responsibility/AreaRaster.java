package zeren.responsibility;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds out which cells of a lattice an area fills and which its edges run through. The first is
 * exact, of the second there may be a few too many.
 */
final class AreaRaster {

  /** Degrees: far more than rounding may move a place on an edge, and far less than a cell has. */
  private static final double SLACK = 1e-9;

  private final PackedAreas areas;
  private final Lattice lattice;

  /** Whether an edge runs through the cells in the box of the area at hand, line by line. */
  private boolean[] edges = new boolean[64];

  private int west;
  private int south;
  private int width;

  AreaRaster(PackedAreas areas, Lattice lattice) {
    this.areas = areas;
    this.lattice = lattice;
  }

  /** Receives the cells that an area has a part in. */
  interface Cells {

    /**
     * @param whole whether all of the cell is inside the area; else there may be an edge in it
     */
    void accept(int cell, boolean whole);
  }

  void meet(int area, Cells cells) {
    Envelope box = areas.box(area);
    if (box.isNull()) {
      return;
    }
    west = lattice.column(box.getMinX());
    south = lattice.line(box.getMinY());
    width = lattice.column(box.getMaxX()) - west + 1;
    int height = lattice.line(box.getMaxY()) - south + 1;
    clear(width * height);
    areas.edges(area, i -> mark(areas.x(i), areas.y(i), areas.x(i + 1), areas.y(i + 1)));
    for (int line = 0; line < height; line++) {
      line(area, line, cells);
    }
  }

  private void clear(int size) {
    if (edges.length < size) {
      edges = new boolean[Math.max(size, 2 * edges.length)];
    } else {
      Arrays.fill(edges, 0, size, false);
    }
  }

  /** Marks the cells that an edge may run through: its columns in each of its lines. */
  private void mark(double x1, double y1, double x2, double y2) {
    if (y1 > y2) {
      mark(x2, y2, x1, y1);
      return;
    }
    int first = lattice.line(y1);
    int last = lattice.line(y2);
    int least = lattice.column(Math.min(x1, x2));
    int most = lattice.column(Math.max(x1, x2));
    for (int line = first; line <= last; line++) {
      int from = least;
      int to = most;
      if (first < last && least < most) {
        double low = Math.max(0, (lattice.southOf(line) - SLACK - y1) / (y2 - y1));
        double high = Math.min(1, (lattice.southOf(line + 1.0) + SLACK - y1) / (y2 - y1));
        double one = x1 + low * (x2 - x1);
        double other = x1 + high * (x2 - x1);
        from = Math.max(from, lattice.column(Math.min(one, other) - SLACK));
        to = Math.min(to, lattice.column(Math.max(one, other) + SLACK));
      }
      int start = (line - south) * width - west;
      Arrays.fill(edges, start + from, start + to + 1, true);
    }
  }

  /** Between two edges all cells of a line are inside the area or none is. */
  private void line(int area, int line, Cells cells) {
    boolean known = false;
    boolean inside = false;
    for (int column = 0; column < width; column++) {
      int cell = lattice.cell(west + column, south + line);
      if (edges[line * width + column]) {
        cells.accept(cell, false);
        known = false;
      } else {
        if (!known) {
          inside = isInside(area, west + column, south + line);
          known = true;
        }
        if (inside) {
          cells.accept(cell, true);
        }
      }
    }
  }

  /** Whether the middle of a cell is inside the area. */
  private boolean isInside(int area, int column, int line) {
    double lon = lattice.middleOf(column);
    double lat = lattice.southOf(line + 0.5);
    return areas.locate(area, lon, lat) == PackedAreas.Where.INSIDE;
  }
}
