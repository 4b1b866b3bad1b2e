package zeren.responsibility;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An area or a line that a place belongs to.
 *
 * @param order the lower decides; of lines the nearest has 0
 * @param onEdge whether the point lies exactly on the area's edge
 * @param distance metres: to a line, or to an area above that does not cover the place
 * @param share which part of a line or an area asked about lies here; 1 for points
 * @param net that part without what an area of lower order takes; 1 for points
 * @param piece that part itself; null for points
 * @param covers false for an area above that does not cover the place
 */
record Seat(
    DutyLayer layer,
    int row,
    int order,
    boolean onEdge,
    double distance,
    double share,
    double net,
    @Nullable Geometry piece,
    boolean covers) {

  static Seat ofPoint(DutyLayer layer, int row, boolean onEdge) {
    return new Seat(layer, row, layer.order(row), onEdge, 0, 1, 1, null, true);
  }

  static Seat ofLine(DutyLayer layer, int row, int order, double distance) {
    return new Seat(layer, row, order, false, distance, 1, 1, null, true);
  }

  static Seat above(DutyLayer layer, int row, double distance) {
    return new Seat(layer, row, layer.order(row), false, distance, 0, 0, null, false);
  }

  /** Of what tells seats of one place apart; shapes are costly to hash. */
  @Override
  public int hashCode() {
    return 31 * layer.hashCode() + row;
  }

  FeatureRef ref() {
    return layer.ref(row);
  }

  boolean is(Place.@Nullable ObjectRow object) {
    return object != null && object.row() == row && object.layer().equals(layer.id());
  }
}
