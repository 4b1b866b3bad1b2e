package zeren.layer;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a snapshot in the order of their ids by code point, immutable: packed in arrays, or
 * packed with a few of them overlaid by newer ones.
 */
interface Rows {

  int size();

  String id(int row);

  /** Hands over each row once, in the order in which their values stand in memory. */
  default void forEach(IntConsumer receiver) {
    IntStream.range(0, size()).forEach(receiver);
  }

  /** The row with the id, or a negative number. */
  int find(String id);

  /** The ids as a column. */
  Column ids();

  GeometryStore geometries();

  /** How many columns there are: one a field, and in a table two for its period. */
  int columns();

  Column column(int position);

  /** The values of a row by position of their columns. */
  default @Nullable Object[] values(int row) {
    @Nullable Object[] values = new Object[columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column(i).value(row);
    }
    return values;
  }

  /** How many rows lie over others or hide them, which costs a little at every look. */
  int overlaid();

  /**
   * The same with some features as they are now. Costs two copies of an array of row numbers, as
   * long as few features differ from the packed ones; else all rows are packed anew.
   *
   * @param touched ids of the features that may have changed, come or gone
   * @param now adds those of them that there are
   */
  Rows with(LayerDeclaration declaration, Set<String> touched, Consumer<SnapshotRows> now);

  /** The same with nothing overlaid. */
  default PackedRows packed(LayerDeclaration declaration) {
    SnapshotRows all = new SnapshotRows(declaration);
    for (int row = 0; row < size(); row++) {
      all.add(this, row);
    }
    return all.build();
  }
}
