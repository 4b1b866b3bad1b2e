package zeren.layer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zeren.database.Dialect;

/**
 * What the nodes on one PostgreSQL say to each other: that a layer has been written. The embedded
 * database has one node, which has nobody to tell.
 */
@Repository
class LayerNewsRepository {

  private static final String CHANNEL = "zeren_layer";

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final JdbcConnectionDetails database;

  /** Told apart by it are our own news, which we know. */
  private final String node = UUID.randomUUID().toString();

  LayerNewsRepository(JdbcClient jdbc, Dialect dialect, JdbcConnectionDetails database) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.database = database;
  }

  boolean hasOthers() {
    return dialect == Dialect.POSTGIS;
  }

  /** Tells the other nodes, when and if the transaction at work is committed. */
  void announce(String layer) {
    if (hasOthers()) {
      jdbc.sql("SELECT pg_notify(:channel, :news)")
          .param("channel", CHANNEL)
          .param("news", node + " " + layer)
          .query((row, n) -> true)
          .list();
    }
  }

  /**
   * Listens from now on, over a connection of its own.
   *
   * @throws DataAccessResourceFailureException when the database cannot be reached
   */
  Subscription listen() {
    Properties settings = new Properties();
    settings.setProperty("user", String.valueOf(database.getUsername()));
    settings.setProperty("password", String.valueOf(database.getPassword()));
    settings.setProperty("ApplicationName", "zeren news");
    settings.setProperty("connectTimeout", "3");
    settings.setProperty("tcpKeepAlive", "true");
    try {
      return new Subscription(DriverManager.getConnection(database.getJdbcUrl(), settings));
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  private static DataAccessResourceFailureException lost(SQLException e) {
    return new DataAccessResourceFailureException("Not listening to the other nodes", e);
  }

  /** One connection that listens. */
  final class Subscription implements AutoCloseable {

    private static final int CHECK_SECONDS = 2;

    private final Connection connection;

    private Subscription(Connection connection) throws SQLException {
      this.connection = connection;
      try (Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + CHANNEL);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }

    /**
     * Waits for news, and when there are none for a while makes sure that there could be.
     *
     * @return whether another node has written
     * @throws DataAccessResourceFailureException when the connection is lost
     */
    boolean awaitOthers(Duration patience) {
      try {
        PGNotification[] heard =
            connection.unwrap(PGConnection.class).getNotifications((int) patience.toMillis());
        if ((heard == null || heard.length == 0) && !connection.isValid(CHECK_SECONDS)) {
          throw new SQLException("The connection no longer answers");
        }
        return heard != null
            && java.util.Arrays.stream(heard)
                .anyMatch(notification -> !notification.getParameter().startsWith(node));
      } catch (SQLException e) {
        throw lost(e);
      }
    }

    /** Also ends the waiting of another thread. */
    @Override
    public void close() {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        throw lost(e);
      }
    }
  }
}
