package zeren.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Makes tiles that are ready to be sent: compressed, and never larger than a map can load. */
final class TilePress {

  /** Of a tile on its way, compressed. */
  static final int MOST_BYTES = 500_000;

  /** What compresses to about as much. More is thinned at once, because compressing takes time. */
  private static final int MOST_PLAIN_BYTES = 1_200_000;

  /** Less than this gains nothing by compression. */
  private static final int LEAST_COMPRESSED = 1024;

  private TilePress() {}

  static Tile make(TileAddress address, List<TileEncoder.Drawn> layers) {
    TileEncoder encoder = new TileEncoder(address);
    int most = MOST_PLAIN_BYTES;
    while (true) {
      TileEncoder.Encoded encoded = encoder.encode(layers, most);
      byte[] plain = encoded.bytes();
      if (plain.length < LEAST_COMPRESSED) {
        return new Tile(plain, false, say(encoded.omitted()));
      }
      byte[] compressed = compress(plain);
      if (compressed.length <= MOST_BYTES) {
        return new Tile(compressed, true, say(encoded.omitted()));
      }
      most = (int) (0.97 * MOST_BYTES / compressed.length * plain.length);
    }
  }

  private static String say(Map<String, Integer> omitted) {
    return omitted.entrySet().stream()
        .map(layer -> layer.getKey() + "=" + layer.getValue())
        .collect(Collectors.joining(", "));
  }

  private static byte[] compress(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2);
    try (OutputStream gzip = new FastGzip(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream target) throws IOException {
      super(target, 1 << 13);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
