package zeren.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import zeren.database.Dialect;

/** The SQL of the tables of features. */
@Repository
class FeatureVersionRepository {

  private static final String INSERT =
      """
      INSERT INTO feature_version (layer, id, version, geometry, properties, source_crs, source_wkt,
        valid_from, valid_to, recorded_at, recorded_by, change_set)
      VALUES (:layer, :id, :version, %s, %s, :sourceCrs, :sourceWkt,
        :validFrom, :validTo, :recordedAt, :recordedBy, :changeSet)
      """;
  private static final String SUPERSEDE =
      """
      UPDATE feature_version
      SET superseded_at = :at, superseded_by = :by, superseded_in = :changeSet
      WHERE layer = :layer AND id = :id AND version = :version AND superseded_at IS NULL
      """;
  private static final String SELECT =
      """
      SELECT layer, id, version, %s, properties, source_crs, source_wkt, valid_from, valid_to,
        recorded_at, recorded_by, change_set, superseded_at, superseded_in
      """;
  private static final String WHERE = "FROM feature_version WHERE ";
  private static final String KNOWN = "layer = :layer AND superseded_at IS NULL";
  private static final String VALID_ON =
      KNOWN + " AND valid_from <= :day AND (valid_to IS NULL OR :day < valid_to)";

  /** A limit in each half too: without it H2 collects both halves whole for every page. */
  private static final String TOUCHED =
      """
      (SELECT id FROM feature_version WHERE change_set = :changeSet AND id > :after
       ORDER BY change_set, id LIMIT :limit)
      UNION
      (SELECT id FROM feature_version WHERE superseded_in = :changeSet AND id > :after
       ORDER BY superseded_in, id LIMIT :limit)
      ORDER BY id LIMIT :limit
      """;

  /** One statement, so that the days are those after the change set; one row if there are none. */
  private static final String CHANGE_DAYS =
      """
      SELECT latest.change_set, changes.change_day, changes.periods
      FROM (SELECT COALESCE(MAX(id), 0) AS change_set FROM change_set WHERE layer = :layer) AS latest
      LEFT JOIN (
        SELECT ends.change_day, COUNT(*) AS periods
        FROM (
          SELECT valid_from AS change_day FROM feature_version
            WHERE layer = :layer AND superseded_at IS NULL
          UNION ALL
          SELECT valid_to AS change_day FROM feature_version
            WHERE layer = :layer AND superseded_at IS NULL AND valid_to IS NOT NULL
        ) AS ends
        GROUP BY ends.change_day
      ) AS changes ON TRUE
      """;

  private static final String ENDED_PERIODS =
      """
      SELECT valid_from, valid_to FROM feature_version
      WHERE superseded_in = :changeSet AND (change_set IS NULL OR change_set <= :after)
      """;

  /** Of the features that are over, the last that is known of each. */
  private static final String ENDED =
      KNOWN
          + """
           AND valid_to <= :day AND NOT EXISTS (SELECT 1 FROM feature_version later
            WHERE later.layer = :layer AND later.id = feature_version.id
              AND later.superseded_at IS NULL AND later.valid_from > feature_version.valid_from)
          ORDER BY id
          """;

  /**
   * Of the features that were so on one of the days and are over on the last, how they were last.
   */
  private static final String ENDED_WITHIN =
      KNOWN
          + """
           AND valid_to > :first AND valid_to <= :last
            AND NOT EXISTS (SELECT 1 FROM feature_version later
             WHERE later.layer = :layer AND later.id = feature_version.id
               AND later.superseded_at IS NULL AND later.valid_from > feature_version.valid_from
               AND later.valid_from <= :last)
          ORDER BY id
          """;

  private static final String LAST_WITHIN =
      KNOWN
          + """
           AND id = :id AND valid_from <= :last AND (valid_to IS NULL OR valid_to > :first)
          ORDER BY valid_from DESC LIMIT 1
          """;

  private static final int FETCHED = 1_000;
  private static final TypeReference<Map<String, @Nullable Object>> PROPERTIES =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batch;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final Dialect dialect;
  private final String insert;
  private final String select;

  /** Gives back whole numbers as they were written: as {@link Long}, however small. */
  private final ObjectReader properties;

