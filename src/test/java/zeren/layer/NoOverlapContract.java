package zeren.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The database itself keeps two known periods of one feature apart, whoever writes the rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NoOverlapContract extends StoreContract {

  private static final String INSERT =
      """
      INSERT INTO feature_version (layer, id, version, geometry, properties, valid_from, valid_to,
        recorded_at, recorded_by)
      SELECT 'outfall', ?, ?, geometry, properties, ?, ?, recorded_at, 'raw'
      FROM feature_version WHERE layer = 'outfall' AND id = 'model'
      """;

  private ConfigurableApplicationContext context;
  private DataSource database;
  private int features;

  @BeforeAll
  void open(@TempDir Path folder) {
    context = open(freshDatabase(folder));
    database = context.getBean(DataSource.class);
    context.getBean(FeatureStore.class).record(List.of(draft("model", "M", day(1))), "tester");
  }

  @AfterAll
  void close() {
    context.close();
  }

  private String newId() {
    return "raw-" + features++;
  }

  private static void insert(
      Connection connection, String id, int version, LocalDate from, @Nullable LocalDate to)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, id);
      statement.setInt(2, version);
      statement.setObject(3, from);
      statement.setObject(4, to);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static @Nullable LocalDate end(int dayOfMarch) {
    return dayOfMarch == 0 ? null : day(dayOfMarch);
  }

  /** Days of a month; an end of 0 is none. */
  @ParameterizedTest
  @CsvSource({
    "5, 10, 10, 15, true",
    "5, 10, 1, 5, true",
    "5, 10, 10, 0, true",
    "5, 10, 9, 15, false",
    "5, 10, 1, 6, false",
    "5, 10, 6, 7, false",
    "5, 10, 1, 20, false",
    "5, 0, 6, 7, false",
    "5, 0, 1, 5, true",
    "5, 10, 9, 0, false",
    "5, 0, 5, 0, false",
    "5, 0, 9, 0, false"
  })
  void periodsMayTouchAndNotOverlap(int from, int to, int otherFrom, int otherTo, boolean taken)
      throws SQLException {
    String id = newId();
    try (Connection connection = database.getConnection()) {
      insert(connection, id, 1, day(from), end(to));
      boolean inserted = true;
      try {
        insert(connection, id, 2, day(otherFrom), end(otherTo));
      } catch (SQLException e) {
        assertThat(e.getSQLState()).startsWith("23");
        inserted = false;
      }
      assertThat(inserted).isEqualTo(taken);
    }
  }

  @Test
  void aPeriodThatIsNoLongerKnownIsInNobodysWay() throws SQLException {
    String id = newId();
    try (Connection connection = database.getConnection()) {
      insert(connection, id, 1, day(5), day(10));
      try (PreparedStatement supersede =
          connection.prepareStatement(
              "UPDATE feature_version SET superseded_at = recorded_at WHERE id = ?")) {
        supersede.setString(1, id);
        assertThat(supersede.executeUpdate()).isEqualTo(1);
      }
      insert(connection, id, 2, day(6), day(9));
    }
  }

  /** Two transactions of which neither sees what the other has written. */
  @ParameterizedTest
  @CsvSource({"5, 10, 9, 15", "5, 0, 9, 15", "5, 10, 9, 0", "5, 0, 9, 0"})
  void ofTwoWhoRaceOneIsRefused(int from, int to, int otherFrom, int otherTo) throws Exception {
    for (int round = 0; round < 10; round++) {
      String id = newId();
      CyclicBarrier start = new CyclicBarrier(2);
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        List<Future<Boolean>> both = new ArrayList<>();
        both.add(threads.submit(racing(start, id, 1, day(from), end(to))));
        both.add(threads.submit(racing(start, id, 2, day(otherFrom), end(otherTo))));
        int taken = 0;
        for (Future<Boolean> side : both) {
          taken += side.get() ? 1 : 0;
        }
        assertThat(taken).as("round %d", round).isEqualTo(1);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private Callable<Boolean> racing(
      CyclicBarrier start, String id, int version, LocalDate from, @Nullable LocalDate to) {
    return () -> {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        start.await(10, TimeUnit.SECONDS);
        insert(connection, id, version, from, to);
        // The other one must have come this far, or wait for us.
        Thread.sleep(30);
        connection.commit();
        return true;
      } catch (SQLException e) {
        assertThat(e.getSQLState()).as("%s", e).matches("23.*|40.*");
        return false;
      }
    };
  }
}
