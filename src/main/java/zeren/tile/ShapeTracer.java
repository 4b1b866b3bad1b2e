package zeren.tile;

import java.util.Arrays;
import zeren.layer.Corners;

/**
 * Draws lines and areas into a tile: corners go to the nearest place of a grid, those that fall
 * together are one, and what is outside is cut off. Where a corner goes depends on nothing but the
 * corner, so areas that share a border still share it, and no gap opens between them.
 */
final class ShapeTracer implements Corners {

  /** From this zoom on corners go to whole tile units; below it to every fourth. */
  private static final int DETAILED_FROM = 14;

  private static final int COARSE_BITS = 2;

  private final TileMatrixSet set;
  private final int gridShift;
  private final int gridBits;
  private final long west;
  private final long north;

  private long[] x = new long[1024];
  private long[] y = new long[1024];
  private int size;
  private long leastX;
  private long mostX;
  private long leastY;
  private long mostY;

  private final Parts parts = new Parts();
  private final Window window = new Window();
  private final RingCheck check = new RingCheck();
  private boolean areas;
  private boolean shellGone;

  ShapeTracer(TileAddress address) {
    set = address.set();
    gridBits = address.z() < DETAILED_FROM ? COARSE_BITS : 0;
    gridShift = address.shift() + gridBits;
    west = address.west();
    north = address.north();
  }

  /** Begins the next shape. */
  void clear() {
    parts.clear();
    areas = false;
  }

  /**
   * Writes the shape that was received since.
   *
   * @return what it is made of, if anything of it is in the tile
   */
  GeometryCommands.Type write(GeometryCommands commands) {
    if (!areas) {
      parts.writeLines(commands);
      return GeometryCommands.Type.LINE;
    }
    if (parts.count() > 0 && !check.isSimple(parts)) {
      RingRepair.repair(parts);
    }
    parts.writeRings(commands);
    return GeometryCommands.Type.POLYGON;
  }

  @Override
  public void part(Part part, double[] lonLat, int from, int corners) {
    boolean ring = part == Part.SHELL || part == Part.HOLE;
    areas |= ring;
    if (part == Part.HOLE && shellGone) {
      return;
    }
    read(lonLat, from, corners);
    boolean outside =
        mostX < Window.LEAST
            || leastX > Window.MOST
            || mostY < Window.LEAST
            || leastY > Window.MOST;
    if (ring) {
      boolean there = !outside && addRing(part == Part.HOLE);
      shellGone = part == Part.SHELL ? !there : shellGone;
    } else if (!outside) {
      addLine();
    }
  }

  private boolean addRing(boolean hole) {
    // The last corner is the first again.
    int corners = size - 1;
    if (isInside()) {
      for (int i = 0; i < corners; i++) {
        parts.addToRing((int) x[i], (int) y[i]);
      }
    } else {
      window.cutRing(x, y, corners, parts);
    }
    return parts.endRing(hole);
  }

  private void addLine() {
    if (isInside()) {
      for (int i = 0; i < size; i++) {
        parts.addToLine((int) x[i], (int) y[i]);
      }
      parts.endLine();
    } else {
      window.cutLine(x, y, size, parts);
    }
  }

  private boolean isInside() {
    return leastX >= Window.LEAST
        && mostX <= Window.MOST
        && leastY >= Window.LEAST
        && mostY <= Window.MOST;
  }

  private void read(double[] lonLat, int from, int corners) {
    if (x.length < corners) {
      x = Arrays.copyOf(x, 2 * corners);
      y = Arrays.copyOf(y, 2 * corners);
    }
    size = 0;
    leastX = Long.MAX_VALUE;
    mostX = Long.MIN_VALUE;
    leastY = Long.MAX_VALUE;
    mostY = Long.MIN_VALUE;
    long half = 1L << (gridShift - 1);
    for (int i = 0; i < corners; i++) {
      long toX = ((set.x(lonLat[from + 2 * i]) + half >> gridShift) << gridBits) - west;
      long toY = ((set.y(lonLat[from + 2 * i + 1]) + half >> gridShift) << gridBits) - north;
      if (size == 0 || toX != x[size - 1] || toY != y[size - 1]) {
        x[size] = toX;
        y[size++] = toY;
        leastX = Math.min(leastX, toX);
        mostX = Math.max(mostX, toX);
        leastY = Math.min(leastY, toY);
        mostY = Math.max(mostY, toY);
      }
    }
  }
}
