package zeren.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where a database is and who opens it.
 *
 * @param user null when the address or the driver says who
 */
record DatabaseAddress(String url, @Nullable String user, @Nullable String password) {

  private static final String H2 = "jdbc:h2:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** As the settings of the application have it. */
  private static final String USER_OF_DATA_FOLDER = "zeren";

  /**
   * @param text a JDBC address, or the data folder of a Zeren
   * @param side {@code FROM} or {@code TO}: the part of the variables' names, such as {@code
   *     ZEREN_FROM_PASSWORD}
   * @throws CopyException when it leads to neither of the two databases
   */
  static DatabaseAddress of(String text, String side, Map<String, String> environment) {
    String url = text;
    if (!text.startsWith("jdbc:")) {
      url = H2 + "file:" + Path.of(text).toAbsolutePath().normalize() + "/zeren";
    } else {
      String wrong = fault(text);
      if (wrong != null) {
        throw new CopyException("--" + side.toLowerCase(java.util.Locale.ROOT) + ": " + wrong);
      }
    }
    boolean embedded = url.startsWith(H2);
    String user = environment.get("ZEREN_" + side + "_USER");
    String password = environment.get("ZEREN_" + side + "_PASSWORD");
    return new DatabaseAddress(
        url,
        user == null && embedded ? USER_OF_DATA_FOLDER : user,
        password == null && embedded ? "" : password);
  }

  /** What is wrong with an address, in words without the address; null when nothing is. */
  static @Nullable String fault(String url) {
    if (url.startsWith(H2) || (url.startsWith(POSTGRESQL) && Driver.parseURL(url, null) != null)) {
      return null;
    }
    return "The address of the database must be jdbc:postgresql://HOST:PORT/DATABASE, or begin with "
        + H2;
  }

  /** Without whatever might be secret. */
  String shown() {
    return url.split("[?;]", 2)[0];
  }

  /** Of the source: a database that is not there is not made. */
  DatabaseAddress existing() {
    return url.startsWith(H2)
        ? new DatabaseAddress(url + ";IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=TRUE", user, password)
        : this;
  }

  /** One connection, with a transaction begun. */
  Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection(url, settings());
    connection.setAutoCommit(false);
    return connection;
  }

  /** For whoever opens connections as needed. */
  DataSource dataSource() {
    return new DriverManagerDataSource(url, settings());
  }

  private Properties settings() {
    Properties settings = new Properties();
    if (user != null) {
      settings.setProperty("user", user);
    }
    if (password != null) {
      settings.setProperty("password", password);
    }
    if (url.startsWith(POSTGRESQL)) {
      settings.setProperty("ApplicationName", "zeren copy");
      settings.setProperty("connectTimeout", "10");
      settings.setProperty("reWriteBatchedInserts", "true");
    }
    return settings;
  }
}
