package zeren.format;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** One Shapefile in the making: shapes of one kind with their rows. */
final class ShapefilePart implements Closeable {

  private static final int HEADER_BYTES = 100;

  /** Lengths are counted in words of two bytes, in 31 bits. */
  private static final long MOST_BYTES = 2L * Integer.MAX_VALUE;

  private final TemporaryFile shapeFile = new TemporaryFile(".shp");
  private final TemporaryFile indexFile = new TemporaryFile(".shx");
  private final DataOutputStream shapes = new DataOutputStream(shapeFile.write());
  private final DataOutputStream index = new DataOutputStream(indexFile.write());
  private final List<DbfField> fields;
  private final DbfWriter values;
  private final LongValues longValues = new LongValues();
  private final Envelope extent = new Envelope();
  private ShapeType type;
  private long bytes = HEADER_BYTES;
  private int rows;

  /**
   * @param type the kind of its shapes; none when the first shape is to decide
   */
  ShapefilePart(ShapeType type, List<DbfField> fields) throws IOException {
    this.type = type;
    this.fields = fields;
    values = new DbfWriter(fields);
  }

  ShapeType type() {
    return type;
  }

  boolean hasLongValues() {
    return !longValues.isEmpty();
  }

  /** Whether a shape may be among its shapes. */
  boolean takes(ShapeType shape) {
    return shape == ShapeType.NONE || type == ShapeType.NONE || type == shape;
  }

  void add(ShapeType shape, byte[] content, Envelope box, List<@Nullable Object> row)
      throws IOException {
    if (shape != ShapeType.NONE) {
      type = shape;
    }
    rows++;
    if (bytes + 8 + content.length > MOST_BYTES) {
      throw new IOException("A Shapefile holds 4 GB of shapes; choose another format");
    }
    index.writeInt((int) (bytes / 2));
    index.writeInt(content.length / 2);
    shapes.writeInt(rows);
    shapes.writeInt(content.length / 2);
    shapes.write(content);
    bytes += 8 + content.length;
    extent.expandToInclude(box);
    for (int i : values.add(row)) {
      longValues.add(rows, fields.get(i).name(), SafeText.of(row.get(i)));
    }
  }

  void writeTo(ZipOutputStream zip, String name) throws IOException {
    shapes.flush();
    index.flush();
    zip.putNextEntry(new ZipEntry(name + ".shp"));
    writeHeader(zip, bytes);
    copy(shapeFile, zip);
    zip.putNextEntry(new ZipEntry(name + ".shx"));
    writeHeader(zip, HEADER_BYTES + 8L * rows);
    copy(indexFile, zip);
    zip.putNextEntry(new ZipEntry(name + ".dbf"));
    values.writeTo(zip);
    if (hasLongValues()) {
      zip.putNextEntry(new ZipEntry(name + ShapefileSidecar.LONG_ENDING));
      longValues.writeTo(zip);
    }
    zip.closeEntry();
  }

  private void writeHeader(OutputStream out, long fileBytes) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(0, 9994).putInt(24, (int) (fileBytes / 2));
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type.code());
    if (!extent.isNull()) {
      header.putDouble(36, extent.getMinX()).putDouble(44, extent.getMinY());
      header.putDouble(52, extent.getMaxX()).putDouble(60, extent.getMaxY());
    }
    out.write(header.array());
  }

  private static void copy(TemporaryFile from, OutputStream out) throws IOException {
    try (InputStream in = from.read()) {
      in.transferTo(out);
    }
  }

  @Override
  public void close() throws IOException {
    try (shapeFile;
        indexFile;
        values;
        longValues) {
      shapes.close();
      index.close();
    }
  }
}
