package zeren.account;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OidcAccountRepository {

  private static final String UPDATE =
      "UPDATE account SET role = :role WHERE name = :name AND subject = :subject";
  private static final String INSERT =
      """
      INSERT INTO account (name, password_hash, role, created_at, subject)
      VALUES (:name, :hash, :role, :createdAt, :subject)
      """;

  private final JdbcClient jdbc;

  OidcAccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns false when the account of that name is not of this subject, or is not there. */
  boolean update(String name, String subject, String role) {
    return jdbc.sql(UPDATE)
            .param("name", name)
            .param("subject", subject)
            .param("role", role)
            .update()
        == 1;
  }

  /** Returns false when there is an account of that name. */
  boolean insert(String name, String subject, String role, String hash, Instant createdAt) {
    try {
      jdbc.sql(INSERT)
          .param("name", name)
          .param("subject", subject)
          .param("role", role)
          .param("hash", hash)
          .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }
}
