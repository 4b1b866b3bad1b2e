package zeren.layer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import zeren.database.Dialect;

/**
 * The SQL of the layers' own rows: one number a layer, and what an installation was filled with.
 */
@Repository
class LayerVersionRepository {

  private static final String ENTER =
      """
      INSERT INTO layer_version (layer, version)
      SELECT CAST(:layer AS VARCHAR(64)), 0
      WHERE NOT EXISTS (SELECT 1 FROM layer_version WHERE layer = :layer)
      """;

  private final JdbcClient jdbc;
  private final Dialect dialect;
  private final LayerNewsRepository news;

  LayerVersionRepository(JdbcClient jdbc, Dialect dialect, LayerNewsRepository news) {
    this.jdbc = jdbc;
    this.dialect = dialect;
    this.news = news;
  }

  /** The versions of all layers that were ever written to. */
  Map<String, Long> findAll() {
    Map<String, Long> versions = new HashMap<>();
    jdbc.sql("SELECT layer, version FROM layer_version")
        .query((RowCallbackHandler) row -> versions.put(row.getString(1), row.getLong(2)));
    return versions;
  }

  long find(String layer) {
    return jdbc.sql("SELECT version FROM layer_version WHERE layer = :layer")
        .param("layer", layer)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /**
   * Makes sure that the layer has a row to count up. To be called outside a transaction: when two
   * first writers meet, the second one's refusal means that the row is there.
   */
  void enter(String layer) {
    try {
      jdbc.sql(ENTER).param("layer", layer).update();
    } catch (DuplicateKeyException e) {
      // The other writer has entered it.
    }
  }

  /**
   * Makes {@link #lock} give up after two seconds, in this transaction. The embedded database does
   * so by itself.
   */
  void waitBriefly() {
    if (dialect == Dialect.POSTGIS) {
      jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
    }
  }

  /** Two writers of one layer wait for each other here, until the first one's transaction ends. */
  void lock(String layer) {
    jdbc.sql("SELECT version FROM layer_version WHERE layer = :layer FOR UPDATE")
        .param("layer", layer)
        .query(Long.class)
        .single();
  }

  /** Counts the version up, and tells the other nodes when the transaction is committed. */
  void raise(String layer) {
    jdbc.sql("UPDATE layer_version SET version = version + 1 WHERE layer = :layer")
        .param("layer", layer)
        .update();
    news.announce(layer);
  }

  boolean isFilled() {
    return jdbc.sql("SELECT COUNT(*) FROM loaded_dataset").query(Long.class).single() > 0;
  }

  void insertDataset(String name, Instant at) {
    jdbc.sql("INSERT INTO loaded_dataset (name, loaded_at) VALUES (:name, :at)")
        .param("name", name)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
