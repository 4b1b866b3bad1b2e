package zeren.format;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet before it is known which columns the table has.
 *
 * @param number as a spreadsheet program shows it
 * @param cells from the first column of the sheet on; null where nothing is written
 * @param merged what merged cells put into empty cells of the row; they may reach over it from
 *     above
 * @param fault what is wrong with it; null when it could be read
 */
record GridRow(
    long number,
    List<@Nullable Object> cells,
    List<@Nullable Object> merged,
    @Nullable String fault) {

  boolean isBlank() {
    return fault == null && cells.stream().allMatch(Objects::isNull);
  }

  /** What is written in a cell, or reaches over it. */
  @Nullable Object value(int column) {
    Object written = cell(column);
    return written == null && column < merged.size() ? merged.get(column) : written;
  }

  /** What is written in a cell. */
  @Nullable Object cell(int column) {
    return column < cells.size() ? cells.get(column) : null;
  }

  int written() {
    return (int) cells.stream().filter(Objects::nonNull).count();
  }

  /** How many characters its texts have. */
  long characters() {
    return cells.stream().mapToLong(cell -> cell instanceof String text ? text.length() : 8).sum();
  }
}
