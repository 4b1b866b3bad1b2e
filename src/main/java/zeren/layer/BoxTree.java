package zeren.layer;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;

/**
 * An R-tree that is built once: items in the order of the Hilbert curve through their middles,
 * sixteen to a node, nodes above them in arrays. Of an item it keeps four bytes; the boxes stay
 * where they are. What has no box is in no answer. Boxes are closed: touching is meeting.
 */
final class BoxTree {

  private static final int NODE = 16;

  /** Bits of a Hilbert coordinate. */
  private static final int ORDER = 15;

  /** Where the boxes of the items are: in degrees, not a number where an item has none. */
  interface Boxes {
    int size();

    double west(int item);

    double south(int item);

    double east(int item);

    double north(int item);
  }

  private final Boxes boxes;

  /** The items in the order of the curve. */
  private final int[] items;

  /** West, south, east, north of the nodes of each level; the lowest level first. */
  private final double[][] levels;

  private final Envelope extent;

  BoxTree(Boxes boxes) {
    this.boxes = boxes;
    this.extent = extent(boxes);
    this.items = order(boxes, extent);
    this.levels = levels();
  }

  private static Envelope extent(Boxes boxes) {
    Envelope extent = new Envelope();
    for (int item = 0; item < boxes.size(); item++) {
      if (hasBox(boxes, item)) {
        extent.expandToInclude(boxes.west(item), boxes.south(item));
        extent.expandToInclude(boxes.east(item), boxes.north(item));
      }
    }
    return extent;
  }

  private static boolean hasBox(Boxes boxes, int item) {
    return boxes.west(item) <= boxes.east(item) && boxes.south(item) <= boxes.north(item);
  }

  private static int[] order(Boxes boxes, Envelope extent) {
    double scale = (1 << ORDER) - 1;
    double perX = extent.getWidth() > 0 ? scale / extent.getWidth() : 0;
    double perY = extent.getHeight() > 0 ? scale / extent.getHeight() : 0;
    long[] keys = new long[boxes.size()];
    int count = 0;
    for (int item = 0; item < keys.length; item++) {
      if (hasBox(boxes, item)) {
        double x = (boxes.west(item) + boxes.east(item)) / 2 - extent.getMinX();
        double y = (boxes.south(item) + boxes.north(item)) / 2 - extent.getMinY();
        keys[count++] = (long) hilbert((int) (x * perX), (int) (y * perY)) << 32 | item;
      }
    }
    Arrays.sort(keys, 0, count);
    int[] items = new int[count];
    for (int i = 0; i < count; i++) {
      items[i] = (int) keys[i];
    }
    return items;
  }

  /**
   * How far along the Hilbert curve a cell lies. Quadrant by quadrant from the largest: the curve
   * passes them in the order lower left, upper left, upper right, lower right, and inside the first
   * and the last it is mirrored at a diagonal.
   */
  private static int hilbert(int x, int y) {
    int distance = 0;
    int column = x;
    int row = y;
    for (int side = 1 << (ORDER - 1); side > 0; side >>= 1) {
      int right = (column & side) == 0 ? 0 : 1;
      int upper = (row & side) == 0 ? 0 : 1;
      distance = distance << 2 | (3 * right) ^ upper;
      column &= side - 1;
      row &= side - 1;
      if (upper == 0) {
        int swapped = right == 0 ? column : side - 1 - column;
        column = right == 0 ? row : side - 1 - row;
        row = swapped;
      }
    }
    return distance;
  }

  private double[][] levels() {
    int depth = 0;
    for (int nodes = items.length; nodes > 1 || (nodes == 1 && depth == 0); depth++) {
      nodes = parents(nodes);
    }
    double[][] all = new double[depth][];
    int below = items.length;
    for (int level = 0; level < depth; level++) {
      double[] nodes = new double[4 * parents(below)];
      for (int node = 0; node < nodes.length / 4; node++) {
        nodes[4 * node] = Double.POSITIVE_INFINITY;
        nodes[4 * node + 1] = Double.POSITIVE_INFINITY;
        nodes[4 * node + 2] = Double.NEGATIVE_INFINITY;
        nodes[4 * node + 3] = Double.NEGATIVE_INFINITY;
      }
      for (int child = 0; child < below; child++) {
        if (level == 0) {
          int item = items[child];
          include(
              nodes,
              child,
              boxes.west(item),
              boxes.south(item),
              boxes.east(item),
              boxes.north(item));
        } else {
          double[] lower = all[level - 1];
          include(
              nodes,
              child,
              lower[4 * child],
              lower[4 * child + 1],
              lower[4 * child + 2],
              lower[4 * child + 3]);
        }
      }
      all[level] = nodes;
      below = parents(below);
    }
    return all;
  }

  private static int parents(int children) {
    return (children + NODE - 1) / NODE;
  }

  private static void include(
      double[] nodes, int child, double west, double south, double east, double north) {
    int node = 4 * (child / NODE);
    nodes[node] = Math.min(nodes[node], west);
    nodes[node + 1] = Math.min(nodes[node + 1], south);
    nodes[node + 2] = Math.max(nodes[node + 2], east);
    nodes[node + 3] = Math.max(nodes[node + 3], north);
  }

  /** The box round all items, a copy; null when there is none. */
  Envelope extent() {
    return new Envelope(extent);
  }

  /** Hands over each item whose box meets the one given, once, in no particular order. */
  void search(Envelope box, IntConsumer found) {
    if (!box.isNull() && levels.length > 0) {
      new Search(box, found).node(levels.length - 1, 0);
    }
  }

  private final class Search {
    private final double west;
    private final double south;
    private final double east;
    private final double north;
    private final IntConsumer found;

    Search(Envelope box, IntConsumer found) {
      this.west = box.getMinX();
      this.south = box.getMinY();
      this.east = box.getMaxX();
      this.north = box.getMaxY();
      this.found = found;
    }

    void node(int level, int node) {
      double[] nodes = levels[level];
      int at = 4 * node;
      if (!(nodes[at] <= east
          && nodes[at + 2] >= west
          && nodes[at + 1] <= north
          && nodes[at + 3] >= south)) {
        return;
      }
      if (nodes[at] >= west
          && nodes[at + 2] <= east
          && nodes[at + 1] >= south
          && nodes[at + 3] <= north) {
        all(level, node);
      } else if (level == 0) {
        leaf(node);
      } else {
        int end = Math.min((node + 1) * NODE, levels[level - 1].length / 4);
        for (int child = node * NODE; child < end; child++) {
          node(level - 1, child);
        }
      }
    }

    /** A node inside the box: what lies below it follows on in the order of the items. */
    private void all(int level, int node) {
      long span = NODE;
      for (int i = 0; i < level; i++) {
        span *= NODE;
      }
      int end = (int) Math.min((node + 1) * span, items.length);
      for (int i = (int) (node * span); i < end; i++) {
        found.accept(items[i]);
      }
    }

    private void leaf(int node) {
      int end = Math.min((node + 1) * NODE, items.length);
      for (int i = node * NODE; i < end; i++) {
        int item = items[i];
        if (boxes.west(item) <= east
            && boxes.east(item) >= west
            && boxes.south(item) <= north
            && boxes.north(item) >= south) {
          found.accept(item);
        }
      }
    }
  }
}
