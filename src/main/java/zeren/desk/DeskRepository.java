package zeren.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of what accounts keep for their desk. */
@Repository
class DeskRepository {

  private static final String FIND_SEARCHES =
      """
      SELECT name, question, saved_at FROM desk_search WHERE account = :account ORDER BY name
      """;
  private static final String INSERT_SEARCH =
      """
      INSERT INTO desk_search (account, name, question, saved_at)
      VALUES (:account, :name, :question, :at)
      """;
  private static final String DELETE_SEARCH =
      "DELETE FROM desk_search WHERE account = :account AND name = :name";
  private static final String FIND_COLUMNS =
      "SELECT names FROM desk_columns WHERE account = :account";
  private static final String INSERT_COLUMNS =
      "INSERT INTO desk_columns (account, names) VALUES (:account, :names)";
  private static final String DELETE_COLUMNS = "DELETE FROM desk_columns WHERE account = :account";

  private final JdbcClient jdbc;

  DeskRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SavedSearch> findSearches(String account) {
    return jdbc.sql(FIND_SEARCHES).param("account", account).query(DeskRepository::toSearch).list();
  }

  /** Puts it in the place of one of the same name. */
  @Transactional
  void save(String account, SavedSearch search) {
    delete(account, search.name());
    jdbc.sql(INSERT_SEARCH)
        .param("account", account)
        .param("name", search.name())
        .param("question", search.question())
        .param("at", search.savedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean delete(String account, String name) {
    return jdbc.sql(DELETE_SEARCH).param("account", account).param("name", name).update() == 1;
  }

  /** Separated by commas, never empty. */
  Optional<String> findColumns(String account) {
    return jdbc.sql(FIND_COLUMNS).param("account", account).query(String.class).optional();
  }

  /** Puts them in the place of those before; an empty text leaves none. */
  @Transactional
  void saveColumns(String account, String names) {
    jdbc.sql(DELETE_COLUMNS).param("account", account).update();
    if (!names.isEmpty()) {
      jdbc.sql(INSERT_COLUMNS).param("account", account).param("names", names).update();
    }
  }

  private static SavedSearch toSearch(ResultSet row, int number) throws SQLException {
    return new SavedSearch(
        row.getString("name"),
        row.getString("question"),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }
}
