package zeren.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens a sheet of a workbook. */
final class XlsxTable {

  /** For these reasons the next sheet is tried: it was a cover, or notes on how to fill it in. */
  private static final Set<String> NO_TABLE = Set.of("empty", "no-header", "no-rows");

  private XlsxTable() {}

  /**
   * The named sheet, or the first visible one with a table in it.
   *
   * @throws FormatException when there is none
   */
  static Table open(Path file, @Nullable String table, FormatLimits limits)
      throws IOException, FormatException {
    List<XlsxPackage.Sheet> sheets;
    try (XlsxPackage workbook = XlsxPackage.open(file, limits)) {
      sheets = workbook.sheets();
    }
    List<String> names =
        sheets.stream().filter(sheet -> !sheet.hidden()).map(XlsxPackage.Sheet::name).toList();
    FormatException first = null;
    for (XlsxPackage.Sheet sheet : sheets) {
      if (table == null ? sheet.hidden() : !sheet.name().equals(table)) {
        continue;
      }
      try {
        return open(file, sheet, names, limits);
      } catch (FormatException e) {
        if (!NO_TABLE.contains(e.code()) || table != null) {
          throw e;
        }
        first = first == null ? e : first;
      }
    }
    throw first != null ? first : noSheet(table, names);
  }

  private static Table open(
      Path file, XlsxPackage.Sheet sheet, List<String> names, FormatLimits limits)
      throws IOException, FormatException {
    XlsxPackage workbook = XlsxPackage.open(file, limits);
    XlsxRows rows;
    try {
      rows = XlsxRows.open(workbook, sheet, limits);
    } catch (IOException | FormatException | RuntimeException e) {
      workbook.close();
      throw e;
    }
    return GridTable.open(
        new LongTextRows(rows),
        limits,
        header ->
            new TableDescription(
                FileFormat.XLSX,
                names,
                sheet.name(),
                header.columns(),
                false,
                null,
                null,
                null,
                null,
                (int) header.row(),
                header.notes()));
  }

  private static FormatException noSheet(@Nullable String table, List<String> names) {
    return table == null
        ? new FormatException("empty", "The workbook has no visible sheet with cells", null)
        : new FormatException(
            "no-table",
            "The workbook has no sheet '" + table + "'; it has " + String.join(", ", names),
            table);
  }
}
