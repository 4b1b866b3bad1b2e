package zeren.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens and creates files of all formats. */
public final class TableFiles {

  private TableFiles() {}

  /**
   * Opens a table. The format is recognised by what is in the file; its name decides only between
   * formats that look alike.
   *
   * @param fileName as the user knows the file; not a path of this machine
   * @param table name of the table to read, one of {@link TableDescription#tables}; null takes the
   *     first one that has rows
   * @throws FormatException when it is no file that can be read
   */
  public static Table open(Path file, String fileName, @Nullable String table, FormatLimits limits)
      throws IOException, FormatException {
    long bytes = Files.size(file);
    if (bytes == 0) {
      throw new FormatException("empty", "The file is empty", null);
    }
    if (bytes > limits.bytes()) {
      throw new FormatException(
          "bytes-limit",
          "The file has %d bytes; up to %d are read".formatted(bytes, limits.bytes()),
          null);
    }
    FileFormat format = FileSniffer.sniff(file, fileName, limits);
    return switch (format) {
      case CSV -> CsvRows.open(file, limits);
      case XLSX -> XlsxTable.open(file, table, limits);
      case GEOJSON -> GeoJsonTable.open(file, limits);
      case GEOJSONL -> GeoJsonLines.open(file, limits);
      case SHAPEFILE -> ShapefileTable.open(file, table, limits);
      case GEOPACKAGE -> GeoPackageTable.open(file, table, limits);
      case KML -> KmlTable.open(file, table, limits);
    };
  }

  /**
   * @param out receives the file; not closed
   */
  public static TableWriter create(FileFormat format, TableWriter.Plan plan, OutputStream out)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvTableWriter(plan, out);
      case XLSX -> new XlsxTableWriter(plan, out);
      case GEOJSON -> new GeoJsonTableWriter(plan, out, false);
      case GEOJSONL -> new GeoJsonTableWriter(plan, out, true);
      case SHAPEFILE -> new ShapefileTableWriter(plan, out);
      case GEOPACKAGE -> new GeoPackageTableWriter(plan, out);
      case KML -> new KmlTableWriter(plan, out);
    };
  }
}
