package zeren.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class SquareGridTest {

  private static final Envelope ZHENGZHOU = new Envelope(112.7, 114.25, 34.26, 34.98);

  @Test
  void hasCellsThatAreSquareOnTheGround() {
    for (Polygon cell : SquareGrid.over(ZHENGZHOU, 4000)) {
      Coordinate[] corners = cell.getCoordinates();
      assertThat(side(corners[0], corners[1])).isCloseTo(4000, within(25.0));
      assertThat(side(corners[1], corners[2])).isCloseTo(4000, within(1.0));
    }
  }

  private static double side(Coordinate from, Coordinate to) {
    return Geodesy.distance(from.x, from.y, to.x, to.y);
  }

  @ParameterizedTest
  @ValueSource(doubles = {997, 4000, 33_333, 500_000})
  void coversTheBoxWithoutGapsOrOverlaps(double cellMetres) {
    List<Polygon> cells = SquareGrid.over(ZHENGZHOU, cellMetres);
    Geometry[] coverage = cells.toArray(Geometry[]::new);
    assertThat(CoverageValidator.isValid(coverage)).isTrue();
    Geometry union = CoverageUnion.union(coverage);
    assertThat(union.getEnvelopeInternal().covers(ZHENGZHOU)).isTrue();
    assertThat(union.equalsTopo(union.getEnvelope())).isTrue();
  }

  @Test
  void hasNoMoreCellsThanTheBoxNeeds() {
    // 142.07 km by 79.87 km at the middle latitude.
    assertThat(SquareGrid.over(ZHENGZHOU, 4000)).hasSize(36 * 20);
    assertThat(SquareGrid.over(ZHENGZHOU, 500_000)).hasSize(1);
  }

  @Test
  void runsFromTheSouthwestRowByRow() {
    List<Polygon> cells = SquareGrid.over(ZHENGZHOU, 4000);
    assertThat(cells).isEqualTo(SquareGrid.over(ZHENGZHOU, 4000));
    Envelope first = cells.get(0).getEnvelopeInternal();
    assertThat(first.getMinX()).isEqualTo(112.7);
    assertThat(first.getMinY()).isEqualTo(34.26);
    assertThat(cells.get(1).getEnvelopeInternal().getMinX()).isEqualTo(first.getMaxX());
    assertThat(cells.get(36).getEnvelopeInternal().getMinY()).isEqualTo(first.getMaxY());
    assertThat(cells.get(36).getEnvelopeInternal().getMinX()).isEqualTo(112.7);
  }

  @Test
  void refusesWhatIsNoGrid() {
    assertThatThrownBy(() -> SquareGrid.over(new Envelope(), 4000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SquareGrid.over(ZHENGZHOU, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SquareGrid.over(ZHENGZHOU, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("million");
  }
}
