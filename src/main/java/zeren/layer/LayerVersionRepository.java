package zeren.layer;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

  LayerVersionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /** Two writers of one layer wait for each other here, until the first one's transaction ends. */
  void lock(String layer) {
    jdbc.sql("SELECT version FROM layer_version WHERE layer = :layer FOR UPDATE")
        .param("layer", layer)
        .query(Long.class)
        .single();
  }

  void raise(String layer) {
    jdbc.sql("UPDATE layer_version SET version = version + 1 WHERE layer = :layer")
        .param("layer", layer)
        .update();
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
