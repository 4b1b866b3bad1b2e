package zeren.format;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV or TSV. Their number is that of the record, blank ones counted: the row in
 * which a spreadsheet program shows it, also when cells have line breaks.
 */
final class CsvRows implements GridSource {

  private final CountingStream bytes;
  private final RecordLimitReader text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final FormatLimits limits;

  private CsvRows(
      CountingStream bytes, RecordLimitReader text, CSVParser parser, FormatLimits limits) {
    this.bytes = bytes;
    this.text = text;
    this.parser = parser;
    this.records = parser.iterator();
    this.limits = limits;
  }

  /** Opens the table of a CSV; its encoding and delimiter are found out. */
  static Table open(Path file, FormatLimits limits) throws IOException, FormatException {
    TextEncoding encoding = TextEncoding.detect(file);
    char delimiter;
    try (Reader sample = encoding.reader(Files.newInputStream(file))) {
      delimiter = CsvDialect.detect(sample);
    }
    CountingStream bytes = new CountingStream(Files.newInputStream(file), Files.size(file));
    RecordLimitReader text =
        new RecordLimitReader(encoding.reader(bytes), "row", delimiter, limits);
    CSVParser parser =
        CSVParser.builder().setReader(text).setFormat(CsvDialect.format(delimiter)).get();
    return GridTable.open(
        new CsvRows(bytes, text, parser, limits),
        limits,
        header ->
            new TableDescription(
                FileFormat.CSV,
                List.of(),
                null,
                header.columns(),
                false,
                null,
                null,
                encoding.name(),
                String.valueOf(delimiter),
                (int) header.row(),
                header.notes()));
  }

  @Override
  public @Nullable GridRow next() throws IOException, FormatException {
    long line = parser.getCurrentLineNumber() + 1;
    text.recordStarts(line);
    try {
      return records.hasNext() ? row(records.next(), line) : null;
    } catch (UncheckedIOException e) {
      FormatException refusal = RefusedReadException.refusalIn(e);
      throw refusal != null ? refusal : quotes(e, line);
    }
  }

  @Override
  public double progress() {
    return bytes.progress();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private GridRow row(CSVRecord record, long line) throws FormatException {
    if (record.size() > limits.columns() && written(record) > limits.columns()) {
      throw GridTable.tooManyColumns(written(record), record.getRecordNumber(), limits);
    }
    List<@Nullable Object> cells = new ArrayList<>(Math.min(record.size(), limits.columns()));
    for (int i = 0; i < Math.min(record.size(), limits.columns()); i++) {
      String cell = record.get(i);
      if (cell.length() > limits.cellCharacters()) {
        throw new FormatException(
            "cell-length",
            "A cell of the row in line %d has %d characters; up to %d are read"
                .formatted(line, cell.length(), limits.cellCharacters()),
            "row " + record.getRecordNumber());
      }
      cells.add(CellText.clean(SafeText.unguard(cell)));
    }
    return new GridRow(record.getRecordNumber(), cells, List.of(), null);
  }

  /** Up to the last cell in which something is written. */
  private static int written(CSVRecord record) {
    int size = record.size();
    while (size > 0 && record.get(size - 1).isEmpty()) {
      size--;
    }
    return size;
  }

  private static FormatException quotes(UncheckedIOException thrown, long line) {
    String message = String.valueOf(thrown.getMessage());
    return message.contains("EOF")
        ? new FormatException(
            "unterminated-quote",
            "A quotation mark in the row that begins in line " + line + " is never closed",
            "line " + line)
        : new FormatException(
            "stray-quote",
            "In the row that begins in line "
                + line
                + " text follows a closing quotation mark; a mark inside a quoted cell is written"
                + " twice",
            "line " + line);
  }
}
