package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import zeren.Shapes;
import zeren.exchange.Readers;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Views;

/** Which areas cover a place, held against JTS. */
class AreaIndexTest {

  private static final LayerDeclaration CELLS =
      Readers.declarations().all().stream()
          .filter(layer -> layer.id().equals("grid_cell"))
          .findFirst()
          .orElseThrow();

  private static LayerView view(List<Geometry> areas) {
    return Views.of(
        CELLS,
        Views.OFFICIAL,
        areas.size(),
        row -> new Views.Item("cell-%06d".formatted(row), areas.get(row)));
  }

  private static Map<Integer, Boolean> covering(AreaIndex index, double lon, double lat) {
    Map<Integer, Boolean> rows = new TreeMap<>();
    index.covering(lon, lat, (row, onEdge) -> assertThat(rows.put(row, onEdge)).isNull());
    return rows;
  }

  /** At the points, and at the corners, on the edges and where cells of the grid end. */
  private static void holdAgainstJts(LayerView view, List<Geometry> areas, double[][] points) {
    AreaIndex index = new AreaIndex(view);
    JtsCovering measure = new JtsCovering(areas);
    List<double[]> places = new ArrayList<>(List.of(points));
    for (Geometry area : areas) {
      Coordinate[] corners = area.getCoordinates();
      for (int i = 0; i + 1 < corners.length; i++) {
        places.add(new double[] {corners[i].x, corners[i].y});
        places.add(
            new double[] {
              (corners[i].x + corners[i + 1].x) / 2, (corners[i].y + corners[i + 1].y) / 2
            });
      }
    }
    Lattice lattice = AreaGrid.lattice(new PackedAreas(view), view.extent());
    for (double[] point : points) {
      if (lattice.holds(point[0], point[1])) {
        double lat = lattice.southOf(lattice.line(point[1]));
        places.add(new double[] {point[0], lat});
        places.add(new double[] {point[0], Math.nextDown(lat)});
        places.add(new double[] {lattice.middleOf(lattice.column(point[0])), lat});
      }
    }
    int covered = 0;
    for (double[] place : places) {
      Map<Integer, Boolean> expected = measure.covering(place[0], place[1]);
      Map<Integer, Boolean> found = covering(index, place[0], place[1]);
      if (!found.equals(expected)) {
        assertThat(found).as(place[0] + " " + place[1]).isEqualTo(expected);
      }
      covered += expected.size();
    }
    assertThat(covered).isGreaterThan(areas.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void areasOfAllSortsAreFoundAsJtsFindsThem(int seed) {
    RandomAreas random = new RandomAreas(seed);
    List<Geometry> areas = random.list(1 << (2 * seed - 1));
    holdAgainstJts(view(areas), areas, random.points(2_000));
  }

  @Test
  void oneAreaFarAwayChangesNothing() {
    RandomAreas random = new RandomAreas(7);
    List<Geometry> areas = new ArrayList<>(random.list(300));
    areas.add(Shapes.rectangle(0, 0, 0.001, 0.001));
    holdAgainstJts(view(areas), areas, random.points(2_000));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-7, 1e-10})
  void smallAreasAreFoundToo(double scale) {
    AffineTransformation shrink = AffineTransformation.scaleInstance(scale, scale, 113.5, 34.5);
    RandomAreas random = new RandomAreas(8);
    // Of slivers so thin rounding leaves no valid area.
    List<Geometry> areas =
        random.list(40).stream().map(shrink::transform).filter(Geometry::isValid).toList();
    double[][] points = random.points(2_000);
    for (double[] point : points) {
      point[0] = 113.5 + (point[0] - 113.5) * scale;
      point[1] = 34.5 + (point[1] - 34.5) * scale;
    }
    holdAgainstJts(view(areas), areas, points);
  }

  @Test
  void areasOnTopOfEachOtherTakeNoMoreRoomAndAreAllFound() {
    int count = 5_000;
    Geometry square = Shapes.rectangle(113, 34, 114, 35);
    LayerView view = view(IntStream.range(0, count).mapToObj(row -> square).toList());
    AreaIndex index = new AreaIndex(view);
    assertThat(covering(index, 113.3, 34.4)).hasSize(count).doesNotContainValue(true);
    assertThat(covering(index, 113, 34.4)).hasSize(count).doesNotContainValue(false);
    assertThat(covering(index, 112.9, 34.4)).isEmpty();
    PackedAreas areas = new PackedAreas(view);
    Lattice lattice = AreaGrid.lattice(areas, view.extent());
    assertThat((long) lattice.cells() * count).isLessThanOrEqualTo(8L * areas.vertices());
  }

  @Test
  void nothingCoversAPlaceInALayerWithoutAreas() {
    AreaIndex index = new AreaIndex(view(List.of()));
    assertThat(covering(index, 113.3, 34.4)).isEmpty();
    assertThat(covering(index, 0, 0)).isEmpty();
  }

  @Test
  void ofAChangedLayerTheNewAreasCount() {
    RandomAreas random = new RandomAreas(9);
    List<Geometry> before = random.list(200);
    List<Geometry> after = random.list(40);
    List<FeatureDraft> drafts =
        IntStream.range(0, after.size())
            .mapToObj(
                i ->
                    new FeatureDraft(
                        "grid_cell",
                        "cell-%06d".formatted(5 * i),
                        after.get(i),
                        Map.of("name", "new " + i),
                        LocalDate.of(2020, 1, 1),
                        null))
            .toList();
    LayerView changed = view(before).with(drafts, Set.of("cell-000001", "cell-000002"));
    List<Geometry> areas = IntStream.range(0, changed.size()).mapToObj(changed::geometry).toList();
    assertThat(areas).hasSize(198);
    holdAgainstJts(changed, areas, random.points(2_000));
  }
}
