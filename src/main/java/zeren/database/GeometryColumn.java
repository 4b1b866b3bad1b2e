package zeren.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.locationtech.jts.geom.Geometry;

/**
 * How a geometry gets into a column of type {@code GEOMETRY(GEOMETRY, 4490)} and out of it again.
 */
public final class GeometryColumn {

  /** The identifier stored with every geometry: CGCS2000 geographic. */
  public static final int SRID = 4490;

  private GeometryColumn() {}

  /** The value to bind; the geometry given is not changed. */
  public static Object toParameter(Geometry geometry) {
    Geometry stored = geometry.copy();
    stored.setSRID(SRID);
    return stored;
  }

  /**
   * @throws SQLException when the column holds no geometry
   */
  public static Geometry read(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Geometry.class);
  }
}
