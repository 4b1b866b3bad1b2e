package zeren.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Copies a geometry and moves every vertex of the copy. */
final class VertexMapping {

  private VertexMapping() {}

  /** Gives the new {x, y} of a vertex. */
  @FunctionalInterface
  interface Move {
    double[] apply(double x, double y);
  }

  /** The copy carries no SRID: the one of the original would name the wrong system. */
  static Geometry apply(Geometry geometry, Move move) {
    Geometry copy = geometry.copy();
    copy.setSRID(0);
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            double[] moved = move.apply(sequence.getX(i), sequence.getY(i));
            sequence.setOrdinate(i, CoordinateSequence.X, moved[0]);
            sequence.setOrdinate(i, CoordinateSequence.Y, moved[1]);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
