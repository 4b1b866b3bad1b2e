package zeren.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import zeren.database.GeometryColumn;

/** The SQL of the tables of features. */
@Repository
class FeatureVersionRepository {

  private static final String INSERT =
      """
      INSERT INTO feature_version (layer, id, version, geometry, properties, source_crs, source_wkt,
        valid_from, valid_to, recorded_at, recorded_by)
      VALUES (:layer, :id, :version, :geometry, :properties FORMAT JSON, :sourceCrs, :sourceWkt,
        :validFrom, :validTo, :recordedAt, :recordedBy)
      """;
  private static final String SUPERSEDE =
      """
      UPDATE feature_version SET superseded_at = :at, superseded_by = :by
      WHERE layer = :layer AND id = :id AND version = :version AND superseded_at IS NULL
      """;
  private static final String SELECT =
      """
      SELECT layer, id, version, geometry, properties, source_crs, source_wkt,
        valid_from, valid_to, recorded_at, recorded_by, superseded_at
      FROM feature_version
      """;
  private static final String KNOWN = SELECT + " WHERE layer = :layer AND superseded_at IS NULL ";
  private static final String VALID_ON =
      KNOWN + " AND valid_from <= :day AND (valid_to IS NULL OR :day < valid_to) ";
  private static final String CHANGE_DAYS =
      """
      SELECT valid_from FROM feature_version WHERE layer = :layer AND superseded_at IS NULL
      UNION
      SELECT valid_to FROM feature_version
        WHERE layer = :layer AND superseded_at IS NULL AND valid_to IS NOT NULL
      """;
  private static final String LAST_VERSIONS =
      """
      SELECT id, MAX(version) AS version FROM feature_version
      WHERE layer = :layer AND id IN (:ids) GROUP BY id
      """;

  private static final String ENTER_LAYER =
      """
      INSERT INTO layer_version (layer, version)
      SELECT CAST(:layer AS VARCHAR(64)), 0
      WHERE NOT EXISTS (SELECT 1 FROM layer_version WHERE layer = :layer)
      """;

  private static final TypeReference<Map<String, @Nullable Object>> PROPERTIES =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batch;
  private final JsonMapper json;

  /** Gives back whole numbers as they were written: as {@link Long}, however small. */
  private final ObjectReader properties;

  FeatureVersionRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch, JsonMapper json) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
    this.properties = json.readerFor(PROPERTIES).with(DeserializationFeature.USE_LONG_FOR_INTS);
  }

  /** Hands over every version that is so on the day, ordered by id. */
  void readValidOn(String layer, LocalDate day, Consumer<FeatureVersion> reader) {
    jdbc.sql(VALID_ON + " ORDER BY id")
        .param("layer", layer)
        .param("day", day)
        .query((RowCallbackHandler) row -> reader.accept(toVersion(row)));
  }

  Optional<FeatureVersion> findValidOn(String layer, String id, LocalDate day) {
    return jdbc.sql(VALID_ON + " AND id = :id")
        .param("layer", layer)
        .param("day", day)
        .param("id", id)
        .query((row, n) -> toVersion(row))
        .optional();
  }

  /** All that was ever recorded of the feature, the newest recording first. */
  List<FeatureVersion> findHistory(String layer, String id) {
    return jdbc.sql(SELECT + " WHERE layer = :layer AND id = :id ORDER BY version DESC")
        .param("layer", layer)
        .param("id", id)
        .query((row, n) -> toVersion(row))
        .list();
  }

  /** What is known of the features in any period, locked until the transaction ends. */
  List<FeatureVersion> lockKnown(String layer, Collection<String> ids) {
    return jdbc.sql(KNOWN + " AND id IN (:ids) ORDER BY id, valid_from FOR UPDATE")
        .param("layer", layer)
        .param("ids", ids)
        .query((row, n) -> toVersion(row))
        .list();
  }

  /** The highest version ever given to each of the features. */
  Map<String, Integer> findLastVersions(String layer, Collection<String> ids) {
    Map<String, Integer> last = new java.util.HashMap<>();
    jdbc.sql(LAST_VERSIONS)
        .param("layer", layer)
        .param("ids", ids)
        .query((RowCallbackHandler) row -> last.put(row.getString("id"), row.getInt("version")));
    return last;
  }

  void insert(List<FeatureVersion> versions) {
    batch.batchUpdate(
        INSERT, versions.stream().map(this::toRow).toArray(SqlParameterSource[]::new));
  }

  void supersede(List<FeatureVersion> versions, Instant at, String by) {
    batch.batchUpdate(
        SUPERSEDE,
        versions.stream()
            .map(
                version ->
                    new MapSqlParameterSource()
                        .addValue("layer", version.layer())
                        .addValue("id", version.id())
                        .addValue("version", version.version())
                        .addValue("at", at.atOffset(ZoneOffset.UTC))
                        .addValue("by", by))
            .toArray(SqlParameterSource[]::new));
  }

  /** The days on which what is so in the layer changes, as known now. */
  TreeSet<LocalDate> findChangeDays(String layer) {
    return new TreeSet<>(jdbc.sql(CHANGE_DAYS).param("layer", layer).query(LocalDate.class).list());
  }

  long findLayerVersion(String layer) {
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
  void enterLayer(String layer) {
    try {
      jdbc.sql(ENTER_LAYER).param("layer", layer).update();
    } catch (DuplicateKeyException e) {
      // The other writer has entered it.
    }
  }

  /** Two writers of one layer wait for each other here, until the first one's transaction ends. */
  void lockLayer(String layer) {
    jdbc.sql("SELECT version FROM layer_version WHERE layer = :layer FOR UPDATE")
        .param("layer", layer)
        .query(Long.class)
        .single();
  }

  void raiseLayerVersion(String layer) {
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

  private SqlParameterSource toRow(FeatureVersion version) {
    FeatureDraft.SourcePosition source = version.source();
    return new MapSqlParameterSource()
        .addValue("layer", version.layer())
        .addValue("id", version.id())
        .addValue("version", version.version())
        .addValue("geometry", GeometryColumn.toParameter(version.geometry()))
        .addValue("properties", json.writeValueAsString(version.properties()))
        .addValue("sourceCrs", source == null ? null : source.crs())
        .addValue("sourceWkt", source == null ? null : source.wkt())
        .addValue("validFrom", version.validFrom())
        .addValue("validTo", version.validTo())
        .addValue("recordedAt", version.recordedAt().atOffset(ZoneOffset.UTC))
        .addValue("recordedBy", version.recordedBy());
  }

  private FeatureVersion toVersion(ResultSet row) throws SQLException {
    String sourceCrs = row.getString("source_crs");
    OffsetDateTime superseded = row.getObject("superseded_at", OffsetDateTime.class);
    return new FeatureVersion(
        row.getString("layer"),
        row.getString("id"),
        row.getInt("version"),
        GeometryColumn.read(row, "geometry"),
        properties.readValue(row.getString("properties")),
        sourceCrs == null
            ? null
            : new FeatureDraft.SourcePosition(sourceCrs, row.getString("source_wkt")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("recorded_by"),
        superseded == null ? null : superseded.toInstant());
  }
}
