package zeren.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import zeren.geo.WebMercator;
import zeren.layer.LayerView;
import zeren.tile.TileAddress;
import zeren.tile.TileEncoder;
import zeren.tile.TileMatrixSet;
import zeren.tile.TileService;
import zeren.tile.Tiles;

/** Vector tiles: one full of sites, and the largest of each zoom level. */
final class TileWork {

  /** A tile of about 16 km in the middle of the city. */
  private static final TileAddress BUSY = at(113.44, 34.7, 11);

  private static final int EXTENT = 4096;
  private static final int BUFFER = 256;
  private static final String QUERY =
      """
      SELECT ST_AsMVT(tile, 'site', 4096, 'geom') FROM (
        SELECT id, name, type, class, department_recorded, operator, operator_phone,
          ST_AsMVTGeom(merc, ST_TileEnvelope(?, ?, ?), 4096, 256, true) AS geom
        FROM site WHERE merc && ST_TileEnvelope(?, ?, ?, margin => 256.0 / 4096)) tile
      """;

  private TileWork() {}

  static TileAddress at(double lon, double lat, int zoom) {
    double tiles = 1 << zoom;
    int x = (int) Math.floor((lon + 180) / 360 * tiles);
    int y = (int) Math.floor((0.5 - WebMercator.y(lat) / WebMercator.WORLD_METRES) * tiles);
    return new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, zoom, x, y);
  }

  /** Everything there is in a tile, with no limit to its bytes. */
  static byte[] encode(LayerView view) {
    return new TileEncoder(BUSY)
        .encode(List.of(new TileEncoder.Drawn(view, row -> true)), Integer.MAX_VALUE)
        .bytes();
  }

  static void run(BenchCity city, BenchDatabase database, Report report) throws Exception {
    byte[][] tiles = new byte[2][];
    try (PreparedStatement query = database.connection().prepareStatement(QUERY)) {
      for (int i = 0; i < 2; i++) {
        query.setInt(3 * i + 1, BUSY.z());
        query.setInt(3 * i + 2, BUSY.x());
        query.setInt(3 * i + 3, BUSY.y());
      }
      double zeren = Report.best(30, 30, () -> tiles[0] = encode(city.sites()));
      double postgis = Report.best(5, 10, () -> tiles[1] = bytes(query));
      Map<Object, Geometry> ours = byId(tiles[0]);
      Map<Object, Geometry> theirs = byId(tiles[1]);
      report.title("Tile: %,d sites with 7 attributes, not cached".formatted(ours.size()));
      report.compare("one tile, one thread", zeren, postgis);
      report.figure("bytes", "Zeren %,d, PostGIS %,d", tiles[0].length, tiles[1].length);
      compare(ours, theirs, report);
    }
  }

  private static byte[] bytes(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getBytes(1);
    }
  }

  private static Map<Object, Geometry> byId(byte[] tile) {
    Map<Object, Geometry> features = new HashMap<>();
    Tiles.read(tile, "site")
        .forEach(feature -> features.put(Tiles.properties(feature).get("id"), feature));
    return features;
  }

  /** Both round to whole units, so a place may be one unit apart, and a buffer end one too late. */
  private static void compare(
      Map<Object, Geometry> ours, Map<Object, Geometry> theirs, Report report) {
    int otherValues = 0;
    int otherPlaces = 0;
    int alone = 0;
    int atEnd = 0;
    for (Map.Entry<Object, Geometry> one : ours.entrySet()) {
      Geometry other = theirs.get(one.getKey());
      if (other == null) {
        alone++;
        atEnd += isAtEnd(one.getValue()) ? 1 : 0;
      } else {
        otherValues += Tiles.properties(one.getValue()).equals(Tiles.properties(other)) ? 0 : 1;
        Coordinate here = one.getValue().getCoordinate();
        Coordinate there = other.getCoordinate();
        boolean near = Math.abs(here.x - there.x) <= 1 && Math.abs(here.y - there.y) <= 1;
        otherPlaces += near ? 0 : 1;
      }
    }
    for (Map.Entry<Object, Geometry> one : theirs.entrySet()) {
      if (!ours.containsKey(one.getKey())) {
        alone++;
        atEnd += isAtEnd(one.getValue()) ? 1 : 0;
      }
    }
    report.same(
        "features, attributes, places within a unit",
        alone == atEnd && otherValues == 0 && otherPlaces == 0,
        "%,d and %,d features (%d only in one, at the end of the buffer), %d with other"
            + " attributes, %d elsewhere",
        ours.size(),
        theirs.size(),
        alone,
        otherValues,
        otherPlaces);
  }

  private static boolean isAtEnd(Geometry feature) {
    Coordinate place = feature.getCoordinate();
    return isEnd(place.x) || isEnd(place.y);
  }

  private static boolean isEnd(double unit) {
    return Math.abs(unit + BUFFER) <= 1 || Math.abs(unit - EXTENT - BUFFER) <= 1;
  }

  /** Makes every tile of the city at each zoom level, and says what the largest and slowest are. */
  static void largest(BenchCity city, int deepest, Report report) {
    List<LayerView> views =
        List.of(city.districts(), city.cells(), city.sites(), city.stations());
    report.title("Tiles of districts, cells, sites and stations: the largest of each zoom");
    TileService service = new TileService();
    List<TileEncoder.Drawn> layers =
        views.stream().map(view -> new TileEncoder.Drawn(view, row -> true)).toList();
    int most = 0;
    for (int zoom = 0; zoom <= deepest; zoom++) {
      TileAddress first = at(112.8, 35.23, zoom);
      TileAddress last = at(114.08, 34.2, zoom);
      int largest = 0;
      double slowest = 0;
      int count = 0;
      for (int x = first.x(); x <= last.x(); x++) {
        for (int y = first.y(); y <= last.y(); y++) {
          TileAddress address = new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, zoom, x, y);
          long begun = System.nanoTime();
          largest = Math.max(largest, service.make(address, layers).bytes().length);
          slowest = Math.max(slowest, (System.nanoTime() - begun) / 1e6);
          count++;
        }
      }
      most = Math.max(most, largest);
      report.figure(
          "zoom " + zoom,
          "%,7d tiles, largest %,9d bytes compressed, slowest %7.1f ms",
          count,
          largest,
          slowest);
    }
    report.hold("largest of all", most <= 500_000, "%,d bytes", most);
  }
}
