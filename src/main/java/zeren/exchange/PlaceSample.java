package zeren.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import zeren.exchange.ImportFindings.RowPlace;

/** A fair sample of the places of a file, all of them when they are few. */
final class PlaceSample {

  static final int MOST = 20_000;
  private static final int LONGEST_NAME = 100;

  private final List<RowPlace> places = new ArrayList<>();

  /** Seeded, so that the same file gives the same picture. */
  private final SplittableRandom random = new SplittableRandom(1);

  private long seen;

  void add(String kind, long row, String name, Geometry geometry) {
    if (geometry.isEmpty()) {
      return;
    }
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
    String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    RowPlace place = new RowPlace(kind, row, shown, on.getX(), on.getY());
    if (slot == places.size()) {
      places.add(place);
    } else {
      places.set(slot, place);
    }
  }

  List<RowPlace> places() {
    return places;
  }
}
