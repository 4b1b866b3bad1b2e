package zeren.layer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Packed rows of which a few have been replaced, taken away or joined by others. */
final class OverlaidRows implements Rows {

  /** With more rows laid over it than one in so many of its own, a base is packed anew. */
  private static final int SMALLEST_SHARE = 8;

  /** Packing so many rows for each edit is as much as an edit may cost. */
  private static final int MOST = 16_384;

  private final PackedRows base;
  private final PackedRows delta;
  private final Overlay overlay;
  private final Column ids;
  private final GeometryStore geometries;
  private final List<Column> columns = new ArrayList<>();

  private OverlaidRows(PackedRows base, BitSet gone, PackedRows delta) {
    this.base = base;
    this.delta = delta;
    this.overlay = new Overlay(base, gone, delta);
    this.ids = new OverlaidColumn(overlay, base.ids(), delta.ids());
    this.geometries = new OverlaidGeometries(overlay, base.geometries(), delta.geometries());
    for (int i = 0; i < base.columns(); i++) {
      columns.add(new OverlaidColumn(overlay, base.column(i), delta.column(i)));
    }
  }

  /**
   * @param gone rows of the base that are no longer so already
   * @param touched ids of more of them
   * @param delta what is so instead, each id among those touched now or earlier
   */
  static Rows over(
      LayerDeclaration declaration,
      PackedRows base,
      BitSet gone,
      Set<String> touched,
      PackedRows delta) {
    BitSet all = (BitSet) gone.clone();
    for (String id : touched) {
      int row = base.find(id);
      if (row >= 0) {
        all.set(row);
      }
    }
    if (all.isEmpty() && delta.size() == 0) {
      return base;
    }
    Rows overlaid = new OverlaidRows(base, all, delta);
    boolean many = delta.size() > MOST || delta.size() > base.size() / SMALLEST_SHARE;
    return many ? overlaid.packed(declaration) : overlaid;
  }

  @Override
  public int size() {
    return overlay.size();
  }

  @Override
  public String id(int row) {
    int slot = overlay.slot(row);
    return slot < overlay.split() ? base.id(slot) : delta.id(slot - overlay.split());
  }

  @Override
  public void forEach(IntConsumer receiver) {
    base.forEach(
        slot -> {
          int row = overlay.row(slot);
          if (row >= 0) {
            receiver.accept(row);
          }
        });
    delta.forEach(slot -> receiver.accept(overlay.row(overlay.split() + slot)));
  }

  @Override
  public int find(String id) {
    int inDelta = delta.find(id);
    if (inDelta >= 0) {
      return overlay.row(overlay.split() + inDelta);
    }
    int inBase = base.find(id);
    return inBase < 0 ? inBase : overlay.row(inBase);
  }

  @Override
  public Column ids() {
    return ids;
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
    return delta.size() + overlay.gone().cardinality();
  }

  @Override
  public Rows with(LayerDeclaration declaration, Set<String> touched, Consumer<SnapshotRows> now) {
    SnapshotRows together = new SnapshotRows(declaration, base);
    for (int row = 0; row < delta.size(); row++) {
      if (!touched.contains(delta.id(row))) {
        together.add(delta, row);
      }
    }
    now.accept(together);
    return over(declaration, base, overlay.gone(), touched, together.build());
  }
}
