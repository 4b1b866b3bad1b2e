package zeren.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** What the two databases write differently; everything else is the same SQL. */
public enum Dialect {
  /** H2 with the functions of H2GIS, in a file of this process. */
  H2GIS(
      ":%s",
      "%s",
      ":%s FORMAT JSON",
      """
      FROM UNNEST(CAST(:keys AS VARCHAR ARRAY)) AS wanted(wanted_key)
      LEFT JOIN %1$s ON %2$s = wanted_key AND %3$s WHERE %2$s IS NOT NULL
      """) {
    @Override
    public Object toParameter(Geometry geometry) {
      Geometry stored = geometry.copy();
      stored.setSRID(SRID);
      return stored;
    }

    @Override
    public @Nullable Geometry readGeometry(ResultSet row, String column) throws SQLException {
      return row.getObject(column, Geometry.class);
    }
  },

  /** PostgreSQL with PostGIS. */
  POSTGIS(
      "ST_GeomFromEWKB(:%s)",
      "ST_AsBinary(%s)",
      "CAST(:%s AS JSON)",
      """
      FROM UNNEST(CAST(:keys AS VARCHAR ARRAY)) AS wanted(wanted_key)
      CROSS JOIN LATERAL (SELECT * FROM %1$s WHERE %2$s = wanted_key AND %3$s OFFSET 0) AS found
      """) {
    @Override
    public Object toParameter(Geometry geometry) {
      Geometry stored = geometry.copy();
      stored.setSRID(SRID);
      return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(stored);
    }

    @Override
    public @Nullable Geometry readGeometry(ResultSet row, String column) throws SQLException {
      byte[] stored = row.getBytes(column);
      try {
        return stored == null ? null : new WKBReader().read(stored);
      } catch (ParseException e) {
        throw new SQLException("Column " + column + " holds no geometry", e);
      }
    }
  };

  /** The identifier stored with every geometry: CGCS2000 geographic. */
  public static final int SRID = 4490;

  private final String geometryParameter;
  private final String geometryColumn;
  private final String jsonParameter;
  private final String ofKeys;

  Dialect(String geometryParameter, String geometryColumn, String jsonParameter, String ofKeys) {
    this.geometryParameter = geometryParameter;
    this.geometryColumn = geometryColumn;
    this.jsonParameter = jsonParameter;
    this.ofKeys = ofKeys;
  }

  /** How the statement has a geometry bound by {@link #toParameter} under this name. */
  public String geometryParameter(String name) {
    return geometryParameter.formatted(name);
  }

  /** How a column is selected so that {@link #readGeometry} can read it. */
  public String geometryColumn(String column) {
    String selected = geometryColumn.formatted(column);
    return selected.equals(column) ? column : selected + " AS " + column;
  }

  /** How the statement has a JSON text bound under this name. */
  public String jsonParameter(String name) {
    return jsonParameter.formatted(name);
  }

  /**
   * How a statement goes on behind its columns to find the rows of many keys, bound as an array
   * under the name {@code keys}, each by an index. With {@code IN} H2 goes through all rows that
   * fit the condition, and so does PostgreSQL as long as it has no statistics of the rows, which is
   * during the import that brings them.
   *
   * @param condition what else holds for the rows
   */
  public String ofKeys(String table, String keyColumn, String condition) {
    return ofKeys.formatted(table, keyColumn, condition);
  }

  /** The value to bind; the geometry given is not changed. */
  public abstract Object toParameter(Geometry geometry);

  /**
   * The geometry of a row; null when it has none.
   *
   * @throws SQLException when the column holds something else
   */
  public abstract @Nullable Geometry readGeometry(ResultSet row, String column) throws SQLException;

  /**
   * @param product as the database's driver names it
   * @throws IllegalStateException when it is neither of the two
   */
  static Dialect of(@Nullable String product) {
    return switch (String.valueOf(product)) {
      case "H2" -> H2GIS;
      case "PostgreSQL" -> POSTGIS;
      default ->
          throw new IllegalStateException(
              "spring.datasource.url leads to "
                  + product
                  + "; it must be H2 or PostgreSQL with PostGIS.");
    };
  }
}
