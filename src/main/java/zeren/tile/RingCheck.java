package zeren.tile;

import java.util.Arrays;

/**
 * Finds out whether the rings of a shape keep apart from each other and from themselves. On the
 * coarse grid of a tile narrow places close, and cutting leaves bridges along the edge.
 */
final class RingCheck {

  /**
   * Edges in the order of their western ends: those in the upper, their numbers in the lower bits.
   */
  private long[] order = new long[256];

  /** By edge, the corner it leads to. */
  private int[] next = new int[256];

  /** Whether no two edges of the rings meet, but for those that follow each other. */
  boolean isSimple(Parts parts) {
    if (parts.count() == 1 && isConvex(parts)) {
      return true;
    }
    int edges = parts.corners();
    if (order.length < edges) {
      order = new long[2 * edges];
      next = new int[2 * edges];
    }
    for (int part = 0; part < parts.count(); part++) {
      for (int i = parts.begin(part); i < parts.end(part); i++) {
        next[i] = i + 1 == parts.end(part) ? parts.begin(part) : i + 1;
        long west = Math.min(parts.x(i), parts.x(next[i]));
        order[i] = west << 32 | i;
      }
    }
    Arrays.sort(order, 0, edges);
    for (int i = 0; i < edges; i++) {
      int edge = (int) order[i];
      int east = Math.max(parts.x(edge), parts.x(next[edge]));
      for (int j = i + 1; j < edges && order[j] >> 32 <= east; j++) {
        if (meet(parts, edge, (int) order[j])) {
          return false;
        }
      }
    }
    return true;
  }

  /** A ring that always turns the same way, and goes to and fro once. */
  private static boolean isConvex(Parts parts) {
    int corners = parts.corners();
    int changes = 0;
    int turns = 0;
    for (int i = 0; i < corners; i++) {
      int one = (i + 1) % corners;
      int two = (i + 2) % corners;
      int dx = parts.x(one) - parts.x(i);
      int dy = parts.y(one) - parts.y(i);
      int nextDx = parts.x(two) - parts.x(one);
      int nextDy = parts.y(two) - parts.y(one);
      turns += Integer.signum(dx * nextDy - dy * nextDx);
      // East and straight north count as one way, west and straight south as the other.
      if ((dx > 0 || (dx == 0 && dy > 0)) != (nextDx > 0 || (nextDx == 0 && nextDy > 0))) {
        changes++;
      }
    }
    return Math.abs(turns) == corners && changes == 2;
  }

  private boolean meet(Parts parts, int one, int other) {
    int oneNext = next[one];
    int otherNext = next[other];
    if (oneNext == other || otherNext == one) {
      return false;
    }
    int ax = parts.x(one);
    int ay = parts.y(one);
    int bx = parts.x(oneNext);
    int by = parts.y(oneNext);
    int cx = parts.x(other);
    int cy = parts.y(other);
    int dx = parts.x(otherNext);
    int dy = parts.y(otherNext);
    return Math.min(ay, by) <= Math.max(cy, dy)
        && Math.min(cy, dy) <= Math.max(ay, by)
        && side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0
        && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0;
  }

  private static int side(int ax, int ay, int bx, int by, int px, int py) {
    return Integer.signum((bx - ax) * (py - ay) - (by - ay) * (px - ax));
  }
}
