package zeren.desk;

import org.jspecify.annotations.Nullable;
import zeren.geo.GeodesicWay;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/**
 * One row of a table: a feature, and what it was found near.
 *
 * @param at the feature's point that is nearest to the centre
 * @param centre what it was found near; null when it was not
 * @param ring the smallest radius that reaches it, in metres; null when there is none
 */
public record TableLine(
    LayerView view, int row, LonLat at, @Nullable Centre centre, @Nullable Double ring) {

  /**
   * @param name of the feature in the centre; null for a bare place
   */
  public record Centre(@Nullable String name, LonLat at) {}

  /**
   * @param radii in metres, rising
   */
  public static TableLine of(LayerView view, int row, @Nullable Centre centre, double[] radii) {
    LonLat at = nearest(view, row, centre);
    Double ring = null;
    if (centre != null) {
      double distance = way(centre, at).metres();
      for (double radius : radii) {
        ring = ring == null && distance <= radius ? Double.valueOf(radius) : ring;
      }
    }
    return new TableLine(view, row, at, centre, ring);
  }

  private static LonLat nearest(LayerView view, int row, @Nullable Centre centre) {
    return centre == null || view.declaration().geometry() == GeometryType.POINT
        ? new LonLat(view.lon(row), view.lat(row))
        : Geodesy.nearest(centre.at().lon(), centre.at().lat(), view.geometry(row));
  }

  /** From the centre to the feature; null without a centre. */
  @Nullable GeodesicWay way() {
    return centre == null ? null : way(centre, at);
  }

  private static GeodesicWay way(Centre centre, LonLat at) {
    return Geodesy.way(centre.at().lon(), centre.at().lat(), at.lon(), at.lat());
  }
}
