package zeren.tile;

/** The names of what features of a layer of a tile say, each with a place in the list. */
final class KeyList {

  private final int field;
  private final Protobuf bytes = new Protobuf(256);
  private int count;

  /**
   * @param field number of the field of the layer that holds keys
   */
  KeyList(int field) {
    this.field = field;
  }

  /**
   * Adds a name.
   *
   * @return its place
   */
  int add(String name) {
    bytes.text(field, name);
    return count++;
  }

  int size() {
    return bytes.size();
  }

  void writeTo(Protobuf tile) {
    tile.append(bytes);
  }
}
