package zeren.layer;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * An R-tree that is built once: items in the order of the Hilbert curve through their middles,
 * sixteen to a node, boxes of items and nodes in arrays. What has no box is in no answer. Boxes are
 * closed: touching is meeting.
 */
final class BoxTree {

  private static final int NODE = 16;

  /** Bits of a Hilbert coordinate. */
  private static final int ORDER = 15;

  /** The boxes of the items: in degrees, not a number where an item has none. */
  interface Boxes {
    int size();

    double west(int item);

    double south(int item);

    double east(int item);

    double north(int item);
  }

  /** Receives what a search finds. */
  interface Found {

    /**
     * @param west of the item's box, and
     * @param south likewise: of a point its place
     */
    void accept(int item, double west, double south);
  }

  /** The items in the order of the curve; behind them those without a box. */
  private final Placement placement;

  /** How many items have a box. */
  private final int boxed;

  /** West, south, east, north of the items in that order; of points the first two only. */
  private final double[] bounds;

  /** How many numbers of {@link #bounds} an item has. */
  private final int stride;

  /** West, south, east, north of the nodes of each level; the lowest level first. */
  private final double[][] levels;

  private final Envelope extent;

  /**
   * @param boxes not needed any more afterwards
   */
  BoxTree(Boxes boxes) {
    this.extent = extent(boxes);
    this.boxed = (int) IntStream.range(0, boxes.size()).filter(i -> hasBox(boxes, i)).count();
    this.placement = new Placement(order(boxes, extent, boxed));
    this.stride = arePoints(boxes) ? 2 : 4;
    this.bounds = new double[stride * boxed];
    for (int place = 0; place < boxed; place++) {
      int item = placement.row(place);
      bounds[place * stride] = boxes.west(item);
      bounds[place * stride + 1] = boxes.south(item);
      bounds[place * stride + stride - 2] = boxes.east(item);
      bounds[place * stride + stride - 1] = boxes.north(item);
    }
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

  private static boolean arePoints(Boxes boxes) {
    for (int item = 0; item < boxes.size(); item++) {
      if (boxes.west(item) < boxes.east(item) || boxes.south(item) < boxes.north(item)) {
        return false;
      }
    }
    return true;
  }

  private static int[] order(Boxes boxes, Envelope extent, int boxed) {
    double scale = (1 << ORDER) - 1;
    double perX = extent.getWidth() > 0 ? scale / extent.getWidth() : 0;
    double perY = extent.getHeight() > 0 ? scale / extent.getHeight() : 0;
    int[] items = new int[boxes.size()];
    long[] keys = new long[boxed];
    int count = 0;
    int without = boxed;
    for (int item = 0; item < items.length; item++) {
      if (!hasBox(boxes, item)) {
        items[without++] = item;
      } else {
        double x = (boxes.west(item) + boxes.east(item)) / 2 - extent.getMinX();
        double y = (boxes.south(item) + boxes.north(item)) / 2 - extent.getMinY();
        keys[count++] = (long) hilbert((int) (x * perX), (int) (y * perY)) << 32 | item;
      }
    }
    Arrays.sort(keys);
    for (int i = 0; i < boxed; i++) {
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
    for (int nodes = boxed; nodes > 1 || (nodes == 1 && depth == 0); depth++) {
      nodes = parents(nodes);
    }
    double[][] all = new double[depth][];
    int below = boxed;
    for (int level = 0; level < depth; level++) {
      double[] nodes = new double[4 * parents(below)];
      for (int node = 0; node < nodes.length / 4; node++) {
        nodes[4 * node] = Double.POSITIVE_INFINITY;
        nodes[4 * node + 1] = Double.POSITIVE_INFINITY;
        nodes[4 * node + 2] = Double.NEGATIVE_INFINITY;
        nodes[4 * node + 3] = Double.NEGATIVE_INFINITY;
      }
      double[] children = level == 0 ? bounds : all[level - 1];
      int size = level == 0 ? stride : 4;
      for (int child = 0; child < below; child++) {
        include(nodes, 4 * (child / NODE), children, child * size, size);
      }
      all[level] = nodes;
      below = parents(below);
    }
    return all;
  }

  private static int parents(int children) {
    return (children + NODE - 1) / NODE;
  }

  private static void include(double[] nodes, int node, double[] children, int child, int size) {
    nodes[node] = Math.min(nodes[node], children[child]);
    nodes[node + 1] = Math.min(nodes[node + 1], children[child + 1]);
    nodes[node + 2] = Math.max(nodes[node + 2], children[child + size - 2]);
    nodes[node + 3] = Math.max(nodes[node + 3], children[child + size - 1]);
  }

  /** The order that neighbours stand together in. */
  Placement placement() {
    return placement;
  }

  int size() {
    return placement.size();
  }

  /** Of a point its x; not a number when the item has no box. */
  double west(int item) {
    int place = placement.slot(item);
    return place < boxed ? bounds[place * stride] : Double.NaN;
  }

  /** Of a point its y; not a number when the item has no box. */
  double south(int item) {
    int place = placement.slot(item);
    return place < boxed ? bounds[place * stride + 1] : Double.NaN;
  }

  /** A copy of the item's box; null when it has none. */
  Envelope box(int item) {
    if (placement.slot(item) >= boxed) {
      return new Envelope();
    }
    int at = placement.slot(item) * stride;
    return new Envelope(
        bounds[at], bounds[at + stride - 2], bounds[at + 1], bounds[at + stride - 1]);
  }

  /** The box round all items, a copy; null when there is none. */
  Envelope extent() {
    return new Envelope(extent);
  }

  /** Hands over each item whose box meets the one given, once, in no particular order. */
  void search(Envelope box, IntConsumer found) {
    scan(box, (item, west, south) -> found.accept(item));
  }

  /** As {@link #search}, with places from where the tree keeps them. */
  void scan(Envelope box, Found found) {
    if (!box.isNull() && levels.length > 0) {
      new Search(box, found).node(levels.length - 1, 0);
    }
  }

  private final class Search {
    private final double west;
    private final double south;
    private final double east;
    private final double north;
    private final Found found;

    Search(Envelope box, Found found) {
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
      int end = (int) Math.min((node + 1) * span, boxed);
      for (int i = (int) (node * span); i < end; i++) {
        found.accept(placement.row(i), bounds[i * stride], bounds[i * stride + 1]);
      }
    }

    private void leaf(int node) {
      int end = Math.min((node + 1) * NODE, boxed);
      for (int i = node * NODE; i < end; i++) {
        int at = i * stride;
        if (bounds[at] <= east
            && bounds[at + stride - 2] >= west
            && bounds[at + 1] <= north
            && bounds[at + stride - 1] >= south) {
          found.accept(placement.row(i), bounds[at], bounds[at + 1]);
        }
      }
    }
  }
}
