package zeren.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import zeren.geo.DistanceBounds;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Find;
import zeren.zone.Near.Sought;

/**
 * What was found round one centre. It is known which features, and so how many; how far they are is
 * measured for those that are looked at.
 */
public final class NearGroup {

  private static final Comparator<Find> NEAREST_FIRST =
      Comparator.comparingDouble(Find::distance)
          .thenComparing(find -> find.view().declaration().id())
          .thenComparing(find -> find.view().id(find.row()));

  private final Centre around;
  private final List<Sought> sought;

  /** By what is sought. */
  private final int[][] rows;

  NearGroup(Centre around, List<Sought> sought, int[][] rows) {
    this.around = around;
    this.sought = sought;
    this.rows = rows;
  }

  public Centre around() {
    return around;
  }

  /** How many there are. */
  public int count() {
    return Arrays.stream(rows).mapToInt(found -> found.length).sum();
  }

  /** All, nearest first. */
  public List<Find> found() {
    return found(0, count());
  }

  /**
   * A part of what was found, nearest first.
   *
   * <p>In the order of the {@linkplain DistanceBounds least distances}, the one in place {@code
   * from} is not more than the distance of the find that has this place, and the most that belongs
   * to the one in place {@code to − 1} is not less than the distance of the find there. What is
   * certainly nearer or farther than these two is in another part; only the rest is measured.
   */
  public List<Find> found(int from, int to) {
    if (from >= to) {
      return List.of();
    }
    double[][] least =
        IntStream.range(0, rows.length).mapToObj(this::least).toArray(double[][]::new);
    double[] order = Arrays.stream(least).flatMapToDouble(Arrays::stream).sorted().toArray();
    double low = order[from];
    double high = DistanceBounds.most(order[to - 1]);
    int before = 0;
    List<Seen> near = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        if (DistanceBounds.most(least[i][k]) < low) {
          before++;
        } else if (least[i][k] <= high) {
          near.add(new Seen(sought.get(i).view(), rows[i][k]));
        }
      }
    }
    return near.parallelStream()
        .map(seen -> Find.measure(around.at(), seen.view(), seen.row()))
        .sorted(NEAREST_FIRST)
        .toList()
        .subList(from - before, to - before);
  }

  private record Seen(LayerView view, int row) {}

  private double[] least(int i) {
    LayerView view = sought.get(i).view();
    LonLat from = around.at();
    if (view.declaration().geometry() == GeometryType.POINT) {
      DistanceBounds bounds = DistanceBounds.from(from.lon(), from.lat());
      return Arrays.stream(rows[i])
          .mapToDouble(row -> bounds.least(view.lon(row), view.lat(row)))
          .toArray();
    }
    return Arrays.stream(rows[i])
        .parallel()
        .mapToDouble(row -> Geodesy.distance(from.lon(), from.lat(), view.geometry(row)))
        .toArray();
  }
}
