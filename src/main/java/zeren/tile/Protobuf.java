package zeren.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the encoding of Protocol Buffers, as they are written. */
final class Protobuf {

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;

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
    varint(number << 3 | wireType);
  }

  /** A number without sign. */
  void varint(int value) {
    makeRoom(5);
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
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
    field(field, BYTES);
    varint(utf8.length);
    raw(utf8, 0, utf8.length);
  }

  /** Another message as a field. */
  void message(int field, Protobuf message) {
    field(field, BYTES);
    varint(message.size);
    append(message);
  }

  void append(Protobuf other) {
    raw(other.bytes, 0, other.size);
  }

  /** How many bytes {@link #varint(int)} takes. */
  static int length(int value) {
    return (38 - Integer.numberOfLeadingZeros(value | 1)) / 7;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
