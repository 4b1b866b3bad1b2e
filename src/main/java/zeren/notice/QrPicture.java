package zeren.notice;

import io.nayuki.qrcodegen.QrCode;

/** A text as a QR code, for SVG. */
public final class QrPicture {

  /** The standard asks for so many empty modules all around. */
  private static final int BORDER = 4;

  private QrPicture() {}

  /**
   * @param size width and height in modules, the empty border included
   * @param path the dark modules, as the {@code d} of a path; a row of them is one rectangle
   */
  public record Drawn(int size, String path) {}

  /** With the middle of three strengths against dirt and folds. */
  public static Drawn of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from + BORDER).append(' ').append(y + BORDER);
          path.append('h').append(x - from).append("v1h").append(from - x).append('z');
        }
      }
    }
    return new Drawn(code.size + 2 * BORDER, path.toString());
  }
}
