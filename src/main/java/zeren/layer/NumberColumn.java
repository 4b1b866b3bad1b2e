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
  private final Placement placement;

  /**
   * @param numbers by slot
   * @param missing the slots without a value
   * @param whole whether the numbers are longs
   */
  NumberColumn(Longs numbers, BitSet missing, boolean whole, Placement placement) {
    this.numbers = numbers;
    this.missing = missing;
    this.whole = whole;
    this.placement = placement;
  }

  @Override
  public @Nullable Object value(int row) {
    int slot = placement.slot(row);
    return missing.get(slot) ? null : boxed(slot);
  }

  private Object boxed(int slot) {
    if (whole) {
      return numbers.get(slot);
    }
    return numbers.getDouble(slot);
  }

  @Override
  public double number(int row) {
    int slot = placement.slot(row);
    if (missing.get(slot)) {
      return Double.NaN;
    }
    return whole ? numbers.get(slot) : numbers.getDouble(slot);
  }

  @Override
  public IntPredicate having(Predicate<Object> test) {
    return row -> {
      int slot = placement.slot(row);
      return !missing.get(slot) && test.test(boxed(slot));
    };
  }
}
