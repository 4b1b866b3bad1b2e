package zeren.tile;

/**
 * The geometries of features, one behind the other, as commands to a cursor (Mapbox Vector Tile
 * 2.1, section 4.3). Where the cursor goes is written as the way from where it is.
 */
final class GeometryCommands {

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final Protobuf bytes = new Protobuf(1 << 12);

  /** Where the feature that is being written begins. */
  private int begin;

  private int x;
  private int y;

  enum Type {
    POINT,
    LINE,
    POLYGON;

    /** What the specification's {@code GeomType} calls it. */
    int code() {
      return ordinal() + 1;
    }
  }

  /** Lets go of all features. */
  void clear() {
    bytes.clear();
    begin = 0;
  }

  /** Whether nothing of the feature has been written. */
  boolean isEmpty() {
    return bytes.size() == begin;
  }

  /**
   * Ends a feature; the next one begins.
   *
   * @return where it ends in {@link #bytes}
   */
  int end() {
    x = 0;
    y = 0;
    begin = bytes.size();
    return begin;
  }

  Protobuf bytes() {
    return bytes;
  }

  /** A point, or the beginning of a line or ring. */
  void moveTo(int toX, int toY) {
    command(MOVE_TO, 1);
    go(toX, toY);
  }

  /** So many {@link #go}s must follow. */
  void lineTo(int corners) {
    command(LINE_TO, corners);
  }

  void go(int toX, int toY) {
    bytes.signed(toX - x);
    bytes.signed(toY - y);
    x = toX;
    y = toY;
  }

  void closePath() {
    command(CLOSE_PATH, 1);
  }

  private void command(int id, int times) {
    bytes.varint(times << 3 | id);
  }
}
