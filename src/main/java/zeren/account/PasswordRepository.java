package zeren.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasswordRepository {

  private static final String FIND =
      "SELECT password_hash, password_due, subject FROM account WHERE name = :name";
  private static final String UPDATE =
      "UPDATE account SET password_hash = :hash, password_due = :due WHERE name = :name";
  private static final String REHASH =
      "UPDATE account SET password_hash = :hash WHERE name = :name";

  private static final String SET_DUE = "UPDATE account SET password_due = TRUE WHERE name = :name";

  private final JdbcClient jdbc;

  PasswordRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StoredPassword> find(String name) {
    return jdbc.sql(FIND)
        .param("name", name)
        .query(
            (row, i) ->
                new StoredPassword(
                    row.getString("password_hash"),
                    row.getBoolean("password_due"),
                    row.getString("subject") != null))
        .optional();
  }

  /** Returns false when there is no such account. */
  boolean update(String name, String hash, boolean due) {
    return jdbc.sql(UPDATE).param("name", name).param("hash", hash).param("due", due).update() == 1;
  }

  /** It has to be changed before anything else. */
  void setDue(String name) {
    jdbc.sql(SET_DUE).param("name", name).update();
  }

  void rehash(String name, String hash) {
    jdbc.sql(REHASH).param("name", name).param("hash", hash).update();
  }
}
