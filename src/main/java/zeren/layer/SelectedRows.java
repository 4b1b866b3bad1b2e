package zeren.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Some of the rows of others, as if there were no more. */
final class SelectedRows implements Rows {

  private final Rows all;

  /** The rows of the others, ascending. */
  private final int[] rows;

  private final List<Column> columns = new ArrayList<>();

  SelectedRows(Rows all, BitSet selected) {
    this.all = all;
    this.rows = selected.stream().toArray();
    for (int i = 0; i < all.columns(); i++) {
      columns.add(new SelectedColumn(all.column(i)));
    }
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public String id(int row) {
    return all.id(rows[row]);
  }

  @Override
  public int find(String id) {
    int row = all.find(id);
    return row < 0 ? row : Arrays.binarySearch(rows, row);
  }

  @Override
  public Column ids() {
    return new SelectedColumn(all.ids());
  }

  @Override
  public GeometryStore geometries() {
    return new SelectedGeometries(all.geometries());
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

  /** Without codes: the list of distinct values would tell what the other rows say. */
  private final class SelectedColumn implements Column {
    private final Column column;

    SelectedColumn(Column column) {
      this.column = column;
    }

    @Override
    public @Nullable Object value(int row) {
      return column.value(rows[row]);
    }

    @Override
    public double number(int row) {
      return column.number(rows[row]);
    }

    @Override
    public IntPredicate having(Predicate<Object> test) {
      IntPredicate having = column.having(test);
      return row -> having.test(rows[row]);
    }

    @Override
    public boolean utf8(int row, Utf8 receiver) {
      return column.utf8(rows[row], receiver);
    }
  }

  private final class SelectedGeometries implements GeometryStore {
    private final GeometryStore store;

    SelectedGeometries(GeometryStore store) {
      this.store = store;
    }

    @Override
    public Geometry geometry(int row) {
      return store.geometry(rows[row]);
    }

    @Override
    public double lon(int row) {
      return store.lon(rows[row]);
    }

    @Override
    public double lat(int row) {
      return store.lat(rows[row]);
    }

    @Override
    public void corners(int row, Corners receiver) {
      store.corners(rows[row], receiver);
    }

    @Override
    public Envelope box(int row) {
      return store.box(rows[row]);
    }

    @Override
    public Envelope extent() {
      Envelope extent = new Envelope();
      for (int row : rows) {
        extent.expandToInclude(store.box(row));
      }
      return extent;
    }

    @Override
    public void scan(Envelope box, LayerView.Places places) {
      store.scan(
          box,
          (row, west, south) -> {
            int own = Arrays.binarySearch(rows, row);
            if (own >= 0) {
              places.accept(own, west, south);
            }
          });
    }
  }
}
