package zeren.tile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * A tile as it is kept and sent.
 *
 * @param bytes none when nothing lies in the tile; must not be changed
 * @param compressed whether they are compressed (gzip)
 * @param omitted the features there was no room for, by layer, such as {@code site=1200,
 *     outfall=30}; empty when there are none
 */
public record Tile(byte[] bytes, boolean compressed, String omitted) {

  /** The bytes for somebody who cannot read gzip. */
  public byte[] plainBytes() {
    if (!compressed) {
      return bytes;
    }
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return plain.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
