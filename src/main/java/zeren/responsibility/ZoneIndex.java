package zeren.responsibility;

import java.util.List;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import zeren.geo.Geodesy;
import zeren.geo.LocalScale;

/**
 * Zones round features, to find those that a place lies in: places no further from the nearest
 * point of the feature than the radius; of a place with an extent, its nearest point counts.
 *
 * @param <T> what a zone stands for
 */
final class ZoneIndex<T> {

  private record Zone<T>(T of, Geometry centre, double radius) {}

  private final STRtree tree = new STRtree();
  private int size;

  /**
   * @param centre in degrees; one that is empty has no zone
   * @param radius metres
   */
  void add(T of, Geometry centre, double radius) {
    if (centre.isEmpty()) {
      return;
    }
    Zone<T> zone = new Zone<>(of, centre, radius);
    if (centre instanceof Point point) {
      for (Envelope box : Geodesy.bounds(point.getX(), point.getY(), radius)) {
        tree.insert(box, zone);
      }
    } else {
      Envelope box = centre.getEnvelopeInternal().copy();
      // A degree of longitude is the shortest at the edge that is further from the equator.
      LocalScale scale = LocalScale.at(Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
      double reach = radius * 1.05 + 1;
      box.expandBy(reach / scale.metresPerLon(), reach / scale.metresPerLat());
      tree.insert(box, zone);
    }
    size++;
  }

  /** Must be called once, after the last was added: the tree is then read by many at once. */
  void build() {
    tree.build();
  }

  /** Hands over the zones that the place lies in, with the metres to what they are round. */
  @SuppressWarnings("unchecked")
  void around(Place place, BiConsumer<T, Double> receiver) {
    if (size == 0) {
      return;
    }
    Geometry shape = place.shape();
    Envelope box =
        shape == null
            ? new Envelope(place.lon(), place.lon(), place.lat(), place.lat())
            : shape.getEnvelopeInternal();
    for (Zone<T> zone : (List<Zone<T>>) tree.query(box)) {
      double distance = distance(zone.centre, place);
      if (distance <= zone.radius) {
        receiver.accept(zone.of, distance);
      }
    }
  }

  private static double distance(Geometry centre, Place place) {
    Geometry shape = place.shape();
    if (shape == null) {
      return Geodesy.distance(place.lon(), place.lat(), centre);
    }
    return centre instanceof Point point
        ? Geodesy.distance(point.getX(), point.getY(), shape)
        : Shares.metresBetween(shape, centre);
  }
}
