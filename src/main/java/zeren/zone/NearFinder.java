package zeren.zone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Find;
import zeren.zone.Near.Group;
import zeren.zone.Near.Sought;

/**
 * Finds what lies within a distance of one or more centres. A feature is near when the geodesic
 * distance to the nearest point of its geometry is at most the radius; a feature is never near
 * itself.
 */
public final class NearFinder {

  private static final Comparator<Find> NEAREST_FIRST =
      Comparator.comparingDouble(Find::distance)
          .thenComparing(find -> find.view().declaration().id())
          .thenComparing(find -> find.view().id(find.row()));

  /** Finds that one question may have: it must fit in memory many times over. */
  static final int MOST_FINDS = 200_000;

  private NearFinder() {}

  /**
   * @param radius in metres
   * @param upwind keeps only what lies in this sector; null keeps all
   * @return one group a centre, in their order, also where nothing was found
   * @throws ProblemException when more than {@link #MOST_FINDS} would be found
   */
  public static List<Group> find(
      List<Centre> centres, List<Sought> sought, double radius, @Nullable Upwind upwind) {
    List<Group> groups = new ArrayList<>();
    int total = 0;
    for (Centre centre : centres) {
      List<Find> found = new ArrayList<>();
      sought.forEach(layer -> search(centre, layer, radius, upwind, found));
      found.sort(NEAREST_FIRST);
      groups.add(new Group(centre, found));
      total += found.size();
      if (total > MOST_FINDS) {
        throw ProblemException.badParameter(
            "radius",
            String.format(
                Locale.ROOT,
                "More than %,d finds: ask with a smaller radius, round fewer centres, or for less.",
                MOST_FINDS));
      }
    }
    return groups;
  }

  private static void search(
      Centre centre, Sought sought, double radius, @Nullable Upwind upwind, List<Find> found) {
    List<Envelope> boxes = Geodesy.bounds(centre.at().lon(), centre.at().lat(), radius);
    for (int i = 0; i < boxes.size(); i++) {
      List<Envelope> earlier = boxes.subList(0, i);
      sought
          .view()
          .search(
              boxes.get(i),
              row -> {
                Envelope box = sought.view().box(row);
                // What meets two boxes, either side of the antimeridian, must not count twice.
                if (sought.keep().test(row) && earlier.stream().noneMatch(box::intersects)) {
                  measure(centre, sought, row, radius, upwind, found);
                }
              });
    }
  }

  private static void measure(
      Centre centre,
      Sought sought,
      int row,
      double radius,
      @Nullable Upwind upwind,
      List<Find> found) {
    if (sought.view().declaration().id().equals(centre.layer())
        && sought.view().id(row).equals(centre.id())) {
      return;
    }
    LonLat from = centre.at();
    LonLat to = nearestPoint(from, sought.view(), row);
    double distance = Geodesy.distance(from.lon(), from.lat(), to.lon(), to.lat());
    if (distance > radius) {
      return;
    }
    double bearing =
        distance == 0 ? 0 : Geodesy.bearing(from.lon(), from.lat(), to.lon(), to.lat());
    if (upwind == null || distance == 0 || upwind.covers(bearing)) {
      found.add(new Find(sought.view(), row, distance, bearing, to));
    }
  }

  private static LonLat nearestPoint(LonLat from, LayerView view, int row) {
    return view.declaration().geometry() == GeometryType.POINT
        ? new LonLat(view.lon(row), view.lat(row))
        : Geodesy.nearest(from.lon(), from.lat(), view.geometry(row));
  }
}
