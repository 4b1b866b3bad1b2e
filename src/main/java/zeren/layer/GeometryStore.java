package zeren.layer;

import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The geometries of a snapshot, kept as bare coordinates and made into objects when asked for. */
interface GeometryStore {

  /** A new object. */
  Geometry geometry(int row);

  /** X of the first coordinate, in degrees; NaN when the geometry is empty. */
  double lon(int row);

  /** Y of the first coordinate, in degrees; NaN when the geometry is empty. */
  double lat(int row);

  /** The bounding box in degrees, a copy; null when the geometry is empty. */
  Envelope box(int row);

  /** The box round all geometries, a copy; null when there is none. */
  Envelope extent();

  /** Hands over each row whose bounding box meets the one given, once, in no particular order. */
  default void search(Envelope box, IntConsumer rows) {
    scan(box, (row, west, south) -> rows.accept(row));
  }

  /** As {@link #search}, with the lower left corners of the bounding boxes. */
  void scan(Envelope box, BoxTree.Found rows);
}
