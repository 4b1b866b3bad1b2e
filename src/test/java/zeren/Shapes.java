package zeren;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometries for tests, in EPSG:4490, x is longitude. */
public final class Shapes {

  /** The ellipsoid of CGCS2000, written down here again so that tests do not take it from us. */
  public static final Geodesic CGCS2000 = new Geodesic(6378137, 1 / 298.257222101);

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Shapes() {}

  public static Point point(double lon, double lat) {
    return GEOMETRIES.createPoint(new Coordinate(lon, lat));
  }

  public static Geometry rectangle(double west, double south, double east, double north) {
    return GEOMETRIES.toGeometry(new org.locationtech.jts.geom.Envelope(west, east, south, north));
  }

  public static Geometry wkt(String wkt) {
    try {
      return new WKTReader(GEOMETRIES).read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /** The point so many metres away in this direction, by GeographicLib itself. */
  public static Point away(Point from, double bearing, double metres) {
    GeodesicData end = CGCS2000.Direct(from.getY(), from.getX(), bearing, metres);
    return point(end.lon2, end.lat2);
  }

  /** Metres, by GeographicLib itself. */
  public static double metres(double lon1, double lat1, double lon2, double lat2) {
    return CGCS2000.Inverse(lat1, lon1, lat2, lon2).s12;
  }
}
