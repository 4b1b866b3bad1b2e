package zeren.filter;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;
import zeren.filter.Condition.Comparator;
import zeren.geo.GeodesicDisc;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/**
 * The geodesic distance in metres between a place and the nearest point of a feature's geometry; no
 * value where there is no geometry.
 */
record Distance(LayerView view, LonLat from) implements Operand.Computed {

  /** Metres; beyond, every distance is measured. */
  private static final double LARGEST_DISC = 1_000_000;

  @Override
  public double number(int row) {
    if (view.declaration().geometry() == GeometryType.POINT) {
      double lon = view.lon(row);
      return Double.isNaN(lon)
          ? Double.NaN
          : Geodesy.distance(from.lon(), from.lat(), lon, view.lat(row));
    }
    return view.box(row).isNull()
        ? Double.NaN
        : Geodesy.distance(from.lon(), from.lat(), view.geometry(row));
  }

  /** The rows whose distance compares like this with a number of metres, or does not. */
  IntPredicate comparing(Comparator comparator, double metres, boolean truth) {
    return switch (comparator) {
      case AT_MOST -> within(metres, truth);
      case MORE -> within(metres, !truth);
      case LESS -> within(Math.nextDown(metres), truth);
      case AT_LEAST -> within(Math.nextDown(metres), !truth);
      case EQUAL -> havingNumber(number -> number == metres == truth);
      case UNEQUAL -> havingNumber(number -> number != metres == truth);
    };
  }

  /** The rows within so many metres, these included, or those beyond; the index knows most. */
  private IntPredicate within(double metres, boolean truth) {
    if (!(metres > 0 && metres <= LARGEST_DISC)) {
      return havingNumber(number -> number <= metres == truth);
    }
    GeodesicDisc disc = GeodesicDisc.around(from.lon(), from.lat(), metres);
    BitSet near = new BitSet(view.size());
    for (Envelope box : disc.boxes()) {
      view.search(box, near::set);
    }
    boolean points = view.declaration().geometry() == GeometryType.POINT;
    return row -> {
      if (!near.get(row)) {
        return !truth && !view.box(row).isNull();
      }
      boolean reached =
          points
              ? disc.holds(view.lon(row), view.lat(row))
              : disc.mayReach(view.box(row)) && disc.reaches(view.geometry(row));
      return reached == truth;
    };
  }
}
