package zeren.tile;

/**
 * Features of a layer of a tile between the end of their geometry and their writing (Mapbox Vector
 * Tile 2.1, message {@code Feature}). What they say is looked up for all of them at once, a column
 * after the other, because memory answers that several times faster than feature by feature.
 */
final class FeatureBlock {

  /** Most features. */
  static final int ROOM = 1024;

  private static final int LAYER_FEATURES = Protobuf.tag(2, Protobuf.BYTES);
  private static final int TAGS = Protobuf.tag(2, Protobuf.BYTES);
  private static final int TYPE = Protobuf.tag(3, Protobuf.VARINT);
  private static final int GEOMETRY = Protobuf.tag(4, Protobuf.BYTES);

  private final int[] rows = new int[ROOM];
  private final int[] types = new int[ROOM];

  /** Where the commands of each end. */
  private final int[] ends = new int[ROOM];

  private final GeometryCommands geometry = new GeometryCommands();
  private int size;

  /** Keys of what the features say, and for each key by feature the place of a value. */
  private final int[] keys;

  private final int[][] places;

  /** How many keys there are. */
  private int said;

  /**
   * @param attributes most things that a feature says
   */
  FeatureBlock(int attributes) {
    this.keys = new int[attributes];
    this.places = new int[attributes][ROOM];
  }

  /** The commands of the next feature; empty at its beginning. */
  GeometryCommands geometry() {
    return geometry;
  }

  /** The rows of the features; not to be changed. */
  int[] rows() {
    return rows;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == ROOM;
  }

  /** Adds a feature whose commands have been given. */
  void add(GeometryCommands.Type type, int row) {
    rows[size] = row;
    types[size] = type.code();
    ends[size++] = geometry.end();
  }

  /** Takes the places of the values of the next key; negative for a feature without one. */
  int[] places() {
    return places[said];
  }

  /** Lets the features say the values whose places {@link #places} took. */
  void say(int key) {
    keys[said++] = key;
  }

  /** Writes the features as fields of a layer, and is empty afterwards. */
  void moveTo(Protobuf layer) {
    int[] numbers = new int[8 + 2 * said];
    int begin = 0;
    for (int i = 0; i < size; i++) {
      int count = 4;
      int tags = 0;
      for (int attribute = 0; attribute < said; attribute++) {
        int place = places[attribute][i];
        if (place >= 0) {
          numbers[count++] = keys[attribute];
          numbers[count++] = place;
          tags += Protobuf.length(keys[attribute]) + Protobuf.length(place);
        }
      }
      int commands = ends[i] - begin;
      numbers[0] = LAYER_FEATURES;
      numbers[1] = 4 + Protobuf.length(tags) + tags + Protobuf.length(commands) + commands;
      numbers[2] = TAGS;
      numbers[3] = tags;
      numbers[count++] = TYPE;
      numbers[count++] = types[i];
      numbers[count++] = GEOMETRY;
      numbers[count++] = commands;
      layer.varints(numbers, count);
      layer.append(geometry.bytes(), begin, ends[i]);
      begin = ends[i];
    }
    geometry.clear();
    size = 0;
    said = 0;
  }
}
