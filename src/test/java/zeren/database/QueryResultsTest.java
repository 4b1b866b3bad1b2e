package zeren.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The embedded database looks at its rows whenever it is asked, also when it is asked again. */
public class QueryResultsTest {

  private static final int TIMES = 5;
  private static final AtomicInteger looked = new AtomicInteger();

  @TempDir Path data;

  /** Called by the database for each row that it looks at. */
  public static long look(long value) {
    looked.incrementAndGet();
    return value;
  }

  @Test
  void theSameQuestionIsAnsweredFromTheRows() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
        .withUserConfiguration(DatabaseConfiguration.class)
        .withPropertyValues("spring.datasource.url=jdbc:h2:file:" + data.resolve("results"))
        .run(
            context -> {
              try (Connection connection = context.getBean(DataSource.class).getConnection()) {
                askAgain(connection);
              }
              assertThat(looked).hasValue(TIMES);
            });
  }

  private static void askAgain(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ALIAS look DETERMINISTIC FOR 'zeren.database.QueryResultsTest.look'");
      statement.execute("CREATE TABLE one AS SELECT CAST(7 AS BIGINT) AS n");
    }
    try (PreparedStatement query = connection.prepareStatement("SELECT look(n) FROM one")) {
      for (int i = 0; i < TIMES; i++) {
        try (ResultSet row = query.executeQuery()) {
          assertThat(row.next()).isTrue();
          assertThat(row.getLong(1)).isEqualTo(7);
        }
      }
    }
  }
}
