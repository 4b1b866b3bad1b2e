package zeren.tile;

import java.util.ArrayList;
import java.util.List;
import zeren.layer.Column;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/**
 * One layer of a tile while it is written (Mapbox Vector Tile 2.1, message {@code Layer}). For each
 * feature first its geometry, then its end.
 */
final class LayerMessage {

  /** The message and its fields in the specification's {@code vector_tile.proto}. */
  private static final int TILE_LAYERS = Protobuf.tag(3, Protobuf.BYTES);

  private static final int LAYER_NAME = 1;
  private static final int LAYER_KEYS = 3;
  private static final int LAYER_VALUES = 4;
  private static final int LAYER_EXTENT = 5;
  private static final int LAYER_VERSION = 15;
  private static final int VERSION = 2;

  private final String name;
  private final List<Attribute> attributes = new ArrayList<>();
  private final KeyList keys = new KeyList(LAYER_KEYS);
  private final ValueList values;
  private final Protobuf features;

  /** The features that are not written yet. */
  private final FeatureBlock block;

  private int written;
  private int countKey = -1;

  /**
   * Begins a layer whose features say what their rows in the view do, and their id.
   *
   * @param expected about how many features there will be
   */
  LayerMessage(LayerView view, int expected) {
    this.name = view.declaration().id();
    attributes.add(new Attribute("id", view.ids()));
    for (LayerField field : view.fields()) {
      Column column = view.findColumn(field.name());
      if (column != null) {
        attributes.add(new Attribute(field.name(), column));
      }
    }
    this.block = new FeatureBlock(attributes.size());
    // What a feature takes of each, about: room that is given once need not grow.
    this.features = new Protobuf(64 * (expected + 64));
    this.values = new ValueList(LAYER_VALUES, 64 * (expected + 64));
  }

  /** The commands of the feature that is being written; empty at its beginning. */
  GeometryCommands geometry() {
    return block.geometry();
  }

  int featureCount() {
    return written + block.size();
  }

  /** Bytes that the layer takes so far. */
  int size() {
    writeBlock();
    return features.size() + keys.size() + values.size();
  }

  /** Ends a feature that says what a row does. */
  void endRow(GeometryCommands.Type type, int row) {
    block.add(type, row);
    if (block.isFull()) {
      writeBlock();
    }
  }

  private void writeBlock() {
    for (Attribute attribute : attributes) {
      attribute.say(block, keys, values);
    }
    move();
  }

  private void move() {
    written += block.size();
    block.moveTo(features);
  }

  /** Adds a point that says what a row does. */
  void addPoint(int x, int y, int row) {
    block.geometry().moveTo(x, y);
    endRow(GeometryCommands.Type.POINT, row);
  }

  /** Adds a point that only says how many it stands for. */
  void addGroup(int x, int y, long points) {
    writeBlock();
    int place = values.add(points);
    if (countKey < 0) {
      countKey = keys.add("count");
    }
    block.geometry().moveTo(x, y);
    block.add(GeometryCommands.Type.POINT, -1);
    block.places()[0] = place;
    block.say(countKey);
    move();
  }

  /** Bytes that {@link #writeTo} writes. */
  int length() {
    int body = head().size() + size() + tail().size();
    return Protobuf.length(TILE_LAYERS) + Protobuf.length(body) + body;
  }

  /** Writes the whole layer into a tile. */
  void writeTo(Protobuf tile) {
    Protobuf head = head();
    Protobuf tail = tail();
    tile.varint(TILE_LAYERS);
    tile.varint(head.size() + size() + tail.size());
    tile.append(head);
    tile.append(features);
    keys.writeTo(tile);
    values.writeTo(tile);
    tile.append(tail);
  }

  private Protobuf head() {
    Protobuf head = new Protobuf(64);
    head.field(LAYER_VERSION, Protobuf.VARINT);
    head.varint(VERSION);
    head.text(LAYER_NAME, name);
    return head;
  }

  private static Protobuf tail() {
    Protobuf tail = new Protobuf(8);
    tail.field(LAYER_EXTENT, Protobuf.VARINT);
    tail.varint(TileAddress.EXTENT);
    return tail;
  }
}
