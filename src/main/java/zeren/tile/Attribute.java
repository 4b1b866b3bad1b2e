package zeren.tile;

import java.util.Arrays;
import java.util.Objects;
import zeren.layer.Column;

/** A field in one layer of a tile: its values among those of the layer, and its name as a key. */
final class Attribute {

  private final String name;
  private final Column column;

  /** By code, one more than the place of the value in the list; 0 while it is not there. */
  private final int[] placeOfCode;

  /** Place of the name among the keys; negative until a feature needs it. */
  private int key = -1;

  Attribute(String name, Column column) {
    this.name = name;
    this.column = column;
    this.placeOfCode = new int[column.codes()];
  }

  /** Lets features say what their rows do. */
  void say(FeatureBlock features, KeyList keys, ValueList values) {
    int[] places = features.places();
    int count = features.size();
    if (placeOfCode.length > 0) {
      lookByCode(features.rows(), count, places, values);
    } else {
      lookOneByOne(features.rows(), count, places, values);
    }
    if (hasAny(places, count)) {
      if (key < 0) {
        key = keys.add(name);
      }
      features.say(key);
    }
  }

  private static boolean hasAny(int[] places, int count) {
    for (int i = 0; i < count; i++) {
      if (places[i] >= 0) {
        return true;
      }
    }
    return false;
  }

  private void lookByCode(int[] rows, int count, int[] places, ValueList values) {
    column.codes(rows, count, places);
    for (int i = 0; i < count; i++) {
      int code = places[i];
      if (code > 0 && placeOfCode[code] == 0) {
        placeOfCode[code] = 1 + values.add(Objects.requireNonNull(column.decoded(code)));
      }
      places[i] = placeOfCode[code] - 1;
    }
  }

  private void lookOneByOne(int[] rows, int count, int[] places, ValueList values) {
    Arrays.fill(places, 0, count, -1);
    column.texts(rows, count, (i, utf8, from, to) -> places[i] = values.addText(utf8, from, to));
    for (int i = 0; i < count; i++) {
      if (places[i] < 0) {
        Object value = column.value(rows[i]);
        places[i] = value == null ? -1 : values.add(value);
      }
    }
  }
}
