package zeren.layer;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Geometries of which some rows are in another store. */
final class OverlaidGeometries implements GeometryStore {

  private final Overlay overlay;
  private final GeometryStore base;
  private final GeometryStore delta;
  private final int split;
  private final Envelope extent;

  OverlaidGeometries(Overlay overlay, GeometryStore base, GeometryStore delta) {
    this.overlay = overlay;
    this.base = base;
    this.delta = delta;
    this.split = overlay.split();
    this.extent = extentOfBase();
    extent.expandToInclude(delta.extent());
  }

  /** Only when a row at the edge has gone, all others have to be looked at. */
  private Envelope extentOfBase() {
    Envelope all = base.extent();
    if (overlay.gone().stream().noneMatch(slot -> isAtEdge(base.box(slot), all))) {
      return all;
    }
    Envelope left = new Envelope();
    for (int slot = 0; slot < split; slot++) {
      if (overlay.row(slot) >= 0) {
        left.expandToInclude(base.box(slot));
      }
    }
    return left;
  }

  private static boolean isAtEdge(Envelope box, Envelope all) {
    return !box.isNull()
        && (box.getMinX() == all.getMinX()
            || box.getMinY() == all.getMinY()
            || box.getMaxX() == all.getMaxX()
            || box.getMaxY() == all.getMaxY());
  }

  @Override
  public Geometry geometry(int row) {
    int slot = overlay.slot(row);
    return slot < split ? base.geometry(slot) : delta.geometry(slot - split);
  }

  @Override
  public double lon(int row) {
    int slot = overlay.slot(row);
    return slot < split ? base.lon(slot) : delta.lon(slot - split);
  }

  @Override
  public double lat(int row) {
    int slot = overlay.slot(row);
    return slot < split ? base.lat(slot) : delta.lat(slot - split);
  }

  @Override
  public Envelope box(int row) {
    int slot = overlay.slot(row);
    return slot < split ? base.box(slot) : delta.box(slot - split);
  }

  @Override
  public Envelope extent() {
    return new Envelope(extent);
  }

  @Override
  public void scan(Envelope box, BoxTree.Found rows) {
    base.scan(
        box,
        (slot, west, south) -> {
          int row = overlay.row(slot);
          if (row >= 0) {
            rows.accept(row, west, south);
          }
        });
    delta.scan(box, (slot, west, south) -> rows.accept(overlay.row(split + slot), west, south));
  }
}
