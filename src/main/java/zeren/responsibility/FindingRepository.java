package zeren.responsibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import zeren.database.Dialect;

/** The SQL of findings, as they are read and as people judge them. */
@Repository
class FindingRepository {

  private static final String SELECT =
      """
      SELECT id, kind, state, content, %s, first_seen, last_seen, resolved_at, accepted_at,
        accepted_by, reason,
        first_run = (SELECT MAX(id) FROM audit_run WHERE audit_run.state = 'done') AS fresh
      FROM finding
      """;
  private static final String ORDER = " ORDER BY kind, weight DESC, id LIMIT :limit OFFSET :offset";
  private static final String ACCEPT =
      """
      UPDATE finding SET state = 'accepted', accepted_at = :at, accepted_by = :by, reason = :reason
      WHERE id = :id AND state <> 'resolved'
      """;
  private static final String WITHDRAW =
      """
      UPDATE finding SET state = 'open', accepted_at = NULL, accepted_by = NULL, reason = NULL
      WHERE id = :id AND state = 'accepted'
      """;
  private static final String INSERT_EVENT =
      """
      INSERT INTO finding_event (finding, event, happened_at, happened_by, reason)
      VALUES (:id, :event, :at, :by, :reason)
      """;
  private static final String SELECT_EVENTS =
      """
      SELECT event, happened_at, happened_by, reason, run FROM finding_event
      WHERE finding = :id ORDER BY id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Dialect dialect;
  private final String select;

  FindingRepository(JdbcClient jdbc, JsonMapper json, Dialect dialect) {
    this.jdbc = jdbc;
    this.json = json;
    this.dialect = dialect;
    this.select = SELECT.formatted(dialect.geometryColumn("geometry"));
  }

  Optional<Finding> find(long id) {
    return jdbc.sql(select + " WHERE id = :id").param("id", id).query(this::read).optional();
  }

  /** By kind; the weightiest of a kind first. */
  List<Finding> findPage(FindingFilter filter, int limit, int offset) {
    FindingQuery query = FindingQuery.of(filter);
    return jdbc.sql(select + " WHERE " + query.condition() + ORDER)
        .params(query.parameters())
        .param("limit", limit)
        .param("offset", offset)
        .query(this::read)
        .list();
  }

  long count(FindingFilter filter) {
    FindingQuery query = FindingQuery.of(filter);
    return jdbc.sql("SELECT COUNT(*) FROM finding WHERE " + query.condition())
        .params(query.parameters())
        .query(Long.class)
        .single();
  }

  /**
   * How many there are for each value.
   *
   * @param column {@code kind}, {@code state} or {@code district}; those without a value are left
   *     out
   */
  Map<String, Long> countBy(String column, FindingFilter filter) {
    FindingQuery query = FindingQuery.of(filter);
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.sql(
            "SELECT %1$s AS one, COUNT(*) AS many FROM finding WHERE %1$s IS NOT NULL AND %2$s"
                    .formatted(column, query.condition())
                + " GROUP BY %1$s ORDER BY %1$s".formatted(column))
        .params(query.parameters())
        .query((RowCallbackHandler) row -> counts.put(row.getString("one"), row.getLong("many")));
    return counts;
  }

  /**
   * @return false when there is none, or it is no longer so
   */
  boolean accept(long id, String reason, String by, Instant at) {
    return jdbc.sql(ACCEPT)
            .param("id", id)
            .param("reason", reason)
            .param("by", by)
            .param("at", utc(at))
            .update()
        == 1;
  }

  /**
   * @return false when it is not accepted
   */
  boolean withdraw(long id) {
    return jdbc.sql(WITHDRAW).param("id", id).update() == 1;
  }

  void insertEvent(long id, String event, @Nullable String reason, String by, Instant at) {
    jdbc.sql(INSERT_EVENT)
        .param("id", id)
        .param("event", event)
        .param("at", utc(at))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  /** What happened to a finding, the oldest first. */
  List<Finding.Event> findEvents(long id) {
    return jdbc.sql(SELECT_EVENTS)
        .param("id", id)
        .query(
            (row, number) ->
                new Finding.Event(
                    instant(row, "happened_at"),
                    row.getString("event"),
                    row.getString("happened_by"),
                    row.getString("reason"),
                    row.getObject("run", Long.class)))
        .list();
  }

  /** All that is known of some kinds, resolved findings too. */
  List<FindingMatch.Known> findKnown(Collection<FindingKind> kinds) {
    return jdbc.sql(
            "SELECT id, kind, match_key, state, layer, level, %s FROM finding WHERE kind IN (:kinds)"
                .formatted(dialect.geometryColumn("geometry")))
        .param("kinds", kinds.stream().map(FindingKind::code).toList())
        .query(
            (row, number) ->
                new FindingMatch.Known(
                    row.getLong("id"),
                    FindingKind.of(row.getString("kind")),
                    row.getString("match_key"),
                    FindingState.of(row.getString("state")),
                    row.getString("layer"),
                    row.getString("level"),
                    geometry(row)))
        .list();
  }

  private Finding read(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    return new Finding(
        row.getLong("id"),
        FindingKind.of(row.getString("kind")),
        FindingState.of(row.getString("state")),
        row.getBoolean("fresh"),
        instant(row, "first_seen"),
        instant(row, "last_seen"),
        row.getObject("resolved_at") == null ? null : instant(row, "resolved_at"),
        reason == null
            ? null
            : new Finding.Acceptance(
                reason, row.getString("accepted_by"), instant(row, "accepted_at")),
        json.readValue(row.getString("content"), FindingContent.class),
        geometry(row));
  }

  private @Nullable Geometry geometry(ResultSet row) throws SQLException {
    return row.getObject("geometry") == null ? null : dialect.readGeometry(row, "geometry");
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
