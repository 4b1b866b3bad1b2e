package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.geo.CoordinateSystem;

/**
 * A GeoPackage with one table, made in a temporary file. GCJ-02 and BD-09, which no authority
 * defines, are entered as systems of the organization {@value GeoPackageSchema#ORGANIZATION}.
 */
final class GeoPackageTableWriter implements TableWriter {

  private static final int BATCH_ROWS = 1_000;

  private final Plan plan;
  private final OutputStream out;
  private final TemporaryFile file = new TemporaryFile(".gpkg");
  private final Connection connection;
  private final PreparedStatement insert;
  private final @Nullable Integer srsId;
  private final Envelope extent = new Envelope();
  private String geometryColumn = "";
  private int waiting;
  private boolean failed;

  GeoPackageTableWriter(Plan plan, OutputStream out) throws IOException {
    this.plan = plan;
    this.out = out;
    CoordinateSystem system = CoordinateSystem.parse(plan.crs());
    srsId = plan.ownGeometry() ? GeoPackageSchema.id(system) : null;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file.path());
      try (Statement statement = connection.createStatement()) {
        // The file is thrown away after any failure.
        statement.execute("PRAGMA journal_mode = OFF");
        statement.execute("PRAGMA synchronous = OFF");
      }
      connection.setAutoCommit(false);
      GeoPackageSchema.create(connection, system);
      insert = connection.prepareStatement(createTable());
    } catch (SQLException e) {
      file.close();
      throw new IOException(e);
    }
  }

  private String table() {
    String name = plan.table().replaceAll("\\p{Cntrl}", "").strip();
    String lower = name.toLowerCase(Locale.ROOT);
    boolean reserved = name.isEmpty() || lower.startsWith("gpkg_") || lower.startsWith("sqlite_");
    return reserved ? "table_" + name : name;
  }

  /** Makes the table and tells how to insert into it. */
  private String createTable() throws SQLException {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    plan.columns().forEach(column -> names.add(unique(column.name(), taken)));
    String key = unique("fid", taken);
    String geometry = unique("geom", taken);
    StringBuilder sql = new StringBuilder("CREATE TABLE " + quote(table()) + " (");
    sql.append(quote(key)).append(" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    if (srsId != null) {
      sql.append(", ").append(quote(geometry)).append(' ').append(geometryType());
    }
    for (int i = 0; i < names.size(); i++) {
      sql.append(", ").append(quote(names.get(i))).append(' ').append(typeName(i));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.append(')').toString());
    }
    List<String> inserted = new ArrayList<>();
    if (srsId != null) {
      inserted.add(quote(geometry));
      geometryColumn = geometry;
    }
    names.forEach(name -> inserted.add(quote(name)));
    return inserted.isEmpty()
        ? "INSERT INTO " + quote(table()) + " DEFAULT VALUES"
        : "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                quote(table()),
                String.join(", ", inserted),
                String.join(", ", inserted.stream().map(name -> "?").toList()));
  }

  private String geometryType() {
    return plan.geometryType() == null ? "GEOMETRY" : plan.geometryType().toUpperCase(Locale.ROOT);
  }

  private String typeName(int column) {
    return switch (plan.columns().get(column).type()) {
      case TEXT -> "TEXT";
      case INTEGER -> "INTEGER";
      case NUMBER -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
    };
  }

  /** Column names of SQLite are the same in upper and lower case. */
  private static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = wanted + "_" + n;
    }
    return name;
  }

  private static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void write(TableRow row) throws IOException {
    try {
      int at = 1;
      if (srsId != null) {
        setGeometry(at++, row, srsId);
      }
      for (int i = 0; i < plan.columns().size(); i++) {
        setValue(at++, i < row.values().size() ? row.values().get(i) : null);
      }
      insert.addBatch();
      if (++waiting == BATCH_ROWS) {
        insert.executeBatch();
        waiting = 0;
      }
    } catch (SQLException e) {
      failed = true;
      throw new IOException(e);
    }
  }

  private void setGeometry(int at, TableRow row, int srs) throws SQLException {
    if (row.geometry() != null) {
      Geometry geometry = Multi.of(row.geometry(), plan.geometryType());
      extent.expandToInclude(geometry.getEnvelopeInternal());
      insert.setBytes(at, GeoPackageBlob.write(geometry, srs));
    } else if (row.original() instanceof byte[] original) {
      insert.setBytes(at, original);
    } else {
      insert.setNull(at, Types.BLOB);
    }
  }

  private void setValue(int at, @Nullable Object value) throws SQLException {
    if (value == null) {
      insert.setNull(at, Types.VARCHAR);
    } else if (value instanceof Long number) {
      insert.setLong(at, number);
    } else if (value instanceof Double number) {
      insert.setDouble(at, number);
    } else if (value instanceof Boolean yes) {
      insert.setInt(at, yes ? 1 : 0);
    } else {
      insert.setString(at, value.toString());
    }
  }

  /** After a failure nothing is written, so that no half file looks like a whole one. */
  @Override
  public void close() throws IOException {
    try (file) {
      if (failed) {
        connection.close();
        return;
      }
      complete();
      try (InputStream in = file.read()) {
        in.transferTo(out);
      }
      out.flush();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void complete() throws SQLException {
    // Closed in reverse order.
    try (connection;
        insert) {
      insert.executeBatch();
      GeoPackageSchema.addContents(connection, table(), srsId, extent);
      if (srsId != null) {
        GeoPackageSchema.addGeometryColumn(
            connection, table(), geometryColumn, geometryType(), srsId);
      }
      connection.commit();
    }
  }

  @Override
  public void abandon() throws IOException {
    failed = true;
    close();
  }
}
