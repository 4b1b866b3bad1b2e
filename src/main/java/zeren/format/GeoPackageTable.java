package zeren.format;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A table of a GeoPackage, with or without geometries. */
final class GeoPackageTable implements Table {

  private final Connection connection;
  private final FormatLimits limits;
  private final TableDescription description;
  private final List<GeoPackageCatalog.Field> fields;
  private final boolean withGeometry;
  private final long count;
  private final Statement statement;
  private final ResultSet rows;
  private long position;

  private GeoPackageTable(Connection connection, @Nullable String wanted, FormatLimits limits)
      throws SQLException, FormatException {
    this.connection = connection;
    this.limits = limits;
    GeoPackageCatalog catalog = new GeoPackageCatalog(connection);
    List<String> notes = new ArrayList<>();
    List<String> tables = catalog.tables(notes);
    String table = choose(catalog, tables, wanted);
    GeoPackageCatalog.Shape shape = catalog.findShape(table);
    withGeometry = shape != null;
    if (shape != null && !shape.plane()) {
      notes.add("Heights and measures of the geometries are left out");
    }
    if (shape != null && shape.crs() == null) {
      notes.add(
          "The coordinate system " + shape.crsText() + " that the file names is not supported");
    }
    fields = catalog.fields(table, shape);
    if (fields.size() > limits.columns()) {
      throw new FormatException(
          "columns-limit",
          "The table has %d columns; up to %d are read".formatted(fields.size(), limits.columns()),
          table);
    }
    count = catalog.count(table);
    List<String> names = fields.stream().map(GeoPackageCatalog.Field::name).toList();
    statement = connection.createStatement();
    rows = statement.executeQuery(select(table, shape, names));
    description =
        new TableDescription(
            FileFormat.GEOPACKAGE,
            tables,
            table,
            ColumnNames.unique(names.stream().map(CellText::clean).toList(), 0, notes),
            withGeometry,
            shape == null ? null : shape.crs(),
            shape == null ? null : shape.crsText(),
            null,
            null,
            0,
            List.copyOf(notes));
  }

  /**
   * Opens the named table, or the first one that has rows.
   *
   * @throws FormatException when there is none, or the file is no GeoPackage
   */
  static Table open(Path file, @Nullable String table, FormatLimits limits)
      throws IOException, FormatException {
    Connection connection = null;
    try {
      connection = GeoPackageCatalog.connect(file, limits);
      GeoPackageTable opened = new GeoPackageTable(connection, table, limits);
      connection = null;
      return opened;
    } catch (SQLException e) {
      throw damaged();
    } finally {
      close(connection);
    }
  }

  private static void close(@Nullable Connection connection) throws IOException {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static FormatException damaged() {
    return new FormatException(
        "gpkg-damaged", "The GeoPackage is damaged or incomplete; export it once more", null);
  }

  private static String choose(
      GeoPackageCatalog catalog, List<String> tables, @Nullable String wanted)
      throws SQLException, FormatException {
    if (wanted != null && !tables.contains(wanted)) {
      throw new FormatException(
          "no-table",
          "The GeoPackage has no table '%s' that is read; it has %s"
              .formatted(wanted, String.join(", ", tables)),
          wanted);
    }
    for (String table : tables) {
      if (table.equals(wanted) || (wanted == null && catalog.count(table) > 0)) {
        return table;
      }
    }
    throw new FormatException(
        tables.isEmpty() ? "no-table" : "no-rows",
        tables.isEmpty()
            ? "The GeoPackage has no table of features or attributes; views are not read"
            : "The tables of the GeoPackage have no rows",
        null);
  }

  private static String select(
      String table, GeoPackageCatalog.@Nullable Shape shape, List<String> names) {
    List<String> columns = new ArrayList<>();
    columns.add(shape == null ? "NULL" : GeoPackageCatalog.quote(shape.column()));
    names.forEach(name -> columns.add(GeoPackageCatalog.quote(name)));
    return "SELECT %s FROM %s"
        .formatted(String.join(", ", columns), GeoPackageCatalog.quote(table));
  }

  @Override
  public TableDescription description() {
    return description;
  }

  @Override
  public @Nullable TableRow next() throws FormatException {
    try {
      if (!rows.next()) {
        return null;
      }
      if (++position > limits.rows()) {
        throw new FormatException(
            "rows-limit",
            "The table has more than " + limits.rows() + " rows; split it into several files",
            "row " + position);
      }
      return row();
    } catch (SQLException e) {
      throw damaged();
    }
  }

  private TableRow row() throws SQLException {
    String fault = null;
    List<@Nullable Object> values = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      Object value = value(rows.getObject(i + 2), fields.get(i).type());
      if (value instanceof byte[]) {
        fault = "The value of " + fields.get(i).name() + " is binary and not read";
        value = null;
      }
      values.add(value);
    }
    Object blob = withGeometry ? rows.getObject(1) : null;
    if (blob == null) {
      return new TableRow(position, values, null, fault, null);
    }
    try {
      if (!(blob instanceof byte[] bytes)) {
        throw new IllegalArgumentException("is no geometry but " + blob);
      }
      Geometry geometry = WellKnownBinary.read(GeoPackageBlob.wkb(bytes));
      return new TableRow(position, values, geometry, fault, null);
    } catch (IllegalArgumentException e) {
      String wrong = "The geometry " + e.getMessage();
      return new TableRow(position, values, null, fault == null ? wrong : fault, blob);
    }
  }

  /** SQLite keeps any value in any column; those that do not fit the type stay as they are. */
  private static @Nullable Object value(@Nullable Object stored, String type) {
    if (stored instanceof Number number && !(stored instanceof Double)) {
      long whole = number.longValue();
      boolean truth = type.equals("BOOLEAN") && (whole == 0 || whole == 1);
      return truth ? (Object) (whole == 1) : Long.valueOf(whole);
    }
    if (stored instanceof String text && type.equals("DATE")) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        return text;
      }
    }
    return stored;
  }

  @Override
  public double progress() {
    return count == 0 ? 1 : Math.min(1, (double) position / count);
  }

  @Override
  public void close() throws IOException {
    try (connection;
        statement;
        rows) {
      position = count;
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
