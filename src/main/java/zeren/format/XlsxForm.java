package zeren.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook to be filled in: a first sheet with nothing but headings, each with a note, and
 * lists to choose from; a second one that explains the columns.
 *
 * @param sheet name of the first sheet
 * @param columns of the first sheet
 * @param guide name of the second sheet
 * @param explanations rows of the second sheet, its headings first
 */
public record XlsxForm(
    String sheet, List<Column> columns, String guide, List<List<String>> explanations) {

  /** Rows that offer a choice. */
  private static final int ROWS = 2_000;

  /** As many characters may a list of choices have in a workbook. */
  private static final int LONGEST_LIST = 255;

  /** Characters that mean something in the formula or the file. */
  private static final Pattern UNFIT = Pattern.compile("[,\"<>&]");

  private static final int NARROWEST = 10;
  private static final int WIDEST = 60;

  /**
   * A column to fill in.
   *
   * @param required whether every row must have a value; its heading is marked by colour
   * @param note what a pointer at the heading shows; null for none
   * @param choices the values to choose from; empty when any will do
   */
  public record Column(
      String heading, boolean required, @Nullable String note, List<String> choices) {}

  /**
   * @param out receives the file; not closed
   */
  public void writeTo(OutputStream out) throws IOException {
    Workbook workbook = new Workbook(new Unclosed(out), "Zeren", "1.0");
    writeForm(workbook.newWorksheet(SheetName.of(sheet, 1)));
    writeGuide(workbook.newWorksheet(SheetName.of(guide, 1)));
    workbook.finish();
  }

  private void writeForm(Worksheet form) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      form.inlineString(0, i, column.heading());
      form.style(0, i).bold().fillColor(column.required() ? "FCE4C8" : "DCE6F1").set();
      form.width(i, width(column.heading()) + 4.0);
      if (column.note() != null) {
        form.comment(0, i, column.note());
      }
      if (canOffer(column.choices())) {
        String list = '"' + String.join(",", column.choices()) + '"';
        form.range(1, i, ROWS, i).validateWithListByFormula(list).allowBlank(true);
      }
    }
    form.freezePane(0, 1);
    form.finish();
  }

  /** What does not fit into such a list can still be typed. */
  private static boolean canOffer(List<String> choices) {
    return !choices.isEmpty()
        && String.join(",", choices).length() <= LONGEST_LIST
        && choices.stream().noneMatch(choice -> UNFIT.matcher(choice).find());
  }

  private void writeGuide(Worksheet sheet) throws IOException {
    for (int row = 0; row < explanations.size(); row++) {
      List<String> cells = explanations.get(row);
      for (int i = 0; i < cells.size(); i++) {
        sheet.inlineString(row, i, cells.get(i));
        sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
        if (row == 0) {
          sheet.style(0, i).bold().fillColor("DCE6F1").wrapText(true).set();
        }
      }
    }
    for (int i = 0; !explanations.isEmpty() && i < explanations.get(0).size(); i++) {
      int column = i;
      sheet.width(
          i,
          explanations.stream()
              .mapToInt(row -> column < row.size() ? width(row.get(column)) : 0)
              .max()
              .orElse(NARROWEST));
    }
    sheet.freezePane(0, 1);
    sheet.finish();
  }

  /** In characters; a Chinese one counts for two. */
  private static int width(String text) {
    int wide = (int) text.chars().filter(c -> c >= 0x2E80).count();
    return Math.min(WIDEST, Math.max(NARROWEST, text.length() + wide));
  }
}
