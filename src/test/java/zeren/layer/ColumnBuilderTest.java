package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnBuilderTest {

  private static Column build(FieldType type, List<? extends @Nullable Object> values) {
    ColumnBuilder builder = new ColumnBuilder(type);
    values.forEach(builder::add);
    return builder.build(Placements.shuffled(values.size()));
  }

  private static List<@Nullable Object> values(int rows, IntFunction<@Nullable Object> value) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      values.add(value.apply(row));
    }
    return values;
  }

  /** All rows, from the last to the first. */
  private static void assertManyAtOnce(Column column, List<@Nullable Object> values) {
    int[] rows = IntStream.range(0, values.size()).map(i -> values.size() - 1 - i).toArray();
    if (column.codes() > 0) {
      int[] codes = new int[rows.length];
      column.codes(rows, rows.length, codes);
      assertThat(codes).isEqualTo(IntStream.of(rows).map(column::code).toArray());
    }
    @Nullable Object[] texts = new Object[rows.length];
    column.texts(
        rows,
        rows.length,
        (i, utf8, from, to) ->
            texts[i] = new String(utf8, from, to - from, StandardCharsets.UTF_8));
    for (int i = 0; i < rows.length; i++) {
      assertThat(texts[i]).isEqualTo(column instanceof TextColumn ? values.get(rows[i]) : null);
    }
  }

  private static void assertHolds(Column column, List<@Nullable Object> values) {
    for (int row = 0; row < values.size(); row++) {
      assertThat(column.value(row)).isEqualTo(values.get(row));
      if (column.codes() > 0) {
        assertThat(column.code(row)).isLessThan(column.codes());
        assertThat(column.decoded(column.code(row))).isEqualTo(values.get(row));
      }
    }
    assertManyAtOnce(column, values);
    Predicate<Object> test = value -> value.hashCode() % 3 == 0;
    IntPredicate kept = column.having(test);
    for (int row = 0; row < values.size(); row++) {
      Object value = values.get(row);
      assertThat(kept.test(row)).isEqualTo(value != null && test.test(value));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200, 255, 256, 300, 1000, 1023, 1024, 1100, 2000, 5000})
  void valuesComeBackHoweverManyDiffer(int distinct) {
    Random random = new Random(distinct);
    List<@Nullable Object> texts =
        values(9000, row -> row % 11 == 5 ? null : "值" + random.nextInt(distinct));
    assertHolds(build(FieldType.TEXT, texts), texts);
    List<@Nullable Object> wholes =
        values(9000, row -> row % 11 == 5 ? null : random.nextInt(distinct) - 40L);
    assertHolds(build(FieldType.INTEGER, wholes), wholes);
    List<@Nullable Object> parts =
        values(9000, row -> row % 11 == 5 ? null : random.nextInt(distinct) / 7.0);
    assertHolds(build(FieldType.NUMBER, parts), parts);
  }

  @Test
  void fewValuesAreCodedAndManyAreNot() {
    assertThat(build(FieldType.TEXT, values(9000, row -> "v" + row % 900)))
        .isInstanceOf(CodedColumn.class);
    assertThat(build(FieldType.TEXT, values(9000, row -> "v" + row)))
        .isInstanceOf(TextColumn.class);
    assertThat(build(FieldType.INTEGER, values(9000, row -> (long) row)))
        .isInstanceOf(NumberColumn.class);
    assertThat(build(FieldType.NUMBER, values(9000, row -> row / 3.0)))
        .isInstanceOf(NumberColumn.class);
  }

  /** A code takes two bytes, so there is a last one. */
  @Test
  void theLastCodeIsNotTheEnd() {
    List<@Nullable Object> values =
        values(1_000_000, row -> row < 600_000 ? "v" + row / 10 : "w" + (row - 600_000) / 30);
    Column column = build(FieldType.TEXT, values);
    assertThat(column).isInstanceOf(TextColumn.class);
    List<@Nullable Object> fits = values(CodedColumn.MOST_VALUES * 8, row -> (long) row / 8);
    Column full = build(FieldType.INTEGER, fits);
    assertThat(full).isInstanceOf(CodedColumn.class);
    for (int row = 0; row < fits.size(); row += 8) {
      assertThat(full.value(row)).isEqualTo(fits.get(row));
    }
    for (int row = 0; row < 1_000_000; row += 9) {
      assertThat(column.value(row)).isEqualTo(values.get(row));
    }
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void aColumnMayBeEmptyOrHoldNothing(FieldType type) {
    assertThat(build(type, List.of()).having(value -> true)).isNotNull();
    Column nothing = build(type, Collections.nCopies(5000, null));
    assertThat(nothing.value(4999)).isNull();
    assertThat(nothing.having(value -> true).test(4999)).isFalse();
  }

  @Test
  void aTestIsAskedOnceForEachValue() {
    AtomicInteger asked = new AtomicInteger();
    Column column = build(FieldType.TEXT, values(5000, row -> "v" + row % 7));
    IntPredicate kept =
        column.having(
            value -> {
              asked.incrementAndGet();
              return value.equals("v3");
            });
    for (int row = 0; row < 5000; row++) {
      assertThat(kept.test(row)).isEqualTo(row % 7 == 3);
    }
    assertThat(asked).hasValue(7);
  }

  /** The declaration may have changed since the value was recorded. */
  @Test
  void valuesTakeTheTypeOfTheField() {
    List<Object> given = List.of(2.75, 3L, "four", true);
    assertThat(build(FieldType.INTEGER, given).value(0)).isEqualTo(2L);
    assertThat(build(FieldType.INTEGER, given).value(2)).isNull();
    assertThat(build(FieldType.NUMBER, given).value(1)).isEqualTo(3.0);
    assertThat(build(FieldType.NUMBER, given).value(3)).isNull();
    assertThat(build(FieldType.BOOLEAN, given).value(2)).isNull();
    assertThat(build(FieldType.BOOLEAN, given).value(3)).isEqualTo(true);
    assertThat(build(FieldType.TEXT, given).value(1)).isEqualTo("3");
    assertThat(build(FieldType.TEXT, given).value(2)).isEqualTo("four");
  }

  @Test
  void largeAndSpecialNumbersKeepEveryBit() {
    List<@Nullable Object> wholes =
        values(3000, row -> row == 7 ? Long.MIN_VALUE : Long.MAX_VALUE - row);
    assertHolds(build(FieldType.INTEGER, wholes), wholes);
    List<@Nullable Object> parts =
        values(3000, row -> row == 7 ? -0.0 : row == 8 ? Double.MIN_VALUE : Math.PI * row);
    assertHolds(build(FieldType.NUMBER, parts), parts);
  }
}
