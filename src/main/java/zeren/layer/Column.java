package zeren.layer;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of one field over all rows of a snapshot. */
interface Column {

  @Nullable Object value(int row);

  /**
   * The rows whose value passes the test. Where a column knows its distinct values the test is
   * asked once for each of them, now; else for every row, later. The test is never asked about a
   * missing value: such rows are not kept.
   */
  IntPredicate having(Predicate<Object> test);
}
