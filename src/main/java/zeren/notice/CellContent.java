package zeren.notice;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import zeren.layer.LayerView;

/** Finds what lies in a cell; what lies on its edge, or partly in it, does. */
final class CellContent {

  private final Envelope box;
  private final PreparedGeometry area;

  CellContent(Geometry cell) {
    this.box = cell.getEnvelopeInternal();
    this.area = PreparedGeometryFactory.prepare(cell);
  }

  /** Layers of which nothing lies in it are left out. */
  List<CellNotice.Objects> of(List<LayerView> views) {
    List<CellNotice.Objects> found = new ArrayList<>();
    for (LayerView view : views) {
      List<Integer> rows = rows(view);
      if (!rows.isEmpty()) {
        found.add(
            new CellNotice.Objects(
                view, rows.stream().sorted().limit(CellNotice.Objects.MOST).toList(), rows.size()));
      }
    }
    return found;
  }

  private List<Integer> rows(LayerView view) {
    List<Integer> rows = new ArrayList<>();
    view.search(
        box,
        row -> {
          if (area.intersects(view.geometry(row))) {
            rows.add(row);
          }
        });
    return rows;
  }
}
