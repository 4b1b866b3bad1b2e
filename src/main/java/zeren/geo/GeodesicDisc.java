package zeren.geo;

import java.util.List;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Everything within a geodesic distance of a place, the distance itself included. {@link
 * DistanceBounds} decide where they can; what lies in their band is measured, so that the answers
 * are those of {@link Geodesy#distance(double, double, double, double)} without exception.
 */
public final class GeodesicDisc {

  private static final double MOST_METRES = 1_000_000;

  private final double lon;
  private final double lat;
  private final double radius;
  private final DistanceBounds bounds;
  private final double innerSquared;
  private final double outerSquared;

  private GeodesicDisc(double lon, double lat, double radius) {
    this.lon = lon;
    this.lat = lat;
    this.radius = radius;
    this.bounds = DistanceBounds.from(lon, lat);
    double inner = DistanceBounds.innerChord(radius);
    double outer = DistanceBounds.outerChord(radius);
    this.innerSquared = inner < 0 ? -1 : inner * inner;
    this.outerSquared = outer * outer;
  }

  /**
   * @param radiusMetres more than 0, at most 1000 km
   * @throws IllegalArgumentException for another radius and for what is no place
   */
  public static GeodesicDisc around(double lon, double lat, double radiusMetres) {
    if (!(radiusMetres > 0 && radiusMetres <= MOST_METRES)) {
      throw new IllegalArgumentException("Radius " + radiusMetres + " m is not 0 to 1000 km");
    }
    return new GeodesicDisc(lon, lat, radiusMetres);
  }

  /** Boxes that hold the disc, see {@link Geodesy#bounds}. */
  public List<Envelope> boxes() {
    return Geodesy.bounds(lon, lat, radius);
  }

  /** Whether a place is within the distance. */
  public boolean holds(double toLon, double toLat) {
    double square = bounds.chordSquared(toLon, toLat);
    if (square > outerSquared) {
      return false;
    }
    return square <= innerSquared
        || Geodesy.ELLIPSOID.Inverse(lat, lon, toLat, toLon, GeodesicMask.DISTANCE).s12 <= radius;
  }

  /** False when certainly nothing in a box is within the distance; quicker than the geometry. */
  public boolean mayReach(Envelope box) {
    return bounds.leastChordSquared(box) <= outerSquared;
  }

  /**
   * Whether the nearest point of a geometry is within the distance, see {@link Geodesy#nearest}.
   *
   * @throws IllegalArgumentException if the geometry is empty
   */
  public boolean reaches(Geometry geometry) {
    return NearestPoint.isWithin(lon, lat, geometry, radius);
  }
}
