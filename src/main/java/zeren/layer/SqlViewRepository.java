package zeren.layer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import zeren.database.Dialect;

/** The SQL that makes the views of the layers, and their indexes, in PostGIS. */
@Repository
class SqlViewRepository {

  private static final Logger log = LoggerFactory.getLogger(SqlViewRepository.class);

  /** Two nodes that start at the same moment do this one after the other. */
  private static final String ONE_AFTER_THE_OTHER =
      "SELECT pg_advisory_xact_lock(hashtext('zeren views'))";

  private static final String VIEWS =
      """
      SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = '%s' AND c.relkind = 'v'
      """
          .formatted(SqlView.SCHEMA);
  private static final String INDEXES =
      """
      SELECT indexname FROM pg_indexes
      WHERE schemaname = 'public' AND tablename = 'feature_version' AND indexname LIKE '%s%%'
      """
          .formatted(SqlView.INDEX_PREFIX.replace("_", "\\_"));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Dialect dialect;

  SqlViewRepository(JdbcTemplate jdbc, TransactionTemplate transaction, Dialect dialect) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.dialect = dialect;
  }

  /**
   * Makes what is missing, renews what has changed and drops what is no longer declared. What is as
   * it should be is not touched, so that rights given on a view stay. What cannot be done, because
   * something of the operator's own depends on a view or a long import holds the table, is left for
   * the next start: the map does not need it.
   */
  void bringUpToDate(Collection<LayerDeclaration> layers) {
    if (dialect != Dialect.POSTGIS) {
      return;
    }
    List<SqlView> wanted = layers.stream().map(SqlView::of).toList();
    transaction.executeWithoutResult(
        status -> {
          jdbc.execute(ONE_AFTER_THE_OTHER);
          jdbc.execute("SET LOCAL lock_timeout = '5s'");
          jdbc.execute("CREATE SCHEMA IF NOT EXISTS " + SqlView.SCHEMA);
          bringViewsUpToDate(wanted);
          bringIndexesUpToDate(wanted);
        });
  }

  private void bringViewsUpToDate(List<SqlView> wanted) {
    Map<String, String> there = new HashMap<>();
    jdbc.queryForList(VIEWS)
        .forEach(
            row -> there.put(String.valueOf(row.get("name")), String.valueOf(row.get("comment"))));
    for (SqlView view : wanted) {
      String comment = comment(view);
      if (!comment.equals(there.remove(view.layer()))) {
        String create = "CREATE VIEW %s AS %s".formatted(view.name(), view.select());
        attempt(
            "DROP VIEW IF EXISTS " + view.name(),
            create,
            "COMMENT ON VIEW %s IS '%s'".formatted(view.name(), comment));
      }
    }
    there.forEach(
        (name, comment) -> {
          // The comment tells a view of ours from one that somebody put beside them.
          if (comment.startsWith("Zeren ")) {
            attempt("DROP VIEW %s.%s".formatted(SqlView.SCHEMA, SqlView.quoted(name)));
          }
        });
  }

  private static String comment(SqlView view) {
    return "Zeren layer " + view.layer() + ", as it is today. Definition " + view.fingerprint();
  }

  private void bringIndexesUpToDate(List<SqlView> wanted) {
    Set<String> there = new HashSet<>(jdbc.queryForList(INDEXES, String.class));
    Set<String> obsolete = new HashSet<>(there);
    for (SqlView view : wanted) {
      SqlView.Index index = view.index();
      if (index != null && !there.contains(index.name())) {
        attempt(
            "CREATE INDEX %s ON public.feature_version USING gist ((%s)) WHERE %s"
                .formatted(SqlView.quoted(index.name()), index.indexed(), view.indexedRows()));
      }
      if (index != null) {
        obsolete.remove(index.name());
      }
    }
    obsolete.forEach(name -> attempt("DROP INDEX public." + SqlView.quoted(name)));
  }

  /** All of it or nothing, within the transaction at work. */
  private void attempt(String... statements) {
    jdbc.execute("SAVEPOINT attempt");
    try {
      for (String statement : statements) {
        jdbc.execute(statement);
      }
      jdbc.execute("RELEASE SAVEPOINT attempt");
    } catch (DataAccessException e) {
      jdbc.execute("ROLLBACK TO SAVEPOINT attempt");
      log.warn(
          "Left for the next start: {}: {}", statements[0], e.getMostSpecificCause().getMessage());
    }
  }
}
