package zeren.trail;

import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the end of the trail. */
@Repository
class TrailWriteRepository {

  private static final String BEGIN =
      """
      INSERT INTO trail_head (one, id, hash)
      SELECT 1, 0, CAST(:hash AS VARCHAR(64)) WHERE NOT EXISTS (SELECT 1 FROM trail_head)
      """;
  private static final String INSERT =
      """
      INSERT INTO trail (id, happened_at, actor, address, kind, layer, object, change_set, detail, hash)
      VALUES (:id, :at, :actor, :address, :kind, :layer, :object, :changeSet, :detail, :hash)
      """;

  private final JdbcClient jdbc;

  TrailWriteRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes sure that the trail has an end to go on from. To be called outside a transaction: when
   * two nodes meet, the second one's refusal means that it is there.
   */
  void begin() {
    try {
      jdbc.sql(BEGIN).param("hash", TrailEntry.BEGINNING).update();
    } catch (DuplicateKeyException e) {
      // The other node has made it.
    }
  }

  /** The last row. Whoever else wants to add one waits here until this transaction has ended. */
  TrailHead lockHead() {
    return jdbc.sql("SELECT id, hash FROM trail_head WHERE one = 1 FOR UPDATE")
        .query(TrailHead.class)
        .single();
  }

  void insert(TrailEntry entry, String hash) {
    jdbc.sql(INSERT)
        .param("id", entry.id())
        .param("at", entry.happenedAt().atOffset(ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("address", entry.address())
        .param("kind", entry.kind())
        .param("layer", entry.layer())
        .param("object", entry.object())
        .param("changeSet", entry.changeSet())
        .param("detail", entry.detail())
        .param("hash", hash)
        .update();
  }

  void moveHead(TrailHead head) {
    jdbc.sql("UPDATE trail_head SET id = :id, hash = :hash WHERE one = 1")
        .param("id", head.id())
        .param("hash", head.hash())
        .update();
  }
}
