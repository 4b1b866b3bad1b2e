package zeren.filter;

import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import zeren.layer.LayerView;

/**
 * How the geometry of a feature lies to a given one, in the plane of longitude and latitude. What
 * has no geometry is neither so nor not so.
 */
record SpatialCondition(LayerView view, Relation relation, Geometry literal) implements Condition {

  /** What is said of the feature's geometry, seen from the given one. */
  enum Relation {
    S_INTERSECTS(PreparedGeometry::intersects),
    S_DISJOINT(PreparedGeometry::disjoint),
    S_WITHIN(PreparedGeometry::contains),
    S_CONTAINS(PreparedGeometry::within),
    S_EQUALS((literal, feature) -> literal.getGeometry().equalsTopo(feature)),
    S_TOUCHES(PreparedGeometry::touches),
    S_CROSSES(PreparedGeometry::crosses),
    S_OVERLAPS(PreparedGeometry::overlaps);

    private final BiPredicate<PreparedGeometry, Geometry> test;

    Relation(BiPredicate<PreparedGeometry, Geometry> test) {
      this.test = test;
    }

    /** The same said with the two geometries in the other order. */
    Relation converse() {
      return switch (this) {
        case S_WITHIN -> S_CONTAINS;
        case S_CONTAINS -> S_WITHIN;
        default -> this;
      };
    }
  }

  @Override
  public IntPredicate keeping(boolean truth) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(literal);
    Envelope box = literal.getEnvelopeInternal();
    return row -> {
      Envelope bounds = view.box(row);
      if (bounds.isNull()) {
        return false;
      }
      boolean holds =
          box.intersects(bounds)
              ? relation.test.test(prepared, view.geometry(row))
              : relation == Relation.S_DISJOINT;
      return holds == truth;
    };
  }
}
