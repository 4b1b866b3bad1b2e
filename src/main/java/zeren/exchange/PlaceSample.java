package zeren.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** A fair sample of the places of a file, all of them when they are few. */
final class PlaceSample {

  static final int MOST = 20_000;

  private final List<SampledPlace> places = new ArrayList<>();

  /** Seeded, so that the same file gives the same picture. */
  private final SplittableRandom random = new SplittableRandom(1);

  private long seen;

  /**
   * @param kind {@code created}, {@code changed}, {@code unchanged} or {@code refused}
   */
  record SampledPlace(String kind, long row, String name, double lon, double lat) {}

  void add(String kind, long row, String name, Geometry geometry) {
    seen++;
    int slot = places.size();
    if (slot == MOST) {
      long drawn = random.nextLong(seen);
      if (drawn >= MOST) {
        return;
      }
      slot = (int) drawn;
    }
    Point on = geometry instanceof Point point ? point : geometry.getInteriorPoint();
    SampledPlace place = new SampledPlace(kind, row, name, on.getX(), on.getY());
    if (slot == places.size()) {
      places.add(place);
    } else {
      places.set(slot, place);
    }
  }

  List<SampledPlace> places() {
    return places;
  }
}
