package zeren.filter;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import zeren.layer.LayerView;

/**
 * How a given geometry lies to that of a feature, in the plane of longitude and latitude. What has
 * no geometry is neither so nor not so.
 *
 * @param relation of the given geometry to the feature's
 */
record SpatialCondition(LayerView view, SpatialRelation relation, Geometry literal)
    implements Condition {

  @Override
  public IntPredicate keeping(boolean truth) {
    BitSet meeting = new BitSet(view.size());
    BitSet inside = new BitSet(view.size());
    for (int i = 0; i < literal.getNumGeometries(); i++) {
      Geometry part = literal.getGeometryN(i);
      Envelope box = part.getEnvelopeInternal();
      boolean rectangle = part.isRectangle();
      view.search(
          box,
          row -> {
            meeting.set(row);
            if (rectangle && box.contains(view.box(row))) {
              inside.set(row);
            }
          });
    }
    boolean apart = relation == SpatialRelation.S_DISJOINT;
    boolean decidedInside = apart || relation == SpatialRelation.S_INTERSECTS;
    // What is prepared is not made for several threads at once.
    ThreadLocal<RelateNG> prepared = ThreadLocal.withInitial(() -> RelateNG.prepare(literal));
    return row -> {
      if (!meeting.get(row)) {
        return apart == truth && !view.box(row).isNull();
      }
      if (decidedInside && inside.get(row)) {
        return apart != truth;
      }
      return prepared.get().evaluate(view.geometry(row), relation.predicate()) == truth;
    };
  }
}
