package zeren.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The SQL of change sets. */
@Repository
class ChangeSetRepository {

  private static final String INSERT =
      """
      INSERT INTO change_set (layer, kind, note, import_id, undoes, recorded_at, recorded_by)
      VALUES (:layer, :kind, :note, :importId, :undoes, :at, :by)
      """;
  private static final String SELECT =
      "SELECT id, layer, kind, note, undoes, recorded_at, recorded_by FROM change_set ";

  private static final String UNDONE =
      """
      SELECT COUNT(*) FROM change_set one WHERE one.undoes = :id
        AND NOT EXISTS (SELECT 1 FROM change_set other WHERE other.undoes = one.id)
      """;

  private final JdbcClient jdbc;

  ChangeSetRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Enters a change set and returns its number. */
  long insert(String layer, ChangeNote note, @Nullable Long undoes, Instant at) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(INSERT)
        .param("layer", layer)
        .param("kind", note.kind().name().toLowerCase(Locale.ROOT))
        .param("note", note.note())
        .param("importId", note.importId())
        .param("undoes", undoes)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", note.by())
        .update(key, "id");
    Number number = key.getKey();
    if (number == null) {
      throw new IllegalStateException("The database gave the change set no number");
    }
    return number.longValue();
  }

  Optional<ChangeSet> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(this::read).optional();
  }

  Optional<Long> findOfImport(String importId) {
    return jdbc.sql("SELECT id FROM change_set WHERE import_id = :importId")
        .param("importId", importId)
        .query(Long.class)
        .optional();
  }

  /** By a change set that has not been taken back itself. */
  boolean isUndone(long changeSet) {
    return jdbc.sql(UNDONE).param("id", changeSet).query(Long.class).single() > 0;
  }

  /** Those of one layer, the newest first. */
  List<ChangeSet> findOfLayer(String layer, int limit) {
    return jdbc.sql(SELECT + "WHERE layer = :layer ORDER BY id DESC LIMIT :limit")
        .param("layer", layer)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  List<ChangeSet> findOfLayerBy(String recordedBy, String layer, int limit) {
    return jdbc.sql(
            SELECT + "WHERE layer = :layer AND recorded_by = :by ORDER BY id DESC LIMIT :limit")
        .param("layer", layer)
        .param("by", recordedBy)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** The numbers of those of one layer after a number, in the order in which they were written. */
  List<Long> findAfter(String layer, long number, int limit) {
    return jdbc.sql(
            "SELECT id FROM change_set WHERE id > :number AND layer = :layer"
                + " ORDER BY id LIMIT :limit")
        .param("number", number)
        .param("layer", layer)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  Map<Long, ChangeSet> findAll(Collection<Long> ids) {
    Map<Long, ChangeSet> found = new HashMap<>();
    if (!ids.isEmpty()) {
      List<ChangeSet> sets =
          jdbc.sql(SELECT + "WHERE id IN (:ids)").param("ids", ids).query(this::read).list();
      sets.forEach(set -> found.put(set.id(), set));
    }
    return found;
  }

  private ChangeSet read(ResultSet row, int number) throws SQLException {
    return new ChangeSet(
        row.getLong("id"),
        row.getString("layer"),
        ChangeKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("note"),
        row.getObject("undoes", Long.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("recorded_by"));
  }
}
