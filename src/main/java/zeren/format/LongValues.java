package zeren.format;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Values that did not fit into their fields, one a line, in the order of the rows. */
final class LongValues implements Closeable {

  private static final JsonMapper MAPPER = new JsonMapper();

  private @Nullable TemporaryFile file;
  private @Nullable Writer lines;

  /**
   * One of them.
   *
   * @param row position of the record, from 1
   * @param field name of the field as the {@code .dbf} has it
   */
  record Entry(long row, String field, String value) {}

  void add(long row, String field, String value) throws IOException {
    Writer to = lines;
    if (to == null) {
      TemporaryFile made = new TemporaryFile(".jsonl");
      file = made;
      to = new BufferedWriter(new OutputStreamWriter(made.write(), StandardCharsets.UTF_8));
      lines = to;
    }
    to.write(MAPPER.writeValueAsString(new Entry(row, field, value)));
    to.write('\n');
  }

  /** The entry on a line; null when it is none. */
  static @Nullable Entry parse(String line) {
    try {
      Entry entry = MAPPER.readValue(line, Entry.class);
      return entry == null || entry.field() == null || entry.value() == null ? null : entry;
    } catch (JacksonException e) {
      return null;
    }
  }

  boolean isEmpty() {
    return file == null;
  }

  void writeTo(OutputStream out) throws IOException {
    if (file != null && lines != null) {
      lines.flush();
      try (InputStream in = file.read()) {
        in.transferTo(out);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null && lines != null) {
      try (TemporaryFile removed = file) {
        lines.close();
      }
    }
  }
}
