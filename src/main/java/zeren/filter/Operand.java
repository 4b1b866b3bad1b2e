package zeren.filter;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import zeren.layer.Column;
import zeren.layer.FieldType;

/** A side of a comparison. */
sealed interface Operand {

  /** What can be compared with each other. */
  enum Kind {
    TEXT("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    DATE("a date");

    final String words;

    Kind(String words) {
      this.words = words;
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

  @Nullable Object at(int row);

  /** The rows whose value passes the test; not those without a value. */
  IntPredicate having(Predicate<Object> test);

  /**
   * @param value text, a day as text, a {@link Long}, a {@link Double} or a {@link Boolean}
   */
  record Literal(Kind kind, Object value) implements Operand {
    @Override
    public Object at(int row) {
      return value;
    }

    @Override
    public IntPredicate having(Predicate<Object> test) {
      boolean passes = test.test(value);
      return row -> passes;
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
  }

  /** Text without the difference of upper and lower case. */
  record Folded(Operand inner) implements Operand {
    @Override
    public Kind kind() {
      return Kind.TEXT;
    }

    @Override
    public @Nullable Object at(int row) {
      Object value = inner.at(row);
      return value == null ? null : fold(value);
    }

    @Override
    public IntPredicate having(Predicate<Object> test) {
      return inner.having(value -> test.test(fold(value)));
    }

    static String fold(Object text) {
      // Twice, because some letters have one upper case form and two lower case ones.
      return text.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
  }
}
