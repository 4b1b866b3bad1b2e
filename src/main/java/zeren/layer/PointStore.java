package zeren.layer;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Points: they are their own bounding boxes. */
final class PointStore implements PackedGeometries {

  private final BoxTree tree;

  private PointStore(BoxTree tree) {
    this.tree = tree;
  }

  @Override
  public Geometry geometry(int row) {
    return point(lon(row), lat(row));
  }

  private static Point point(double lon, double lat) {
    return Double.isNaN(lon)
        ? ShapeStore.GEOMETRIES.createPoint()
        : ShapeStore.GEOMETRIES.createPoint(new Coordinate(lon, lat));
  }

  @Override
  public double lon(int row) {
    return tree.west(row);
  }

  @Override
  public double lat(int row) {
    return tree.south(row);
  }

  @Override
  public Envelope box(int row) {
    return tree.box(row);
  }

  @Override
  public Envelope extent() {
    return tree.extent();
  }

  @Override
  public Placement placement() {
    return tree.placement();
  }

  @Override
  public void scan(Envelope box, LayerView.Places places) {
    tree.scan(box, places::accept);
  }

  @Override
  public void corners(int row, Corners receiver) {
    if (!Double.isNaN(lon(row))) {
      receiver.part(Corners.Part.POINT, new double[] {lon(row), lat(row)}, 0, 1);
    }
  }

  /** The points while they come in. */
  static final class Builder implements BoxTree.Boxes {
    private final Longs lons = new Longs();
    private final Longs lats = new Longs();

    void add(Point point) {
      lons.addDouble(point.isEmpty() ? Double.NaN : point.getX());
      lats.addDouble(point.isEmpty() ? Double.NaN : point.getY());
    }

    Point point(int row) {
      return PointStore.point(west(row), south(row));
    }

    PointStore build() {
      return new PointStore(new BoxTree(this));
    }

    @Override
    public int size() {
      return lons.size();
    }

    @Override
    public double west(int row) {
      return lons.getDouble(row);
    }

    @Override
    public double south(int row) {
      return lats.getDouble(row);
    }

    @Override
    public double east(int row) {
      return lons.getDouble(row);
    }

    @Override
    public double north(int row) {
      return lats.getDouble(row);
    }
  }
}
