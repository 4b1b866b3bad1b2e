package zeren.filter;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import zeren.filter.Condition.Comparator;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/**
 * The geodesic distance in metres between a place and the nearest point of a feature's geometry; no
 * value where there is no geometry.
 */
record Distance(LayerView view, LonLat from) implements Operand {

  @Override
  public Kind kind() {
    return Kind.NUMBER;
  }

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

  @Override
  public @Nullable Object at(int row) {
    double number = number(row);
    return Double.isNaN(number) ? null : number;
  }

  @Override
  public IntPredicate having(Predicate<Object> test) {
    return havingNumber(test::test);
  }

  /**
   * The rows whose distance compares like this, or does not. What the index says is beyond is not
   * measured.
   */
  IntPredicate comparing(Comparator comparator, double metres, boolean truth) {
    BitSet near = new BitSet(view.size());
    if (metres >= 0) {
      // A radius must be more than 0, and a little more costs nothing: it is measured below.
      for (Envelope box : Geodesy.bounds(from.lon(), from.lat(), Math.max(metres, 0.001))) {
        view.search(box, near::set);
      }
    }
    IntPredicate measured =
        havingNumber(number -> comparator.holds(Double.compare(number, metres)) == truth);
    boolean beyond = comparator.holds(1) == truth;
    return row -> near.get(row) ? measured.test(row) : beyond && !view.box(row).isNull();
  }
}
