package zeren.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

  private static final String FIND =
      "SELECT name, password_hash, role FROM account WHERE name = :name";
  private static final String INSERT =
      """
      INSERT INTO account (name, password_hash, role, created_at)
      VALUES (:name, :passwordHash, :role, :createdAt)
      """;

  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String name) {
    return jdbc.sql(FIND).param("name", name).query(Account.class).optional();
  }

  /** Returns false, and changes nothing, when there is an account of that name. */
  boolean insert(Account account, Instant createdAt) {
    try {
      jdbc.sql(INSERT)
          .param("name", account.name())
          .param("passwordHash", account.passwordHash())
          .param("role", account.role())
          .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }
}
