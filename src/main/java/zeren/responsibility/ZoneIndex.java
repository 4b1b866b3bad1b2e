package zeren.responsibility;

import java.util.List;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import zeren.geo.Geodesy;

/**
 * Circles round places, to find those that a point lies in.
 *
 * @param <T> what a circle stands for
 */
final class ZoneIndex<T> {

  private record Zone<T>(T of, double lon, double lat, double radius) {}

  private final STRtree tree = new STRtree();
  private int size;

  /**
   * @param radius metres
   */
  void add(T of, double lon, double lat, double radius) {
    Zone<T> zone = new Zone<>(of, lon, lat, radius);
    for (Envelope box : Geodesy.bounds(lon, lat, radius)) {
      tree.insert(box, zone);
    }
    size++;
  }

  /** Must be called once, after the last was added: the tree is then read by many at once. */
  void build() {
    tree.build();
  }

  /** Hands over the circles whose centre is not further away than their radius, with metres. */
  @SuppressWarnings("unchecked")
  void around(double lon, double lat, BiConsumer<T, Double> receiver) {
    if (size == 0) {
      return;
    }
    for (Zone<T> zone : (List<Zone<T>>) tree.query(new Envelope(lon, lon, lat, lat))) {
      double distance = Geodesy.distance(zone.lon, zone.lat, lon, lat);
      if (distance <= zone.radius) {
        receiver.accept(zone.of, distance);
      }
    }
  }
}
