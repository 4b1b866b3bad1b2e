package zeren.layer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of which only some say what is internal; the others are as the public sees them. */
final class MaskedRows implements Rows {

  private final Rows all;
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param open the rows that say all
   */
  MaskedRows(Rows all, LayerDeclaration declaration, BitSet open) {
    this.all = all;
    List<LayerField> fields = declaration.fields();
    for (int i = 0; i < all.columns(); i++) {
      boolean internal = i < fields.size() && fields.get(i).visibility() == Visibility.INTERNAL;
      columns.add(internal ? new MaskedColumn(all.column(i), open) : all.column(i));
    }
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public String id(int row) {
    return all.id(row);
  }

  @Override
  public int find(String id) {
    return all.find(id);
  }

  @Override
  public Column ids() {
    return all.ids();
  }

  @Override
  public GeometryStore geometries() {
    return all.geometries();
  }

  @Override
  public int columns() {
    return columns.size();
  }

  @Override
  public Column column(int position) {
    return columns.get(position);
  }

  @Override
  public int overlaid() {
    return 0;
  }

  @Override
  public Rows with(LayerDeclaration declaration, Set<String> touched, Consumer<SnapshotRows> now) {
    return packed(declaration).with(declaration, touched, now);
  }

  /** Without codes: the list of distinct values would tell what the closed rows say. */
  private record MaskedColumn(Column column, BitSet open) implements Column {

    @Override
    public @Nullable Object value(int row) {
      return open.get(row) ? column.value(row) : null;
    }

    @Override
    public double number(int row) {
      return open.get(row) ? column.number(row) : Double.NaN;
    }

    @Override
    public IntPredicate having(Predicate<Object> test) {
      IntPredicate having = column.having(test);
      return row -> open.get(row) && having.test(row);
    }

    @Override
    public boolean utf8(int row, Utf8 receiver) {
      return open.get(row) && column.utf8(row, receiver);
    }
  }
}
