package zeren.tile;

import java.util.Arrays;

/** The lines or rings of one shape in tile units, without corners that say nothing. */
final class Parts {

  private int[] x = new int[1024];
  private int[] y = new int[1024];
  private int size;

  /** Where each part ends. */
  private int[] ends = new int[16];

  /** Whether each part is a hole in the ring before it that is none. */
  private boolean[] holes = new boolean[16];

  private int count;

  void clear() {
    size = 0;
    count = 0;
  }

  int count() {
    return count;
  }

  int begin(int part) {
    return part == 0 ? 0 : ends[part - 1];
  }

  int end(int part) {
    return ends[part];
  }

  boolean isHole(int part) {
    return holes[part];
  }

  int x(int corner) {
    return x[corner];
  }

  int y(int corner) {
    return y[corner];
  }

  /** Corners of all parts. */
  int corners() {
    return size;
  }

  /** Adds a corner to the line that is open; not one that lies on the way to the next. */
  void addToLine(int cornerX, int cornerY) {
    int begin = begin(count);
    while (size - begin >= 2
        && turn(size - 2, size - 1, cornerX, cornerY) == 0
        && onward(cornerX, cornerY)) {
      size--;
    }
    add(begin, cornerX, cornerY);
  }

  /** Whether the way from the last corner goes on in the direction of the way to it. */
  private boolean onward(int cornerX, int cornerY) {
    int last = size - 1;
    return (long) (x[last] - x[last - 1]) * (cornerX - x[last])
            + (long) (y[last] - y[last - 1]) * (cornerY - y[last])
        > 0;
  }

  /** Adds a corner to the ring that is open; corners on a straight way and spikes go. */
  void addToRing(int cornerX, int cornerY) {
    int begin = begin(count);
    while (size - begin >= 2 && turn(size - 2, size - 1, cornerX, cornerY) == 0) {
      size--;
    }
    add(begin, cornerX, cornerY);
  }

  private void add(int begin, int cornerX, int cornerY) {
    if (size > begin && x[size - 1] == cornerX && y[size - 1] == cornerY) {
      return;
    }
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = cornerX;
    y[size++] = cornerY;
  }

  /** Ends the line that is open; one of no length is dropped. */
  void endLine() {
    if (size - begin(count) < 2) {
      size = begin(count);
    } else {
      end(false);
    }
  }

  /**
   * Ends the ring that is open; one without area is dropped.
   *
   * @return whether it is there
   */
  boolean endRing(boolean hole) {
    int begin = begin(count);
    boolean straight = true;
    while (straight && size - begin >= 3) {
      if (turn(size - 2, size - 1, x[begin], y[begin]) == 0) {
        size--;
      } else if (turn(size - 1, begin, x[begin + 1], y[begin + 1]) == 0) {
        // Without its first corner the ring begins at its last.
        x[begin] = x[size - 1];
        y[begin] = y[size - 1];
        size--;
      } else {
        straight = false;
      }
    }
    if (size - begin < 3) {
      size = begin;
      return false;
    }
    end(hole);
    if (doubleArea(count - 1) == 0) {
      count--;
      size = begin;
      return false;
    }
    return true;
  }

  private void end(boolean hole) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      holes = Arrays.copyOf(holes, 2 * count);
    }
    ends[count] = size;
    holes[count++] = hole;
  }

  /**
   * Positive when the way turns to the right at the middle one, as y goes down; 0 when straight.
   */
  private long turn(int from, int middle, int toX, int toY) {
    return (long) (x[middle] - x[from]) * (toY - y[middle])
        - (long) (y[middle] - y[from]) * (toX - x[middle]);
  }

  /** By the surveyor's formula: positive when the ring goes round clockwise, as y goes down. */
  long doubleArea(int part) {
    long sum = 0;
    int before = end(part) - 1;
    for (int i = begin(part); i < end(part); i++) {
      sum += (long) x[before] * y[i] - (long) x[i] * y[before];
      before = i;
    }
    return sum;
  }

  void writeLines(GeometryCommands commands) {
    for (int part = 0; part < count; part++) {
      int begin = begin(part);
      commands.moveTo(x[begin], y[begin]);
      commands.lineTo(end(part) - begin - 1);
      for (int i = begin + 1; i < end(part); i++) {
        commands.go(x[i], y[i]);
      }
    }
  }

  /** Outer rings clockwise, as y goes down, holes the other way, as the specification says. */
  void writeRings(GeometryCommands commands) {
    for (int part = 0; part < count; part++) {
      int begin = begin(part);
      int corners = end(part) - begin;
      boolean forwards = doubleArea(part) > 0 != holes[part];
      commands.moveTo(x[begin], y[begin]);
      commands.lineTo(corners - 1);
      for (int i = 1; i < corners; i++) {
        int at = begin + (forwards ? i : corners - i);
        commands.go(x[at], y[at]);
      }
      commands.closePath();
    }
  }
}
