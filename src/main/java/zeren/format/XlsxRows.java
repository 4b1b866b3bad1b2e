package zeren.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook. */
final class XlsxRows implements GridSource {

  private final XlsxPackage workbook;
  private final CountingStream bytes;
  private final XmlReader xml;
  private final XlsxMerges merges;
  private final XlsxValues values;
  private final FormatLimits limits;
  private long last;

  private XlsxRows(
      XlsxPackage workbook,
      CountingStream bytes,
      XmlReader xml,
      XlsxMerges merges,
      XlsxValues values,
      FormatLimits limits) {
    this.workbook = workbook;
    this.bytes = bytes;
    this.xml = xml;
    this.merges = merges;
    this.values = values;
    this.limits = limits;
  }

  /**
   * Stands before the first row of a sheet.
   *
   * @param workbook closed with the rows
   * @throws FormatException also when the sheet is empty
   */
  static XlsxRows open(XlsxPackage workbook, XlsxPackage.Sheet sheet, FormatLimits limits)
      throws IOException, FormatException {
    XlsxMerges merges;
    try (XmlReader xml = XmlReader.open(workbook.bytes(sheet), sheet.part(), limits)) {
      merges = XlsxMerges.read(xml, limits);
    }
    if (merges == null) {
      throw new FormatException(
          "empty", "There is nothing in the sheet " + sheet.name(), sheet.name());
    }
    XlsxValues values =
        new XlsxValues(workbook.strings(), workbook.styles(), workbook.from1904(), limits);
    CountingStream bytes = workbook.bytes(sheet);
    XmlReader xml = XmlReader.open(bytes, sheet.part(), limits);
    return new XlsxRows(workbook, bytes, xml, merges, values, limits);
  }

  @Override
  public @Nullable GridRow next() throws FormatException {
    while (xml.next()) {
      if (xml.starts("row")) {
        return row(number(xml.attribute("r")));
      }
      if (xml.ends("sheetData")) {
        return null;
      }
    }
    return null;
  }

  @Override
  public double progress() {
    return bytes.progress();
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      xml.close();
    }
  }

  private long number(@Nullable String written) throws FormatException {
    long number = last + 1;
    try {
      number = written == null ? number : Long.parseLong(written);
    } catch (NumberFormatException e) {
      throw damaged("A row has the number '" + written + "'", last + 1);
    }
    if (number <= last) {
      throw damaged("Row " + number + " stands after row " + last, number);
    }
    last = number;
    return number;
  }

  private static FormatException damaged(String what, long row) {
    return new FormatException(
        "xlsx-damaged", what + "; save the workbook once more", "row " + row);
  }

  private GridRow row(long number) throws FormatException {
    List<@Nullable Object> cells = new ArrayList<>();
    String fault = null;
    int column = -1;
    while (xml.next() && !xml.ends("row")) {
      if (!xml.starts("c")) {
        continue;
      }
      String address = xml.attribute("r");
      int named = address == null ? column + 1 : XlsxValues.column(address);
      XlsxValues.Value value = values.read(xml);
      if (value.fault() != null || named < 0) {
        String problem = value.fault() != null ? value.fault() : "is at no place in the sheet";
        fault = "The cell " + (address == null ? "" : address + " ") + problem;
      }
      column = named < 0 ? column + 1 : named;
      put(cells, column, value.value(), number);
    }
    return new GridRow(number, cells, merges.spread(number, cells), fault);
  }

  private void put(List<@Nullable Object> cells, int column, @Nullable Object value, long row)
      throws FormatException {
    if (value == null) {
      return;
    }
    if (column >= limits.columns()) {
      throw GridTable.tooManyColumns(column + 1L, row, limits);
    }
    while (cells.size() <= column) {
      cells.add(null);
    }
    cells.set(column, value);
  }
}
