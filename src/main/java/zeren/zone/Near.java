package zeren.zone;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import zeren.geo.GeodesicWay;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/** The words of the question what lies near something, and of its answer. */
public final class Near {

  private Near() {}

  /**
   * The middle of a zone.
   *
   * @param layer id of its layer; null when the middle is a bare position
   */
  public record Centre(
      @Nullable String layer, @Nullable String id, @Nullable String name, LonLat at) {}

  /**
   * What is looked for.
   *
   * @param keep which rows of the view count; asked by several threads
   */
  public record Sought(LayerView view, IntPredicate keep) {}

  /**
   * A feature found.
   *
   * @param row its row in the view
   * @param distance geodesic, in metres, to the nearest point of its geometry
   * @param bearing direction of that point seen from the centre, degrees clockwise from north; 0 at
   *     distance 0
   * @param at that point
   */
  public record Find(LayerView view, int row, double distance, double bearing, LonLat at) {

    static Find measure(LonLat from, LayerView view, int row) {
      LonLat to =
          view.declaration().geometry() == GeometryType.POINT
              ? new LonLat(view.lon(row), view.lat(row))
              : Geodesy.nearest(from.lon(), from.lat(), view.geometry(row));
      GeodesicWay way = Geodesy.way(from.lon(), from.lat(), to.lon(), to.lat());
      return new Find(view, row, way.metres(), way.metres() == 0 ? 0 : way.bearing(), to);
    }
  }
}
