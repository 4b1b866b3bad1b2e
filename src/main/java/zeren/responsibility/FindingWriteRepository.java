package zeren.responsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import zeren.database.Dialect;

/** The SQL with which a run of audits writes what it found. */
@Repository
class FindingWriteRepository {

  private static final String INSERT =
      """
      INSERT INTO finding (id, kind, match_key, state, layer, level, district, dev_zone, role,
        verdict, words, weight, content, geometry, first_run, first_seen, last_seen)
      VALUES (:id, :kind, :key, 'open', :layer, :level, :district, :zone, :role,
        :verdict, :words, :weight, :content, %s, :run, :at, :at)
      """;

  /** One that was resolved is open again, and what was said of it then no longer counts. */
  private static final String SEE_AGAIN =
      """
      UPDATE finding SET layer = :layer, level = :level, district = :district, dev_zone = :zone,
        role = :role, verdict = :verdict, words = :words, weight = :weight, content = :content,
        geometry = %s, last_seen = :at, resolved_at = NULL,
        accepted_at = CASE WHEN state = 'accepted' THEN accepted_at END,
        accepted_by = CASE WHEN state = 'accepted' THEN accepted_by END,
        reason = CASE WHEN state = 'accepted' THEN reason END,
        state = CASE WHEN state = 'accepted' THEN 'accepted' ELSE 'open' END
      WHERE id = :id
      """;

  private static final String RESOLVE =
      "UPDATE finding SET state = 'resolved', resolved_at = :at WHERE id = :id";
  private static final String INSERT_EVENT =
      """
      INSERT INTO finding_event (finding, event, happened_at, happened_by, run)
      VALUES (:id, :event, :at, :by, :run)
      """;
  private static final int CHUNK = 1_000;

  private final NamedParameterJdbcTemplate jdbc;
  private final JsonMapper json;
  private final Dialect dialect;

  FindingWriteRepository(NamedParameterJdbcTemplate jdbc, JsonMapper json, Dialect dialect) {
    this.jdbc = jdbc;
    this.json = json;
    this.dialect = dialect;
  }

  /** The run for which something is written, and whose it is. */
  record Writing(long run, String by, Instant at) {}

  /** A finding by its number, with what is said of it now. */
  record Numbered(long id, FindingDraft draft) {}

  /** The highest number that a finding has; only the one run at work gives new ones. */
  long findLastNumber() {
    Long last = jdbc.getJdbcTemplate().queryForObject("SELECT MAX(id) FROM finding", Long.class);
    return last == null ? 0 : last;
  }

  void insert(List<Numbered> findings, Writing writing) {
    write(INSERT.formatted(geometry()), findings.stream().map(one -> row(one, writing)).toList());
    insertEvents("found", findings.stream().map(Numbered::id).toList(), writing);
  }

  void seeAgain(List<Numbered> findings, Writing writing) {
    write(
        SEE_AGAIN.formatted(geometry()), findings.stream().map(one -> row(one, writing)).toList());
  }

  void resolve(List<Long> ids, Writing writing) {
    write(RESOLVE, ids.stream().map(id -> event(id, "resolved", writing)).toList());
    insertEvents("resolved", ids, writing);
  }

  void insertEvents(String event, List<Long> ids, Writing writing) {
    write(INSERT_EVENT, ids.stream().map(id -> event(id, event, writing)).toList());
  }

  private String geometry() {
    return dialect.geometryParameter("geometry");
  }

  private void write(String sql, List<MapSqlParameterSource> rows) {
    for (int start = 0; start < rows.size(); start += CHUNK) {
      jdbc.batchUpdate(
          sql,
          rows.subList(start, Math.min(start + CHUNK, rows.size()))
              .toArray(SqlParameterSource[]::new));
    }
  }

  private static MapSqlParameterSource event(long id, String event, Writing writing) {
    return new MapSqlParameterSource()
        .addValue("id", id)
        .addValue("event", event)
        .addValue("at", FindingRepository.utc(writing.at()))
        .addValue("by", writing.by())
        .addValue("run", writing.run());
  }

  private MapSqlParameterSource row(Numbered finding, Writing writing) {
    FindingDraft draft = finding.draft();
    FindingContent content = draft.content();
    return new MapSqlParameterSource()
        .addValue("id", finding.id())
        .addValue("kind", draft.kind().code())
        .addValue("key", draft.key())
        .addValue("layer", content.layer())
        .addValue("level", content.level())
        .addValue("district", id(content.district()))
        .addValue("zone", id(content.zone()))
        .addValue("role", content.role())
        .addValue("verdict", content.verdict())
        .addValue("words", words(content))
        .addValue("weight", content.weight())
        .addValue("content", json.writeValueAsString(content))
        .addValue(
            "geometry", draft.geometry() == null ? null : dialect.toParameter(draft.geometry()))
        .addValue("run", writing.run())
        .addValue("at", FindingRepository.utc(writing.at()));
  }

  private static @Nullable String id(@Nullable FeatureRef feature) {
    return feature == null ? null : feature.id();
  }

  /** What a finding is found by in a search. */
  private static String words(FindingContent content) {
    List<FeatureRef> named = new ArrayList<>(content.others());
    for (FeatureRef one :
        new FeatureRef[] {content.subject(), content.district(), content.zone()}) {
      if (one != null) {
        named.add(one);
      }
    }
    StringJoiner words = new StringJoiner("\n");
    named.forEach(one -> words.add(one.id()).add(one.name()));
    content.recorded().values().forEach(words::add);
    content.computed().values().forEach(words::add);
    return FindingQuery.lower(words.toString());
  }
}
