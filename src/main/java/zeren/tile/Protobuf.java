package zeren.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the encoding of Protocol Buffers, as they are written. */
final class Protobuf {

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;

  /** Bytes of the longest number of 32 bits. */
  private static final int MOST_VARINT = 5;

  private byte[] bytes;
  private int size;

  Protobuf(int room) {
    bytes = new byte[room];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  private void makeRoom(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /** Begins a field; what it holds follows. */
  void field(int number, int wireType) {
    varint(tag(number, wireType));
  }

  /** The number that begins a field. */
  static int tag(int number, int wireType) {
    return number << 3 | wireType;
  }

  /** A number without sign. */
  void varint(int value) {
    makeRoom(MOST_VARINT);
    size = put(bytes, size, value);
  }

  /** Numbers without sign, one behind the other. */
  void varints(int[] values, int count) {
    makeRoom(MOST_VARINT * count);
    byte[] to = bytes;
    int at = size;
    for (int i = 0; i < count; i++) {
      at = put(to, at, values[i]);
    }
    size = at;
  }

  /** Where there is room; gives the place behind. */
  private static int put(byte[] to, int begin, int value) {
    int at = begin;
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      to[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[at++] = (byte) rest;
    return at;
  }

  private void varint(long value) {
    makeRoom(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number with a sign, small when it is near 0 (ZigZag). */
  void signed(int value) {
    varint(value << 1 ^ value >> 31);
  }

  void signed(long value) {
    varint(value << 1 ^ value >> 63);
  }

  void fixed64(long value) {
    makeRoom(8);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[size++] = (byte) (value >> shift);
    }
  }

  void raw(byte[] from, int begin, int end) {
    makeRoom(end - begin);
    System.arraycopy(from, begin, bytes, size, end - begin);
    size += end - begin;
  }

  void text(int field, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    text(field, utf8, 0, utf8.length);
  }

  /** A text that is UTF-8 already. */
  void text(int field, byte[] utf8, int from, int to) {
    field(field, BYTES);
    varint(to - from);
    raw(utf8, from, to);
  }

  /** A message that holds nothing but a text. */
  void messageOfText(int field, int textField, byte[] utf8, int from, int to) {
    int length = to - from;
    makeRoom(4 * MOST_VARINT + length);
    int textTag = tag(textField, BYTES);
    byte[] target = bytes;
    int at = put(target, size, tag(field, BYTES));
    at = put(target, at, length(textTag) + length(length) + length);
    at = put(target, at, textTag);
    at = put(target, at, length);
    System.arraycopy(utf8, from, target, at, length);
    size = at + length;
  }

  void append(Protobuf other) {
    append(other, 0, other.size);
  }

  /** Appends a part of other bytes. */
  void append(Protobuf other, int begin, int end) {
    raw(other.bytes, begin, end);
  }

  /** How many bytes {@link #varint(int)} takes. */
  static int length(int value) {
    if ((value & ~0x7f) == 0) {
      return 1;
    }
    return (38 - Integer.numberOfLeadingZeros(value)) / 7;
  }

  /** The bytes; nothing may be written any more. */
  byte[] toBytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
