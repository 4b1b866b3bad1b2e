package zeren.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row with the names of the columns. That is the first row with at least two cells, all
 * of which could be names and most of which differ, and which is at least half as wide as the rows
 * below it usually are; what stands above is titles. When the row below fills gaps that it leaves,
 * as 经度 and 纬度 do below 坐标, both together are the header.
 */
final class HeaderFinder {

  /** How many rows that are not blank it wants to see. */
  static final int SAMPLE = 40;

  private static final int FURTHEST_DOWN = 25;

  private final List<GridRow> sample;

  private HeaderFinder(List<GridRow> sample) {
    this.sample = sample;
  }

  /**
   * The header of a table.
   *
   * @param sample its first rows, without blank ones
   * @throws FormatException when there is none
   */
  static GridHeader find(List<GridRow> sample) throws FormatException {
    if (sample.isEmpty()) {
      throw new FormatException("empty", "There is nothing in the table", null);
    }
    HeaderFinder finder = new HeaderFinder(sample);
    for (int i = 0; i < Math.min(sample.size(), FURTHEST_DOWN); i++) {
      if (finder.isHeader(i)) {
        return finder.header(finder.isTitle(i) ? i + 1 : i);
      }
    }
    throw new FormatException(
        "no-header",
        "No row with the names of the columns was found in the first rows; it has at least two"
            + " names, no numbers, and the data below it",
        "row " + sample.get(0).number());
  }

  private boolean isHeader(int index) {
    List<Object> cells =
        sample.get(index).cells().stream()
            .filter(Objects::nonNull)
            .map(Object.class::cast)
            .toList();
    if (sample.get(index).fault() != null
        || cells.size() < 2
        || !cells.stream().allMatch(CellText::couldBeName)) {
      return false;
    }
    Set<Object> different = new HashSet<>(cells);
    return different.size() * 3 >= cells.size() * 2
        && different.size() >= 2
        && cells.size() * 2 >= usualWidth(index + 1);
  }

  /**
   * Whether what looks like a header is a title of two parts after all: the row below has more
   * names, is no second half of it, and no row below that one looks like names.
   */
  private boolean isTitle(int index) {
    int below = index + 1;
    if (lowerHalf(index) != null || below + 1 >= sample.size() || !isHeader(below)) {
      return false;
    }
    return sample.get(below).written() > sample.get(index).written()
        && IntStream.range(below + 1, sample.size()).noneMatch(this::isHeader);
  }

  /** The median of how many cells are written in a row below. */
  private int usualWidth(int from) {
    List<Integer> widths =
        sample.subList(Math.min(from, sample.size()), sample.size()).stream()
            .map(GridRow::written)
            .sorted()
            .toList();
    return widths.isEmpty() ? 0 : widths.get(widths.size() / 2);
  }

  private GridHeader header(int index) {
    @Nullable GridRow lower = lowerHalf(index);
    int data = index + (lower == null ? 1 : 2);
    GridRow upper = sample.get(index);
    int first = 0;
    while (upper.cell(first) == null && !usedBelow(first, data, 1)) {
      first++;
    }
    int end = Math.max(upper.cells().size(), lower == null ? 0 : lower.cells().size());
    int widest = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(end);
    end = Math.max(end, widest);
    // A nameless column at the end needs more than one remark beside the table.
    while (!named(upper, lower, end - 1)
        && !usedBelow(end - 1, data, Math.max(2, (sample.size() - data + 1) / 2))) {
      end--;
    }
    List<String> notes = new ArrayList<>();
    if (index > 0) {
      notes.add("Rows above the column names were taken for titles: " + index);
    }
    List<String> columns =
        ColumnNames.unique(
            lower == null ? names(upper, first, end) : bothNames(upper, lower, first, end),
            first,
            notes);
    long row = (lower == null ? upper : lower).number();
    return new GridHeader(row, data, first, columns, notes);
  }

  private static boolean named(GridRow upper, @Nullable GridRow lower, int column) {
    return upper.cell(column) != null || (lower != null && lower.cell(column) != null);
  }

  private boolean usedBelow(int column, int data, int times) {
    return sample.subList(Math.min(data, sample.size()), sample.size()).stream()
            .filter(row -> row.cell(column) != null)
            .count()
        >= times;
  }

  /** The second row of a header; null when it has one row. */
  private @Nullable GridRow lowerHalf(int index) {
    GridRow upper = sample.get(index);
    GridRow lower = index + 1 < sample.size() ? sample.get(index + 1) : null;
    if (lower == null || lower.fault() != null || lower.written() < 2) {
      return null;
    }
    boolean fillsGap = false;
    for (int i = 0; i < lower.cells().size(); i++) {
      Object cell = lower.cell(i);
      if (cell == null) {
        continue;
      }
      boolean gap = upper.cell(i) == null;
      boolean beforeGap = upper.cell(i + 1) == null && lower.cell(i + 1) != null;
      if (!CellText.couldBeName(cell) || !(gap || beforeGap)) {
        return null;
      }
      fillsGap |= gap && group(upper, i) != null;
    }
    return fillsGap ? lower : null;
  }

  private static List<@Nullable Object> names(GridRow row, int first, int end) {
    List<@Nullable Object> names = new ArrayList<>();
    for (int i = first; i < end; i++) {
      names.add(row.cell(i));
    }
    return names;
  }

  private static List<@Nullable Object> bothNames(
      GridRow upper, GridRow lower, int first, int end) {
    List<@Nullable Object> low = names(lower, first, end);
    List<@Nullable Object> names = new ArrayList<>();
    for (int i = first; i < end; i++) {
      Object name = lower.cell(i);
      if (name == null) {
        names.add(upper.cell(i));
      } else {
        boolean once = low.indexOf(name) == low.lastIndexOf(name) && !upper.cells().contains(name);
        names.add(once ? name : group(upper, i) + "/" + name);
      }
    }
    return names;
  }

  /** The upper name that reaches over a column. */
  private static @Nullable Object group(GridRow upper, int column) {
    for (int i = column; i >= 0; i--) {
      if (upper.cell(i) != null) {
        return upper.cell(i);
      }
    }
    return null;
  }
}
