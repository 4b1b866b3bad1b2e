package zeren.geo;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Lengths, directions and areas on the CGCS2000 ellipsoid (a = 6378137 m, 1/f = 298.257222101), by
 * GeographicLib (Karney 2013).
 *
 * <p>Longitudes and latitudes are degrees, lengths metres, directions degrees clockwise from north.
 * The edge between two stored vertices is the straight line between them in longitude and latitude,
 * not a geodesic: that is how maps draw it, how areas are joined, and what "covers" means
 * everywhere else. A geometry across the antimeridian has to be cut there or to use longitudes
 * beyond ±180°.
 *
 * <p>Every method throws {@link IllegalArgumentException} for a place that is not finite or not
 * between the poles, and for a radius that is not a positive number.
 */
public final class Geodesy {

  static final double SEMI_MAJOR_METRES = 6378137.0;
  static final double FLATTENING = 1 / 298.257222101;
  static final double SEMI_MINOR_METRES = SEMI_MAJOR_METRES * (1 - FLATTENING);
  static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
  static final Geodesic ELLIPSOID = new Geodesic(SEMI_MAJOR_METRES, FLATTENING);

  private Geodesy() {}

  /** The length in metres of the shortest way between two places. */
  public static double distance(double lon1, double lat1, double lon2, double lat2) {
    requirePlace(lon1, lat1);
    requirePlace(lon2, lat2);
    return ELLIPSOID.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
  }

  /** The direction, 0 to under 360, in which the shortest way from the first place sets out. */
  public static double bearing(double lon1, double lat1, double lon2, double lat2) {
    return way(lon1, lat1, lon2, lat2).bearing();
  }

  /** The length and the direction of the shortest way between two places. */
  public static GeodesicWay way(double lon1, double lat1, double lon2, double lat2) {
    requirePlace(lon1, lat1);
    requirePlace(lon2, lat2);
    GeodesicData way =
        ELLIPSOID.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
    double turned = way.azi1 < 0 ? way.azi1 + 360 : way.azi1;
    // An azimuth of less than half a unit in the last place west of north would come out as 360.
    return new GeodesicWay(way.s12, turned >= 360 ? 0 : Math.abs(turned));
  }

  /** Where one arrives after so many metres along the geodesic; longitude −180 to 180. */
  public static LonLat destination(double lon, double lat, double bearing, double metres) {
    requirePlace(lon, lat);
    if (!Double.isFinite(bearing) || !Double.isFinite(metres)) {
      throw new IllegalArgumentException("Not a way: " + metres + " m towards " + bearing + "°");
    }
    GeodesicData end = ELLIPSOID.Direct(lat, lon, bearing, metres);
    return new LonLat(end.lon2, end.lat2);
  }

  /**
   * The area within a distance, for drawing: a closed ring, counter-clockwise, whose vertices lie
   * on the circle and whose edges leave it by less than 1 m. For counting what is inside use {@link
   * #distance}, never this polygon.
   *
   * <p>Longitudes run on around the centre and may leave ±180° at the antimeridian. If a pole is
   * inside, the ring is led along the pole's latitude and spans 360° of longitude.
   *
   * @param radiusMetres more than 0, at most 100 km
   */
  public static Polygon circle(double lon, double lat, double radiusMetres) {
    requirePlace(lon, lat);
    return GeodesicCircle.of(lon, lat, radiusMetres);
  }

  /**
   * Metres from a place to the nearest point of a geometry, to about 1 mm; 0 on or inside a
   * polygon. A place in a hole is outside.
   *
   * @throws IllegalArgumentException if the geometry is empty
   */
  public static double distance(double lon, double lat, Geometry geometry) {
    requirePlace(lon, lat);
    return NearestPoint.search(lon, lat, geometry).metres();
  }

  /**
   * The point of a geometry that is nearest to a place; the place itself on or inside a polygon.
   *
   * @throws IllegalArgumentException if the geometry is empty
   */
  public static LonLat nearest(double lon, double lat, Geometry geometry) {
    requirePlace(lon, lat);
    return NearestPoint.search(lon, lat, geometry).place();
  }

  /** Square metres of the polygons of a geometry, holes subtracted; 0 for points and lines. */
  public static double area(Geometry geometry) {
    return EllipsoidalArea.of(geometry);
  }

  /**
   * Boxes of longitude (−180 to 180) and latitude that hold everything within a distance, and a
   * little more: what a spatial index is asked before {@link #distance} decides. Two boxes at the
   * antimeridian; the whole range of longitudes when a pole is inside.
   */
  public static List<Envelope> bounds(double lon, double lat, double radiusMetres) {
    requirePlace(lon, lat);
    return GeodesicBounds.of(lon, lat, radiusMetres);
  }

  static double normalise(double lon) {
    return lon >= -180 && lon <= 180 ? lon : Math.IEEEremainder(lon, 360);
  }

  static void requirePlace(double lon, double lat) {
    if (!Double.isFinite(lon) || !(Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("Not a place: longitude " + lon + ", latitude " + lat);
    }
  }
}
