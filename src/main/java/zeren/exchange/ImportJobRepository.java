package zeren.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the table of imports. */
@Repository
class ImportJobRepository {

  private static final String INSERT =
      """
      INSERT INTO import_job (id, layer, file_name, bytes, state, settings, inspection, done,
        cancelling, created_at, created_by)
      VALUES (:id, :layer, :fileName, :bytes, :state, :settings, :inspection, 0,
        FALSE, :createdAt, :createdBy)
      """;
  private static final String SELECT =
      """
      SELECT id, layer, file_name, bytes, state, settings, inspection, done, total, result, problem,
        change_set, started_at, created_at, created_by, committed_by
      FROM import_job
      """;
  private static final String FIND_PAGE =
      SELECT
          + """
           WHERE (CAST(:layer AS VARCHAR(64)) IS NULL OR layer = :layer)
            AND (CAST(:by AS VARCHAR(100)) IS NULL OR created_by = :by)
          ORDER BY created_at DESC, id LIMIT :limit OFFSET :offset
          """;

  private static final String COUNT =
      """
      SELECT COUNT(*) FROM import_job
      WHERE (CAST(:layer AS VARCHAR(64)) IS NULL OR layer = :layer)
        AND (CAST(:by AS VARCHAR(100)) IS NULL OR created_by = :by)
      """;

  /** Only from one of the states named: two who ask at once get it once. */
  private static final String QUEUE =
      """
      UPDATE import_job SET state = :state, settings = :settings, inspection = :inspection,
        node = :node, heartbeat = :now, started_at = NULL, cancelling = FALSE, done = 0,
        total = NULL, problem = NULL, committed_by = :committedBy
      WHERE id = :id AND state IN (:from)
      """;

