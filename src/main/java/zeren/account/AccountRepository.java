package zeren.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import zeren.layer.Role;
import zeren.layer.Scope;

@Repository
class AccountRepository {

  private static final String COLUMNS = "name, password_hash, role, scope, closed_at, version";
  private static final String FIND = "SELECT " + COLUMNS + " FROM account WHERE name = :name";
  private static final String LOCK_ADMINISTRATORS =
      """
      SELECT name FROM account WHERE role = 'admin' AND closed_at IS NULL ORDER BY name FOR UPDATE
      """;

  private static final String LIST = "SELECT " + COLUMNS + " FROM account ORDER BY name";
  private static final String INSERT =
      """
      INSERT INTO account (name, password_hash, role, scope, created_at)
      VALUES (:name, :passwordHash, :role, :scope, :createdAt)
      """;
  private static final String UPDATE =
      """
      UPDATE account
      SET role = :role, scope = :scope, closed_at = :closedAt, version = version + 1
      WHERE name = :name AND version = :version
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AccountRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Account> find(String name) {
    return jdbc.sql(FIND).param("name", name).query((row, i) -> read(row)).optional();
  }

  /** All accounts by name, the closed ones among them. */
  List<Account> findAll() {
    return jdbc.sql(LIST).query((row, i) -> read(row)).list();
  }

  /**
   * Names of the administrators whose accounts are open. Until the transaction ends nobody else
   * changes one of them, so two of them cannot close each other at once.
   */
  List<String> lockAdministrators() {
    return jdbc.sql(LOCK_ADMINISTRATORS).query(String.class).list();
  }

  /** Returns false, and changes nothing, when there is an account of that name. */
  boolean insert(Account account, Instant createdAt) {
    try {
      jdbc.sql(INSERT)
          .param("name", account.name())
          .param("passwordHash", account.passwordHash())
          .param("role", account.role().code())
          .param("scope", write(account.scope()))
          .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /**
   * All but the password. Returns false, and changes nothing, when the account is no longer of that
   * version.
   */
  boolean update(Account account) {
    Instant closedAt = account.closedAt();
    return jdbc.sql(UPDATE)
            .param("name", account.name())
            .param("role", account.role().code())
            .param("scope", write(account.scope()))
            .param("closedAt", closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC))
            .param("version", account.version())
            .update()
        == 1;
  }

  private Account read(ResultSet row) throws SQLException {
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new Account(
        row.getString("name"),
        row.getString("password_hash"),
        Role.find(row.getString("role")).orElse(Role.VIEWER),
        read(row.getString("scope")),
        closedAt == null ? null : closedAt.toInstant(),
        row.getInt("version"));
  }

  private Scope read(@Nullable String scope) {
    return scope == null ? Scope.ALL : json.readValue(scope, Scope.class);
  }

  private @Nullable String write(Scope scope) {
    return scope.isAll() ? null : json.writeValueAsString(scope);
  }
}
