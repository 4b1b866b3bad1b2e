package zeren.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table out of a sheet: its header is found in the first rows, and blank rows are left out. */
final class GridTable implements Table {

  private final GridSource source;
  private final GridHeader header;
  private final TableDescription description;
  private final FormatLimits limits;
  private final Deque<GridRow> waiting;
  private long rows;

  private GridTable(
      GridSource source,
      GridHeader header,
      TableDescription description,
      FormatLimits limits,
      Deque<GridRow> waiting) {
    this.source = source;
    this.header = header;
    this.description = description;
    this.limits = limits;
    this.waiting = waiting;
  }

  /** Says what a file is, as soon as its columns are known. */
  @FunctionalInterface
  interface Describer {
    TableDescription describe(GridHeader header);
  }

  /**
   * Finds the header and stands before the first row below it.
   *
   * @param source closed with the table, or here when it cannot be opened
   * @throws FormatException when there is no header, or nothing below it
   */
  static GridTable open(GridSource source, FormatLimits limits, Describer describer)
      throws IOException, FormatException {
    try {
      Deque<GridRow> waiting = sample(source, limits);
      GridHeader header = HeaderFinder.find(List.copyOf(waiting));
      if (header.columns().size() > limits.columns()) {
        throw tooManyColumns(header.columns().size(), header.row(), limits);
      }
      for (int i = 0; i < header.rowsBefore(); i++) {
        waiting.remove();
      }
      if (waiting.isEmpty()) {
        throw new FormatException(
            "no-rows", "There are names of columns, but no row below them", "row " + header.row());
      }
      return new GridTable(source, header, describer.describe(header), limits, waiting);
    } catch (IOException | FormatException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  static FormatException tooManyColumns(long columns, long row, FormatLimits limits) {
    return new FormatException(
        "columns-limit",
        "Row %d has at least %d columns; up to %d are read"
            .formatted(row, columns, limits.columns()),
        "row " + row);
  }

  @Override
  public TableDescription description() {
    return description;
  }

  @Override
  public @Nullable TableRow next() throws FormatException {
    GridRow row = waiting.poll();
    if (row == null) {
      row = nextWritten();
    }
    if (row == null) {
      return null;
    }
    if (++rows > limits.rows()) {
      throw new FormatException(
          "rows-limit",
          "The table has more than " + limits.rows() + " rows; split it into several files",
          "row " + row.number());
    }
    return shaped(row);
  }

  @Override
  public double progress() {
    return source.progress();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private @Nullable GridRow nextWritten() throws FormatException {
    try {
      GridRow row = source.next();
      while (row != null && row.isBlank()) {
        row = source.next();
      }
      return row;
    } catch (IOException e) {
      throw new FormatException("unreadable", "The file cannot be read any further", null);
    }
  }

  private TableRow shaped(GridRow row) {
    int first = header.firstColumn();
    int width = header.columns().size();
    List<@Nullable Object> values = new ArrayList<>(width);
    for (int i = first; i < first + width; i++) {
      values.add(row.value(i));
    }
    String fault = row.fault();
    for (int i = 0; i < row.cells().size(); i++) {
      Object beside = i < first || i >= first + width ? row.cell(i) : null;
      if (beside != null) {
        values.add(beside);
        fault =
            Objects.requireNonNullElse(
                fault,
                "Column %d of the row is filled, but the table has the columns %d to %d"
                    .formatted(i + 1, first + 1, first + width));
      }
    }
    return new TableRow(row.number(), values, null, fault, null);
  }

  /** The first rows that are not blank; fewer when they are large. */
  private static Deque<GridRow> sample(GridSource source, FormatLimits limits)
      throws IOException, FormatException {
    Deque<GridRow> sample = new ArrayDeque<>();
    long characters = 0;
    while (sample.size() < HeaderFinder.SAMPLE && characters <= limits.cellCharacters()) {
      GridRow row = source.next();
      if (row == null) {
        break;
      }
      if (!row.isBlank()) {
        sample.add(row);
        characters += row.characters();
      }
    }
    return sample;
  }
}
