package zeren.reference;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import zeren.layer.FeatureDraft;

/** Finds the area, out of a few, that covers a place. */
final class AreaLocator {

  private final List<Area> areas = new ArrayList<>();

  private record Area(Envelope box, IndexedPointInAreaLocator locator) {}

  AreaLocator(List<FeatureDraft> drafts) {
    for (FeatureDraft draft : drafts) {
      areas.add(
          new Area(
              draft.geometry().getEnvelopeInternal(),
              new IndexedPointInAreaLocator(draft.geometry())));
    }
  }

  /** The index of the first area that covers the place, boundary included; -1 when none does. */
  int indexOf(Coordinate lonLat) {
    for (int i = 0; i < areas.size(); i++) {
      if (covers(i, lonLat)) {
        return i;
      }
    }
    return -1;
  }

  boolean covers(int index, Coordinate lonLat) {
    Area area = areas.get(index);
    return area.box().covers(lonLat) && area.locator().locate(lonLat) != Location.EXTERIOR;
  }
}
