package zeren.format;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the whole texts that stand beside a Shapefile of ours in place of what the {@code .dbf}
 * could hold of them; not where somebody has changed it since.
 */
final class LongTexts implements Closeable {

  private final @Nullable BufferedReader lines;
  private final List<String> fields;
  private final int longest;
  private LongValues.@Nullable Entry entry;

  private LongTexts(@Nullable BufferedReader lines, List<String> fields, int longest)
      throws IOException {
    this.lines = lines;
    this.longest = longest;
    this.fields = fields;
    advance();
  }

  static LongTexts open(ShapefileParts parts, ShapefileHead head, FormatLimits limits)
      throws IOException, FormatException {
    ArchiveGuard.Entry file = parts.find(ShapefileSidecar.LONG_ENDING);
    return new LongTexts(
        file == null
            ? null
            : new BufferedReader(
                new InputStreamReader(
                    parts.archive().open(file.name()), StandardCharsets.UTF_8.newDecoder())),
        head.fields(),
        limits.cellCharacters());
  }

  /**
   * @param row its position; grows from call to call
   * @param values changed in place
   */
  void complete(long row, List<@Nullable Object> values) throws IOException {
    while (entry != null && entry.row() < row) {
      advance();
    }
    while (entry != null && entry.row() == row) {
      int at = fields.indexOf(entry.field());
      Object cut = at < 0 ? entry : values.get(at);
      if (cut == null || (cut instanceof String text && entry.value().startsWith(text))) {
        values.set(at, entry.value());
      }
      advance();
    }
  }

  private void advance() throws IOException {
    String line = nextLine();
    entry = line == null ? null : LongValues.parse(line);
  }

  /** Null at the end, or at a line that is longer than a cell may be. */
  private @Nullable String nextLine() throws IOException {
    if (lines == null) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    for (int c = lines.read(); c != '\n' && c >= 0; c = lines.read()) {
      line.append((char) c);
      if (line.length() > longest) {
        return null;
      }
    }
    return line.isEmpty() ? null : line.toString();
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
