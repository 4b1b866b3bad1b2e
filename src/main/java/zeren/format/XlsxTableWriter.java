package zeren.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook. What no longer fits a sheet goes on in a further one, with the heading again.
 * Text that no longer fits a cell goes on in cells without heading at the end of its row, see
 * {@link LongText}. Whole numbers beyond 15 digits and days before March 1900, which Excel cannot
 * hold, are written as text.
 */
final class XlsxTableWriter implements TableWriter {

  /** Rows of a sheet, the heading among them. */
  static final int SHEET_ROWS = 1_048_576;

  private static final int FLUSH_ROWS = 500;
  private final Plan plan;
  private final GeometryCells geometry;
  private final Workbook workbook;
  private final int sheetRows;
  private final int columns;
  private int sheets;
  private Worksheet sheet;
  private int row;

  XlsxTableWriter(Plan plan, OutputStream out) throws IOException {
    this(plan, out, SHEET_ROWS);
  }

  XlsxTableWriter(Plan plan, OutputStream out, int sheetRows) throws IOException {
    this.plan = plan;
    this.sheetRows = sheetRows;
    geometry = new GeometryCells(plan);
    columns = plan.columns().size() + geometry.headings().size();
    workbook = new Workbook(new Unclosed(out), "Zeren", "1.0");
    sheet = startSheet();
  }

  private Worksheet startSheet() {
    sheets++;
    Worksheet started = workbook.newWorksheet(SheetName.of(plan.table(), sheets));
    List<String> headings = new ArrayList<>();
    plan.columns().forEach(column -> headings.add(column.name()));
    headings.addAll(geometry.headings());
    for (int i = 0; i < headings.size(); i++) {
      XlsxCells.heading(started, 0, i, headings.get(i));
      started.width(i, width(i, headings.get(i)));
    }
    started.freezePane(0, 1);
    row = 1;
    return started;
  }

  /** In characters; a Chinese one counts for two. */
  private double width(int column, String heading) {
    double least =
        column >= plan.columns().size()
            ? 14
            : switch (plan.columns().get(column).type()) {
              case TEXT -> 18;
              case DATE, NUMBER -> 12;
              case INTEGER, BOOLEAN -> 9;
            };
    // Room for the arrow of the filter.
    return Math.min(40, Math.max(least, XlsxCells.width(heading) + 4));
  }

  @Override
  public void write(TableRow values) throws IOException {
    if (row == sheetRows) {
      finishSheet();
      sheet = startSheet();
    }
    List<@Nullable Object> cells = new ArrayList<>(values.values());
    cells.addAll(geometry.of(values.geometry()));
    int overflow = Math.max(columns, cells.size());
    for (int i = 0; i < cells.size(); i++) {
      Object value = cells.get(i);
      if (value instanceof String text) {
        List<String> parts = LongText.split(text);
        sheet.inlineString(row, i, parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
          sheet.inlineString(row, overflow++, part);
        }
      } else {
        XlsxCells.write(sheet, row, i, value);
      }
    }
    row++;
    if (row % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  private void finishSheet() throws IOException {
    if (columns > 0) {
      sheet.setAutoFilter(0, 0, row - 1, columns - 1);
    }
    sheet.finish();
  }

  @Override
  public void close() throws IOException {
    finishSheet();
    workbook.finish();
  }
}
