package zeren.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  BenchDatabase(BenchCity city) throws SQLException {
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

  private void points(String table, LayerView view, List<String> fields) throws SQLException {
    List<String> columns = new ArrayList<>(List.of("row int", "lon float8", "lat float8", "id text"));
    fields.forEach(field -> columns.add(field + " text"));
    execute("CREATE UNLOGGED TABLE loaded (" + String.join(", ", columns) + ")");
    String unnest = "?::text[]::int[], ?::text[]::float8[], ?::text[]::float8[]"
            + ", ?::text[]".repeat(1 + fields.size());
    insert(
        "INSERT INTO loaded SELECT * FROM unnest(" + unnest + ")",
        view,
        row -> {
          List<String> values =
              new ArrayList<>(
                  List.of(
                      String.valueOf(row),
                      String.valueOf(view.lon(row)),
                      String.valueOf(view.lat(row)),
                      view.id(row)));
          fields.forEach(field -> values.add(String.valueOf(view.value(row, field))));
          return values;
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

  private void areas(LayerView view) throws SQLException {
    insert(
        "INSERT INTO area SELECT '%s', row, ST_GeomFromText(wkt, 4490)".formatted(
                view.declaration().id())
            + " FROM unnest(?::text[]::int[], ?::text[]) AS areas (row, wkt)",
        view,
        row -> List.of(String.valueOf(row), view.geometry(row).toText()));
  }

  private interface Values {
    List<String> of(int row);
  }

  /** Inserts rows many at a time, each parameter an array of one column as text. */
  private void insert(String sql, LayerView view, Values values) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int start = 0; start < view.size(); start += CHUNK) {
        List<List<String>> rows =
            IntStream.range(start, Math.min(start + CHUNK, view.size())).mapToObj(values::of).toList();
        for (int i = 0; i < rows.get(0).size(); i++) {
          int column = i;
          Object[] all = rows.stream().map(row -> row.get(column)).toArray();
          insert.setArray(i + 1, connection.createArrayOf("text", all));
        }
        insert.execute();
      }
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
