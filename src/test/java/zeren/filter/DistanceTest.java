package zeren.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Point;
import zeren.Shapes;
import zeren.geo.CoordinateSystem;
import zeren.geo.Geodesy;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Views;

/** The function {@code distance}, beside GeographicLib. */
class DistanceTest {

  private static LayerView view(String geometry, List<Views.Item> items) {
    return Views.of(Views.declare("spot", geometry), Viewer.ANONYMOUS, items);
  }

  private static IntPredicate keep(LayerView view, Point from, String comparison) {
    return Cql2.text(
        view,
        "filter",
        String.format(
            Locale.ROOT,
            "distance(geometry, POINT(%s %s)) %s",
            from.getX(),
            from.getY(),
            comparison),
        CoordinateSystem.CGCS2000);
  }

  @ParameterizedTest
  @CsvSource({
    "113.6, 34.7, 3000",
    "113.6, 34.7, 1",
    "179.99, 10, 100000",
    "-180, -60, 50000",
    "20, 89.9, 100000",
    "20, -90, 100000",
    "0, 0, 900000",
    "0, 0, 5000000"
  })
  void keepsWhatIsNear(double lon, double lat, double metres) {
    Point from = Shapes.point(lon, lat);
    Random random = new Random(7);
    List<Views.Item> items = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      double away = metres * (i % 2 == 0 ? random.nextDouble() * 2 : 1 + (i - 400) * 1e-9);
      items.add(
          new Views.Item("%04d".formatted(i), Shapes.away(from, random.nextDouble() * 360, away)));
    }
    items.add(new Views.Item("none", Shapes.wkt("POINT EMPTY")));
    LayerView view = view("Point", items);
    for (String comparator : List.of("<", "<=", ">", ">=", "=", "<>")) {
      IntPredicate direct = keep(view, from, comparator + " " + metres);
      // What is calculated knows no index.
      IntPredicate calculated = keep(view, from, "* 1 " + comparator + " " + metres);
      int kept = 0;
      for (int row = 0; row < view.size() - 1; row++) {
        double distance = Shapes.metres(lon, lat, view.lon(row), view.lat(row));
        boolean expected =
            switch (comparator) {
              case "<" -> distance < metres;
              case "<=" -> distance <= metres;
              case ">" -> distance > metres;
              case ">=" -> distance >= metres;
              case "=" -> distance == metres;
              default -> distance != metres;
            };
        assertThat(direct.test(row)).as("%s %s", distance, comparator).isEqualTo(expected);
        assertThat(calculated.test(row)).isEqualTo(expected);
        kept += expected ? 1 : 0;
      }
      assertThat(kept).isBetween(comparator.equals("=") ? 0 : 200, 800);
      assertThat(direct.test(view.size() - 1)).as("without a place").isFalse();
      assertThat(keep(view, from, comparator + " -1").test(view.size() - 1)).isFalse();
    }
  }

  @Test
  void aDistanceOfNothingIsADistance() {
    Point from = Shapes.point(113.6, 34.7);
    LayerView view =
        view(
            "Point",
            List.of(new Views.Item("a", from), new Views.Item("b", Shapes.away(from, 90, 0.0001))));
    assertThat(keep(view, from, "<= 0").test(0)).isTrue();
    assertThat(keep(view, from, "<= 0").test(1)).isFalse();
    assertThat(keep(view, from, "< 0").test(0)).isFalse();
    assertThat(keep(view, from, "> 0").test(1)).isTrue();
    assertThat(keep(view, from, "> -5").test(0)).isTrue();
    assertThat(keep(view, from, ">= 1e300").test(0)).isFalse();
  }

  @Test
  void areasAreAsFarAsTheirNearestPoint() {
    Point from = Shapes.point(113.6, 34.7);
    Random random = new Random(8);
    List<Views.Item> items = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double x = 113 + random.nextDouble();
      double y = 34.2 + random.nextDouble();
      items.add(
          new Views.Item(
              "%03d".formatted(i),
              Shapes.rectangle(x, y, x + random.nextDouble() / 9, y + random.nextDouble() / 9)));
    }
    LayerView view = view("MultiPolygon", items);
    for (double metres : new double[] {1, 3000, 20_000, 70_000}) {
      IntPredicate near = keep(view, from, "<= " + metres);
      IntPredicate far = keep(view, from, "> " + metres);
      for (int row = 0; row < view.size(); row++) {
        boolean expected = Geodesy.distance(from.getX(), from.getY(), view.geometry(row)) <= metres;
        assertThat(near.test(row)).isEqualTo(expected);
        assertThat(far.test(row)).isNotEqualTo(expected);
      }
    }
  }
}
