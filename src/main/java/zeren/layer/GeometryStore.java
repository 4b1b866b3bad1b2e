package zeren.layer;

import org.locationtech.jts.geom.Geometry;

/** The geometries of a snapshot, kept as bare coordinates and made into objects when asked for. */
interface GeometryStore {

  /** A new object. */
  Geometry geometry(int row);

  /** X of the first coordinate, in degrees; NaN when the geometry is empty. */
  double lon(int row);

  /** Y of the first coordinate, in degrees; NaN when the geometry is empty. */
  double lat(int row);

  /** Hands over the corners of the geometry, part by part; nothing when it is empty. */
  void corners(int row, Corners receiver);

  /** The bounding boxes. */
  BoxTree tree();
}
