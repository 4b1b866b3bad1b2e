package zeren.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * CSV after RFC 4180 in UTF-8. Text that a spreadsheet would run is guarded, see {@link SafeText}.
 */
final class CsvTableWriter implements TableWriter {

  private final GeometryCells geometry;
  private final CSVPrinter csv;

  CsvTableWriter(Plan plan, OutputStream out) throws IOException {
    geometry = new GeometryCells(plan);
    csv =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            CSVFormat.RFC4180);
    if (plan.byteOrderMark()) {
      csv.getOut().append('\uFEFF');
    }
    List<String> headings = new ArrayList<>();
    plan.columns().forEach(column -> headings.add(SafeText.guard(column.name())));
    headings.addAll(geometry.headings());
    csv.printRecord(headings);
  }

  @Override
  public void write(TableRow row) throws IOException {
    for (Object value : row.values()) {
      csv.print(cell(value));
    }
    for (Object value : geometry.of(row.geometry())) {
      csv.print(cell(value));
    }
    csv.println();
  }

  private static String cell(@Nullable Object value) {
    return value instanceof String text ? SafeText.guard(text) : SafeText.of(value);
  }

  @Override
  public void close() throws IOException {
    csv.flush();
  }
}
