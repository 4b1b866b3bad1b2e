package zeren.geo;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Slow answers to check the fast ones with: dense samples of edges, measured with GeographicLib.
 */
final class BruteForce {

  private static final Geodesic ELLIPSOID = new Geodesic(6378137, 1 / 298.257222101);
  private static final int SAMPLES = 300;

  private BruteForce() {}

  /** Metres to the nearest point of the lines, whether or not the place is inside of them. */
  static double distanceToLines(double lon, double lat, Geometry geometry) {
    List<LineString> lines = new ArrayList<>();
    geometry.apply(new LinearComponentExtracter(lines));
    double best = Double.POSITIVE_INFINITY;
    for (LineString line : lines) {
      Coordinate[] vertices = line.getCoordinates();
      for (int i = 1; i < vertices.length; i++) {
        best = Math.min(best, toEdge(lon, lat, vertices[i - 1], vertices[i]));
      }
    }
    return best;
  }

  private static double toEdge(double lon, double lat, Coordinate from, Coordinate to) {
    int nearest = 0;
    for (int i = 1; i <= SAMPLES; i++) {
      if (at(lon, lat, from, to, (double) i / SAMPLES)
          < at(lon, lat, from, to, (double) nearest / SAMPLES)) {
        nearest = i;
      }
    }
    double low = Math.max(0, nearest - 1.0) / SAMPLES;
    double high = Math.min(SAMPLES, nearest + 1.0) / SAMPLES;
    for (int round = 0; round < 60; round++) {
      double third = (high - low) / 3;
      if (at(lon, lat, from, to, low + third) < at(lon, lat, from, to, high - third)) {
        high -= third;
      } else {
        low += third;
      }
    }
    return at(lon, lat, from, to, (low + high) / 2);
  }

  private static double at(double lon, double lat, Coordinate from, Coordinate to, double t) {
    double x = from.x + t * (to.x - from.x);
    double y = from.y + t * (to.y - from.y);
    return ELLIPSOID.Inverse(lat, lon, y, x).s12;
  }
}
