package zeren.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.io.WKBWriter;
import zeren.NeedsPostgis;
import zeren.PostgisServer;
import zeren.layer.LayerView;

/** PostGIS knows the same districts and deepest cells for a hundred thousand points. */
@ExtendWith(NeedsPostgis.class)
class PostgisWhoTest {

  private static final int POINTS = 100_000;
  private static final List<String> LAYERS = List.of("district", "grid_cell");

  /** What covers a point: each district, and the cells of the deepest level there is. */
  private static final String JOIN =
      """
      WITH hit AS (
        SELECT p.n, a.layer, a.depth, a.id,
               max(a.depth) OVER (PARTITION BY p.n, a.layer) AS deepest
        FROM place p JOIN area a ON ST_Covers(a.shape, p.shape))
      SELECT n, layer || '/' || id AS found FROM hit WHERE depth = deepest
      """;

  @Test
  void agreesOnDistrictsAndDeepestCells() throws IOException, SQLException {
    ReferenceTown town = new ReferenceTown();
    double[][] points = town.randomPoints(POINTS, 5);
    Map<Integer, Set<String>> byPostgis = askPostgis(town.map, points);
    int covered = 0;
    for (int i = 0; i < points.length; i++) {
      Set<String> ours = areas(town.map, points[i]);
      Set<String> theirs = byPostgis.getOrDefault(i, Set.of());
      if (!ours.equals(theirs)) {
        assertThat(ours).as(points[i][0] + " " + points[i][1]).isEqualTo(theirs);
      }
      covered += ours.isEmpty() ? 0 : 1;
    }
    assertThat(covered).isBetween(POINTS / 3, POINTS - 1);
  }

  private static Set<String> areas(ResponsibilityMap map, double[] point) {
    Set<String> found = new TreeSet<>();
    List<Seat> seats =
        map.areas(Place.at(point[0], point[1], 0)).stream().filter(Seat::covers).toList();
    int deepest =
        seats.stream()
            .filter(seat -> seat.layer().hasLevels())
            .mapToInt(Seat::order)
            .min()
            .orElse(0);
    for (Seat seat : seats) {
      if (!seat.layer().hasLevels() || seat.order() == deepest) {
        found.add(seat.layer().id() + "/" + seat.ref().id());
      }
    }
    return found;
  }

  private static Map<Integer, Set<String>> askPostgis(ResponsibilityMap map, double[][] points)
      throws SQLException {
    PostgisServer server = PostgisServer.shared();
    try (Connection connection = DriverManager.getConnection(server.freshUrl(), server.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
      statement.execute("CREATE TABLE area (layer text, id text, depth int, shape geometry)");
      statement.execute("CREATE TABLE place (n int, shape geometry)");
      for (String layer : LAYERS) {
        loadAreas(connection, map.view(layer));
      }
      loadPoints(connection, points);
      statement.execute("CREATE INDEX ON area USING gist (shape)");
      statement.execute("ANALYZE");
      Map<Integer, Set<String>> found = new HashMap<>();
      try (ResultSet rows = statement.executeQuery(JOIN)) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getInt("n"), n -> new TreeSet<>())
              .add(rows.getString("found"));
        }
      }
      return found;
    }
  }

  private static void loadAreas(Connection connection, LayerView view) throws SQLException {
    List<String> levels = List.of("county", "township", "village");
    WKBWriter writer = new WKBWriter();
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO area VALUES (?, ?, ?, ST_GeomFromWKB(?))")) {
      for (int row = 0; row < view.size(); row++) {
        insert.setString(1, view.declaration().id());
        insert.setString(2, view.id(row));
        Object level = view.value(row, "level");
        insert.setInt(3, level == null ? 0 : levels.indexOf(level));
        insert.setBytes(4, writer.write(view.geometry(row)));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void loadPoints(Connection connection, double[][] points) throws SQLException {
    Integer[] numbers = new Integer[points.length];
    Double[] xs = new Double[points.length];
    Double[] ys = new Double[points.length];
    for (int i = 0; i < points.length; i++) {
      numbers[i] = i;
      xs[i] = points[i][0];
      ys[i] = points[i][1];
    }
    String sql =
        "INSERT INTO place SELECT n, ST_MakePoint(x, y) FROM unnest(?, ?, ?) AS given (n, x, y)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setArray(1, connection.createArrayOf("int4", numbers));
      insert.setArray(2, connection.createArrayOf("float8", xs));
      insert.setArray(3, connection.createArrayOf("float8", ys));
      insert.executeUpdate();
    }
  }
}
