package zeren.responsibility;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** A district, ready to be asked what lies in it. Not safe between threads. */
final class CoverageDistrict {

  private final FeatureRef name;
  private final Geometry area;
  private final Envelope box;
  private final PreparedGeometry prepared;
  private final IndexedPointInAreaLocator locator;

  /**
   * @param area valid, in EPSG:4490
   */
  CoverageDistrict(FeatureRef name, Geometry area) {
    this.name = name;
    this.area = area;
    this.box = area.getEnvelopeInternal();
    this.prepared = PreparedGeometryFactory.prepare(area);
    this.locator = new IndexedPointInAreaLocator(area);
  }

  FeatureRef name() {
    return name;
  }

  Geometry area() {
    return area;
  }

  Envelope box() {
    return box;
  }

  /** The boundary counts as inside. */
  boolean covers(Coordinate lonLat) {
    return box.covers(lonLat) && locator.locate(lonLat) != Location.EXTERIOR;
  }

  boolean meets(Geometry other) {
    return prepared.intersects(other);
  }
}
