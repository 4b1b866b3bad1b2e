package zeren.format;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Geometries of several parts, for formats that tell them from single ones. */
final class Multi {

  private Multi() {}

  /** The geometry as the type says; as it is when it is of another kind or no type is given. */
  static Geometry of(Geometry geometry, @Nullable String type) {
    if (geometry instanceof Polygon polygon && "MultiPolygon".equals(type)) {
      return geometry.getFactory().createMultiPolygon(new Polygon[] {polygon});
    }
    if (geometry instanceof LineString line && "MultiLineString".equals(type)) {
      return geometry.getFactory().createMultiLineString(new LineString[] {line});
    }
    if (geometry instanceof Point point && "MultiPoint".equals(type)) {
      return geometry.getFactory().createMultiPoint(new Point[] {point});
    }
    return geometry;
  }
}
