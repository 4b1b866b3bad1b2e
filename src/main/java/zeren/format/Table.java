package zeren.format;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** A table in a file, read row by row in constant memory. Not safe between threads. */
public interface Table extends Closeable {

  TableDescription description();

  /**
   * The next row; null after the last one. A row that cannot be read is handed out with its {@link
   * TableRow#fault}, so that no row is lost.
   *
   * @throws FormatException when the file cannot be read any further
   */
  @Nullable TableRow next() throws FormatException;

  /** How much of the file has been read, 0 to 1, as far as the format can tell. */
  double progress();
}
