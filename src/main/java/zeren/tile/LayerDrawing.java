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

  /** None when they are grouped. */
  private final FoundRows found;

  LayerDrawing(TileAddress address, LayerView view, IntPredicate keep) {
    this.address = address;
    this.view = view;
    this.keep = keep.and(shownAt(view, address.z()));
    Integer groupBelow = view.declaration().drawing().groupBelowZoom();
    this.grouped = isPoints() && groupBelow != null && address.z() < groupBelow;
    this.found =
        grouped
            ? new FoundRows()
            : new FoundRows(view, address.lonLat(TileAddress.BUFFER), this.keep);
  }

  private boolean isPoints() {
    return view.declaration().geometry() == GeometryType.POINT;
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

  /** How many features there are to choose from. */
  int size() {
    return found.size();
  }

  /** At most so many of the features, as their numbers from 0. */
  BitSet choose(int most) {
    return Thinning.choose(view, found, most);
  }

  /** Draws the features chosen; groups are always drawn, there are a few dozen. */
  LayerMessage draw(BitSet chosen) {
    LayerMessage message = new LayerMessage(view, chosen.cardinality());
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
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      long x = (set.x(found.lon(i)) + half >> shift) - address.west();
      long y = (set.y(found.lat(i)) + half >> shift) - address.north();
      if (Window.holds(x, y)) {
        message.addPoint((int) x, (int) y, found.row(i));
      }
    }
  }

  private void drawShapes(BitSet chosen, LayerMessage message) {
    ShapeTracer tracer = new ShapeTracer(address);
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      tracer.clear();
      view.corners(found.row(i), tracer);
      GeometryCommands.Type type = tracer.write(message.geometry());
      if (!message.geometry().isEmpty()) {
        message.endRow(type, found.row(i));
      }
    }
  }
}
