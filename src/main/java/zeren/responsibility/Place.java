package zeren.responsibility;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import zeren.layer.LayerView;

/**
 * What is asked about: a point, or a feature with its own geometry.
 *
 * @param lon degrees, EPSG:4490
 * @param lat degrees, EPSG:4490
 * @param accuracy how far off the position may be, in metres
 * @param object the feature; null for a bare point
 * @param shape the feature's geometry when it is a line or an area; null for points
 */
public record Place(
    double lon, double lat, double accuracy, @Nullable ObjectRow object, @Nullable Geometry shape) {

  /** Taken when nothing says how accurate a place is; what a phone reaches between buildings. */
  public static final double USUAL_ACCURACY_METRES = 50;

  /**
   * A feature.
   *
   * @param view its layer with all fields
   */
  record ObjectRow(LayerView view, int row) {

    String layer() {
      return view.declaration().id();
    }

    FeatureRef ref() {
      return new FeatureRef(layer(), view.id(row), view.name(row));
    }
  }

  /** The feature; null for a bare point. */
  public @Nullable FeatureRef feature() {
    return object == null ? null : object.ref();
  }

  /**
   * A bare point.
   *
   * @param accuracy metres
   */
  public static Place at(double lon, double lat, double accuracy) {
    return new Place(lon, lat, accuracy, null, null);
  }

  /**
   * An area as a whole, asked about at one place in it: what above it covers that place covers it.
   */
  static Place standingFor(LayerView view, int row) {
    Point inside = view.geometry(row).getInteriorPoint();
    return new Place(inside.getX(), inside.getY(), 0, new ObjectRow(view, row), null);
  }

  /** A feature: of an area or a line, all of it is asked about. */
  static Place of(LayerView view, int row) {
    Geometry geometry = view.geometry(row);
    Object accuracy = view.value(row, "accuracy_m");
    double metres = accuracy instanceof Double known ? known : USUAL_ACCURACY_METRES;
    ObjectRow object = new ObjectRow(view, row);
    if (geometry instanceof Point point) {
      return new Place(point.getX(), point.getY(), metres, object, null);
    }
    Point inside = geometry.getInteriorPoint();
    return new Place(inside.getX(), inside.getY(), metres, object, geometry);
  }
}
