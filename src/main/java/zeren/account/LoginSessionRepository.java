package zeren.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LoginSessionRepository {

  private static final String COLUMNS =
      "id, account, address, client, started_at, seen_at, ends_at";
  private static final String FIND =
      "SELECT " + COLUMNS + " FROM login_session WHERE id = :id AND ends_at > :now";
  private static final String LIST =
      "SELECT "
          + COLUMNS
          + " FROM login_session WHERE account = :account AND ends_at > :now"
          + " ORDER BY seen_at DESC, id";
  private static final String INSERT =
      "INSERT INTO login_session ("
          + COLUMNS
          + ") VALUES (:id, :account, :address, :client, :startedAt, :seenAt, :endsAt)";
  private static final String SEEN =
      "UPDATE login_session SET seen_at = :seenAt, ends_at = :endsAt WHERE id = :id";
  private static final String END =
      "DELETE FROM login_session WHERE id = :id AND account = :account";
  private static final String END_OTHERS =
      "DELETE FROM login_session WHERE account = :account AND id <> :id";
  private static final String PURGE = "DELETE FROM login_session WHERE ends_at < :now";

  private final JdbcClient jdbc;

  LoginSessionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LoginSession> find(String id, Instant now) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, i) -> read(row))
        .optional();
  }

  /** Those of an account that have not ended; the latest first. */
  List<LoginSession> findOf(String account, Instant now) {
    return jdbc.sql(LIST)
        .param("account", account)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, i) -> read(row))
        .list();
  }

  void insert(LoginSession session) {
    jdbc.sql(INSERT)
        .param("id", session.id())
        .param("account", session.account())
        .param("address", session.address())
        .param("client", session.client())
        .param("startedAt", session.startedAt().atOffset(ZoneOffset.UTC))
        .param("seenAt", session.seenAt().atOffset(ZoneOffset.UTC))
        .param("endsAt", session.endsAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void seen(String id, Instant seenAt, Instant endsAt) {
    jdbc.sql(SEEN)
        .param("id", id)
        .param("seenAt", seenAt.atOffset(ZoneOffset.UTC))
        .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Returns false when the account has no such session. */
  boolean end(String account, String id) {
    return jdbc.sql(END).param("account", account).param("id", id).update() == 1;
  }

  /** How many. */
  int endOthers(String account, String id) {
    return jdbc.sql(END_OTHERS).param("account", account).param("id", id).update();
  }

  void purge(Instant now) {
    jdbc.sql(PURGE).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  private static LoginSession read(ResultSet row) throws SQLException {
    return new LoginSession(
        row.getString("id"),
        row.getString("account"),
        row.getString("address"),
        row.getString("client"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }
}
