package zeren.bench;

import java.util.Arrays;
import java.util.List;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerView;
import zeren.layer.Views;
import zeren.zone.Near.Centre;
import zeren.zone.NearPairs;

/** What the same work costs on layers of different sizes. */
final class GrowthWork {

  private GrowthWork() {}

  static void run(BenchCity city, List<Integer> sizes, Report report) throws Exception {
    report.title("Growth with the number of sites");
    LayerDeclaration declaration = city.sites().declaration();
    List<Centre> centres = NearWork.centres(city.stations());
    for (int size : sizes) {
      long before = used();
      LayerView view = view(declaration, size);
      double bytes = (used() - before) / (double) size;
      long pairs =
          Arrays.stream(NearPairs.of(centres, view, NearWork.RADIUS))
              .mapToLong(rows -> rows.length)
              .sum();
      double near = Report.best(20, 10, () -> NearPairs.of(centres, view, NearWork.RADIUS));
      double filter =
          Report.best(5, 5, () -> FilterWork.count(view, FilterWork.FILTERS.get(0)));
      report.figure(
          "%,d sites".formatted(size),
          "near %8.2f ms (%5.1f ns a pair), filter %7.2f ms (%5.1f ns a site), %5.0f bytes a site",
          near * 1e3,
          near / pairs * 1e9,
          filter * 1e3,
          filter / size * 1e9,
          bytes);
    }
  }

  static LayerView view(LayerDeclaration declaration, int size) {
    return Views.of(
        declaration,
        Views.OFFICIAL,
        Objects.sites(size).stream()
            .map(draft -> new Views.Item(draft.id(), draft.geometry(), draft.properties()))
            .toList());
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
