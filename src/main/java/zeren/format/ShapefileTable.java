package zeren.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A Shapefile in an archive. Shapes and rows are taken in the order of their files; the index
 * {@code .shx} is not needed.
 */
final class ShapefileTable implements Table {

  private final ArchiveGuard archive;
  private final FormatLimits limits;
  private final TableDescription description;
  private final CountingStream bytes;
  private final ShpReader shapes;
  private final InputStream dbf;
  private final DbfReader values;
  private final LongTexts longTexts;
  private long position;

  private ShapefileTable(
      ArchiveGuard archive,
      ShapefileParts parts,
      List<String> tables,
      FormatLimits limits,
      ShapefileHead head)
      throws IOException, FormatException {
    this.archive = archive;
    this.limits = limits;
    ArchiveGuard.Entry shp = parts.get(".shp");
    bytes = new CountingStream(archive.open(shp.name()), shp.bytes());
    shapes = new ShpReader(bytes, shp.name(), limits);
    if (shapes.type() != shapes.type().plane()) {
      head.notes().add("Heights and measures of the shapes are left out");
    }
    String dbfName = parts.get(".dbf").name();
    dbf = archive.open(dbfName);
    values = new DbfReader(DbfHeader.read(dbf, dbfName, limits), dbf, head.charset(), dbfName);
    longTexts = LongTexts.open(parts, head, limits);
    description =
        new TableDescription(
            FileFormat.SHAPEFILE,
            tables,
            parts.name(),
            head.columns(),
            true,
            head.crs(),
            head.crsText(),
            head.charset().name(),
            null,
            0,
            List.copyOf(head.notes()));
  }

  /**
   * Opens the named Shapefile, or the first one that has rows.
   *
   * @throws FormatException when there is none or a part of it is missing
   */
  static Table open(Path file, @Nullable String table, FormatLimits limits)
      throws IOException, FormatException {
    ArchiveGuard archive = ArchiveGuard.open(file, limits);
    try {
      List<ShapefileParts> all = ShapefileParts.all(archive);
      List<String> names = all.stream().map(ShapefileParts::name).toList();
      ShapefileParts parts = choose(all, names, table, limits);
      return new ShapefileTable(archive, parts, names, limits, ShapefileHead.read(parts, limits));
    } catch (IOException e) {
      archive.close();
      throw refusal(e);
    } catch (FormatException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static ShapefileParts choose(
      List<ShapefileParts> all, List<String> names, @Nullable String table, FormatLimits limits)
      throws IOException, FormatException {
    for (ShapefileParts parts : all) {
      if (table == null ? parts.rows(limits) > 0 : parts.name().equals(table)) {
        return parts;
      }
    }
    throw table != null
        ? new FormatException(
            "no-table",
            "The archive has no Shapefile '%s'; it has %s"
                .formatted(table, String.join(", ", names)),
            table)
        : new FormatException(
            all.isEmpty() ? "zip-content" : "no-rows",
            all.isEmpty()
                ? "The archive holds no Shapefile (.shp)"
                : "The Shapefile has fields, but no rows",
            null);
  }

  private static FormatException refusal(IOException e) throws IOException {
    FormatException refusal = RefusedReadException.refusalIn(e);
    if (refusal == null) {
      throw e;
    }
    return refusal;
  }

  @Override
  public TableDescription description() {
    return description;
  }

  @Override
  public @Nullable TableRow next() throws FormatException {
    try {
      while (true) {
        ShpReader.Shape shape = shapes.next();
        DbfReader.Row row = values.next();
        if (shape == null && row == null) {
          values.checkEnd();
          return null;
        }
        position++;
        if (position > limits.rows()) {
          throw new FormatException(
              "rows-limit",
              "The table has more than " + limits.rows() + " rows; split it into several files",
              "row " + position);
        }
        if (row == null || !row.deleted()) {
          return row(shape, row);
        }
      }
    } catch (IOException e) {
      FormatException refusal = RefusedReadException.refusalIn(e);
      throw refusal != null
          ? refusal
          : new FormatException("unreadable", "The file cannot be read any further", null);
    }
  }

  private TableRow row(ShpReader.@Nullable Shape shape, DbfReader.@Nullable Row row)
      throws IOException {
    List<@Nullable Object> columns = new ArrayList<>();
    String fault = row == null ? "The .dbf has no row for this shape" : row.fault();
    if (row != null) {
      columns.addAll(row.values());
      longTexts.complete(position, columns);
    } else {
      description.columns().forEach(column -> columns.add(null));
    }
    if (shape == null || shape.content() == null) {
      String wrong = shape == null ? "The .shp has no shape for this row" : shape.fault();
      return new TableRow(position, columns, null, fault == null ? wrong : fault, null);
    }
    try {
      Geometry geometry = ShapeDecoder.decode(shape.content());
      return new TableRow(position, columns, geometry, fault, null);
    } catch (IllegalArgumentException e) {
      String wrong = "The shape " + e.getMessage();
      return new TableRow(position, columns, null, fault == null ? wrong : fault, shape.content());
    }
  }

  @Override
  public double progress() {
    return bytes.progress();
  }

  @Override
  public void close() throws IOException {
    try (archive;
        shapes;
        dbf) {
      longTexts.close();
    }
  }
}
