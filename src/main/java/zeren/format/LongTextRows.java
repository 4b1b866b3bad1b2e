package zeren.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of a workbook with texts that are longer than a cell put together, see {@link LongText}. */
final class LongTextRows implements GridSource {

  private final GridSource rows;

  LongTextRows(GridSource rows) {
    this.rows = rows;
  }

  @Override
  public @Nullable GridRow next() throws IOException, FormatException {
    GridRow row = rows.next();
    return row == null
        ? null
        : new GridRow(row.number(), LongText.join(row.cells()), row.merged(), row.fault());
  }

  @Override
  public double progress() {
    return rows.progress();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
