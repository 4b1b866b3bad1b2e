package zeren.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Measures how much memory snapshots take, how long it takes to build them, and how long to search
 * them, beside JTS's HPRtree on the same boxes. Run it from the root, after {@code mvn
 * test-compile}, with:
 *
 * <pre>
 * mvn -q dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -Xmx512m -cp target/classes:target/test-classes:$(cat target/classpath) \
 *   zeren.layer.SnapshotFootprint
 * </pre>
 */
final class SnapshotFootprint {

  private static final int POINTS = 1_000_000;
  private static final int AREAS = 100_000;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final String DECLARATION =
      """
      id: thing
      title: {zh: 物, en: Thing}
      geometry: %s
      visibility: public
      name: name
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}}
        - {name: address, type: text, title: {zh: 地址, en: Address}}
        - {name: phone, type: text, title: {zh: 电话, en: Phone}}
        - {name: kind, type: text, title: {zh: 类, en: Kind}}
        - {name: grade, type: integer, title: {zh: 级, en: Grade}}
        - {name: flow, type: number, title: {zh: 量, en: Flow}}
        - {name: begun, type: date, title: {zh: 起, en: Begun}}
        - {name: closed, type: boolean, title: {zh: 闭, en: Closed}}
      drawing: {order: 1, style: {size: 1}}
      """;

  private SnapshotFootprint() {}

  public static void main(String[] arguments) {
    say("heap at most %d MB", Runtime.getRuntime().maxMemory() >> 20);
    measure("points", "Point", POINTS, SnapshotFootprint::point);
    measure("areas of 20 corners", "MultiPolygon", AREAS, SnapshotFootprint::area);
  }

  private interface Maker {
    Geometry make(Random random);
  }

  private static Geometry point(Random random) {
    return GEOMETRIES.createPoint(
        new Coordinate(112 + 2 * random.nextDouble(), 34 + random.nextDouble()));
  }

  private static Geometry area(Random random) {
    double x = 112 + 2 * random.nextDouble();
    double y = 34 + random.nextDouble();
    Coordinate[] ring = new Coordinate[21];
    for (int i = 0; i < 21; i++) {
      double angle = Math.toRadians(18 * (i % 20));
      ring[i] = new Coordinate(x + 0.005 * Math.cos(angle), y + 0.005 * Math.sin(angle));
    }
    return GEOMETRIES.createPolygon(ring);
  }

  private static void measure(String what, String geometry, int count, Maker maker) {
    LayerDeclaration layer = Views.declare(DECLARATION.formatted(geometry));
    long before = used();
    LayerSnapshot first = build(layer, count, maker);
    long one = used() - before;
    long start = System.nanoTime();
    LayerSnapshot second = build(layer, count, maker);
    double seconds = (System.nanoTime() - start) / 1e9;
    long two = used() - before;
    say("%,d %s: %d MB a snapshot, %d MB two", count, what, one >> 20, two >> 20);
    say("  built in %.2f s, the making of the rows included", seconds);
    search(second);
    reads(second);
    if (first.size() != second.size()) {
      throw new IllegalStateException();
    }
  }

  private static LayerSnapshot build(LayerDeclaration layer, int count, Maker maker) {
    SnapshotRows rows = new SnapshotRows(layer);
    Random random = new Random(7);
    for (int i = 0; i < count; i++) {
      rows.add(version(i, maker.make(random), random));
    }
    return new LayerSnapshot(layer, 1, DAY, rows.build());
  }

  private static FeatureVersion version(int i, Geometry geometry, Random random) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", "第" + i + "号排污口");
    values.put("address", "郑州市中原区" + random.nextInt(5000) + "号");
    values.put("phone", "0371-" + (10_000_000 + random.nextInt(80_000_000)));
    values.put("kind", "kind" + random.nextInt(12));
    values.put("grade", (long) random.nextInt(5));
    values.put("flow", random.nextDouble() * 100);
    values.put("begun", DAY.minusDays(random.nextInt(4000)).toString());
    values.put("closed", random.nextBoolean());
    return new FeatureVersion(
        "thing",
        "thing-%07d".formatted(i),
        1,
        geometry,
        values,
        null,
        DAY,
        null,
        Instant.EPOCH,
        "tester",
        null,
        null,
        null);
  }

  private static void search(LayerSnapshot snapshot) {
    HPRtree theirs = new HPRtree();
    for (int row = 0; row < snapshot.size(); row++) {
      theirs.insert(snapshot.geometries().box(row), row);
    }
    theirs.build();
    for (double side : new double[] {0.001, 0.01, 0.1, 1}) {
      List<Envelope> boxes = boxes(side, side >= 0.1 ? 200 : 20_000);
      int[] found = new int[2];
      double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
      for (int round = 0; round < 5; round++) {
        found[0] = 0;
        found[1] = 0;
        IntConsumer ours = row -> found[0]++;
        Consumer<Object> others = item -> found[1]++;
        best[0] = Math.min(best[0], time(boxes, box -> snapshot.search(box, ours)));
        best[1] = Math.min(best[1], time(boxes, box -> theirs.query(box, others::accept)));
      }
      if (found[0] != found[1]) {
        throw new IllegalStateException(found[0] + " found, HPRtree finds " + found[1]);
      }
      say(
          "  boxes of %s°: %.2f µs a search (%d found), HPRtree %.2f µs, ratio %.2f",
          side, best[0], found[0] / boxes.size(), best[1], best[0] / best[1]);
    }
  }

  private static List<Envelope> boxes(double side, int count) {
    Random random = new Random(9);
    List<Envelope> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 112 + 2 * random.nextDouble();
      double y = 34 + random.nextDouble();
      boxes.add(new Envelope(x, x + side, y, y + side));
    }
    return boxes;
  }

  /** Microseconds a box. */
  private static double time(List<Envelope> boxes, Consumer<Envelope> search) {
    long start = System.nanoTime();
    boxes.forEach(search);
    return (System.nanoTime() - start) / 1e3 / boxes.size();
  }

  private static void reads(LayerSnapshot snapshot) {
    LayerView view = new LayerView(snapshot, false, snapshot.declaration());
    long sum = 0;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      for (int row = 0; row < view.size(); row++) {
        sum += view.geometry(row).getNumPoints();
      }
      long middle = System.nanoTime();
      for (int row = 0; row < view.size(); row++) {
        sum += view.properties(row).size();
      }
      long found = System.nanoTime();
      for (int row = 0; row < view.size(); row += 7) {
        sum += view.findRow(view.id(row)).orElseThrow() - row;
      }
      long end = System.nanoTime();
      if (round == 2) {
        say(
            "  a geometry %d ns, all properties %d ns, a row by its id %d ns (%d)",
            (middle - start) / view.size(),
            (found - middle) / view.size(),
            (end - found) * 7 / view.size(),
            sum);
      }
    }
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
