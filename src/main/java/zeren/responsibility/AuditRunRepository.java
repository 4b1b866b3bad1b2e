package zeren.responsibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of runs of audits. */
@Repository
class AuditRunRepository {

  private static final String INSERT =
      """
      INSERT INTO audit_run (state, running, as_of, done, total, node, heartbeat, started_at,
        started_by)
      VALUES ('running', 1, :day, 0, :total, :node, :now, :now, :by)
      """;
  private static final String SELECT =
      """
      SELECT id, state, as_of, done, total, changes, problem, started_at, started_by, finished_at
      FROM audit_run
      """;
  private static final String BEAT =
      """
      UPDATE audit_run SET done = :done, heartbeat = :now
      WHERE id = :id AND node = :node AND state = 'running'
      """;
  private static final String FINISH =
      """
      UPDATE audit_run SET state = 'done', running = NULL, done = total, finished_at = :now
      WHERE id = :id AND node = :node AND state = 'running'
      """;
  private static final String FAIL =
      """
      UPDATE audit_run SET state = 'failed', running = NULL, problem = :problem, finished_at = :now
      WHERE id = :id AND node = :node AND state = 'running'
      """;
  private static final String FAIL_SILENT =
      """
      UPDATE audit_run SET state = 'failed', running = NULL, problem = :problem, finished_at = :now
      WHERE state = 'running' AND heartbeat < :before
      """;
  private static final TypeReference<List<FindingChanges>> CHANGES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditRunRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Enters a run that begins now.
   *
   * @throws org.springframework.dao.DuplicateKeyException while another one runs
   */
  long insert(LocalDate day, long total, String node, String by, Instant now) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(INSERT)
        .param("day", day)
        .param("total", total)
        .param("node", node)
        .param("by", by)
        .param("now", FindingRepository.utc(now))
        .update(key, "id");
    Number number = key.getKey();
    if (number == null) {
      throw new IllegalStateException("The database gave the run no number");
    }
    return number.longValue();
  }

  /**
   * @return false when it is no longer this node's
   */
  boolean beat(long id, String node, long done, Instant now) {
    return jdbc.sql(BEAT)
            .param("id", id)
            .param("node", node)
            .param("done", done)
            .param("now", FindingRepository.utc(now))
            .update()
        == 1;
  }

  /** Fails the runs that no node has spoken of since the moment. */
  int failSilent(Instant before, String problem, Instant now) {
    return jdbc.sql(FAIL_SILENT)
        .param("before", FindingRepository.utc(before))
        .param("problem", problem)
        .param("now", FindingRepository.utc(now))
        .update();
  }

  /**
   * @return false when it is no longer this node's, and nothing of it may be written
   */
  boolean finish(long id, String node, Instant now) {
    return jdbc.sql(FINISH)
            .param("id", id)
            .param("node", node)
            .param("now", FindingRepository.utc(now))
            .update()
        == 1;
  }

  /** Keeps what a run came to. */
  void tell(long id, List<FindingChanges> changes) {
    jdbc.sql("UPDATE audit_run SET changes = :changes WHERE id = :id")
        .param("id", id)
        .param("changes", json.writeValueAsString(changes))
        .update();
  }

  boolean fail(long id, String node, String problem, Instant now) {
    return jdbc.sql(FAIL)
            .param("id", id)
            .param("node", node)
            .param("problem", problem)
            .param("now", FindingRepository.utc(now))
            .update()
        == 1;
  }

  Optional<AuditRun> find(long id) {
    return jdbc.sql(SELECT + " WHERE id = :id").param("id", id).query(this::read).optional();
  }

  Optional<AuditRun> findRunning() {
    return jdbc.sql(SELECT + " WHERE running = 1").query(this::read).optional();
  }

  /** Newest first. */
  List<AuditRun> findLast(int limit) {
    return jdbc.sql(SELECT + " ORDER BY id DESC LIMIT :limit")
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  private AuditRun read(ResultSet row, int number) throws SQLException {
    String changes = row.getString("changes");
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new AuditRun(
        row.getLong("id"),
        row.getString("state"),
        row.getObject("as_of", LocalDate.class),
        row.getLong("done"),
        row.getLong("total"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getString("started_by"),
        finished == null ? null : finished.toInstant(),
        changes == null ? null : json.readValue(changes, CHANGES),
        row.getString("problem"));
  }
}
