package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.exchange.Readers;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Views;

/** Cell by cell, against what JTS says of the cell's square. */
class AreaRasterTest {

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int SIDE = 50;
  private static final Envelope BOX = new Envelope(112, 115, 33, 36);

  /** Of a degree: what a square is smaller or larger than the cell. */
  private static final double MARGIN = 1e-7;

  private static Geometry square(int column, int line, double margin) {
    double cell = BOX.getWidth() / SIDE;
    Envelope square =
        new Envelope(
            BOX.getMinX() + column * cell,
            BOX.getMinX() + (column + 1) * cell,
            BOX.getMinY() + line * cell,
            BOX.getMinY() + (line + 1) * cell);
    square.expandBy(margin);
    return SHAPES.toGeometry(square);
  }

  @Test
  void whatIsSaidOfACellIsSoOfItsSquare() {
    LayerDeclaration cells =
        Readers.declarations().all().stream()
            .filter(layer -> layer.id().equals("grid_cell"))
            .findFirst()
            .orElseThrow();
    List<Geometry> areas = new RandomAreas(11).list(60);
    LayerView view =
        Views.of(
            cells,
            Views.OFFICIAL,
            areas.size(),
            row -> new Views.Item("cell-%06d".formatted(row), areas.get(row)));
    Lattice lattice = new Lattice(BOX, SIDE * SIDE);
    assertThat(lattice.cells()).isEqualTo(SIDE * SIDE);
    AreaRaster raster = new AreaRaster(new PackedAreas(view), lattice);
    int wholes = 0;
    int withEdges = 0;
    for (int row = 0; row < areas.size(); row++) {
      Map<Integer, Boolean> met = new TreeMap<>();
      raster.meet(row, (cell, whole) -> assertThat(met.put(cell, whole)).isNull());
      Geometry area = areas.get(row);
      for (int cell = 0; cell < SIDE * SIDE; cell++) {
        int column = cell % SIDE;
        int line = cell / SIDE;
        Boolean whole = met.get(cell);
        String which = "area " + row + ", column " + column + ", line " + line;
        if (whole == null) {
          assertThat(area.disjoint(square(column, line, -MARGIN))).as(which).isTrue();
        } else if (whole) {
          wholes++;
          assertThat(area.contains(square(column, line, -MARGIN))).as(which).isTrue();
        } else {
          withEdges++;
          assertThat(area.getBoundary().intersects(square(column, line, MARGIN)))
              .as(which)
              .isTrue();
        }
      }
    }
    assertThat(wholes).isGreaterThan(100);
    assertThat(withEdges).isGreaterThan(500);
  }
}
