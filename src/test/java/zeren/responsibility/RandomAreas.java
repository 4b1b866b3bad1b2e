package zeren.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Valid areas of all sorts: stars with holes, of several parts, and long slivers aslant. */
final class RandomAreas {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final SplittableRandom random;

  RandomAreas(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Within about a degree around 113.5° east and 34.5° north. */
  List<Geometry> list(int count) {
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 113 + random.nextDouble();
      double y = 34 + random.nextDouble();
      double size = Math.pow(10, -0.5 - 2 * random.nextDouble());
      areas.add(
          switch (i % 4) {
            case 0 -> star(x, y, size);
            case 1 ->
                SHAPES.createMultiPolygon(
                    new Polygon[] {star(x, y, size), star(x + 2.1 * size, y, size)});
            case 2 -> sliver(x, y, size);
            default -> SHAPES.toGeometry(star(x, y, size).getEnvelopeInternal());
          });
    }
    return areas;
  }

  private Polygon star(double x, double y, double size) {
    LinearRing shell = ring(x, y, size / 2, size, 3 + random.nextInt(150));
    return random.nextBoolean()
        ? SHAPES.createPolygon(shell)
        : SHAPES.createPolygon(shell, new LinearRing[] {hole(x, y, size)});
  }

  private LinearRing hole(double x, double y, double size) {
    return ring(x, y, size / 20, size / 10, 3 + random.nextInt(9));
  }

  /** Its corners go round by even steps, so it never meets itself. */
  private LinearRing ring(double x, double y, double least, double most, int corners) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = least + random.nextDouble() * (most - least);
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return SHAPES.createLinearRing(ring);
  }

  private Polygon sliver(double x, double y, double size) {
    double dx = size * (random.nextDouble() - 0.5);
    double dy = size * (random.nextDouble() - 0.5);
    double width = 1e-3 * random.nextDouble();
    return SHAPES.createPolygon(
        new Coordinate[] {
          new Coordinate(x - dx, y - dy),
          new Coordinate(x + dx, y + dy),
          new Coordinate(x + dx - width * dy, y + dy + width * dx),
          new Coordinate(x - dx - width * dy, y - dy + width * dx),
          new Coordinate(x - dx, y - dy)
        });
  }

  double[][] points(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new double[] {112.9 + 1.2 * random.nextDouble(), 33.9 + 1.2 * random.nextDouble()})
        .toArray(double[][]::new);
  }
}
