package zeren.layer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The areas of a scope on a day. A point lies in it when an area covers it; a line when it runs
 * through one; an area when a point inside it lies in one, so that neighbours which only share a
 * border are not in it.
 */
final class ScopeAreas {

  private final String tag;
  private final List<PreparedGeometry> areas = new ArrayList<>();
  private final List<Envelope> boxes = new ArrayList<>();

  /**
   * @param tag another for every other areas
   * @param areas not changed any more
   */
  ScopeAreas(String tag, List<Geometry> areas) {
    this.tag = tag;
    for (Geometry area : areas) {
      this.areas.add(PreparedGeometryFactory.prepare(area));
      this.boxes.add(area.getEnvelopeInternal());
    }
  }

  String tag() {
    return tag;
  }

  /** The rows of a snapshot that lie in it. */
  BitSet rows(LayerSnapshot snapshot) {
    BitSet rows = new BitSet(snapshot.size());
    for (int i = 0; i < areas.size(); i++) {
      PreparedGeometry area = areas.get(i);
      snapshot.search(
          boxes.get(i),
          row -> {
            if (!rows.get(row) && isIn(area, snapshot.geometry(row))) {
              rows.set(row);
            }
          });
    }
    return rows;
  }

  boolean hold(Geometry geometry) {
    return areas.stream().anyMatch(area -> isIn(area, geometry));
  }

  private static boolean isIn(PreparedGeometry area, Geometry geometry) {
    return switch (geometry.getDimension()) {
      case 0 -> area.covers(geometry);
      case 1 -> area.intersects(geometry) && !area.touches(geometry);
      default -> area.covers(geometry.getInteriorPoint());
    };
  }
}
