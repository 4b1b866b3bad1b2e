package zeren.bench;

import java.util.List;
import java.util.function.IntPredicate;
import zeren.filter.Cql2;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;

/** How many sites a filter keeps. */
final class FilterWork {

  /** Each is CQL2 and SQL at once. */
  static final List<String> FILTERS =
      List.of(
          "type = 'road' AND class IN ('A', 'B')",
          "name LIKE '%77%' AND NOT class = 'C'",
          "operator_phone BETWEEN '0371-20000000' AND '0371-29999999'");

  private FilterWork() {}

  static int count(LayerView view, String filter) {
    IntPredicate keep = Cql2.text(view, "filter", filter, CoordinateSystem.CGCS2000);
    return view.select(keep).cardinality();
  }

  static void run(BenchCity city, BenchDatabase database, Report report) throws Exception {
    report.title("Filter: %,d sites, one thread".formatted(city.sites().size()));
    for (String filter : FILTERS) {
      long[] found = new long[2];
      double zeren = Report.best(5, 5, () -> found[0] = count(city.sites(), filter));
      double postgis =
          Report.best(
              1,
              3,
              () -> found[1] = database.count("SELECT count(*) FROM site WHERE " + filter));
      report.compare(filter, zeren, postgis);
      report.same("  kept", found[0] == found[1], "%,d and %,d", found[0], found[1]);
    }
  }
}
