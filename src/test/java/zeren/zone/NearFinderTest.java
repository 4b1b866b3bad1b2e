package zeren.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import zeren.Shapes;
import zeren.geo.LonLat;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.zone.Near.Centre;
import zeren.zone.Near.Find;
import zeren.zone.Near.Sought;

class NearFinderTest {

  private static final LayerDeclaration POINTS = Views.declare("spot", "Point");
  private static final LayerDeclaration LINES = Views.declare("line", "MultiLineString");
  private static final LayerDeclaration AREAS = Views.declare("area", "MultiPolygon");

  private static LayerView view(LayerDeclaration layer, List<Views.Item> items) {
    return Views.of(layer, Viewer.ANONYMOUS, items);
  }

  private static Centre at(double lon, double lat) {
    return new Centre(null, null, null, new LonLat(lon, lat));
  }

  private static List<Find> find(Centre centre, LayerView view, double radius, Upwind upwind) {
    return NearFinder.find(List.of(centre), List.of(new Sought(view, row -> true)), radius, upwind)
        .get(0)
        .found();
  }

  @SuppressWarnings("NullAway") // null stands for every direction
  private static List<Find> find(Centre centre, LayerView view, double radius) {
    return find(centre, view, radius, null);
  }

  private static List<String> ids(List<Find> found) {
    return found.stream().map(find -> find.view().id(find.row())).toList();
  }

