package zeren.responsibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/** Counts the objects in an area; those on its edge count. */
record CoverageObjects(List<LayerView> layers) {

  static CoverageObjects of(AuditDay day) {
    return new CoverageObjects(
        day.objectLayers().stream().map(layer -> day.view(layer.id())).toList());
  }

  /** By layer; layers without any are left out. */
  Map<String, Integer> count(Geometry area) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (LayerView view : layers) {
      int[] count = {0};
      view.search(
          area.getEnvelopeInternal(),
          row -> count[0] += locator.locate(place(view, row)) == Location.EXTERIOR ? 0 : 1);
      if (count[0] > 0) {
        counts.put(view.declaration().id(), count[0]);
      }
    }
    return counts;
  }

  /** Where an object is: of a line or an area, a place in it. */
  static Coordinate place(LayerView view, int row) {
    return view.declaration().geometry() == GeometryType.POINT
        ? new Coordinate(view.lon(row), view.lat(row))
        : view.geometry(row).getInteriorPoint().getCoordinate();
  }
}
