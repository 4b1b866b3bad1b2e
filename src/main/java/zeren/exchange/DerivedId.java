package zeren.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The id of a feature whose file has none: the layer's id, a hyphen and the first 12 characters of
 * the Base32 (RFC 4648, lower case) of the SHA-256 of {@code name|lon|lat} in UTF-8. The name is in
 * NFKC, lower case and without spaces; the place is the feature's inner point in EPSG:4490, each
 * coordinate rounded to four decimals (about 10 m). The same row gives the same id, however often
 * it is imported; a feature that is renamed or moves farther is another one. In a table, whose rows
 * have no place, it is the name alone.
 */
final class DerivedId {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 12;

  private DerivedId() {}

  /**
   * @param geometry in EPSG:4490, x is longitude
   */
  static String of(String layer, String name, Geometry geometry) {
    Point place = geometry.getInteriorPoint();
    String key =
        String.format(Locale.ROOT, "%s|%.4f|%.4f", Wording.key(name), place.getX(), place.getY());
    return hashed(layer, key);
  }

  /** The id of a row of a table. */
  static String of(String layer, String name) {
    return hashed(layer, Wording.key(name));
  }

  private static String hashed(String layer, String key) {
    MessageDigest digest = SeenIds.sha256();
    return layer + "-" + base32(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; text.length() < LENGTH; bit += 5) {
      int two = (bytes[bit / 8] & 0xff) << 8 | bytes[bit / 8 + 1] & 0xff;
      text.append(ALPHABET.charAt(two >> (11 - bit % 8) & 31));
    }
    return text.toString();
  }
}
