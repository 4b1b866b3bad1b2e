package zeren.format;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import zeren.geo.CoordinateSystem;
import zeren.geo.CoordinateSystemText;

/**
 * The tables that every GeoPackage has.
 *
 * @see <a href="https://www.geopackage.org/spec130/">OGC 12-128r17, GeoPackage 1.3</a>
 */
final class GeoPackageSchema {

  /** Who defines the systems that no geodetic authority does. */
  static final String ORGANIZATION = "ZEREN";

  private static final int GCJ02_ID = 100_001;
  private static final int BD09_ID = 100_002;

  private static final String[] TABLES = {
    "PRAGMA application_id = 1196444487",
    "PRAGMA user_version = 10300",
    """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL PRIMARY KEY,
      organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL,
      definition TEXT NOT NULL,
      description TEXT)
    """,
    """
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY,
      data_type TEXT NOT NULL,
      identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
      srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))
    """,
    """
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL,
      m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))
    """
  };

  private static final String ADD_SYSTEM =
      """
      INSERT OR IGNORE INTO gpkg_spatial_ref_sys
        (srs_name, srs_id, organization, organization_coordsys_id, definition, description)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private GeoPackageSchema() {}

  static void create(Connection connection, CoordinateSystem system) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : TABLES) {
        statement.execute(sql);
      }
    }
    add(connection, "Undefined Cartesian SRS", -1, "NONE", -1, "undefined", null);
    add(connection, "Undefined geographic SRS", 0, "NONE", 0, "undefined", null);
    addEpsg(connection, CoordinateSystem.parse("EPSG:4326"));
    if (system.code().startsWith("EPSG:")) {
      addEpsg(connection, system);
    } else {
      add(
          connection,
          system.code(),
          id(system),
          ORGANIZATION,
          id(system),
          "undefined",
          "Shifted datum of Chinese web maps; neither WGS 84 nor CGCS2000");
    }
  }

  private static void addEpsg(Connection connection, CoordinateSystem system) throws SQLException {
    add(
        connection,
        system.code(),
        id(system),
        "EPSG",
        id(system),
        CoordinateSystemText.ogc(system).orElse("undefined"),
        null);
  }

  private static void add(
      Connection connection,
      String name,
      int id,
      String organization,
      int organizationId,
      String definition,
      @Nullable String description)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD_SYSTEM)) {
      insert.setString(1, name);
      insert.setInt(2, id);
      insert.setString(3, organization);
      insert.setInt(4, organizationId);
      insert.setString(5, definition);
      insert.setString(6, description);
      insert.executeUpdate();
    }
  }

  /** The {@code srs_id} of a system. */
  static int id(CoordinateSystem system) {
    return switch (system.code()) {
      case "gcj02" -> GCJ02_ID;
      case "bd09" -> BD09_ID;
      default -> Integer.parseInt(system.code().substring("EPSG:".length()));
    };
  }

  /**
   * Enters a table into the list of contents.
   *
   * @param extent null when the table has no geometries
   */
  static void addContents(
      Connection connection, String table, @Nullable Integer srsId, @Nullable Envelope extent)
      throws SQLException {
    String sql =
        """
        INSERT INTO gpkg_contents
          (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, table);
      insert.setString(2, srsId == null ? "attributes" : "features");
      insert.setString(3, table);
      if (extent != null && !extent.isNull()) {
        insert.setDouble(4, extent.getMinX());
        insert.setDouble(5, extent.getMinY());
        insert.setDouble(6, extent.getMaxX());
        insert.setDouble(7, extent.getMaxY());
      }
      if (srsId != null) {
        insert.setInt(8, srsId);
      }
      insert.executeUpdate();
    }
  }

  static void addGeometryColumn(
      Connection connection, String table, String column, String type, int srsId)
      throws SQLException {
    String sql = "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, table);
      insert.setString(2, column);
      insert.setString(3, type);
      insert.setInt(4, srsId);
      insert.executeUpdate();
    }
  }
}
