package zeren.format;

import java.time.LocalDate;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Values in the cells of a sheet, as Excel can hold them. */
final class XlsxCells {

  private static final long MOST_EXACT = 999_999_999_999_999L;

  /** Before that day Excel counts a 29 February 1900 that never was. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private XlsxCells() {}

  static void heading(Worksheet sheet, int row, int column, String text) {
    sheet.inlineString(row, column, text);
    sheet.style(row, column).bold().fillColor("DCE6F1").verticalAlignment("center").set();
  }

  /** Whole numbers and days that Excel cannot hold are written as text; null leaves the cell. */
  static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
    if (value instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Double number && Double.isFinite(number)) {
      sheet.value(row, column, number);
    } else if (value instanceof Integer number) {
      sheet.value(row, column, number);
    } else if (value instanceof Long number && Math.abs(number) <= MOST_EXACT) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean yes) {
      sheet.value(row, column, yes);
    } else if (value != null) {
      sheet.inlineString(row, column, value.toString());
    }
  }

  /** How wide a text is, in characters; a Chinese one counts for two. */
  static long width(String text) {
    return text.length() + text.chars().filter(c -> c >= 0x2E80).count();
  }
}
