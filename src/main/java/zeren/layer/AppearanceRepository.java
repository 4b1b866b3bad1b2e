package zeren.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the appearances of layers; rows are only ever added. */
@Repository
class AppearanceRepository {

  private static final String COLUMNS = "layer, number, appearance, recorded_at, recorded_by";
  private static final String LAST =
      "SELECT "
          + COLUMNS
          + " FROM layer_appearance a WHERE number ="
          + " (SELECT MAX(number) FROM layer_appearance WHERE layer = a.layer)";
  private static final String HISTORY =
      "SELECT "
          + COLUMNS
          + " FROM layer_appearance WHERE layer = :layer ORDER BY number DESC LIMIT 50";
  private static final String INSERT =
      "INSERT INTO layer_appearance ("
          + COLUMNS
          + ") VALUES (:layer, :number, :appearance, :at, :by)";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AppearanceRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What counts now, by layer. */
  Map<String, Appearance> findAll() {
    Map<String, Appearance> all = new HashMap<>();
    jdbc.sql(LAST)
        .query((row, i) -> Map.entry(row.getString("layer"), read(row).appearance()))
        .list()
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /** The newest first. */
  List<RecordedAppearance> findHistory(String layer) {
    return jdbc.sql(HISTORY).param("layer", layer).query((row, i) -> read(row)).list();
  }

  void insert(String layer, RecordedAppearance recorded) {
    jdbc.sql(INSERT)
        .param("layer", layer)
        .param("number", recorded.number())
        .param(
            "appearance",
            recorded.appearance().equals(Appearance.NONE)
                ? null
                : json.writeValueAsString(recorded.appearance()))
        .param("at", recorded.at().atOffset(ZoneOffset.UTC))
        .param("by", recorded.by())
        .update();
  }

  private RecordedAppearance read(ResultSet row) throws SQLException {
    String text = row.getString("appearance");
    return new RecordedAppearance(
        row.getInt("number"),
        text == null ? Appearance.NONE : json.readValue(text, Appearance.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("recorded_by"));
  }
}
