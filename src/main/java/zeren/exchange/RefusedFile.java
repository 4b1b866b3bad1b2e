package zeren.exchange;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.format.TableDescription;
import zeren.format.TableFiles;
import zeren.format.TableRow;
import zeren.format.TableWriter;

/**
 * Writes the refused rows in the format of the file they came from, with a column for the reason.
 * There is no such file as long as no row was refused.
 */
final class RefusedFile implements Closeable {

  static final String NAME = "refused";
  static final String REASON = "拒绝原因 reason";

  /** A Shapefile takes ten bytes: 拒绝原. */
  private static final int SHORTEST = 3;

  private static final Map<String, String> LAYER_TYPES =
      Map.of("LineString", "MultiLineString", "Polygon", "MultiPolygon");

  private final Path file;
  private final TableDescription description;
  private final @Nullable String crs;

  /** Position of the reason: that of an earlier import's, else behind the last column. */
  private final int reasonColumn;

  private @Nullable OutputStream out;
  private @Nullable TableWriter writer;

  RefusedFile(Path file, TableDescription description, @Nullable String crs) {
    this.file = file;
    this.description = description;
    this.crs = crs;
    List<String> columns = description.columns();
    int earlier = 0;
    while (earlier < columns.size() && !isReason(columns.get(earlier))) {
      earlier++;
    }
    this.reasonColumn = earlier;
  }

  /** Whether a column holds the reasons of an earlier import, also where names are cut short. */
  static boolean isReason(String column) {
    String key = Wording.key(column);
    return key.length() >= SHORTEST && Wording.key(REASON).startsWith(key);
  }

  void write(TableRow row, List<RowFault> faults) throws IOException {
    TableWriter open = writer == null ? open(row.geometry()) : writer;
    List<@Nullable Object> values = new ArrayList<>(row.values());
    while (values.size() <= reasonColumn) {
      values.add(null);
    }
    values.set(reasonColumn, faults.stream().map(RowFault::text).collect(Collectors.joining("; ")));
    open.write(
        new TableRow(
            row.number(),
            values.subList(0, Math.max(reasonColumn + 1, description.columns().size())),
            row.geometry(),
            row.fault(),
            row.original()));
  }

  private TableWriter open(@Nullable Geometry first) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file));
    writer = TableFiles.create(description.format(), plan(first), out);
    return writer;
  }

  private TableWriter.Plan plan(@Nullable Geometry first) {
    List<TableWriter.Column> columns = new ArrayList<>();
    for (String column : description.columns()) {
      columns.add(new TableWriter.Column(column, TableWriter.Type.TEXT));
    }
    if (reasonColumn == columns.size()) {
      columns.add(new TableWriter.Column(REASON, TableWriter.Type.TEXT));
    }
    String type = first == null ? null : first.getGeometryType();
    return new TableWriter.Plan(
        description.table() == null ? "refused" : description.table(),
        columns,
        description.ownGeometry(),
        type == null ? null : LAYER_TYPES.getOrDefault(type, type),
        crs == null ? "EPSG:4490" : crs,
        true);
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
