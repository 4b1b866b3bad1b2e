package zeren.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import zeren.Shapes;

/** JTS as the measure of {@link AreaIndex}: its indexed location of points in areas. */
final class JtsCovering {

  private final List<Geometry> geometries;
  private final List<IndexedPointInAreaLocator> locators = new ArrayList<>();
  private final STRtree tree = new STRtree();

  JtsCovering(List<Geometry> geometries) {
    this.geometries = geometries;
    for (int row = 0; row < geometries.size(); row++) {
      locators.add(new IndexedPointInAreaLocator(geometries.get(row)));
      tree.insert(geometries.get(row).getEnvelopeInternal(), row);
    }
  }

  Map<Integer, Boolean> covering(double lon, double lat) {
    Map<Integer, Boolean> rows = new TreeMap<>();
    for (Object row : tree.query(new Envelope(lon, lon, lat, lat))) {
      int location = locators.get((Integer) row).locate(new Coordinate(lon, lat));
      if (location != Location.EXTERIOR) {
        rows.put((Integer) row, location == Location.BOUNDARY);
      }
    }
    return rows;
  }

  /** By the predicates themselves, which take longer. */
  Map<Integer, Boolean> byPredicates(double lon, double lat) {
    Point point = Shapes.point(lon, lat);
    Map<Integer, Boolean> rows = new TreeMap<>();
    for (Object row : tree.query(point.getEnvelopeInternal())) {
      Geometry area = geometries.get((Integer) row);
      if (area.covers(point)) {
        rows.put((Integer) row, area.touches(point));
      }
    }
    return rows;
  }
}
