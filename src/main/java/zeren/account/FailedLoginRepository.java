package zeren.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FailedLoginRepository {

  private static final String FIND =
      """
      SELECT subject, failures, failed_at, trusted_until FROM failed_login
      WHERE subject IN (:subjects)
      """;
  private static final String FAIL =
      """
      UPDATE failed_login
      SET failures = CASE WHEN failed_at < :forgotten THEN 1 ELSE failures + 1 END, failed_at = :now
      WHERE subject = :subject
      """;
  private static final String FIRST =
      "INSERT INTO failed_login (subject, failures, failed_at) VALUES (:subject, 1, :now)";
  private static final String TRUST =
      """
      UPDATE failed_login SET failures = 0, trusted_until = :until WHERE subject = :subject
      """;
  private static final String TRUST_FIRST =
      """
      INSERT INTO failed_login (subject, failures, failed_at, trusted_until)
      VALUES (:subject, 0, :now, :until)
      """;
  private static final String CLEAR = "DELETE FROM failed_login WHERE subject = :subject";
  private static final String PURGE =
      """
      DELETE FROM failed_login
      WHERE failed_at < :before AND (trusted_until IS NULL OR trusted_until < :before)
      """;

  private final JdbcClient jdbc;

  FailedLoginRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<LoginRecord> find(Collection<String> subjects) {
    return jdbc.sql(FIND).param("subjects", subjects).query((row, i) -> read(row)).list();
  }

  /** Counts one more; from one again when the last was before {@code forgotten}. */
  void fail(String subject, Instant now, Instant forgotten) {
    if (failAgain(subject, now, forgotten) == 0) {
      try {
        jdbc.sql(FIRST)
            .param("subject", subject)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
      } catch (DuplicateKeyException e) {
        failAgain(subject, now, forgotten);
      }
    }
  }

  private int failAgain(String subject, Instant now, Instant forgotten) {
    return jdbc.sql(FAIL)
        .param("subject", subject)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("forgotten", forgotten.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets the failures and remembers a success. */
  void trust(String subject, Instant now, Instant until) {
    if (trustAgain(subject, until) == 0) {
      try {
        jdbc.sql(TRUST_FIRST)
            .param("subject", subject)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .update();
      } catch (DuplicateKeyException e) {
        trustAgain(subject, until);
      }
    }
  }

  private int trustAgain(String subject, Instant until) {
    return jdbc.sql(TRUST)
        .param("subject", subject)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static LoginRecord read(ResultSet row) throws SQLException {
    OffsetDateTime trusted = row.getObject("trusted_until", OffsetDateTime.class);
    return new LoginRecord(
        row.getString("subject"),
        row.getInt("failures"),
        row.getObject("failed_at", OffsetDateTime.class).toInstant(),
        trusted == null ? null : trusted.toInstant());
  }

  void clear(String subject) {
    jdbc.sql(CLEAR).param("subject", subject).update();
  }

  /** Leaves out what no longer counts. */
  void purge(Instant before) {
    jdbc.sql(PURGE).param("before", before.atOffset(ZoneOffset.UTC)).update();
  }
}
