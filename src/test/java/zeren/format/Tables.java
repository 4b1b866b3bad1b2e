package zeren.format;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tables out of what a test wrote. */
final class Tables {

  private Tables() {}

  /** A table that was read to its end. */
  record Read(TableDescription description, List<TableRow> rows) {

    List<List<@Nullable Object>> values() {
      return rows.stream().map(TableRow::values).toList();
    }

    TableRow row(long number) {
      return rows.stream().filter(row -> row.number() == number).findFirst().orElseThrow();
    }
  }

  static Path write(Path folder, String text, Charset charset) throws IOException {
    return write(folder, text.getBytes(charset));
  }

  static Path write(Path folder, byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "table", ""), bytes);
  }

  static Read read(Path file) throws IOException, FormatException {
    return read(file, null, FormatLimits.DEFAULT);
  }

  static Read read(Path file, @Nullable String table, FormatLimits limits)
      throws IOException, FormatException {
    try (Table opened = TableFiles.open(file, file.getFileName().toString(), table, limits)) {
      return readAll(opened);
    }
  }

  static Read readAll(Table opened) throws FormatException {
    List<TableRow> rows = new ArrayList<>();
    for (TableRow row = opened.next(); row != null; row = opened.next()) {
      rows.add(row);
    }
    return new Read(opened.description(), rows);
  }

  static Read read(Path folder, String utf8) throws IOException, FormatException {
    return read(write(folder, utf8, StandardCharsets.UTF_8));
  }

  static FormatException refusal(Path file, FormatLimits limits) {
    return catchThrowableOfType(FormatException.class, () -> read(file, null, limits));
  }

  static FormatException refusal(Path folder, String utf8) throws IOException {
    return refusal(write(folder, utf8, StandardCharsets.UTF_8), FormatLimits.DEFAULT);
  }
}
