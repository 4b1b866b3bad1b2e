package zeren.tile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zeren.layer.Column;
import zeren.layer.LayerField;
import zeren.layer.LayerView;

/**
 * One layer of a tile while it is written (Mapbox Vector Tile 2.1, message {@code Layer}). For each
 * feature first its geometry, then its end with what it says.
 */
final class LayerMessage {

  /** Messages and their fields in the specification's {@code vector_tile.proto}. */
  private static final int TILE_LAYERS = 3;

  private static final int LAYER_NAME = 1;
  private static final int LAYER_FEATURES = 2;
  private static final int LAYER_KEYS = 3;
  private static final int LAYER_VALUES = 4;
  private static final int LAYER_EXTENT = 5;
  private static final int LAYER_VERSION = 15;
  private static final int FEATURE_TAGS = 2;
  private static final int FEATURE_TYPE = 3;
  private static final int FEATURE_GEOMETRY = 4;
  private static final int VERSION = 2;

  private final String name;
  private final List<Attribute> attributes = new ArrayList<>();
  private final ValueList values = new ValueList(LAYER_VALUES);
  private final Protobuf keys = new Protobuf(256);
  private final Protobuf features = new Protobuf(1 << 16);
  private final Protobuf tags = new Protobuf(256);
  private final GeometryCommands geometry = new GeometryCommands();
  private int keyCount;
  private int featureCount;
  private int countKey = -1;

  /** Begins a layer whose features say what their rows in the view do, and their id. */
  LayerMessage(LayerView view) {
    this.name = view.declaration().id();
    attributes.add(new Attribute("id", view.ids()));
    for (LayerField field : view.fields()) {
      Column column = view.findColumn(field.name());
      if (column != null) {
        attributes.add(new Attribute(field.name(), column));
      }
    }
  }

  /** The commands of the feature that is being written; empty at its beginning. */
  GeometryCommands geometry() {
    return geometry;
  }

  int featureCount() {
    return featureCount;
  }

  /** Bytes that the layer takes so far. */
  int size() {
    return features.size() + keys.size() + values.size();
  }

  /** Ends a feature that says what a row does. */
  void endRow(GeometryCommands.Type type, int row) {
    tags.clear();
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      int value = attribute.reference(row, values);
      if (value >= 0) {
        if (attribute.key < 0) {
          attribute.key = addKey(attribute.name);
        }
        tags.varint(attribute.key);
        tags.varint(value);
      }
    }
    end(type);
  }

  /** Ends a feature that only says how many points it stands for. */
  void endGroup(long count) {
    if (countKey < 0) {
      countKey = addKey("count");
    }
    tags.clear();
    tags.varint(countKey);
    tags.varint(values.add(count));
    end(GeometryCommands.Type.POINT);
  }

  private int addKey(String key) {
    keys.text(LAYER_KEYS, key);
    return keyCount++;
  }

  private void end(GeometryCommands.Type type) {
    Protobuf commands = geometry.bytes();
    int length =
        2
            + (1 + Protobuf.length(tags.size()) + tags.size())
            + (1 + Protobuf.length(commands.size()) + commands.size());
    features.field(LAYER_FEATURES, Protobuf.BYTES);
    features.varint(length);
    features.message(FEATURE_TAGS, tags);
    features.field(FEATURE_TYPE, Protobuf.VARINT);
    features.varint(type.code());
    features.message(FEATURE_GEOMETRY, commands);
    geometry.clear();
    featureCount++;
  }

  /** Writes the whole layer into a tile. */
  void writeTo(Protobuf tile) {
    Protobuf head = new Protobuf(64);
    head.field(LAYER_VERSION, Protobuf.VARINT);
    head.varint(VERSION);
    head.text(LAYER_NAME, name);
    Protobuf tail = new Protobuf(8);
    tail.field(LAYER_EXTENT, Protobuf.VARINT);
    tail.varint(TileAddress.EXTENT);
    tile.field(TILE_LAYERS, Protobuf.BYTES);
    tile.varint(head.size() + size() + tail.size());
    tile.append(head);
    tile.append(features);
    tile.append(keys);
    values.writeTo(tile);
    tile.append(tail);
  }

  /** What a field says in this layer. */
  private static final class Attribute {
    private final String name;
    private final Column column;

    /** By code, one more than the place of the value in the list; 0 while it is not there. */
    private final int[] places;

    /** Place of the name among the keys; negative until a feature needs it. */
    private int key = -1;

    Attribute(String name, Column column) {
      this.name = name;
      this.column = column;
      this.places = new int[column.codes()];
    }

    /** The place of the row's value in the list; negative when it has none. */
    int reference(int row, ValueList values) {
      if (places.length == 0) {
        return column.utf8(row, values) ? values.last() : add(column.value(row), values);
      }
      int code = column.code(row);
      if (places[code] == 0) {
        places[code] = add(column.decoded(code), values) + 1;
      }
      return places[code] - 1;
    }

    private static int add(@Nullable Object value, ValueList values) {
      return value == null ? -1 : values.add(value);
    }
  }
}
