package zeren.notice;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Lines and areas as the {@code d} of an SVG path, to a tenth of a pixel. */
public final class SvgPath {

  private final StringBuilder path = new StringBuilder();

  private SvgPath() {}

  /** Areas are to be filled by the even-odd rule. */
  public static String of(Geometry shape) {
    SvgPath svg = new SvgPath();
    svg.add(shape);
    return svg.path.toString();
  }

  private void add(Geometry shape) {
    if (shape instanceof LineString line) {
      line(line, false);
    } else if (shape instanceof Polygon area) {
      line(area.getExteriorRing(), true);
      for (int i = 0; i < area.getNumInteriorRing(); i++) {
        line(area.getInteriorRingN(i), true);
      }
    } else if (shape instanceof GeometryCollection parts) {
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        add(parts.getGeometryN(i));
      }
    }
  }

  private void line(LineString line, boolean isRing) {
    Coordinate[] corners = line.getCoordinates();
    int last = corners.length - (isRing ? 1 : 0);
    for (int i = 0; i < last; i++) {
      path.append(i == 0 ? 'M' : 'L');
      path.append(tenths(corners[i].x)).append(' ').append(tenths(corners[i].y));
    }
    path.append(isRing && last > 0 ? "Z" : "");
  }

  private static String tenths(double pixels) {
    String text = String.format(Locale.ROOT, "%.1f", pixels);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
