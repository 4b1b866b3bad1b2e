package zeren.tile;

import java.util.Arrays;

/**
 * Cuts lines and rings along the edges of the tile with its buffer. Where an edge is cut does not
 * depend on the direction it is followed in, so that neighbours stay neighbours.
 */
final class Window {

  static final int LEAST = -TileAddress.BUFFER;
  static final int MOST = TileAddress.EXTENT + TileAddress.BUFFER;

  static boolean holds(long x, long y) {
    return x >= LEAST && x <= MOST && y >= LEAST && y <= MOST;
  }

  /** What is left of a ring after each edge of the window, by turns here and there. */
  private long[] x = new long[256];

  private long[] y = new long[256];
  private long[] nextX = new long[256];
  private long[] nextY = new long[256];
  private int size;

  /** Adds what is inside of a ring, whose last corner is not the first again, to the open ring. */
  void cutRing(long[] ringX, long[] ringY, int corners, Parts parts) {
    makeRoom(2 * corners + 16);
    System.arraycopy(ringX, 0, x, 0, corners);
    System.arraycopy(ringY, 0, y, 0, corners);
    size = corners;
    for (int edge = 0; edge < 4 && size > 0; edge++) {
      keepInside(edge);
    }
    for (int i = 0; i < size; i++) {
      parts.addToRing((int) x[i], (int) y[i]);
    }
  }

  private void makeRoom(int corners) {
    if (x.length < corners) {
      x = new long[corners];
      y = new long[corners];
      nextX = new long[corners];
      nextY = new long[corners];
    }
  }

  /** One step of the cutting of Sutherland and Hodgman: 0 west, 1 east, 2 north, 3 south. */
  private void keepInside(int edge) {
    boolean upright = edge < 2;
    long limit = edge % 2 == 0 ? LEAST : MOST;
    long sign = edge % 2 == 0 ? 1 : -1;
    long[] across = upright ? x : y;
    int kept = 0;
    int before = size - 1;
    for (int i = 0; i < size; i++) {
      boolean inside = (across[i] - limit) * sign >= 0;
      if (inside != (across[before] - limit) * sign >= 0) {
        kept = grow(kept);
        nextX[kept] = upright ? limit : crossing(y, x, before, i, limit);
        nextY[kept++] = upright ? crossing(x, y, before, i, limit) : limit;
      }
      if (inside) {
        kept = grow(kept);
        nextX[kept] = x[i];
        nextY[kept++] = y[i];
      }
      before = i;
    }
    long[] swappedX = x;
    long[] swappedY = y;
    x = nextX;
    y = nextY;
    nextX = swappedX;
    nextY = swappedY;
    size = kept;
  }

  private int grow(int kept) {
    if (kept == nextX.length) {
      nextX = Arrays.copyOf(nextX, 2 * kept);
      nextY = Arrays.copyOf(nextY, 2 * kept);
    }
    return kept;
  }

  private static long crossing(long[] across, long[] along, int one, int other, long limit) {
    return crossing(across[one], along[one], across[other], along[other], limit);
  }

  /** Where a straight line between two places is when its first coordinate is the limit. */
  private static long crossing(long across1, long along1, long across2, long along2, long limit) {
    if (across1 > across2) {
      return crossing(across2, along2, across1, along1, limit);
    }
    double share = (double) (limit - across1) / (across2 - across1);
    return along1 + Math.round(share * (along2 - along1));
  }

  /** Adds what is inside of a line, as lines. */
  void cutLine(long[] lineX, long[] lineY, int corners, Parts parts) {
    boolean open = false;
    for (int i = 1; i < corners; i++) {
      makeRoom(2);
      x[0] = lineX[i - 1];
      y[0] = lineY[i - 1];
      x[1] = lineX[i];
      y[1] = lineY[i];
      if (!cutSegment()) {
        continue;
      }
      parts.addToLine((int) x[0], (int) y[0]);
      parts.addToLine((int) x[1], (int) y[1]);
      open = x[1] == lineX[i] && y[1] == lineY[i];
      if (!open) {
        parts.endLine();
      }
    }
    if (open) {
      parts.endLine();
    }
  }

  /** Cuts the first two corners to the window; false when nothing of them is inside. */
  private boolean cutSegment() {
    for (int edge = 0; edge < 4; edge++) {
      boolean upright = edge < 2;
      long limit = edge % 2 == 0 ? LEAST : MOST;
      long sign = edge % 2 == 0 ? 1 : -1;
      long[] across = upright ? x : y;
      long[] along = upright ? y : x;
      boolean first = (across[0] - limit) * sign >= 0;
      boolean second = (across[1] - limit) * sign >= 0;
      if (!first && !second) {
        return false;
      }
      if (first != second) {
        int outside = first ? 1 : 0;
        along[outside] = crossing(across, along, 0, 1, limit);
        across[outside] = limit;
      }
    }
    return true;
  }
}
