package zeren.format;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other. */
interface GridSource extends Closeable {

  /** The next row, blank ones included; null after the last. */
  @Nullable GridRow next() throws IOException, FormatException;

  /** How much was read, 0 to 1. */
  double progress();
}
