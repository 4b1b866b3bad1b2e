package zeren.geo;

import java.util.List;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Everything within a geodesic distance of a place, the distance itself included. Local scales
 * decide where they can, {@link DistanceBounds} where they cannot; what lies in the band of these
 * is measured, so that the answers are those of {@link Geodesy#distance(double, double, double,
 * double)} without exception.
 *
 * <p>By the formula of the chord c in {@link DistanceBounds}, with Δφ and Δλ in radians, and with
 * the least and the most that the radius of curvature of the meridian M and the distance from the
 * axis p are at the latitudes of the disc,
 *
 * <pre>c² ≤ (M_max Δφ)² + p_max p₀ Δλ²
 * c² ≥ (M_min Δφ)² (1 − (r / R)² / 12) + p_min p₀ Δλ² (1 − λ² / 12)</pre>
 *
 * for a place of the disc, whose radius is r and whose reach in longitude is λ. The first two terms
 * of the chord's formula are the chord of the arc of a meridian. That is no longer than the arc,
 * and with R as there at least 2 R sin (arc / 2 R) &gt; arc √(1 − (arc / R)² / 12); likewise Δλ² ≥
 * 4 sin² (Δλ / 2) &gt; Δλ² (1 − Δλ² / 12). A place north or south of the disc passes neither for
 * one inside, because there M_max Δφ &gt; r, nor need the other bound hold for it, because it is
 * outside.
 */
public final class GeodesicDisc {

  private static final double MOST_METRES = 1_000_000;

  private final double lon;
  private final double lat;
  private final double radius;
  private final List<Envelope> boxes;
  private final DistanceBounds bounds;
  private final double innerSquared;
  private final double outerSquared;

  /** By these, in m² to a squared degree, a chord is no longer than it comes out as. */
  private final double mostPerLon;

  private final double mostPerLat;

  /** By these, in m² to a squared degree, a chord to a place of the disc is no shorter. */
  private final double leastPerLon;

  private final double leastPerLat;

  private GeodesicDisc(double lon, double lat, double radius) {
    this.lon = Geodesy.normalise(lon);
    this.lat = lat;
    this.radius = radius;
    this.boxes = Geodesy.bounds(lon, lat, radius);
    this.bounds = DistanceBounds.from(lon, lat);
    double inner = DistanceBounds.innerChord(radius);
    double outer = DistanceBounds.outerChord(radius);
    this.innerSquared = inner < 0 ? -1 : inner * inner;
    this.outerSquared = outer * outer;
    double south = boxes.get(0).getMinY();
    double north = boxes.get(0).getMaxY();
    double reach = Math.toRadians(boxes.stream().mapToDouble(Envelope::getWidth).sum() / 2);
    double arc = radius / DistanceBounds.LEAST_RADIUS_METRES;
    LocalScale here = LocalScale.at(lat);
    LocalScale equatorwards =
        LocalScale.at(south * north <= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north)));
    LocalScale polewards = LocalScale.at(Math.max(Math.abs(south), Math.abs(north)));
    this.mostPerLon = equatorwards.metresPerLon() * here.metresPerLon();
    this.mostPerLat = square(polewards.metresPerLat());
    this.leastPerLon = polewards.metresPerLon() * here.metresPerLon() * (1 - square(reach) / 12);
    this.leastPerLat = square(equatorwards.metresPerLat()) * (1 - square(arc) / 12);
  }

  private static double square(double value) {
    return value * value;
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
    return boxes;
  }

  /** Whether a place is within the distance. */
  public boolean holds(double toLon, double toLat) {
    double apart = Math.abs(toLon - lon);
    double east = square(apart > 180 ? 360 - apart : apart);
    double north = square(toLat - lat);
    if (east * mostPerLon + north * mostPerLat <= innerSquared) {
      return true;
    }
    return east * leastPerLon + north * leastPerLat <= outerSquared && measure(toLon, toLat);
  }

  private boolean measure(double toLon, double toLat) {
    double chordSquared = bounds.chordSquared(toLon, toLat);
    if (chordSquared > outerSquared) {
      return false;
    }
    return chordSquared <= innerSquared
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
