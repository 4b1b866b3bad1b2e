package zeren.layer;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import zeren.database.Dialect;

/** Geometries of any kind. */
final class ShapeStore implements PackedGeometries {

  static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), Dialect.SRID);

  private final PackedShapes shapes;
  private final BoxTree tree;

  private ShapeStore(PackedShapes shapes, BoxTree tree) {
    this.shapes = shapes;
    this.tree = tree;
  }

  @Override
  public Geometry geometry(int row) {
    return shapes.geometry(row, GEOMETRIES);
  }

  @Override
  public double lon(int row) {
    return shapes.firstX(row);
  }

  @Override
  public double lat(int row) {
    return shapes.firstY(row);
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
    shapes.corners(row, receiver);
  }

  /** The geometries while they come in. */
  static final class Builder implements BoxTree.Boxes {
    private final PackedShapes shapes = new PackedShapes();

    /** West, south, east, north of each row; NaN when it is empty. */
    private final Longs boxes = new Longs();

    void add(Geometry geometry) {
      shapes.add(geometry);
      Envelope box = geometry.getEnvelopeInternal();
      boolean empty = box.isNull();
      boxes.addDouble(empty ? Double.NaN : box.getMinX());
      boxes.addDouble(empty ? Double.NaN : box.getMinY());
      boxes.addDouble(empty ? Double.NaN : box.getMaxX());
      boxes.addDouble(empty ? Double.NaN : box.getMaxY());
    }

    ShapeStore build() {
      shapes.close();
      return new ShapeStore(shapes, new BoxTree(this));
    }

    @Override
    public int size() {
      return shapes.size();
    }

    @Override
    public double west(int row) {
      return boxes.getDouble(4 * row);
    }

    @Override
    public double south(int row) {
      return boxes.getDouble(4 * row + 1);
    }

    @Override
    public double east(int row) {
      return boxes.getDouble(4 * row + 2);
    }

    @Override
    public double north(int row) {
      return boxes.getDouble(4 * row + 3);
    }
  }
}