  /** Points round the centre, dense near the radius, and some anywhere on earth. */
  private static List<Views.Item> scatter(Random random, Point centre, double radius) {
    List<Views.Item> items = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double metres =
          i % 3 == 0
              ? radius * (1 + (random.nextDouble() - 0.5) * 1e-6)
              : radius * 2 * random.nextDouble();
      items.add(new Views.Item("p" + i, Shapes.away(centre, random.nextDouble() * 360, metres)));
    }
    for (int i = 0; i < 100; i++) {
      items.add(
          new Views.Item(
              "w" + i,
              Shapes.point(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90)));
    }
    return items;
  }

  @ParameterizedTest
  @CsvSource({
    "113.6, 34.75", "0, 0", "180, 0", "-180, 10", "179.9999, 52", "-179.99, -52", "179.5, 85",
    "10, 89.9", "-170, -89.9", "45, 90", "0, -90", "73.5, 53.5", "-0.00001, 66.6", "120, 89.9999"
  })
  void findsAreThoseOfBruteForce(double lon, double lat) {
    Random random = new Random(20261122);
    Point centre = Shapes.point(lon, lat);
    for (double radius : new double[] {1, 20, 3000, 35_000, 100_000}) {
      List<Views.Item> items = scatter(random, centre, radius);
      Set<String> expected = new HashSet<>();
      for (Views.Item item : items) {
        Coordinate c = item.geometry().getCoordinate();
        if (Shapes.metres(lon, lat, c.x, c.y) <= radius) {
          expected.add(item.id());
        }
      }
      List<Find> found = find(at(lon, lat), view(POINTS, items), radius);
      assertThat(expected).as("something to find").isNotEmpty();
      assertThat(ids(found))
          .as("radius %s", radius)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(expected);
      for (Find find : found) {
        Coordinate c = find.view().geometry(find.row()).getCoordinate();
        assertThat(find.distance()).isEqualTo(Shapes.metres(lon, lat, c.x, c.y), within(1e-6));
      }
      assertThat(found).extracting(Find::distance).isSorted();
    }
  }

  /** Rings of points at nearly the same distance, twins, and areas among them. */
  @ParameterizedTest
  @CsvSource({"113.6, 34.75, 3000", "180, 10, 100000", "20, 89.9, 50", "-73, -61, 1"})
  void thePartsOfAGroupAreThoseOfAllFindsInOrder(double lon, double lat, double radius) {
    Random random = new Random(9);
    Point centre = Shapes.point(lon, lat);
    List<Views.Item> points = new ArrayList<>();
    List<Views.Item> areas = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double metres = radius * (1 + random.nextInt(4)) / 5 + (random.nextInt(9) - 4) * 1e-6;
      points.add(new Views.Item("p" + i, Shapes.away(centre, random.nextDouble() * 360, metres)));
      if (i % 4 == 0) {
        points.add(new Views.Item("t" + i, points.get(points.size() - 1).geometry()));
        Point corner = Shapes.away(centre, 45, metres);
        double side = radius * 1e-6;
        areas.add(
            new Views.Item(
                "a" + i,
                Shapes.rectangle(
                    corner.getX(), corner.getY(), corner.getX() + side, corner.getY() + side)));
      }
    }
    NearGroup group =
        NearFinder.find(
                List.of(at(lon, lat)),
                List.of(
                    new Sought(view(POINTS, points), row -> true),
                    new Sought(view(AREAS, areas), row -> true)),
                radius,
                new Upwind(0, 180))
            .get(0);
    List<Find> expected = new ArrayList<>(group.found());
    assertThat(expected).hasSize(group.count()).hasSizeGreaterThan(550);
    expected.sort(
        Comparator.comparingDouble(
                (Find find) -> Shapes.metres(lon, lat, find.at().lon(), find.at().lat()))
            .thenComparing(find -> find.view().declaration().id())
            .thenComparing(find -> find.view().id(find.row())));
    assertThat(group.found()).isEqualTo(expected);
    for (int size : new int[] {1, 7, 100, 599}) {
      List<Find> parts = new ArrayList<>();
      for (int from = 0; from < group.count(); from += size) {
        parts.addAll(group.found(from, Math.min(from + size, group.count())));
      }
      assertThat(parts).as("parts of %d", size).isEqualTo(expected);
    }
    assertThat(group.found(3, 3)).isEmpty();
  }

  @Test
  void aTenthOfAMetreDecides() {
    Point centre = Shapes.point(113.6, 34.75);
    List<Views.Item> items = new ArrayList<>();
    for (int bearing = 0; bearing < 360; bearing += 5) {
      items.add(new Views.Item("in" + bearing, Shapes.away(centre, bearing, 2999.9)));
      items.add(new Views.Item("out" + bearing, Shapes.away(centre, bearing, 3000.1)));
    }
    List<String> found = ids(find(at(113.6, 34.75), view(POINTS, items), 3000));
    assertThat(found).hasSize(72).allMatch(id -> id.startsWith("in"));
  }

  /** The straight piece between two vertices, cut into points so close that none is missed. */
  private static double sampledMetres(double lon, double lat, Geometry line) {
    Coordinate[] vertices = line.getCoordinates();
    double least = Double.MAX_VALUE;
    for (int i = 1; i < vertices.length; i++) {
      for (int k = 0; k <= 2000; k++) {
        double t = k / 2000.0;
        double x = vertices[i - 1].x + t * (vertices[i].x - vertices[i - 1].x);
        double y = vertices[i - 1].y + t * (vertices[i].y - vertices[i - 1].y);
        least = Math.min(least, Shapes.metres(lon, lat, x, y));
      }
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 34.75, -61, 84})
  void linesAndAreasAreAsFarAsTheirNearestPoint(double lat) {
    Random random = new Random(7);
    double lon = 113.6;
    List<Views.Item> lines = new ArrayList<>();
    List<Views.Item> areas = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double x = lon + (random.nextDouble() - 0.5) * 0.2;
      double y = lat + (random.nextDouble() - 0.5) * 0.1;
      double dx = 0.001 + random.nextDouble() * 0.02;
      double dy = 0.001 + random.nextDouble() * 0.02;
      lines.add(
          new Views.Item(
              "l" + i, Shapes.wkt("LINESTRING (%s %s, %s %s)".formatted(x, y, x + dx, y + dy))));
      areas.add(new Views.Item("a" + i, Shapes.rectangle(x, y, x + dx, y + dy)));
    }
    double radius = 5000;
    assertMatchesSamples(lon, lat, radius, LINES, lines);
    assertMatchesSamples(lon, lat, radius, AREAS, areas);
  }

  private static void assertMatchesSamples(
      double lon, double lat, double radius, LayerDeclaration layer, List<Views.Item> items) {
    List<Find> found = find(at(lon, lat), view(layer, items), radius);
    assertThat(found).extracting(Find::distance).isSorted();
    Set<String> expected = new HashSet<>();
    for (Views.Item item : items) {
      boolean inside =
          item.geometry().getDimension() == 2 && item.geometry().covers(Shapes.point(lon, lat));
      double sampled = inside ? 0 : sampledMetres(lon, lat, item.geometry());
      assertThat(Math.abs(sampled - radius)).as("a clear case").isGreaterThan(1);
      if (sampled <= radius) {
        expected.add(item.id());
        assertThat(found)
            .filteredOn(find -> find.view().id(find.row()).equals(item.id()))
            .singleElement()
            .satisfies(find -> assertThat(find.distance()).isCloseTo(sampled, within(0.05)))
            .satisfies(
                find ->
                    assertThat(Shapes.metres(lon, lat, find.at().lon(), find.at().lat()))
                        .isCloseTo(find.distance(), within(1e-6)));
      }
    }
    assertThat(expected).isNotEmpty().hasSizeLessThan(items.size());
    assertThat(ids(found)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aPlaceOnTheEdgeOfTwoAreasIsInBothAndInAHoleInNone() {
    LayerView areas =
        view(
            AREAS,
            List.of(
                new Views.Item("east", Shapes.rectangle(1, 0, 2, 1)),
                new Views.Item(
                    "west",
                    Shapes.wkt(
                        "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0),"
                            + " (0.4 0.4, 0.4 0.6, 0.6 0.6, 0.6 0.4, 0.4 0.4))"))));
    List<Find> edge = find(at(1, 0.5), areas, 1);
    assertThat(ids(edge)).containsExactly("east", "west");
    assertThat(edge).allMatch(find -> find.distance() == 0 && find.bearing() == 0);
    assertThat(ids(find(at(0.5, 0.5), areas, 10_000))).isEmpty();
    assertThat(find(at(0.5, 0.5), areas, 12_000))
        .singleElement()
        .satisfies(
            find ->
                assertThat(find.distance())
                    .isCloseTo(Shapes.metres(0.5, 0.5, 0.5, 0.4), within(1.0)));
    assertThat(ids(find(at(0.5, 0.4), areas, 1))).containsExactly("west");
  }

  @Test
  void aFeatureIsNeverNearItselfButItsTwinIs() {
    LayerView points =
        view(
            POINTS,
            List.of(
                new Views.Item("one", Shapes.point(1, 1)),
                new Views.Item("twin", Shapes.point(1, 1))));
    LayerView others =
        view(Views.declare("other", "Point"), List.of(new Views.Item("one", Shapes.point(1, 1))));
    Centre one = new Centre("spot", "one", "one", new LonLat(1, 1));
    assertThat(ids(find(one, points, 1))).containsExactly("twin");
    assertThat(ids(find(one, others, 1))).containsExactly("one");
  }

  @Test
  void everyCentreHasItsGroupAndFindsOfAllLayersAreMixedByDistance() {
    Point centre = Shapes.point(113, 34);
    LayerView near =
        view(
            POINTS,
            List.of(
                new Views.Item("b", Shapes.away(centre, 0, 100)),
                new Views.Item("a", Shapes.away(centre, 0, 300))));
    LayerView other =
        view(
            Views.declare("other", "Point"),
            List.of(new Views.Item("c", Shapes.away(centre, 0, 200))));
    var groups =
        NearFinder.find(
            List.of(at(113, 34), at(0, 0)),
            List.of(new Sought(near, row -> true), new Sought(other, row -> true)),
            3000,
            new Upwind(0, 180));
    assertThat(groups).hasSize(2);
    assertThat(ids(groups.get(0).found())).containsExactly("b", "c", "a");
    assertThat(groups.get(1).found()).isEmpty();
    var kept =
        NearFinder.find(
            List.of(at(113, 34)),
            List.of(new Sought(near, row -> near.id(row).equals("a"))),
            3000,
            new Upwind(0, 180));
    assertThat(ids(kept.get(0).found())).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 45, 0;10;40;320;350",
    "350, 20, 330.5;340;350;0;5;9.5",
    "10, 20, 350.5;0;10;29.5",
    "180, 10, 170.5;180;189.5",
    "360, 5, 355.5;0;4.5",
    "225, 0.5, 225"
  })
  void upwindIsASectorThatMayWrapRoundNorth(double from, double spread, String inside) {
    Point centre = Shapes.point(113, 34);
    List<Views.Item> items = new ArrayList<>();
    Set<String> expected = new HashSet<>();
    for (String bearing : inside.split(";")) {
      items.add(new Views.Item(bearing, Shapes.away(centre, Double.parseDouble(bearing), 1000)));
      expected.add(bearing);
    }
    for (double side : new double[] {from - spread - 1, from + spread + 1, from + 180}) {
      items.add(new Views.Item("out" + side, Shapes.away(centre, side, 1000)));
    }
    items.add(new Views.Item("here", centre));
    expected.add("here");
    assertThat(ids(find(at(113, 34), view(POINTS, items), 3000, new Upwind(from, spread))))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
