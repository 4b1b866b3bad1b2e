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
import org.locationtech.jts.geom.Geometry;

/** Reads tables out of what a test wrote. */
public final class Tables {

  private Tables() {}

  /** A table that was read to its end. */
  public record Read(TableDescription description, List<TableRow> rows) {

    List<List<@Nullable Object>> values() {
      return rows.stream().map(TableRow::values).toList();
    }

    /** The geometry of the row at this position, from wherever the format keeps it. */
    public @Nullable Geometry geometry(int position) {
      TableRow row = rows.get(position);
      if (description.ownGeometry()) {
        return row.geometry();
      }
      Object wkt = value(position, "wkt");
      if (wkt != null) {
        return Samples.geometry(wkt.toString());
      }
      Object lon = value(position, "lon");
      Object lat = value(position, "lat");
      return lon == null || lat == null
          ? null
          : Samples.geometry("POINT (" + lon + " " + lat + ")");
    }

    /** Null too when there is no such column. */
    public @Nullable Object value(int position, String column) {
      int at = description.columns().indexOf(column);
      List<@Nullable Object> values = rows.get(position).values();
      return at < 0 || at >= values.size() ? null : values.get(at);
    }

    TableRow row(long number) {
      return rows.stream().filter(row -> row.number() == number).findFirst().orElseThrow();
    }
  }

  static Path write(Path folder, String text, Charset charset) throws IOException {
    return write(folder, text.getBytes(charset));
  }

  public static Path write(Path folder, byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "table", ""), bytes);
  }

  public static Read read(Path file) throws IOException, FormatException {
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
