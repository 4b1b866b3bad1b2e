package zeren.layer;

/** Geometries of packed rows. */
interface PackedGeometries extends GeometryStore {

  /** The order in which neighbours on the map stand together. */
  Placement placement();
}
