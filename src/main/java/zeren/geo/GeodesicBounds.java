package zeren.geo;

import java.util.List;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Envelope;

/** Boxes of longitude and latitude around geodesic circles. */
final class GeodesicBounds {

  /** About 0.1 mm, far more than the rounding of the formulas. */
  private static final double MARGIN_DEGREES = 1e-9;

  private GeodesicBounds() {}

  static List<Envelope> of(double lon, double lat, double radiusMetres) {
    if (!(radiusMetres > 0 && Double.isFinite(radiusMetres))) {
      throw new IllegalArgumentException("Radius " + radiusMetres + " m is not more than 0");
    }
    double centre = Geodesy.normalise(lon);
    double south = reaches(lat, -90, radiusMetres) ? -90 : latitudeAt(lat, 180, radiusMetres);
    double north = reaches(lat, 90, radiusMetres) ? 90 : latitudeAt(lat, 0, radiusMetres);
    south = Math.max(-90, south - MARGIN_DEGREES);
    north = Math.min(90, north + MARGIN_DEGREES);
    double reach = longitudeReach(lat, radiusMetres);
    if (south == -90 || north == 90 || reach >= 180) {
      return List.of(new Envelope(-180, 180, south, north));
    }
    double west = centre - reach;
    double east = centre + reach;
    if (west < -180) {
      return List.of(
          new Envelope(-180, east, south, north), new Envelope(west + 360, 180, south, north));
    }
    if (east > 180) {
      return List.of(
          new Envelope(west, 180, south, north), new Envelope(-180, east - 360, south, north));
    }
    return List.of(new Envelope(west, east, south, north));
  }

  private static boolean reaches(double lat, double pole, double radiusMetres) {
    return new DistanceBounds(0, lat).least(0, pole) <= radiusMetres
        && Geodesy.distance(0, lat, 0, pole) <= radiusMetres;
  }

  private static double latitudeAt(double lat, double bearing, double radiusMetres) {
    return Geodesy.ELLIPSOID.Direct(lat, 0, bearing, radiusMetres, GeodesicMask.LATITUDE).lat2;
  }

  /**
   * How far in longitude a circle reaches at most. On the auxiliary sphere of the ellipsoid a way
   * of s metres is an arc of at most s/b, a place has its reduced latitude β, and a difference of
   * longitude is at least the one on the ellipsoid; on a sphere the reach of an arc σ is asin(sin σ
   * / cos β).
   */
  private static double longitudeReach(double lat, double radiusMetres) {
    double arc = radiusMetres / Geodesy.SEMI_MINOR_METRES;
    double reduced = Math.atan((1 - Geodesy.FLATTENING) * Math.tan(Math.toRadians(lat)));
    double ratio = Math.sin(arc) / Math.cos(reduced);
    if (arc >= Math.PI / 2 || ratio >= 1) {
      return 180;
    }
    return Math.toDegrees(Math.asin(ratio)) + MARGIN_DEGREES;
  }
}
