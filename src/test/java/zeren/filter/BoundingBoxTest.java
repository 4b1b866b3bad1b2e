package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;
import zeren.problem.ProblemException;

class BoundingBoxTest {

  private static final LayerView VIEW =
      Views.of(
          Views.declare("spot", "Point"),
          Viewer.ANONYMOUS,
          List.of(
              new Views.Item("a", Shapes.point(0, 0)),
              new Views.Item("b", Shapes.point(1, 1)),
              new Views.Item("c", Shapes.point(180, 0)),
              new Views.Item("d", Shapes.point(-180, 0)),
              new Views.Item("e", Shapes.point(-170, 80))));

  private static String kept(IntPredicate keep) {
    StringBuilder ids = new StringBuilder();
    IntStream.range(0, VIEW.size()).filter(keep).forEach(row -> ids.append(VIEW.id(row)));
    return ids.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,0,1,1|ab",
        " 0 , 0,+1e0,1.0 |ab",
        "0,0,0,0|a",
        "0,0,-100,1,1,100|ab",
        "-180,-90,180,90|abcde",
        "170,-10,-175,10|cd",
        "170,-10,-5,-160,85,5|cde",
        "180,0,-180,0|cd",
        "1,0,0,1|abcd",
        "1,0,-1,1|bcd"
      })
  void theEdgesBelongToIt(String bbox, String expected) {
    assertThat(kept(BoundingBox.meets(VIEW, bbox))).isEqualTo(expected);
  }

  @Test
  void withoutOneEverythingIsKept() {
    assertThat(kept(BoundingBox.meets(VIEW, null))).isEqualTo("abcde");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1,2,3",
        "1,2,3,4,5",
        "1,2,3,4,5,6,7",
        "a,b,c,d",
        "1,2,3,NaN",
        "NaN,NaN,NaN,NaN",
        "-Infinity,-90,Infinity,90",
        "1,2,1e999,4",
        "1.2.3,2,3,4",
        "1,2,3,4,",
        "1,2,,4",
        "0x1,0,1,1",
        "1d,0,2,2",
        "-181,0,0,1",
        "0,0,180.1,1",
        "0,-90.5,1,1",
        "0,0,1,91",
        "0,2,1,1",
        "1;2;3;4"
      })
  void whatIsNoBoxIsRefused(String bbox) {
    assertThatThrownBy(() -> BoundingBox.meets(VIEW, bbox))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status().value()).isEqualTo(400))
        .hasMessageContaining("'bbox'");
  }

  @Test
  void aLongTextIsRefusedLikeAnyOther() {
    assertThatThrownBy(() -> BoundingBox.meets(VIEW, "1,".repeat(500_000)))
        .isInstanceOf(ProblemException.class);
  }

  /** Places are held against the box in its own plane. */
  @ParameterizedTest
  @ValueSource(strings = {"EPSG:3857", "EPSG:4547", "EPSG:4526", "gcj02"})
  void boxesOfOtherSystemsAreCurved(String code) {
    CoordinateSystem crs = CoordinateSystem.parse(code);
    Random random = new Random(3);
    List<Views.Item> items = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      items.add(
          new Views.Item(
              "%04d".formatted(i),
              Shapes.point(113 + random.nextDouble() * 1.5, 34 + random.nextDouble() * 1.5),
              Map.of()));
    }
    LayerView view = Views.of(Views.declare("spot", "Point"), Viewer.ANONYMOUS, items);
    double[] lower = crs.fromCanonical(113.3, 34.3);
    double[] upper = crs.fromCanonical(114.2, 35.2);
    IntPredicate keep =
        BoundingBox.meets(
            view, "%s,%s,%s,%s".formatted(lower[0], lower[1], upper[0], upper[1]), crs);
    int kept = 0;
    for (int row = 0; row < view.size(); row++) {
      double[] place = crs.fromCanonical(view.lon(row), view.lat(row));
      double inside =
          Math.min(
              Math.min(place[0] - lower[0], upper[0] - place[0]),
              Math.min(place[1] - lower[1], upper[1] - place[1]));
      // The sides are curves cut into straight pieces: nearer than this they may differ.
      if (Math.abs(inside) > (crs.projected() ? 1 : 1e-5)) {
        assertThat(keep.test(row)).isEqualTo(inside > 0);
      }
      kept += keep.test(row) ? 1 : 0;
    }
    assertThat(kept).isBetween(1000, 2000);
  }

  @Test
  void aBoxMayBeALineOrAPoint() {
    CoordinateSystem crs = CoordinateSystem.parse("EPSG:3857");
    String east = String.valueOf(crs.fromCanonical(1.1, 1.1)[0]);
    String north = String.valueOf(crs.fromCanonical(1.1, 1.1)[1]);
    assertThat(kept(BoundingBox.meets(VIEW, "0,0,0,0", crs))).isEqualTo("a");
    assertThat(kept(BoundingBox.meets(VIEW, "0,0," + east + ",0", crs))).isEqualTo("a");
    assertThat(kept(BoundingBox.meets(VIEW, "0,0," + east + "," + north, crs))).isEqualTo("ab");
  }

  @Test
  void boxesOutsideOfTheirSystemAreRefused() {
    CoordinateSystem zone = CoordinateSystem.parse("EPSG:4547");
    for (String bbox : List.of("2,1,1,2", "1,2,2,1", "0,0,1e300,1e300", "4e6,4e6,5e6,5e6")) {
      assertThatThrownBy(() -> BoundingBox.meets(VIEW, bbox, zone))
          .isInstanceOf(ProblemException.class);
    }
  }
}
