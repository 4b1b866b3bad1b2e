package zeren.layer;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Rows in few large arrays: there may be a million, so objects are made when asked for. */
final class PackedRows implements Rows {

  private final PackedText ids;
  private final PackedGeometries geometries;
  private final List<Column> columns;

  /**
   * @param ids by slot; those of the rows are in the order of their bytes
   */
  PackedRows(PackedText ids, PackedGeometries geometries, List<Column> columns) {
    this.ids = ids;
    this.geometries = geometries;
    this.columns = columns;
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public String id(int row) {
    return Objects.requireNonNull(ids.get(geometries.placement().slot(row)));
  }

  @Override
  public void forEach(IntConsumer receiver) {
    Placement placement = geometries.placement();
    for (int slot = 0; slot < placement.size(); slot++) {
      receiver.accept(placement.row(slot));
    }
  }

  @Override
  public int find(String id) {
    return ids.search(id, geometries.placement());
  }

  @Override
  public Column ids() {
    return new TextColumn(ids, geometries.placement());
  }

  @Override
  public GeometryStore geometries() {
    return geometries;
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
    SnapshotRows delta = new SnapshotRows(declaration, this);
    now.accept(delta);
    return OverlaidRows.over(declaration, this, new BitSet(), touched, delta.build());
  }

  @Override
  public PackedRows packed(LayerDeclaration declaration) {
    return this;
  }
}
