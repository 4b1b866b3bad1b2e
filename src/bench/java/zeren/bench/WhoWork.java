package zeren.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import zeren.layer.LayerView;
import zeren.responsibility.CoveringAreas;

/** The districts and cells that cover places. */
final class WhoWork {

  private final List<LayerView> views;
  private final List<CoveringAreas> areas;
  private final Places places;

  private WhoWork(BenchCity city, int places) {
    this.views = List.of(city.districts(), city.cells());
    this.areas = views.stream().map(CoveringAreas::new).toList();
    this.places = Places.of(places, 5);
  }

  static void run(BenchCity city, BenchDatabase database, int places, Report report)
      throws Exception {
    WhoWork work = new WhoWork(city, places);
    report.title(
        "Who: districts and %,d cells that cover %,d places, one thread"
            .formatted(city.cells().size(), places));
    work.insertPlaces(database);
    long[] found = new long[2];
    double zeren = Report.best(20, 10, () -> found[0] = work.count());
    // One thread there too, should the planner ever think of more.
    database.execute("SET max_parallel_workers_per_gather = 0");
    String from = " FROM place p JOIN area a ON ST_Covers(a.geom, p.geom)";
    double join =
        Report.best(1, 2, () -> found[1] = database.count("SELECT count(*)" + from));
    double one = Report.best(1, 1, () -> work.oneByOne(database));
    database.execute("RESET max_parallel_workers_per_gather");
    report.compare("all places, PostGIS in one join", zeren, join);
    report.compare("all places, PostGIS by a prepared query a place", zeren, one);
    report.figure(
        "a place",
        "Zeren %.3f µs, PostGIS %.1f µs in the join, %.1f µs by itself",
        zeren / places * 1e6,
        join / places * 1e6,
        one / places * 1e6);
    work.compare(database, from, report);
  }

  private void insertPlaces(BenchDatabase database) throws SQLException {
    database.execute("CREATE TABLE place (row int, geom geometry(Point, 4490))");
    try (PreparedStatement insert =
        database
            .connection()
            .prepareStatement(
                "INSERT INTO place VALUES (?, ST_SetSRID(ST_MakePoint(?, ?), 4490))")) {
      for (int i = 0; i < places.size(); i++) {
        insert.setInt(1, i);
        insert.setDouble(2, places.lons()[i]);
        insert.setDouble(3, places.lats()[i]);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    database.execute("VACUUM ANALYZE place");
  }

  private long count() {
    long[] found = {0};
    for (CoveringAreas index : areas) {
      for (int i = 0; i < places.size(); i++) {
        index.find(places.lons()[i], places.lats()[i], row -> found[0]++);
      }
    }
    return found[0];
  }

  private void oneByOne(BenchDatabase database) throws SQLException {
    try (PreparedStatement query =
        database
            .connection()
            .prepareStatement(
                "SELECT layer, row FROM area"
                    + " WHERE ST_Covers(geom, ST_SetSRID(ST_MakePoint(?, ?), 4490))")) {
      for (int i = 0; i < places.size(); i++) {
        query.setDouble(1, places.lons()[i]);
        query.setDouble(2, places.lats()[i]);
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            rows.getInt(2);
          }
        }
      }
    }
  }

  private void compare(BenchDatabase database, String from, Report report) throws SQLException {
    int apart = 0;
    long pairs = 0;
    for (int layer = 0; layer < views.size(); layer++) {
      BitSet[] left = new BitSet[places.size()];
      for (int i = 0; i < left.length; i++) {
        BitSet rows = new BitSet();
        areas.get(layer).find(places.lons()[i], places.lats()[i], rows::set);
        left[i] = rows;
        pairs += rows.cardinality();
      }
      int[] strange = {0};
      database.pairs(
          "SELECT p.row, a.row"
              + from
              + " AND a.layer = '"
              + views.get(layer).declaration().id()
              + "'",
          (place, row) -> {
            strange[0] += left[place].get(row) ? 0 : 1;
            left[place].clear(row);
          });
      apart += strange[0];
      for (BitSet rows : left) {
        apart += rows.cardinality();
      }
    }
    report.same(
        "pairs of place and area", apart == 0, "%,d, %d found by one only", pairs, apart);
  }
}
