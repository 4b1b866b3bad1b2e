package zeren.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that both databases have, in lower case.
 *
 * @param columns those that are written, not those that the database computes
 * @param identities those that the database numbers when nobody does
 * @param needs the tables that rows of this one refer to
 */
record CopiedTable(
    String name, SortedMap<String, ColumnKind> columns, Set<String> identities, Set<String> needs) {

  String select(Dialect dialect) {
    return columns.entrySet().stream()
        .map(
            column ->
                column.getValue() == ColumnKind.GEOMETRY
                    ? dialect.geometryColumn(column.getKey())
                    : column.getKey())
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + name));
  }

  /** With a parameter for each column, named like it. */
  String insert(Dialect dialect) {
    String parameters =
        columns.entrySet().stream()
            .map(
                column ->
                    switch (column.getValue()) {
                      case GEOMETRY -> dialect.geometryParameter(column.getKey());
                      case JSON -> dialect.jsonParameter(column.getKey());
                      default -> ":" + column.getKey();
                    })
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(name, String.join(", ", columns.keySet()), parameters);
  }

  /** The values of a row, by column. */
  Map<String, @Nullable Object> read(ResultSet row, Dialect dialect) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, ColumnKind> column : columns.entrySet()) {
      boolean isNull = row.getObject(column.getKey()) == null;
      values.put(
          column.getKey(), isNull ? null : column.getValue().read(row, column.getKey(), dialect));
    }
    return values;
  }
}
