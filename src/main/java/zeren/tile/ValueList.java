package zeren.tile;

import java.nio.charset.StandardCharsets;

/** The values of a layer of a tile, each a message {@code Value} with a place in the list. */
final class ValueList {

  private static final int STRING = 1;
  private static final int DOUBLE = 3;
  private static final int SIGNED = 6;
  private static final int BOOLEAN = 7;

  private final int field;
  private final Protobuf bytes;
  private int count;

  /**
   * @param field number of the field of the layer that holds values
   * @param room bytes that they will take, about
   */
  ValueList(int field, int room) {
    this.field = field;
    this.bytes = new Protobuf(room);
  }

  /**
   * Adds a text that is UTF-8 already.
   *
   * @return its place
   */
  int addText(byte[] utf8, int from, int to) {
    bytes.messageOfText(field, STRING, utf8, from, to);
    return count++;
  }

  /**
   * Adds a text, a number or a truth.
   *
   * @return its place
   */
  int add(Object value) {
    if (value instanceof Boolean truth) {
      begin(2);
      bytes.field(BOOLEAN, Protobuf.VARINT);
      bytes.varint(truth ? 1 : 0);
    } else if (value instanceof Double number) {
      begin(9);
      bytes.field(DOUBLE, Protobuf.FIXED64);
      bytes.fixed64(Double.doubleToRawLongBits(number));
    } else if (value instanceof Long number) {
      Protobuf whole = new Protobuf(16);
      whole.field(SIGNED, Protobuf.VARINT);
      whole.signed(number);
      begin(whole.size());
      bytes.append(whole);
    } else {
      byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
      addText(utf8, 0, utf8.length);
    }
    return count - 1;
  }

  private void begin(int length) {
    bytes.field(field, Protobuf.BYTES);
    bytes.varint(length);
    count++;
  }

  int size() {
    return bytes.size();
  }

  void writeTo(Protobuf tile) {
    tile.append(bytes);
  }
}
