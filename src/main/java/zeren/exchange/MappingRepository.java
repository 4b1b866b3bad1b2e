package zeren.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the table of stored mappings. */
@Repository
class MappingRepository {

  private static final String INSERT =
      """
      INSERT INTO import_mapping (layer, name, mapping, crs, saved_at, saved_by)
      VALUES (:layer, :name, :mapping, :crs, :at, :by)
      """;
  private static final String FIND =
      "SELECT name, mapping, crs FROM import_mapping WHERE layer = :layer ORDER BY name";
  private static final String DELETE =
      "DELETE FROM import_mapping WHERE layer = :layer AND name = :name";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  MappingRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<StoredMapping> findAll(String layer) {
    return jdbc.sql(FIND).param("layer", layer).query(this::toMapping).list();
  }

  /** Puts it in the place of one of the same name. */
  @Transactional
  void save(String layer, StoredMapping stored, String by, Instant at) {
    delete(layer, stored.name());
    jdbc.sql(INSERT)
        .param("layer", layer)
        .param("name", stored.name())
        .param("mapping", json.writeValueAsString(stored.mapping()))
        .param("crs", stored.crs())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  boolean delete(String layer, String name) {
    return jdbc.sql(DELETE).param("layer", layer).param("name", name).update() == 1;
  }

  private StoredMapping toMapping(ResultSet row, int number) throws SQLException {
    return new StoredMapping(
        row.getString("name"),
        json.readValue(row.getString("mapping"), Mapping.class),
        row.getString("crs"));
  }
}
