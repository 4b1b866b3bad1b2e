package zeren.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** A file format that can be taken apart into rows. */
interface RowFormat {

  /**
   * @throws RowException when the file as a whole cannot be read
   */
  List<Row> read(InputStream in, Manifest.Entry entry) throws IOException, RowException;

  /** Columns that hold the geometry and are not fields of the layer. */
  Set<String> geometryColumns(Manifest.Entry entry);
}
