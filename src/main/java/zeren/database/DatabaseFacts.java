package zeren.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an operator wants to know of the database. */
@Component
public class DatabaseFacts {

  private static final String SIZE = "SELECT pg_database_size(current_database())";

  /** Each node has one such connection, over which it hears what others write. */
  private static final String NODES =
      """
      SELECT COUNT(*) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'zeren news'
      """;

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final Path file;

  DatabaseFacts(JdbcClient jdbc, Dialect dialect, @Value("${zeren.data}") Path data) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.file = data.resolve("zeren.mv.db");
  }

  public String product() {
    return dialect == Dialect.POSTGIS ? "PostgreSQL" : "H2";
  }

  /** How large it is; asks the database in any case, so that one that is away is noticed. */
  public long bytes() {
    if (dialect == Dialect.POSTGIS) {
      return jdbc.sql(SIZE).query(Long.class).single();
    }
    jdbc.sql("SELECT 1").query(Integer.class).single();
    return Files.exists(file) ? file.toFile().length() : 0;
  }

  /** How many services share it, this one among them. */
  public int nodes() {
    return dialect == Dialect.POSTGIS
        ? Math.max(1, jdbc.sql(NODES).query(Integer.class).single())
        : 1;
  }
}
