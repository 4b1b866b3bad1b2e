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
class AccessTokenRepository {

  private static final String COLUMNS =
      "id, account, name, reads_only, created_at, expires_at, last_used_at";
  private static final String FIND =
      "SELECT " + COLUMNS + " FROM access_token WHERE digest = :digest";
  private static final String LIST =
      "SELECT "
          + COLUMNS
          + " FROM access_token WHERE account = :account ORDER BY created_at DESC, id";
  private static final String ALL =
      "SELECT " + COLUMNS + " FROM access_token ORDER BY account, created_at DESC, id";
  private static final String INSERT =
      """
      INSERT INTO access_token (id, account, name, digest, reads_only, created_at, expires_at)
      VALUES (:id, :account, :name, :digest, :readsOnly, :createdAt, :expiresAt)
      """;
  private static final String USED = "UPDATE access_token SET last_used_at = :now WHERE id = :id";
  private static final String REVOKE =
      "DELETE FROM access_token WHERE id = :id AND account = :account";

  private final JdbcClient jdbc;

  AccessTokenRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<AccessToken> find(String digest) {
    return jdbc.sql(FIND).param("digest", digest).query((row, i) -> read(row)).optional();
  }

  /** The latest first. */
  List<AccessToken> findOf(String account) {
    return jdbc.sql(LIST).param("account", account).query((row, i) -> read(row)).list();
  }

  /** Of all accounts. */
  List<AccessToken> findAll() {
    return jdbc.sql(ALL).query((row, i) -> read(row)).list();
  }

  void insert(AccessToken token, String digest) {
    jdbc.sql(INSERT)
        .param("id", token.id())
        .param("account", token.account())
        .param("name", token.name())
        .param("digest", digest)
        .param("readsOnly", token.readsOnly())
        .param("createdAt", token.createdAt().atOffset(ZoneOffset.UTC))
        .param("expiresAt", token.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void used(String id, Instant now) {
    jdbc.sql(USED).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  /** Returns false when the account has no such token. */
  boolean revoke(String account, String id) {
    return jdbc.sql(REVOKE).param("account", account).param("id", id).update() == 1;
  }

  private static AccessToken read(ResultSet row) throws SQLException {
    OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
    return new AccessToken(
        row.getString("id"),
        row.getString("account"),
        row.getString("name"),
        row.getBoolean("reads_only"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }
}
