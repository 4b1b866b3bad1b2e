package zeren.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The tables of a database as the migrations of Zeren made them. */
final class Schema {

  /** Of the spatial extensions and of Flyway, not of Zeren. */
  private static final Set<String> NOT_OURS = Set.of("spatial_ref_sys", "flyway_schema_history");

  private final Connection connection;
  private final Dialect dialect;

  Schema(Connection connection) throws SQLException {
    this.connection = connection;
    this.dialect = Dialect.of(connection.getMetaData().getDatabaseProductName());
  }

  Dialect dialect() {
    return dialect;
  }

  /** The version the schema is at; null when nobody has made one. */
  @Nullable String version(DatabaseAddress address) {
    MigrationInfo current = flyway(address).info().current();
    return current == null ? null : String.valueOf(current.getVersion());
  }

  /** Makes the schema of this Zeren where there is none, or brings it up to that. */
  void migrate(DatabaseAddress address) {
    flyway(address).migrate();
  }

  private Flyway flyway(DatabaseAddress address) {
    String vendor = dialect == Dialect.H2GIS ? "h2" : "postgresql";
    FluentConfiguration settings =
        Flyway.configure()
            .dataSource(address.dataSource())
            .javaMigrations(new JavaMigration[] {new V2__H2gisFunctions()})
            .locations("classpath:db/common", "classpath:db/vendor/" + vendor);
    return settings.load();
  }

  JdbcTemplate jdbc() {
    return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
  }

  /** The names of the tables, in lower case. */
  Set<String> tables() throws SQLException {
    Set<String> names = new TreeSet<>();
    String[] kinds =
        dialect == Dialect.H2GIS ? new String[] {"BASE TABLE"} : new String[] {"TABLE"};
    try (ResultSet found =
        connection.getMetaData().getTables(catalog(), connection.getSchema(), "%", kinds)) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    names.removeAll(NOT_OURS);
    return names;
  }

  /**
   * @throws CopyException when a column has a type that no column of Zeren has
   */
  CopiedTable table(String name) throws SQLException {
    SortedMap<String, ColumnKind> columns = new TreeMap<>();
    Set<String> identities = new HashSet<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getColumns(catalog(), connection.getSchema(), inDatabase(name), "%")) {
      while (found.next()) {
        String column = found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        if (found.getString("IS_GENERATEDCOLUMN").equals("YES")) {
          continue;
        }
        String type = found.getString("TYPE_NAME");
        ColumnKind kind = ColumnKind.of(type);
        if (kind == null) {
          throw new CopyException(
              "Column %s of table %s is of the type %s, which cannot be copied"
                  .formatted(column, name, type));
        }
        columns.put(column, kind);
        if (found.getString("IS_AUTOINCREMENT").equals("YES")) {
          identities.add(column);
        }
      }
    }
    return new CopiedTable(name, columns, identities, needs(name));
  }

  private Set<String> needs(String name) throws SQLException {
    Set<String> others = new TreeSet<>();
    try (ResultSet keys =
        connection
            .getMetaData()
            .getImportedKeys(catalog(), connection.getSchema(), inDatabase(name))) {
      while (keys.next()) {
        others.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return others;
  }

  private @Nullable String catalog() throws SQLException {
    return connection.getCatalog();
  }

  private String inDatabase(String name) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    return about.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
  }
}