  FeatureVersionRepository(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batch,
      TransactionTemplate transaction,
      JsonMapper json,
      Dialect dialect) {
    this.transaction = transaction;
    this.dialect = dialect;
    this.insert =
        INSERT.formatted(
            dialect.geometryParameter("geometry"), dialect.jsonParameter("properties"));
    this.select = SELECT.formatted(dialect.geometryColumn("geometry"));
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
    this.properties = json.readerFor(PROPERTIES).with(DeserializationFeature.USE_LONG_FOR_INTS);
  }

  /**
   * Hands over every version that is so on the day, ordered by id. In a transaction, because
   * PostgreSQL sends rows a few at a time only there.
   */
  void readValidOn(String layer, LocalDate day, Consumer<FeatureVersion> reader) {
    transaction.executeWithoutResult(
        status ->
            jdbc.sql(select + WHERE + VALID_ON + " ORDER BY layer, superseded_at, id")
                .withFetchSize(FETCHED)
                .param("layer", layer)
                .param("day", day)
                .query((RowCallbackHandler) row -> reader.accept(toVersion(row))));
  }

  Optional<FeatureVersion> findValidOn(String layer, String id, LocalDate day) {
    return jdbc.sql(select + WHERE + VALID_ON + " AND id = :id")
        .param("layer", layer)
        .param("day", day)
        .param("id", id)
        .query((row, n) -> toVersion(row))
        .optional();
  }

  /** All that was ever recorded of the feature, the newest recording first. */
  List<FeatureVersion> findHistory(String layer, String id) {
    return jdbc.sql(select + WHERE + "layer = :layer AND id = :id ORDER BY version DESC")
        .param("layer", layer)
        .param("id", id)
        .query((row, n) -> toVersion(row))
        .list();
  }

  List<FeatureVersion> findValidOn(String layer, Collection<String> ids, LocalDate day) {
    return jdbc.sql(select + ofIds(VALID_ON))
        .param("layer", layer)
        .param("day", day)
        .param("keys", ids.toArray(String[]::new))
        .query((row, n) -> toVersion(row))
        .list();
  }

  /** What is so on the day of the features from the one after an id on. */
  List<FeatureVersion> findPageOn(String layer, LocalDate day, String afterId, int limit) {
    return jdbc.sql(
            select
                + WHERE
                + VALID_ON
                + " AND id > :after ORDER BY layer, superseded_at, id LIMIT :limit")
        .param("layer", layer)
        .param("day", day)
        .param("after", afterId)
        .param("limit", limit)
        .query((row, n) -> toVersion(row))
        .list();
  }

  /** The last version of each feature that was over by the day and did not come again. */
  List<FeatureVersion> findEnded(String layer, LocalDate day) {
    return jdbc.sql(select + WHERE + ENDED)
        .param("layer", layer)
        .param("day", day)
        .query((row, n) -> toVersion(row))
        .list();
  }

  /**
   * The last version of each feature that was so on one of the days from the first to the last, and
   * is over on the last.
   */
  List<FeatureVersion> findEndedWithin(String layer, LocalDate first, LocalDate last) {
    return jdbc.sql(select + WHERE + ENDED_WITHIN)
        .param("layer", layer)
        .param("first", first)
        .param("last", last)
        .query((row, n) -> toVersion(row))
        .list();
  }

  /** The last version of a feature that was so on one of the days from the first to the last. */
  Optional<FeatureVersion> findLastWithin(
      String layer, String id, LocalDate first, LocalDate last) {
    return jdbc.sql(select + WHERE + LAST_WITHIN)
        .param("layer", layer)
        .param("id", id)
        .param("first", first)
        .param("last", last)
        .query((row, n) -> toVersion(row))
        .optional();
  }

  /** What is known of the features in any period. */
  List<FeatureVersion> findKnown(String layer, Collection<String> ids) {
    return jdbc.sql(select + ofIds(KNOWN) + "ORDER BY id, valid_from")
        .param("layer", layer)
        .param("keys", ids.toArray(String[]::new))
        .query((row, n) -> toVersion(row))
        .list();
  }

