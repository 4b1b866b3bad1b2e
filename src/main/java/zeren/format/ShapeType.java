package zeren.format;

import java.util.Arrays;
import java.util.Optional;

/**
 * Kinds of shapes of a Shapefile.
 *
 * @see <a href="https://www.esri.com/library/whitepapers/pdfs/shapefile.pdf">ESRI Shapefile
 *     Technical Description</a>
 */
enum ShapeType {
  NONE(0, ""),
  POINT(1, "point"),
  LINES(3, "line"),
  POLYGONS(5, "polygon"),
  POINTS(8, "multipoint"),
  POINT_Z(11, "point"),
  LINES_Z(13, "line"),
  POLYGONS_Z(15, "polygon"),
  POINTS_Z(18, "multipoint"),
  POINT_M(21, "point"),
  LINES_M(23, "line"),
  POLYGONS_M(25, "polygon"),
  POINTS_M(28, "multipoint");

  private final int code;
  private final String ending;

  ShapeType(int code, String ending) {
    this.code = code;
    this.ending = ending;
  }

  int code() {
    return code;
  }

  /** What the file of such shapes ends with where several are in one archive. */
  String ending() {
    return ending;
  }

  /** The kind without heights and measures. */
  ShapeType plane() {
    return find(code % 10).orElse(NONE);
  }

  static Optional<ShapeType> find(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }
}
