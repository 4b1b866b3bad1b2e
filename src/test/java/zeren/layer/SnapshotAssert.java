package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Compares all that readers can see of two snapshots. */
final class SnapshotAssert {

  private SnapshotAssert() {}

  static void assertSame(LayerSnapshot actual, LayerSnapshot expected, Random random) {
    assertThat(actual.tag()).isEqualTo(expected.tag());
    assertThat(actual.version()).isEqualTo(expected.version());
    assertThat(actual.since()).isEqualTo(expected.since());
    assertThat(ids(actual)).isEqualTo(ids(expected));
    assertSameColumn(actual.ids(), expected.ids(), expected.size());
    int columns = expected.declaration().fields().size();
    for (int field = 0; field < columns; field++) {
      assertSameColumn(actual.column(field), expected.column(field), expected.size());
    }
    if (expected.isTable()) {
      assertSameColumn(actual.validFrom(), expected.validFrom(), expected.size());
      assertSameColumn(actual.validTo(), expected.validTo(), expected.size());
    }
    assertSamePlaces(actual, expected, random);
  }

  private static List<String> ids(LayerSnapshot snapshot) {
    List<String> ids = new ArrayList<>();
    for (int row = 0; row < snapshot.size(); row++) {
      ids.add(snapshot.id(row));
      assertThat(snapshot.findRow(snapshot.id(row))).hasValue(row);
      assertThat(snapshot.findRow(snapshot.id(row) + "~")).isEmpty();
    }
    return ids;
  }

  private static void assertSameColumn(Column actual, Column expected, int size) {
    Predicate<Object> test = value -> value.hashCode() % 3 == 0;
    IntPredicate kept = actual.having(test);
    for (int row = 0; row < size; row++) {
      Object value = expected.value(row);
      assertThat(actual.value(row)).isEqualTo(value);
      assertThat(kept.test(row)).isEqualTo(value != null && test.test(value));
      if (actual.codes() > 0) {
        assertThat(actual.code(row)).isBetween(0, actual.codes() - 1);
        assertThat(actual.code(row) == 0).isEqualTo(value == null);
        assertThat(actual.decoded(actual.code(row))).isEqualTo(value);
      } else if (value instanceof String) {
        assertThat(utf8(actual, row)).isEqualTo(value);
      }
    }
    assertThat(actual.codes() == 0 || actual.decoded(0) == null).isTrue();
    assertSameManyAtOnce(actual, size);
  }

  private static void assertSameManyAtOnce(Column column, int size) {
    int[] rows = IntStream.range(0, size).map(i -> size - 1 - i).toArray();
    if (column.codes() > 0) {
      int[] codes = new int[size];
      column.codes(rows, size, codes);
      assertThat(codes).isEqualTo(IntStream.of(rows).map(column::code).toArray());
    }
    @Nullable String[] texts = new String[size];
    column.texts(
        rows,
        size,
        (i, bytes, from, to) ->
            texts[i] = new String(bytes, from, to - from, StandardCharsets.UTF_8));
    for (int i = 0; i < size; i++) {
      assertThat(texts[i]).isEqualTo(utf8(column, rows[i]));
    }
  }

  private static @Nullable String utf8(Column column, int row) {
    String[] text = new String[1];
    column.utf8(
        row,
        (bytes, from, to) -> text[0] = new String(bytes, from, to - from, StandardCharsets.UTF_8));
    return text[0];
  }

  private static void assertSamePlaces(
      LayerSnapshot actual, LayerSnapshot expected, Random random) {
    for (int row = 0; row < expected.size(); row++) {
      assertThat(actual.geometry(row).equalsExact(expected.geometry(row))).isTrue();
      assertThat(actual.geometries().lon(row)).isEqualTo((Double) expected.geometries().lon(row));
      assertThat(actual.geometries().lat(row)).isEqualTo((Double) expected.geometries().lat(row));
      assertThat(actual.geometries().box(row))
          .isEqualTo(expected.geometry(row).getEnvelopeInternal());
    }
    Envelope extent = new Envelope();
    for (int row = 0; row < expected.size(); row++) {
      extent.expandToInclude(expected.geometry(row).getEnvelopeInternal());
    }
    assertThat(actual.extent()).isEqualTo(extent);
    for (int i = 0; i < 5; i++) {
      double west = 112.5 + 2 * random.nextDouble();
      double south = 33.5 + 2 * random.nextDouble();
      double side = random.nextDouble();
      Envelope box = new Envelope(west, west + side, south, south + side);
      Set<Integer> meeting = new TreeSet<>();
      for (int row = 0; row < expected.size(); row++) {
        if (expected.geometry(row).getEnvelopeInternal().intersects(box)) {
          meeting.add(row);
        }
      }
      List<Integer> found = new ArrayList<>();
      actual.search(box, found::add);
      assertThat(found).doesNotHaveDuplicates();
      assertThat(new TreeSet<>(found)).isEqualTo(meeting);
      actual.scan(
          box,
          (row, lon, lat) -> {
            assertThat(lon).isEqualTo(actual.geometries().box(row).getMinX());
            assertThat(lat).isEqualTo(actual.geometries().box(row).getMinY());
            found.remove((Integer) row);
          });
      assertThat(found).isEmpty();
    }
  }
}
