package zeren.responsibility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import zeren.layer.LayerView;

/**
 * The cells of one level. Most of them fit their neighbours vertex by vertex, and are put together
 * by leaving out the edges they share; only the odd ones, which overlap a neighbour or meet it
 * between its vertices, need an overlay.
 */
final class CoverageCells {

  private final List<FeatureRef> names = new ArrayList<>();
  private final List<Geometry> areas = new ArrayList<>();
  private final BitSet odd = new BitSet();
  private final HPRtree index = new HPRtree();

  static CoverageCells of(LayerView view, IntPredicate ofLevel) {
    CoverageCells cells = new CoverageCells();
    for (int row = 0; row < view.size(); row++) {
      if (ofLevel.test(row)) {
        cells.add(AuditDay.ref(view, row), CoverageShapes.valid(view.geometry(row)));
      }
    }
    cells.findOdd();
    return cells;
  }

  private void add(FeatureRef name, Geometry area) {
    if (!area.isEmpty()) {
      index.insert(area.getEnvelopeInternal(), areas.size());
      names.add(name);
      areas.add(area);
    }
  }

  private void findOdd() {
    Geometry[] faults = CoverageValidator.validate(areas.toArray(Geometry[]::new));
    for (int cell = 0; cell < faults.length; cell++) {
      odd.set(cell, faults[cell] != null && !faults[cell].isEmpty());
    }
  }

  int size() {
    return areas.size();
  }

  FeatureRef name(int cell) {
    return names.get(cell);
  }

  Geometry area(int cell) {
    return areas.get(cell);
  }

  /** The cells that do not fit a neighbour; two that overlap are never both missing here. */
  BitSet odd() {
    return odd;
  }

  void search(Envelope box, IntConsumer cells) {
    index.query(box, cell -> cells.accept((Integer) cell));
  }

  /** What the cells that meet a district cover together, in it and beyond it. */
  Geometry unionAt(CoverageDistrict district) {
    List<Geometry> fitting = new ArrayList<>();
    List<Geometry> others = new ArrayList<>();
    search(
        district.box(),
        cell -> {
          if (district.meets(areas.get(cell))) {
            (odd.get(cell) ? others : fitting).add(areas.get(cell));
          }
        });
    if (fitting.isEmpty() && others.isEmpty()) {
      return new GeometryFactory().createPolygon();
    }
    if (!fitting.isEmpty()) {
      others.add(CoverageUnion.union(fitting.toArray(Geometry[]::new)));
    }
    return others.size() == 1 ? others.get(0) : OverlayNGRobust.union(others);
  }
}
