package zeren.layer;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Each distinct value once, and a code a row. Good for values that come again and again. */
final class CodedColumn implements Column {

  /** Most distinct values: code 0 stands for no value, and a code is at most two bytes. */
  static final int MOST_VALUES = 0xffff;

  /** Values by code; the first is null. */
  private final @Nullable Object[] dictionary;

  /** The codes when a byte is enough; else {@link #wide}. */
  private final byte @Nullable [] narrow;

  private final char[] wide;

  private final Placement placement;

  /**
   * @param codes by slot; taken over
   */
  CodedColumn(@Nullable Object[] dictionary, char[] codes, Placement placement) {
    this.dictionary = dictionary;
    this.placement = placement;
    if (dictionary.length <= 256) {
      narrow = new byte[codes.length];
      for (int slot = 0; slot < codes.length; slot++) {
        narrow[slot] = (byte) codes[slot];
      }
      wide = new char[0];
    } else {
      narrow = null;
      wide = codes;
    }
  }

  @Override
  public int codes() {
    return dictionary.length;
  }

  @Override
  public @Nullable Object decoded(int code) {
    return dictionary[code];
  }

  @Override
  public int code(int row) {
    int slot = placement.slot(row);
    return narrow == null ? wide[slot] : narrow[slot] & 0xff;
  }

  @Override
  public void codes(int[] rows, int count, int[] codes) {
    if (narrow == null) {
      for (int i = 0; i < count; i++) {
        codes[i] = wide[placement.slot(rows[i])];
      }
    } else {
      for (int i = 0; i < count; i++) {
        codes[i] = narrow[placement.slot(rows[i])] & 0xff;
      }
    }
  }

  @Override
  public @Nullable Object value(int row) {
    return dictionary[code(row)];
  }

  @Override
  public IntPredicate having(Predicate<Object> test) {
    boolean[] kept = new boolean[dictionary.length];
    for (int code = 1; code < kept.length; code++) {
      Object value = dictionary[code];
      kept[code] = value != null && test.test(value);
    }
    return row -> kept[code(row)];
  }
}