  private static final String START =
      """
      UPDATE import_job SET started_at = :now, heartbeat = :now
      WHERE id = :id AND node = :node AND started_at IS NULL AND state IN ('checking', 'committing')
      """;
  private static final String BEAT =
      """
      UPDATE import_job SET heartbeat = :now, done = :done, total = :total
      WHERE id = :id AND node = :node AND state IN ('checking', 'committing')
      """;
  private static final String ABANDONED =
      """
      SELECT id FROM import_job
      WHERE state IN ('checking', 'committing') AND heartbeat < :before
      """;
  private static final String TAKE_OVER =
      """
      UPDATE import_job SET node = :node, heartbeat = :now, started_at = NULL
      WHERE id = :id AND state IN ('checking', 'committing') AND heartbeat < :before
      """;
  private static final String END =
      """
      UPDATE import_job SET state = :state, result = :result, problem = :problem,
        change_set = :changeSet, done = :done, total = :total, node = NULL, started_at = NULL
      WHERE id = :id AND node = :node
      """;
  private static final String CANCEL_WAITING =
      """
      UPDATE import_job SET state = 'cancelled', node = NULL
      WHERE id = :id AND state IN ('checking', 'committing') AND started_at IS NULL
      """;
  private static final String DELETE =
      """
      DELETE FROM import_job
      WHERE id = :id AND state NOT IN ('checking', 'committing', 'committed', 'undone')
      """;
  private static final String EXPIRED =
      """
      SELECT id FROM import_job
      WHERE created_at < :before AND state NOT IN ('checking', 'committing')
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportJobRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(ImportJob job) {
    jdbc.sql(INSERT)
        .param("id", job.id())
        .param("layer", job.layer())
        .param("fileName", job.fileName())
        .param("bytes", job.bytes())
        .param("state", job.state().text())
        .param("settings", json.writeValueAsString(job.settings()))
        .param("inspection", json.writeValueAsString(job.inspection()))
        .param("createdAt", utc(job.createdAt()))
        .param("createdBy", job.createdBy())
        .update();
  }

  Optional<ImportJob> find(String id) {
    return jdbc.sql(SELECT + " WHERE id = :id").param("id", id).query(this::toJob).optional();
  }

  /**
   * @param layer null for all
   * @return newest first
   */
  List<ImportJob> findPage(@Nullable String layer, @Nullable String by, int limit, int offset) {
    return jdbc.sql(FIND_PAGE)
        .param("layer", layer)
        .param("by", by)
        .param("limit", limit)
        .param("offset", offset)
        .query(this::toJob)
        .list();
  }

  long count(@Nullable String layer, @Nullable String by) {
    return jdbc.sql(COUNT).param("layer", layer).param("by", by).query(Long.class).single();
  }

  /** Those that are done with and were uploaded before the moment. */
  List<String> findExpired(Instant before) {
    return jdbc.sql(EXPIRED).param("before", utc(before)).query(String.class).list();
  }

  /**
   * @return false when the import is in none of the states
   */
  boolean queue(ImportJob job, ImportState to, List<ImportState> from, String node, Instant now) {
    return jdbc.sql(QUEUE)
            .param("id", job.id())
            .param("state", to.text())
            .param("from", from.stream().map(ImportState::text).toList())
            .param("settings", json.writeValueAsString(job.settings()))
            .param("inspection", json.writeValueAsString(job.inspection()))
            .param("committedBy", job.committedBy())
            .param("node", node)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /**
   * @return false when it is not to be run here any more
   */
  boolean start(String id, String node, Instant now) {
    return jdbc.sql(START).param("id", id).param("node", node).param("now", utc(now)).update() == 1;
  }

  /**
   * @return false when it is no longer this node's
   */
  boolean beat(String id, String node, long done, @Nullable Long total, Instant now) {
    return jdbc.sql(BEAT)
            .param("id", id)
            .param("node", node)
            .param("done", done)
            .param("total", total)
            .param("now", utc(now))
            .update()
        == 1;
  }

  boolean isCancelling(String id) {
    return jdbc.sql("SELECT cancelling FROM import_job WHERE id = :id")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Those that a node had in hand and that it has not spoken of since the moment. */
  List<String> findAbandoned(Instant before) {
    return jdbc.sql(ABANDONED).param("before", utc(before)).query(String.class).list();
  }

  /**
   * @return false when another node was faster, or the one that has it is alive
   */
  boolean takeOver(String id, String node, Instant before, Instant now) {
    return jdbc.sql(TAKE_OVER)
            .param("id", id)
            .param("node", node)
            .param("before", utc(before))
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** Settles what a pass came to; nothing happens when the import is no longer this node's. */
  void end(ImportJob job, String node) {
    jdbc.sql(END)
        .param("id", job.id())
        .param("node", node)
        .param("state", job.state().text())
        .param("result", job.result() == null ? null : json.writeValueAsString(job.result()))
        .param("problem", job.failure() == null ? null : json.writeValueAsString(job.failure()))
        .param("changeSet", job.changeSet())
        .param("done", job.done())
        .param("total", job.total())
        .update();
  }

  /**
   * @return whether it had not begun and now never will
   */
  boolean cancelWaiting(String id) {
    return jdbc.sql(CANCEL_WAITING).param("id", id).update() == 1;
  }

  void askToCancel(String id) {
    jdbc.sql("UPDATE import_job SET cancelling = TRUE WHERE id = :id").param("id", id).update();
  }

  boolean move(String id, ImportState from, ImportState to) {
    return jdbc.sql("UPDATE import_job SET state = :to WHERE id = :id AND state = :from")
            .param("id", id)
            .param("from", from.text())
            .param("to", to.text())
            .update()
        == 1;
  }

  /**
   * @return false when it is at work or was written, and stays
   */
  boolean delete(String id) {
    return jdbc.sql(DELETE).param("id", id).update() == 1;
  }

  private ImportJob toJob(ResultSet row, int number) throws SQLException {
    String result = row.getString("result");
    String failure = row.getString("problem");
    OffsetDateTime started = row.getObject("started_at", OffsetDateTime.class);
    return new ImportJob(
        row.getString("id"),
        row.getString("layer"),
        row.getString("file_name"),
        row.getLong("bytes"),
        ImportState.of(row.getString("state")),
        json.readValue(row.getString("settings"), ImportSettings.class),
        json.readValue(row.getString("inspection"), Inspection.class),
        row.getLong("done"),
        row.getObject("total", Long.class),
        result == null ? null : json.readValue(result, ImportResult.class),
        failure == null ? null : json.readValue(failure, ImportFailure.class),
        row.getObject("change_set", Long.class),
        started == null ? null : started.toInstant(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        row.getString("committed_by"));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
