package zeren.format;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row in constant memory. Closing completes the file; the stream underneath
 * is flushed and left open.
 */
public interface TableWriter extends Closeable {

  /**
   * @param row its values in the order of the columns given at the start; its geometry is written
   *     where the format has one, or as the columns say
   */
  void write(TableRow row) throws IOException;

  /**
   * Gives up instead of closing: what was written is no whole file, and nothing is kept on disk.
   */
  default void abandon() throws IOException {}

  /**
   * A column to write.
   *
   * @param name its heading
   * @param type decides its type in formats with typed columns
   */
  record Column(String name, Type type) {}

  /** Type of a column's values. */
  enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE
  }

  /**
   * How to write.
   *
   * @param table name of the sheet, layer or document
   * @param columns the columns, without the geometry
   * @param ownGeometry whether rows bring a geometry; formats with their own kind of geometry write
   *     it as such, CSV and XLSX as columns {@code lon}, {@code lat} for points and {@code wkt} for
   *     others
   * @param geometryType {@code Point}, {@code MultiLineString} or {@code MultiPolygon}: of all
   *     rows; null when they differ or there are none
   * @param crs code of the coordinate system that the geometries are in, such as {@code EPSG:4490}
   *     or {@code gcj02}; written into the file where the format can say it
   * @param byteOrderMark whether a CSV starts with one, so that Excel takes it for UTF-8
   */
  record Plan(
      String table,
      java.util.List<Column> columns,
      boolean ownGeometry,
      @Nullable String geometryType,
      String crs,
      boolean byteOrderMark) {}
}
