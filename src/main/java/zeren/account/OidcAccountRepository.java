package zeren.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OidcAccountRepository {

  private static final String FIND = "SELECT subject FROM account WHERE name = :name";
  private static final String BIND =
      "UPDATE account SET subject = :subject, password_due = FALSE WHERE name = :name AND subject IS NULL";

  private final JdbcClient jdbc;

  OidcAccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose account it is at the provider; empty when it logs in here, or is not there. */
  Optional<String> findSubject(String name) {
    return jdbc.sql(FIND)
        .param("name", name)
        .query((row, i) -> Optional.ofNullable(row.getString("subject")))
        .optional()
        .flatMap(subject -> subject);
  }

  void bind(String name, String subject) {
    jdbc.sql(BIND).param("name", name).param("subject", subject).update();
  }
}
