package zeren.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import zeren.geo.CoordinateSystem;
import zeren.geo.CoordinateSystemText;

/**
 * A zipped Shapefile in UTF-8; one for each kind of geometry when the rows have several. What the
 * format cannot say stands beside it: whole column names and the datum in {@code NAME.zeren.json},
 * texts longer than 254 bytes in {@code NAME.long.jsonl}, all of it for people in {@code
 * README.txt}. Our own reader puts it together again.
 */
final class ShapefileTableWriter implements TableWriter {

  private final Plan plan;
  private final OutputStream out;
  private final List<DbfField> fields;
  private final List<ShapefilePart> parts = new ArrayList<>();
  private boolean failed;

  ShapefileTableWriter(Plan plan, OutputStream out) throws IOException {
    this.plan = plan;
    this.out = out;
    fields = DbfField.of(plan.columns());
    parts.add(new ShapefilePart(typeOf(plan.geometryType()), fields));
  }

  private static ShapeType typeOf(@Nullable String geometryType) {
    if (geometryType == null) {
      return ShapeType.NONE;
    }
    return switch (geometryType) {
      case "Point" -> ShapeType.POINT;
      case "MultiPoint" -> ShapeType.POINTS;
      case "LineString", "MultiLineString" -> ShapeType.LINES;
      case "Polygon", "MultiPolygon" -> ShapeType.POLYGONS;
      default -> ShapeType.NONE;
    };
  }

  @Override
  public void write(TableRow row) throws IOException {
    Geometry geometry = row.geometry();
    try {
      if (geometry == null && row.original() instanceof byte[] original && original.length >= 4) {
        ShapeType type = ShapeType.find(original[0]).orElse(ShapeType.NONE);
        part(type).add(type, original, new Envelope(), row.values());
      } else {
        ShapeType type = ShapeEncoder.type(geometry);
        Envelope box = geometry == null ? new Envelope() : geometry.getEnvelopeInternal();
        part(type).add(type, ShapeEncoder.encode(geometry), box, row.values());
      }
    } catch (IOException | RuntimeException e) {
      failed = true;
      throw e;
    }
  }

  private ShapefilePart part(ShapeType type) throws IOException {
    for (ShapefilePart part : parts) {
      if (part.takes(type)) {
        return part;
      }
    }
    ShapefilePart part = new ShapefilePart(type, fields);
    parts.add(part);
    return part;
  }

  /** After a failure nothing more is written, so that no half file looks like a whole one. */
  @Override
  public void close() throws IOException {
    try {
      if (!failed) {
        writeArchive();
      }
    } finally {
      for (ShapefilePart part : parts) {
        part.close();
      }
    }
  }

  @Override
  public void abandon() throws IOException {
    failed = true;
    close();
  }

  private void writeArchive() throws IOException {
    ZipOutputStream zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8);
    ShapefileSidecar sidecar = ShapefileSidecar.of(plan, fields);
    for (ShapefilePart part : parts) {
      String name = fileName(plan.table());
      if (parts.size() > 1) {
        name += "_" + part.type().ending() + (part.type().code() > 10 ? part.type().code() : "");
      }
      part.writeTo(zip, name);
      write(zip, name + ".cpg", "UTF-8");
      if (plan.ownGeometry()) {
        String prj = CoordinateSystemText.esri(CoordinateSystem.parse(plan.crs())).orElse("");
        if (!prj.isEmpty()) {
          write(zip, name + ".prj", prj);
        }
      }
      write(zip, name + ShapefileSidecar.ENDING, sidecar.toJson());
    }
    boolean withLongValues = parts.stream().anyMatch(ShapefilePart::hasLongValues);
    write(zip, "README.txt", sidecar.readme(withLongValues));
    zip.finish();
    out.flush();
  }

  private static void write(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String fileName(String table) {
    String name = table.replaceAll("[\\\\/:*?\"<>|.\\p{Cntrl}]", "_").strip();
    return name.isEmpty() ? "table" : name;
  }
}
