package zeren.filter;

import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import zeren.layer.Column;
import zeren.layer.FieldType;

/** A side of a comparison. */
sealed interface Operand
    permits Operand.Literal, Operand.Property, Operand.Folded, Operand.Computed, DayField {

  /** What can be compared with each other. */
  enum Kind {
    TEXT("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    /** As days since 1970. */
    DATE("a date"),
    /** As microseconds since 1970. */
    TIMESTAMP("a timestamp");

    final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Whether values are compared as numbers. */
    boolean isNumeric() {
      return this == NUMBER || this == DATE || this == TIMESTAMP;
    }

    static Kind of(FieldType type) {
      return switch (type) {
        case TEXT -> TEXT;
        case INTEGER, NUMBER -> NUMBER;
        case BOOLEAN -> BOOLEAN;
        case DATE -> DATE;
      };
    }
  }

  Kind kind();

  /** Text, a {@link Boolean}, a {@link Long} or a {@link Double}; null without a value. */
  @Nullable Object at(int row);

  /** The rows whose value passes the test; not those without a value. */
  IntPredicate having(Predicate<Object> test);

  /** The value as a number without making an object of it; NaN without one. */
  default double number(int row) {
    return at(row) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Like {@link #having} for numbers. */
  default IntPredicate havingNumber(DoublePredicate test) {
    return row -> {
      double number = number(row);
      return !Double.isNaN(number) && test.test(number);
    };
  }

  /** What to call it in a message. */
  default String described() {
    return "this";
  }

  /**
   * Itself, or the day that it stands for beside a day: the one of a timestamp in UTC, or a text
   * that can only mean a day.
   */
  default Operand aligned(Operand other) {
    return this;
  }

  /**
   * @param value of its kind, as above
   */
  record Literal(Kind kind, Object value) implements Operand {

    private static final long MICROS_A_DAY = 86_400_000_000L;

    @Override
    public Object at(int row) {
      return value;
    }

    @Override
    public IntPredicate having(Predicate<Object> test) {
      boolean passes = test.test(value);
      return row -> passes;
    }

    @Override
    public Operand aligned(Operand other) {
      if (other.kind() == Kind.DATE && kind == Kind.TIMESTAMP) {
        return new Literal(Kind.DATE, Math.floorDiv((Long) value, MICROS_A_DAY));
      }
      return other.kind() == Kind.DATE && kind == Kind.TEXT
          ? Instant.findDay(value.toString())
              .map(day -> new Literal(Kind.DATE, day.day()))
              .orElse(this)
          : this;
    }
  }

  record Property(Kind kind, String name, Column column) implements Operand {
    @Override
    public @Nullable Object at(int row) {
      return column.value(row);
    }

    @Override
    public IntPredicate having(Predicate<Object> test) {
      return column.having(test);
    }

    @Override
    public double number(int row) {
      return column.number(row);
    }

    @Override
    public IntPredicate havingNumber(DoublePredicate test) {
      return column.codes() > 0
          ? column.having(value -> test.test(((Number) value).doubleValue()))
          : Operand.super.havingNumber(test);
    }

    @Override
    public String described() {
      return "'" + name + "'";
    }
  }

  /** Text without a difference that does not count. */
  record Folded(Operand inner, Folding folding) implements Operand {
    @Override
    public Kind kind() {
      return Kind.TEXT;
    }

    @Override
    public @Nullable Object at(int row) {
      Object value = inner.at(row);
      return value == null ? null : folding.fold(value.toString());
    }

    @Override
    public IntPredicate having(Predicate<Object> test) {
      return inner.having(value -> test.test(folding.fold(value.toString())));
    }
  }

  /** A number that is worked out for each row. */
  sealed interface Computed extends Operand permits Calculation, Distance {
    @Override
    double number(int row);

    @Override
    default Kind kind() {
      return Kind.NUMBER;
    }

    @Override
    default @Nullable Object at(int row) {
      double number = number(row);
      return Double.isNaN(number) ? null : number;
    }

    @Override
    default IntPredicate having(Predicate<Object> test) {
      return havingNumber(test::test);
    }
  }
}
