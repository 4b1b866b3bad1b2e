package zeren.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook of a few sheets of moderate size, for people: each with a heading that stays in
 * view and can be filtered, and columns as wide as what stands in them. Closing completes it; the
 * stream underneath is left open.
 */
public final class XlsxBook implements Closeable {

  private static final int WIDEST = 60;
  private static final int LONGEST_CELL = 32_000;

  private final Workbook workbook;

  public XlsxBook(OutputStream out) {
    workbook = new Workbook(new Unclosed(out), "Zeren", "1.0");
  }

  /**
   * Adds a sheet.
   *
   * @param rows text, numbers, booleans and days; null leaves a cell empty
   */
  public void sheet(String name, List<String> headings, List<? extends List<?>> rows)
      throws IOException {
    Worksheet sheet = workbook.newWorksheet(SheetName.of(name, 1));
    long[] widths = new long[headings.size()];
    for (int column = 0; column < headings.size(); column++) {
      XlsxCells.heading(sheet, 0, column, headings.get(column));
      // Room for the arrow of the filter.
      widths[column] = XlsxCells.width(headings.get(column)) + 4;
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < headings.size(); column++) {
        Object value = shortened(rows.get(row).get(column));
        XlsxCells.write(sheet, row + 1, column, value);
        widths[column] =
            Math.max(widths[column], value == null ? 0 : XlsxCells.width(value.toString()) + 1);
      }
    }
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, Math.min(WIDEST, widths[column]));
    }
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, rows.size(), headings.size() - 1);
    sheet.finish();
  }

  private static @Nullable Object shortened(@Nullable Object value) {
    return value instanceof String text && text.length() > LONGEST_CELL
        ? text.substring(0, LONGEST_CELL)
        : value;
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
