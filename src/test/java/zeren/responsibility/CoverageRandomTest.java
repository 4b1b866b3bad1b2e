package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import zeren.Shapes;
import zeren.geo.Geodesy;

/**
 * Cells that fit, with random faults in between, against a union of all and a look at all pairs.
 */
class CoverageRandomTest {

  private static final int SIDE = 9;
  private static final double STEP = 0.01;
  private static final Geometry CITY =
      Shapes.rectangle(113, 34, 113 + SIDE * STEP, 34 + SIDE * STEP);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void findsWhatTheLongWayFinds(long seed) {
    List<Geometry> cells = cells(new Random(seed));
    AuditTown town = new AuditTown().county("甲县", CITY);
    for (int i = 0; i < cells.size(); i++) {
      town.cell("%03d".formatted(i), cells.get(i));
    }
    CoverageLevel level = town.villages();
    Geometry union = UnaryUnionOp.union(cells);
    assertThat(level.gaps().stream().mapToDouble(CoveragePiece::area).sum())
        .isCloseTo(Geodesy.area(CITY.difference(union)), within(1.0));
    assertThat(level.covered()).isCloseTo(Geodesy.area(CITY.intersection(union)), within(1.0));
    assertThat(overlaps(level)).containsExactlyInAnyOrderElementsOf(overlaps(cells));
  }

  private static List<String> overlaps(CoverageLevel level) {
    return level.overlaps().stream()
        .map(
            overlap ->
                "%s %s %.0f"
                    .formatted(
                        overlap.owners().get(0).id(), overlap.owners().get(1).id(), overlap.area()))
        .toList();
  }

  private static List<String> overlaps(List<Geometry> cells) {
    List<String> pairs = new ArrayList<>();
    for (int one = 0; one < cells.size(); one++) {
      for (int other = one + 1; other < cells.size(); other++) {
        double area = Geodesy.area(cells.get(one).intersection(cells.get(other)));
        if (area > 1) {
          pairs.add("%03d %03d %.0f".formatted(one, other, area));
        }
      }
    }
    return pairs;
  }

  private static List<Geometry> cells(Random random) {
    List<Geometry> cells = new ArrayList<>();
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        Geometry square = square(x, y, 1);
        switch (random.nextInt(12)) {
          case 0 -> {}
          case 1 -> cells.addAll(List.of(square, square.copy()));
          case 2 -> cells.add(square.buffer(STEP * random.nextDouble() / 3));
          case 3 -> cells.add(square.buffer(-STEP * random.nextDouble() / 3));
          case 4 -> cells.add(square.difference(square(x + 0.3, y + 0.3, 0.4)));
          case 5 -> cells.addAll(List.of(square, square(x + 0.2, y + 0.4, 0.3)));
          case 6 -> cells.addAll(halves(square));
          case 7 -> cells.add(square(x - 0.3, y + 0.5, 1.2));
          default -> cells.add(square);
        }
      }
    }
    return cells;
  }

  private static Geometry square(double x, double y, double size) {
    return Shapes.rectangle(
        113 + x * STEP, 34 + y * STEP, 113 + (x + size) * STEP, 34 + (y + size) * STEP);
  }

  /** The upper one has no vertex where the neighbours of the whole meet the lower one. */
  private static List<Geometry> halves(Geometry square) {
    var box = square.getEnvelopeInternal();
    var lower =
        new org.locationtech.jts.geom.Envelope(
            box.getMinX(), box.getMaxX(), box.getMinY(), box.centre().y);
    Geometry south = new GeometryFactory().toGeometry(lower);
    return List.of(south, square.difference(south));
  }
}
