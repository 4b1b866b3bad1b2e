package zeren.zone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import zeren.geo.GeodesicDisc;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Find;
import zeren.zone.Near.Sought;

/**
 * The pure join: which rows lie within a distance of which centres. An index hands over what meets
 * the bounding boxes, and a {@link GeodesicDisc} decides. Centres are shared out among the cores.
 */
final class NearJoin {

  private final List<Sought> sought;
  private final double radius;
  private final @Nullable Upwind upwind;
  private final long most;
  private final AtomicLong total = new AtomicLong();

  /**
   * @param radius in metres
   * @param upwind keeps only what lies in this sector; null keeps all
   * @param most finds after which the join may be given up
   */
  NearJoin(List<Sought> sought, double radius, @Nullable Upwind upwind, long most) {
    this.sought = sought;
    this.radius = radius;
    this.upwind = upwind;
    this.most = most;
  }

  /**
   * The rows found, in no particular order, by centre and then by what is sought; empty when there
   * are more than the most.
   */
  Optional<int[][][]> rows(List<Centre> centres) {
    int[][][] rows =
        IntStream.range(0, centres.size())
            .parallel()
            .mapToObj(i -> around(centres.get(i)))
            .toArray(int[][][]::new);
    return total.get() > most ? Optional.empty() : Optional.of(rows);
  }

  private int[][] around(Centre centre) {
    int[][] rows = new int[sought.size()][];
    if (total.get() > most) {
      return rows;
    }
    GeodesicDisc disc = GeodesicDisc.around(centre.at().lon(), centre.at().lat(), radius);
    List<Envelope> boxes = disc.boxes();
    int found = 0;
    for (int i = 0; i < rows.length; i++) {
      Sought layer = sought.get(i);
      IntPredicate keep = keep(centre, layer);
      rows[i] =
          layer.view().declaration().geometry() == GeometryType.POINT
              ? points(layer.view(), disc, boxes, keep)
              : shapes(layer.view(), disc, boxes, keep);
      found += rows[i].length;
    }
    total.addAndGet(found);
    return rows;
  }

  /** What counts of that which is near enough. */
  private IntPredicate keep(Centre centre, Sought layer) {
    LayerView view = layer.view();
    IntPredicate keep = layer.keep();
    String id = centre.id();
    if (id != null && view.declaration().id().equals(centre.layer())) {
      int self = view.findRow(id).orElse(-1);
      keep = keep.and(row -> row != self);
    }
    return upwind == null
        ? keep
        : keep.and(row -> upwind.covers(Find.measure(centre.at(), view, row)));
  }

  private static int[] points(
      LayerView view, GeodesicDisc disc, List<Envelope> boxes, IntPredicate keep) {
    Rows rows = new Rows();
    LayerView.Places places =
        (row, lon, lat) -> {
          if (disc.holds(lon, lat) && keep.test(row)) {
            rows.add(row);
          }
        };
    boxes.forEach(box -> view.scan(box, places));
    return rows.toArray();
  }

  private static int[] shapes(
      LayerView view, GeodesicDisc disc, List<Envelope> boxes, IntPredicate keep) {
    Rows rows = new Rows();
    for (int i = 0; i < boxes.size(); i++) {
      List<Envelope> earlier = boxes.subList(0, i);
      view.search(
          boxes.get(i),
          row -> {
            Envelope box = view.box(row);
            // What meets two boxes, either side of the antimeridian, must not count twice.
            if (earlier.stream().noneMatch(box::intersects)
                && disc.mayReach(box)
                && disc.reaches(view.geometry(row))
                && keep.test(row)) {
              rows.add(row);
            }
          });
    }
    return rows.toArray();
  }

  /** Row numbers while they come in. */
  private static final class Rows {
    private int[] rows = new int[16];
    private int size;

    void add(int row) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      rows[size++] = row;
    }

    int[] toArray() {
      return Arrays.copyOf(rows, size);
    }
  }
}
