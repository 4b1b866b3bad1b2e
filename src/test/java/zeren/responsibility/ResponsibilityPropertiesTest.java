package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.geo.Geodesy;

/** What must be so wherever one asks in the reference city. */
class ResponsibilityPropertiesTest {

  private static ReferenceTown town;
  private static ResponsibilityMap map;

  @BeforeAll
  static void read() throws IOException {
    town = new ReferenceTown();
    map = town.map;
  }

  private static AreaIndex index(String layer) {
    return Objects.requireNonNull(Objects.requireNonNull(map.duty(layer)).areas());
  }

  /** Of the areas of a layer that cover the point, whether it is on their edge, by row. */
  private static Map<Integer, Boolean> covering(AreaIndex index, double lon, double lat) {
    Map<Integer, Boolean> rows = new TreeMap<>();
    index.covering(lon, lat, rows::put);
    return rows;
  }

  @Test
  void insideTheCityOneTerritoryAndOneDeepestCellDecide() {
    AreaIndex districts = index("district");
    AreaIndex cells = index("grid_cell");
    int inside = 0;
    for (double[] point : town.randomPoints(20_000, 1)) {
      Map<Integer, Boolean> around = covering(districts, point[0], point[1]);
      Map<Integer, Boolean> grid = covering(cells, point[0], point[1]);
      if (!liesInCounty(around.keySet())
          || around.containsValue(true)
          || grid.containsValue(true)) {
        continue;
      }
      inside++;
      Answers answers = map.answer(Place.at(point[0], point[1], 50), Topic.asked(Topic.DUST));
      String where = point[0] + " " + point[1];
      assertThat(answers.effective(Role.TERRITORIAL)).as(where).hasSize(1);
      assertThat(answers.effective(Role.GRID_CHIEF).size() + lineChiefs(answers))
          .as(where)
          .isEqualTo(1);
      List<Seat> here = map.areas(answers.place());
      List<Seat> ofGrid =
          here.stream().filter(seat -> seat.layer().id().equals("grid_cell")).toList();
      int deepest = ofGrid.stream().mapToInt(Seat::order).min().orElseThrow();
      assertThat(ofGrid).as(where).filteredOn(seat -> seat.order() == deepest).hasSize(1);
      assertThat(answers.gaps()).as(where).noneMatch(gap -> gap.role() == Role.TERRITORIAL);
      assertThat(answers.overlaps()).as(where).isEmpty();
    }
    assertThat(inside).isGreaterThan(8_000);
  }

  /** The outline of a development zone is rough and leaves the city here and there. */
  private static boolean liesInCounty(Set<Integer> districts) {
    return districts.stream()
        .anyMatch(row -> "county".equals(map.view("district").value(row, "kind")));
  }

  /** A road chief takes the place of the grid chief. */
  private static int lineChiefs(Answers answers) {
    return answers.effective(Role.ROAD_CHIEF).isEmpty() ? 0 : 1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"district", "grid_cell"})
  void theIndexAgreesWithJtsOnRandomPoints(String layer) {
    AreaIndex index = index(layer);
    JtsCovering measure = new JtsCovering(town.geometries(layer));
    double[][] points = town.randomPoints(100_000, 2);
    for (int i = 0; i < points.length; i++) {
      double lon = points[i][0];
      double lat = points[i][1];
      Map<Integer, Boolean> found = covering(index, lon, lat);
      if (!found.equals(measure.covering(lon, lat))
          || i % 50 == 0 && !found.equals(measure.byPredicates(lon, lat))) {
        assertThat(found).as(lon + " " + lat).isEqualTo(measure.byPredicates(lon, lat));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"district", "grid_cell"})
  void theIndexAgreesWithJtsOnAllVerticesAndMiddlesOfEdges(String layer) {
    AreaIndex index = index(layer);
    List<Geometry> geometries = town.geometries(layer);
    JtsCovering measure = new JtsCovering(geometries);
    int asked = 0;
    for (Geometry geometry : geometries) {
      Coordinate[] vertices = geometry.getCoordinates();
      for (int i = 0; i + 1 < vertices.length; i++) {
        double[][] places = {
          {vertices[i].x, vertices[i].y},
          {(vertices[i].x + vertices[i + 1].x) / 2, (vertices[i].y + vertices[i + 1].y) / 2}
        };
        for (double[] place : places) {
          Map<Integer, Boolean> found = covering(index, place[0], place[1]);
          Map<Integer, Boolean> expected = measure.covering(place[0], place[1]);
          if (!found.equals(expected)) {
            assertThat(found).as(place[0] + " " + place[1]).isEqualTo(expected);
          }
          asked++;
        }
        assertThat(covering(index, vertices[i].x, vertices[i].y)).containsValue(true);
      }
    }
    assertThat(asked).isGreaterThan(layer.equals("district") ? 4_000 : 100_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"district", "grid_cell"})
  void edgesNearAPlaceAreThoseThatMeasuringAllFinds(String layer) {
    AreaIndex index = index(layer);
    List<Geometry> edges = town.geometries(layer).stream().map(Geometry::getBoundary).toList();
    int found = 0;
    for (double[] point : town.randomPoints(1_500, 3)) {
      Map<Integer, Double> near = new TreeMap<>();
      index.edgesWithin(point[0], point[1], 400, near::put);
      Map<Integer, Double> expected = new TreeMap<>();
      Envelope around = new Envelope(point[0], point[0], point[1], point[1]);
      around.expandBy(0.02);
      for (int row = 0; row < edges.size(); row++) {
        if (edges.get(row).getEnvelopeInternal().intersects(around)) {
          double metres = Geodesy.distance(point[0], point[1], edges.get(row));
          if (metres <= 400) {
            expected.put(row, metres);
          }
        }
      }
      assertThat(near.keySet()).as(point[0] + " " + point[1]).isEqualTo(expected.keySet());
      near.forEach(
          (row, metres) ->
              assertThat(metres).isCloseTo(expected.getOrDefault(row, -1.0), within(0.001)));
      found += near.size();
    }
    assertThat(found).isGreaterThan(layer.equals("district") ? 20 : 1_000);
  }

  @Test
  void askingFromManyThreadsGivesTheSame() throws Exception {
    double[][] points = town.randomPoints(1_000, 4);
    List<Answers> alone = new ArrayList<>();
    for (double[] point : points) {
      alone.add(map.answer(Place.at(point[0], point[1], 50), Topic.asked(null)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<Answers>>> together =
          IntStream.range(0, 8)
              .mapToObj(
                  thread ->
                      threads.submit(
                          () ->
                              IntStream.range(0, points.length)
                                  .map(i -> (i + 125 * thread) % points.length)
                                  .boxed()
                                  .sorted(Comparator.comparingInt(i -> (i * 7 + thread) % 1_000))
                                  .map(i -> Place.at(points[i][0], points[i][1], 50))
                                  .map(place -> map.answer(place, Topic.asked(null)))
                                  .sorted(
                                      Comparator.comparingInt(
                                          answers -> indexOf(points, answers.place())))
                                  .toList()))
              .toList();
      for (Future<List<Answers>> answers : together) {
        assertThat(answers.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int indexOf(double[][] points, Place place) {
    return IntStream.range(0, points.length)
        .filter(i -> points[i][0] == place.lon() && points[i][1] == place.lat())
        .findFirst()
        .orElseThrow();
  }
}
