package zeren.filter;

import java.time.LocalDate;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import zeren.layer.Column;

/** A field of days, which are texts in its column and numbers here: days since 1970. */
final class DayField implements Operand {

  private final String name;
  private final Column column;

  /** By code, when the column keeps its distinct values once. */
  private final double[] days;

  DayField(String name, Column column) {
    this.name = name;
    this.column = column;
    this.days = new double[column.codes()];
    for (int code = 0; code < days.length; code++) {
      days[code] = day(column.decoded(code));
    }
  }

  private static double day(@Nullable Object value) {
    return value == null ? Double.NaN : LocalDate.parse(value.toString()).toEpochDay();
  }

  @Override
  public Kind kind() {
    return Kind.DATE;
  }

  @Override
  public double number(int row) {
    return days.length > 0 ? days[column.code(row)] : day(column.value(row));
  }

  @Override
  public @Nullable Object at(int row) {
    double day = number(row);
    return Double.isNaN(day) ? null : (long) day;
  }

  @Override
  public IntPredicate having(Predicate<Object> test) {
    return column.having(value -> test.test((long) day(value)));
  }

  @Override
  public IntPredicate havingNumber(DoublePredicate test) {
    return column.having(value -> test.test(day(value)));
  }

  @Override
  public String described() {
    return "'" + name + "'";
  }
}
