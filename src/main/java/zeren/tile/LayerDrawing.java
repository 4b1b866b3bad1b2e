package zeren.tile;

import java.util.BitSet;
import java.util.function.IntPredicate;
import zeren.layer.Column;
import zeren.layer.Drawing;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/** Draws what there is of one layer in a tile. */
final class LayerDrawing {

  private final TileAddress address;
  private final LayerView view;
  private final IntPredicate keep;
  private final boolean grouped;

  /** The rows that may be in the tile; none when they are grouped. */
  private final BitSet rows;

  LayerDrawing(TileAddress address, LayerView view, IntPredicate keep) {
    this.address = address;
    this.view = view;
    this.keep = keep.and(shownAt(view, address.z()));
    Integer groupBelow = view.declaration().drawing().groupBelowZoom();
    this.grouped = isPoints() && groupBelow != null && address.z() < groupBelow;
    this.rows = grouped ? new BitSet() : search();
  }

  private boolean isPoints() {
    return view.declaration().geometry() == GeometryType.POINT;
  }

  /**
   * A set, because the index hands rows over in no order, and like tiles must be the same bytes.
   */
  private BitSet search() {
    BitSet found = new BitSet(view.size());
    view.search(
        address.lonLat(TileAddress.BUFFER),
        row -> {
          if (keep.test(row)) {
            found.set(row);
          }
        });
    return found;
  }

  private static IntPredicate shownAt(LayerView view, int zoom) {
    Drawing.ZoomByValue fromZoom = view.declaration().drawing().fromZoom();
    Column column = fromZoom == null ? null : view.findColumn(fromZoom.field());
    if (fromZoom == null || column == null) {
      return row -> true;
    }
    return column
        .having(value -> zoom < fromZoom.values().getOrDefault(value.toString(), 0))
        .negate();
  }

  String layer() {
    return view.declaration().id();
  }

  /** The rows there are to choose from; not to be changed. */
  BitSet rows() {
    return rows;
  }

  /** At most so many of the rows. */
  BitSet choose(int most) {
    return Thinning.choose(view, rows, most);
  }

  /** Draws the rows chosen; groups are always drawn, there are a few dozen. */
  LayerMessage draw(BitSet chosen) {
    LayerMessage message = new LayerMessage(view);
    if (grouped) {
      new PointGroups(address, view).draw(keep, message);
    } else if (isPoints()) {
      drawPoints(chosen, message);
    } else {
      drawShapes(chosen, message);
    }
    return message;
  }

  private void drawPoints(BitSet chosen, LayerMessage message) {
    TileMatrixSet set = address.set();
    int shift = address.shift();
    long half = 1L << (shift - 1);
    for (int row = chosen.nextSetBit(0); row >= 0; row = chosen.nextSetBit(row + 1)) {
      long x = (set.x(view.lon(row)) + half >> shift) - address.west();
      long y = (set.y(view.lat(row)) + half >> shift) - address.north();
      if (Window.holds(x, y)) {
        message.geometry().moveTo((int) x, (int) y);
        message.endRow(GeometryCommands.Type.POINT, row);
      }
    }
  }

  private void drawShapes(BitSet chosen, LayerMessage message) {
    ShapeTracer tracer = new ShapeTracer(address);
    for (int row = chosen.nextSetBit(0); row >= 0; row = chosen.nextSetBit(row + 1)) {
      tracer.clear();
      view.corners(row, tracer);
      GeometryCommands.Type type = tracer.write(message.geometry());
      if (!message.geometry().isEmpty()) {
        message.endRow(type, row);
      }
    }
  }
}
