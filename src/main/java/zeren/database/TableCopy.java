package zeren.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Moves the rows of one table, some at a time, and compares what has arrived. */
final class TableCopy {

  /** Rows held in memory. */
  private static final int BATCH = 500;

  private static final int ROWS_A_LINE = 100_000;

  private final CopiedTable table;
  private final Schema source;
  private final Schema target;
  private final NamedParameterJdbcTemplate writer;
  private final String insert;
  private final Consumer<String> progress;
  private final List<SqlParameterSource> batch = new ArrayList<>();
  private final TableSum sent;

  TableCopy(CopiedTable table, Schema source, Schema target, Consumer<String> progress) {
    this.table = table;
    this.source = source;
    this.target = target;
    this.writer = new NamedParameterJdbcTemplate(target.jdbc());
    this.insert = table.insert(target.dialect());
    this.progress = progress;
    this.sent = new TableSum(table);
  }

  void write() {
    continueNumbering();
    try {
      read(
          source,
          values -> {
            sent.add(values);
            batch.add(parameters(values));
            if (batch.size() == BATCH) {
              flush();
            }
            tell("copied", sent.rows());
          });
      flush();
    } catch (DataAccessException e) {
      throw new CopyException(
          "Table %s could not be copied: %s"
              .formatted(table.name(), e.getMostSpecificCause().getMessage()),
          e);
    }
  }

  /**
   * @throws CopyException when what is in the target is not what was sent
   */
  DatabaseCopy.Moved verify() {
    TableSum arrived = new TableSum(table);
    read(
        target,
        values -> {
          arrived.add(values);
          tell("compared", arrived.rows());
        });
    if (!arrived.isSameAs(sent)) {
      throw new CopyException(
          "Table %s did not arrive as it was sent: %d rows with checksum %s became %d rows with checksum %s. Nothing was kept."
              .formatted(
                  table.name(), sent.rows(), sent.checksum(), arrived.rows(), arrived.checksum()));
    }
    return new DatabaseCopy.Moved(table.name(), sent.rows(), sent.checksum());
  }

  /** First, because the embedded database ends a transaction with such a statement. */
  private void continueNumbering() {
    for (String column : table.identities()) {
      Long last =
          source
              .jdbc()
              .queryForObject("SELECT MAX(%s) FROM %s".formatted(column, table.name()), Long.class);
      if (last != null) {
        target
            .jdbc()
            .execute(
                "ALTER TABLE %s ALTER COLUMN %s RESTART WITH %d"
                    .formatted(table.name(), column, last + 1));
      }
    }
  }

  private void read(Schema from, Consumer<Map<String, @Nullable Object>> each) {
    JdbcTemplate reader = from.jdbc();
    reader.setFetchSize(BATCH);
    reader.query(
        table.select(from.dialect()),
        (RowCallbackHandler) row -> each.accept(table.read(row, from.dialect())));
  }

  private SqlParameterSource parameters(Map<String, @Nullable Object> values) {
    MapSqlParameterSource parameters = new MapSqlParameterSource();
    values.forEach(
        (column, value) ->
            parameters.addValue(
                column,
                value instanceof Geometry geometry
                    ? target.dialect().toParameter(geometry)
                    : value));
    return parameters;
  }

  private void flush() {
    writer.batchUpdate(insert, batch.toArray(SqlParameterSource[]::new));
    batch.clear();
  }

  private void tell(String what, long rows) {
    if (rows % ROWS_A_LINE == 0) {
      progress.accept("%s: %,d rows %s".formatted(table.name(), rows, what));
    }
  }
}
