package zeren.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reading the trail. */
@Repository
class TrailRepository {

  private static final String SELECT =
      """
      SELECT id, happened_at, actor, address, kind, layer, object, change_set, detail, hash
      FROM trail
      """;

  private final JdbcClient jdbc;

  TrailRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row with the hash that stands in it. */
  record Hashed(TrailEntry entry, String hash) {}

  /** The newest first. */
  List<TrailEntry> findPage(TrailFilter filter, @Nullable Long before, int limit) {
    TrailQuery query = TrailQuery.of(filter, before);
    return jdbc.sql(SELECT + "WHERE " + query.condition() + " ORDER BY id DESC LIMIT :limit")
        .params(query.parameters())
        .param("limit", limit)
        .query((row, number) -> read(row))
        .list();
  }

  /** How many there are, counted no further than to the most. */
  long count(TrailFilter filter, int most) {
    TrailQuery query = TrailQuery.of(filter, null);
    return jdbc.sql(
            "SELECT COUNT(*) FROM (SELECT 1 AS one FROM trail WHERE %s LIMIT :most) AS found"
                .formatted(query.condition()))
        .params(query.parameters())
        .param("most", most)
        .query(Long.class)
        .single();
  }

  Optional<TrailEntry> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id)
        .query((row, number) -> read(row))
        .optional();
  }

  /** Everybody who did something, by name. */
  List<String> findActors() {
    return jdbc.sql(
            "SELECT DISTINCT actor FROM trail WHERE actor IS NOT NULL ORDER BY actor LIMIT 1000")
        .query(String.class)
        .list();
  }

  /** Rows after a number as they were added. */
  List<Hashed> findAfter(long id, int limit) {
    return jdbc.sql(SELECT + "WHERE id > :id ORDER BY id LIMIT :limit")
        .param("id", id)
        .param("limit", limit)
        .query((row, number) -> new Hashed(read(row), row.getString("hash")))
        .list();
  }

  /** Empty before the first start of this Zeren on the database. */
  Optional<TrailHead> findHead() {
    return jdbc.sql("SELECT id, hash FROM trail_head").query(TrailHead.class).optional();
  }

  private static TrailEntry read(ResultSet row) throws SQLException {
    return new TrailEntry(
        row.getLong("id"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("address"),
        row.getString("kind"),
        row.getString("layer"),
        row.getString("object"),
        row.getObject("change_set", Long.class),
        row.getString("detail"));
  }
}
