package zeren.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the database can be reached. While it cannot, the service goes on answering from memory:
 * its own status is not {@code DOWN}, and the service stays {@code UP}.
 */
@Component("database")
class DatabaseHealth implements HealthIndicator {

  /** Weaker than {@code UP}, see {@code management.endpoint.health.status.order}. */
  static final Status UNREACHABLE = new Status("UNREACHABLE");

  private static final int CHECK_SECONDS = 2;
  private static final long GOOD_FOR_NANOS = 1_000_000_000L;

  private final DataSource database;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Status last = Status.UP;
  private volatile long lastAsked = System.nanoTime() - GOOD_FOR_NANOS;

  DatabaseHealth(DataSource database) {
    this.database = database;
  }

  /** Asks the database once a second at most, however many want to know. */
  @Override
  public Health health() {
    if (System.nanoTime() - lastAsked >= GOOD_FOR_NANOS && asking.tryLock()) {
      try {
        last = ask();
        lastAsked = System.nanoTime();
      } finally {
        asking.unlock();
      }
    }
    return Health.status(last).build();
  }

  private Status ask() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(CHECK_SECONDS) ? Status.UP : UNREACHABLE;
    } catch (SQLException e) {
      return UNREACHABLE;
    }
  }
}
