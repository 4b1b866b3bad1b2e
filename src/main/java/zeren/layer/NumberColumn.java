package zeren.layer;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Numbers most of which occur once: all of them {@link Long}, or all of them {@link Double}. */
final class NumberColumn implements Column {

  private final Longs numbers;
  private final BitSet missing;
  private final boolean whole;

  /**
   * @param missing the rows without a value
   * @param whole whether the numbers are longs
   */
  NumberColumn(Longs numbers, BitSet missing, boolean whole) {
    this.numbers = numbers;
    this.missing = missing;
    this.whole = whole;
  }

  @Override
  public @Nullable Object value(int row) {
    return missing.get(row) ? null : boxed(row);
  }

  private Object boxed(int row) {
    if (whole) {
      return numbers.get(row);
    }
    return numbers.getDouble(row);
  }

  @Override
  public double number(int row) {
    if (missing.get(row)) {
      return Double.NaN;
    }
    return whole ? numbers.get(row) : numbers.getDouble(row);
  }

  @Override
  public IntPredicate having(Predicate<Object> test) {
    return row -> !missing.get(row) && test.test(boxed(row));
  }
}
