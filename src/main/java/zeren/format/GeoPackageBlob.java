package zeren.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as a GeoPackage holds them: a header, then well-known binary. */
final class GeoPackageBlob {

  private static final int HEADER_BYTES = 8;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final int LITTLE_ENDIAN = 1;
  private static final int EMPTY = 0x10;

  private GeoPackageBlob() {}

  static byte[] write(Geometry geometry, int srsId) {
    boolean boxed = !geometry.isEmpty() && !(geometry instanceof Point);
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    ByteBuffer blob =
        ByteBuffer.allocate(HEADER_BYTES + (boxed ? 32 : 0) + wkb.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    int flags = LITTLE_ENDIAN | (boxed ? 1 << 1 : 0) | (geometry.isEmpty() ? EMPTY : 0);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(srsId);
    if (boxed) {
      Envelope box = geometry.getEnvelopeInternal();
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
      blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }

  /**
   * The well-known binary in a blob.
   *
   * @throws IllegalArgumentException with what is wrong with the header
   */
  static byte[] wkb(byte[] blob) {
    if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw new IllegalArgumentException("does not start with the header of a GeoPackage");
    }
    int flags = blob[3];
    int envelope = flags >> 1 & 7;
    if (blob[2] != 0 || envelope >= ENVELOPE_BYTES.length || (flags & 0x20) != 0) {
      throw new IllegalArgumentException("has a header that is not of the standard");
    }
    int start = HEADER_BYTES + ENVELOPE_BYTES[envelope];
    if (blob.length <= start) {
      throw new IllegalArgumentException("ends in its header");
    }
    return Arrays.copyOfRange(blob, start, blob.length);
  }
}
