package zeren.format;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import zeren.geo.CoordinateSystem;
import zeren.geo.CoordinateSystemText;
import zeren.geo.UnknownCoordinateSystemException;

/**
 * What is in a GeoPackage that nobody vouches for. It is opened without writing, no code in it is
 * run: views and virtual tables are not read, and functions in its schema are switched off.
 */
final class GeoPackageCatalog {

  private static final int MOST_TABLES = 1_000;

  private final Connection connection;

  GeoPackageCatalog(Connection connection) {
    this.connection = connection;
  }

  /**
   * The geometries of a table.
   *
   * @param crs code of their system; null when it is not supported
   * @param crsText how the file names it
   * @param plane whether there are no heights and measures
   */
  record Shape(String column, @Nullable String crs, @Nullable String crsText, boolean plane) {}

  /** A column without geometry; its type as it is declared, in upper case. */
  record Field(String name, String type) {}

  static Connection connect(Path file, FormatLimits limits) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    // Not to be changed by anybody, so nothing beside it is looked at, such as a journal.
    String url = "jdbc:sqlite:" + file.toUri() + "?immutable=1";
    Connection connection = config.createConnection(url);
    try (Statement statement = connection.createStatement()) {
      SQLiteConnection sqlite = (SQLiteConnection) connection;
      sqlite.setLimit(
          SQLiteLimits.SQLITE_LIMIT_LENGTH, Math.max(1 << 20, 2 * limits.cellCharacters()));
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA query_only = ON");
      statement.execute("PRAGMA cell_size_check = ON");
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Names of the tables with rows, in the order of the list of contents. */
  List<String> tables(List<String> notes) throws SQLException, FormatException {
    Map<String, String> kinds = kinds();
    if (!"table".equals(kinds.get("gpkg_contents"))) {
      throw new FormatException(
          "not-geopackage",
          "The file is an SQLite database, but no GeoPackage: it has no table gpkg_contents",
          null);
    }
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT table_name, data_type FROM gpkg_contents")) {
      while (rows.next() && tables.size() < MOST_TABLES) {
        String name = String.valueOf(rows.getString(1));
        String type = String.valueOf(rows.getString(2));
        String kind = kinds.getOrDefault(name.toLowerCase(Locale.ROOT), "missing");
        boolean wanted = List.of("features", "attributes", "aspatial").contains(type);
        if (wanted && kind.equals("table")) {
          tables.add(name);
        } else if (notes.size() < 20) {
          notes.add("Not read: %s, %s (%s)".formatted(name, type, kind));
        }
      }
    }
    return tables;
  }

  /** Tables, views, virtual tables by their names in lower case. */
  private Map<String, String> kinds() throws SQLException {
    Map<String, String> kinds = new LinkedHashMap<>();
    String sql =
        """
        SELECT name, CASE WHEN sql LIKE 'CREATE VIRTUAL%' THEN 'virtual table' ELSE type END
        FROM sqlite_master WHERE type IN ('table', 'view') LIMIT 100000
        """;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        kinds.put(String.valueOf(rows.getString(1)).toLowerCase(Locale.ROOT), rows.getString(2));
      }
    }
    return kinds;
  }

  /** The geometry of a table; null when it has none. */
  @Nullable Shape findShape(String table) throws SQLException {
    Map<String, String> kinds = kinds();
    if (!"table".equals(kinds.get("gpkg_geometry_columns"))) {
      return null;
    }
    String sql =
        """
        SELECT column_name, srs_id, z, m FROM gpkg_geometry_columns
        WHERE lower(table_name) = lower(?)
        """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? shape(row, "table".equals(kinds.get("gpkg_spatial_ref_sys"))) : null;
      }
    }
  }

  private Shape shape(ResultSet row, boolean withSystems) throws SQLException {
    String column = String.valueOf(row.getString(1));
    boolean plane = row.getInt(3) == 0 && row.getInt(4) == 0;
    int srsId = row.getInt(2);
    String sql =
        """
        SELECT srs_name, organization, organization_coordsys_id, definition
        FROM gpkg_spatial_ref_sys WHERE srs_id = ?
        """;
    if (withSystems) {
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        query.setInt(1, srsId);
        try (ResultSet system = query.executeQuery()) {
          if (system.next()) {
            String name = String.valueOf(system.getString(1));
            String organization = String.valueOf(system.getString(2)).toUpperCase(Locale.ROOT);
            String definition = String.valueOf(system.getString(4));
            String crs =
                organization.equals(GeoPackageSchema.ORGANIZATION)
                    ? supported(name)
                    : Optional.ofNullable(supported(organization + ":" + system.getInt(3)))
                        .or(() -> CoordinateSystemText.find(definition).map(CoordinateSystem::code))
                        .orElse(null);
            return new Shape(column, crs, definition.length() > 20 ? definition : name, plane);
          }
        }
      }
    }
    return new Shape(column, null, "srs_id " + srsId, plane);
  }

  private static @Nullable String supported(String code) {
    try {
      return CoordinateSystem.parse(code).code();
    } catch (UnknownCoordinateSystemException e) {
      return null;
    }
  }

  /**
   * The columns with values; the key that GDAL and others number rows with is left out.
   *
   * @throws FormatException when the column with the geometries is not there: SQLite would take its
   *     name for a text
   */
  List<Field> fields(String table, @Nullable Shape shape) throws SQLException, FormatException {
    boolean found = shape == null;
    List<Field> fields = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA table_info(" + quote(table) + ")")) {
      while (rows.next()) {
        String name = String.valueOf(rows.getString("name"));
        String type = String.valueOf(rows.getString("type")).toUpperCase(Locale.ROOT);
        boolean key =
            rows.getInt("pk") > 0
                && type.equals("INTEGER")
                && name.toLowerCase(Locale.ROOT).matches("(ogc_)?fid(_\\d+)?");
        boolean geometry = shape != null && name.equalsIgnoreCase(shape.column());
        found |= geometry;
        if (!key && !geometry) {
          fields.add(new Field(name, type));
        }
      }
    }
    if (!found) {
      throw new FormatException(
          "gpkg-geometry",
          "The GeoPackage says that the geometries of '%s' are in a column '%s', which is not there"
              .formatted(table, shape == null ? "" : shape.column()),
          table);
    }
    return fields;
  }

  long count(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + quote(table))) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
