package zeren.layer;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of one field over all rows of a snapshot. */
public interface Column {

  @Nullable Object value(int row);

  /**
   * The row's number without making an object of it; NaN when it has none. Whole numbers of more
   * than 53 bits are rounded, and stay in their order.
   */
  default double number(int row) {
    return value(row) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /**
   * The rows whose value passes the test. Where a column knows its distinct values the test is
   * asked once for each of them, now; else for every row, later. The test is never asked about a
   * missing value: such rows are not kept.
   */
  IntPredicate having(Predicate<Object> test);

  /**
   * How many codes there are when the column keeps its distinct values once, the one for no value
   * among them; 0 when it keeps a value a row. Codes are good for this column object only: another
   * of the same layer version may have others. A value may have two, and a code may stand for a
   * value that no row has any more.
   */
  default int codes() {
    return 0;
  }

  /**
   * The code of a row's value, less than {@link #codes}; 0 for no value.
   *
   * @throws UnsupportedOperationException when there are no codes
   */
  default int code(int row) {
    throw new UnsupportedOperationException("A column without codes");
  }

  /**
   * The codes of many rows at once, which is faster than one by one.
   *
   * @param codes takes a code for each of the first so many rows
   * @throws UnsupportedOperationException when there are no codes
   */
  default void codes(int[] rows, int count, int[] codes) {
    for (int i = 0; i < count; i++) {
      codes[i] = code(rows[i]);
    }
  }

  /**
   * The value that a code stands for; null for 0.
   *
   * @throws UnsupportedOperationException when there are no codes
   */
  default @Nullable Object decoded(int code) {
    throw new UnsupportedOperationException("A column without codes");
  }

  /** Receives text as UTF-8, which it must not change. */
  interface Utf8 {
    void accept(byte[] bytes, int from, int to);
  }

  /**
   * Hands over the bytes of a row's text without making an object of it.
   *
   * @return false when the row has no value, or the column keeps no texts one by one; then the
   *     receiver has not been called
   */
  default boolean utf8(int row, Utf8 receiver) {
    return false;
  }

  /** Receives the texts of many rows. */
  interface Texts {

    /**
     * @param index of the row among those that were asked for
     * @param bytes UTF-8, not to be changed
     */
    void accept(int index, byte[] bytes, int from, int to);
  }

  /**
   * As {@link #utf8} for many rows at once, which is faster than one by one. Rows without a text
   * are passed over.
   */
  default void texts(int[] rows, int count, Texts receiver) {
    for (int i = 0; i < count; i++) {
      int index = i;
      utf8(rows[i], (bytes, from, to) -> receiver.accept(index, bytes, from, to));
    }
  }
}
