package zeren.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import zeren.PostgisServer;
import zeren.layer.LayerView;

/**
 * The same rows in a private PostGIS, each with its row number in Zeren's view: geographies on the
 * ellipsoid of EPSG:4490 and geometries in EPSG:4490 and EPSG:3857, each with a GiST index, in
 * tables that are analysed.
 */
final class BenchDatabase implements AutoCloseable {

  private static final List<String> SITE_FIELDS =
      List.of("name", "type", "class", "department_recorded", "operator", "operator_phone");
  private static final int CHUNK = 20_000;

  private final Connection connection;

  BenchDatabase(BenchCity city) throws SQLException, IOException {
    connection = DriverManager.getConnection(PostgisServer.shared().freshUrl(), "zeren", "");
    execute("CREATE EXTENSION IF NOT EXISTS postgis");
    points("site", city.sites(), SITE_FIELDS);
    points("station", city.stations(), List.of());
    execute("CREATE TABLE area (layer text, row int, geom geometry(Geometry, 4490))");
    areas(city.districts());
    areas(city.cells());
    execute("CREATE INDEX ON area USING gist (geom)");
    execute("VACUUM ANALYZE");
  }

  private void points(String table, LayerView view, List<String> fields)
      throws SQLException, IOException {
    String columns = String.join("", fields.stream().map(field -> ", " + field + " text").toList());
    execute("CREATE UNLOGGED TABLE loaded (row int, id text, lon float8, lat float8" + columns + ")");
    copy(
        "loaded",
        view,
        row -> {
          StringBuilder line = new StringBuilder();
          line.append(row).append('\t').append(view.id(row));
          line.append('\t').append(view.lon(row)).append('\t').append(view.lat(row));
          for (String field : fields) {
            line.append('\t').append(view.value(row, field));
          }
          return line.append('\n');
        });
    execute(
        ("CREATE TABLE %s AS SELECT *, geom::geography AS geog, ST_Transform(geom, 3857) AS merc"
                + " FROM (SELECT *, ST_SetSRID(ST_MakePoint(lon, lat), 4490) AS geom FROM loaded) l")
            .formatted(table));
    execute("DROP TABLE loaded");
    for (String column : List.of("geog", "geom", "merc")) {
      execute("CREATE INDEX ON %s USING gist (%s)".formatted(table, column));
    }
  }

  private void areas(LayerView view) throws SQLException, IOException {
    String layer = view.declaration().id();
    copy(
        "area",
        view,
        row ->
            new StringBuilder(layer)
                .append('\t')
                .append(row)
                .append("\tSRID=4490;")
                .append(view.geometry(row).toText())
                .append('\n'));
  }

  private interface Line {
    CharSequence of(int row);
  }

  private void copy(String table, LayerView view, Line line) throws SQLException, IOException {
    for (int start = 0; start < view.size(); start += CHUNK) {
      StringBuilder text = new StringBuilder();
      for (int row = start; row < Math.min(start + CHUNK, view.size()); row++) {
        text.append(line.of(row));
      }
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN", new StringReader(text.toString()));
    }
  }

  Connection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  String version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS '"
                    + " || postgis_lib_version()")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Receives a pair of numbers. */
  interface Pairs {
    void accept(int one, int other);
  }

  /** Reads two whole numbers a row, without keeping the rows. */
  void pairs(String sql, Pairs pairs) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(50_000);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          pairs.accept(rows.getInt(1), rows.getInt(2));
        }
      }
    } finally {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