  boolean isKnown(String layer, String id, int version) {
    return jdbc.sql("SELECT COUNT(*) " + WHERE + KNOWN + " AND id = :id AND version = :version")
            .param("layer", layer)
            .param("id", id)
            .param("version", version)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The ids of the features that a change set touched, from the one after an id on. */
  List<String> findTouched(long changeSet, String afterId, int limit) {
    return jdbc.sql(TOUCHED)
        .param("changeSet", changeSet)
        .param("after", afterId)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /** What a change set recorded of the features, whether or not it is still known. */
  List<FeatureVersion> findSaidIn(long changeSet, Collection<String> ids) {
    return jdbc.sql(select + ofIds("change_set = :changeSet"))
        .param("changeSet", changeSet)
        .param("keys", ids.toArray(String[]::new))
        .query((row, n) -> toVersion(row))
        .list();
  }

  /** What a change set superseded of the features. */
  List<FeatureVersion> findSupersededIn(long changeSet, Collection<String> ids) {
    return jdbc.sql(select + ofIds("superseded_in = :changeSet"))
        .param("changeSet", changeSet)
        .param("keys", ids.toArray(String[]::new))
        .query((row, n) -> toVersion(row))
        .list();
  }

  /** The highest version ever given to each of the features. */
  Map<String, Integer> findLastVersions(String layer, Collection<String> ids) {
    Map<String, Integer> last = new HashMap<>();
    jdbc.sql("SELECT id, MAX(version) AS version " + ofIds("layer = :layer") + "GROUP BY id")
        .param("layer", layer)
        .param("keys", ids.toArray(String[]::new))
        .query((RowCallbackHandler) row -> last.put(row.getString("id"), row.getInt("version")));
    return last;
  }

  void insert(List<FeatureVersion> versions) {
    batch.batchUpdate(
        insert, versions.stream().map(this::toRow).toArray(SqlParameterSource[]::new));
  }

  void supersede(List<FeatureVersion> versions, Instant at, String by, long changeSet) {
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
                        .addValue("by", by)
                        .addValue("changeSet", changeSet))
            .toArray(SqlParameterSource[]::new));
  }

  /** The days on which what is so in the layer changes, as known now. */
  ChangeDays findChangeDays(String layer) {
    long[] latest = new long[1];
    NavigableMap<LocalDate, Integer> periods = new TreeMap<>();
    jdbc.sql(CHANGE_DAYS)
        .param("layer", layer)
        .query(
            (RowCallbackHandler)
                row -> {
                  latest[0] = row.getLong("change_set");
                  LocalDate day = row.getObject("change_day", LocalDate.class);
                  if (day != null) {
                    periods.put(day, row.getInt("periods"));
                  }
                });
    return new ChangeDays(latest[0], periods);
  }

  /** The periods known after one change set that a later one of the layer superseded. */
  List<ChangeDays.Period> findEndedPeriods(long changeSet, long after) {
    return jdbc.sql(ENDED_PERIODS)
        .param("changeSet", changeSet)
        .param("after", after)
        .query(
            (row, n) ->
                new ChangeDays.Period(
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .list();
  }

  private String ofIds(String condition) {
    return dialect.ofKeys("feature_version", "id", condition);
  }

  private SqlParameterSource toRow(FeatureVersion version) {
    FeatureDraft.SourcePosition source = version.source();
    return new MapSqlParameterSource()
        .addValue("layer", version.layer())
        .addValue("id", version.id())
        .addValue("version", version.version())
        .addValue("geometry", toParameter(version.geometry()))
        .addValue("properties", json.writeValueAsString(version.properties()))
        .addValue("sourceCrs", source == null ? null : source.crs())
        .addValue("sourceWkt", source == null ? null : source.wkt())
        .addValue("validFrom", version.validFrom())
        .addValue("validTo", version.validTo())
        .addValue("recordedAt", version.recordedAt().atOffset(ZoneOffset.UTC))
        .addValue("recordedBy", version.recordedBy())
        .addValue("changeSet", version.changeSet());
  }

  /** Only features of tables have an empty geometry; the column is null then. */
  private @Nullable Object toParameter(Geometry geometry) {
    return geometry.isEmpty() ? null : dialect.toParameter(geometry);
  }

  private FeatureVersion toVersion(ResultSet row) throws SQLException {
    String sourceCrs = row.getString("source_crs");
    Geometry geometry = dialect.readGeometry(row, "geometry");
    OffsetDateTime superseded = row.getObject("superseded_at", OffsetDateTime.class);
    return new FeatureVersion(
        row.getString("layer"),
        row.getString("id"),
        row.getInt("version"),
        geometry == null ? FeatureDraft.nowhere() : geometry,
        properties.readValue(row.getString("properties")),
        sourceCrs == null
            ? null
            : new FeatureDraft.SourcePosition(sourceCrs, row.getString("source_wkt")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("recorded_by"),
        row.getObject("change_set", Long.class),
        superseded == null ? null : superseded.toInstant(),
        row.getObject("superseded_in", Long.class));
  }
}
