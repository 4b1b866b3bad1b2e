package zeren.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.LayerView;
import zeren.zone.Near.Centre;
import zeren.zone.NearPairs;

/** All pairs of a station and a site within 3 km, by the geodesic on the ellipsoid. */
final class NearWork {

  static final double RADIUS = 3000;

  /** Both take the geodesic from GeographicLib; within this of the radius they may round apart. */
  private static final double ROUNDING_METRES = 1e-7;

  private NearWork() {}

  static List<Centre> centres(LayerView stations) {
    return IntStream.range(0, stations.size())
        .mapToObj(
            row ->
                new Centre(null, null, null, new LonLat(stations.lon(row), stations.lat(row))))
        .toList();
  }

  static void run(BenchCity city, BenchDatabase database, Report report) throws Exception {
    report.title(
        "Near: %,d stations × %,d sites, 3 km".formatted(city.stations().size(), city.sites().size()));
    List<Centre> centres = centres(city.stations());
    double zeren = Report.best(20, 10, () -> NearPairs.of(centres, city.sites(), RADIUS));
    String join = " FROM station s JOIN site p ON ST_DWithin(s.geog, p.geog, " + RADIUS + ")";
    double postgis = Report.best(1, 1, () -> database.count("SELECT count(*)" + join));
    report.compare("all pairs", zeren, postgis);
    compare(city, database, NearPairs.of(centres, city.sites(), RADIUS), join, report);
  }

  private static void compare(
      BenchCity city, BenchDatabase database, int[][] found, String join, Report report)
      throws SQLException {
    int sites = city.sites().size();
    BitSet[] left = new BitSet[found.length];
    for (int i = 0; i < found.length; i++) {
      left[i] = new BitSet(sites);
      Arrays.stream(found[i]).forEach(left[i]::set);
    }
    long pairs = Arrays.stream(found).mapToLong(rows -> rows.length).sum();
    List<int[]> apart = new ArrayList<>();
    database.pairs(
        "SELECT s.row, p.row" + join,
        (station, site) -> {
          if (left[station].get(site)) {
            left[station].clear(site);
          } else {
            apart.add(new int[] {station, site});
          }
        });
    for (int station = 0; station < left.length; station++) {
      int of = station;
      left[station].stream().forEach(site -> apart.add(new int[] {of, site}));
    }
    boolean rounding = true;
    for (int[] pair : apart) {
      double metres = metres(city, pair[0], pair[1]);
      rounding &= Math.abs(metres - RADIUS) <= ROUNDING_METRES;
      report.figure("  found by one only", "%d and %d, %.9f m apart", pair[0], pair[1], metres);
    }
    report.same(
        "pairs",
        rounding,
        "%,d, of which %d are found by one only",
        pairs,
        apart.size());
  }

  private static double metres(BenchCity city, int station, int site) {
    return Geodesy.distance(
        city.stations().lon(station),
        city.stations().lat(station),
        city.sites().lon(site),
        city.sites().lat(site));
  }
}
