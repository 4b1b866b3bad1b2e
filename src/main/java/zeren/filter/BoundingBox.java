package zeren.filter;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/** The parameter {@code bbox}: west, south, east, north in degrees. */
public final class BoundingBox {

  private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?\\s*");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private BoundingBox() {}

  /**
   * Which rows have a geometry that meets the box, its edges included; all when it is null.
   *
   * @throws ProblemException when the text is no box
   */
  public static IntPredicate meets(LayerView view, @Nullable String text) {
    if (text == null) {
      return row -> true;
    }
    Envelope box = parse(text);
    PreparedGeometry area = PreparedGeometryFactory.prepare(GEOMETRIES.toGeometry(box));
    return row -> {
      Envelope bounds = view.box(row);
      // What lies inside the box by its bounds meets it for sure.
      return box.intersects(bounds)
          && (box.contains(bounds) || area.intersects(view.geometry(row)));
    };
  }

  private static Envelope parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length == 4 && Stream.of(parts).allMatch(part -> NUMBER.matcher(part).matches())) {
      try {
        double west = Double.parseDouble(parts[0]);
        double south = Double.parseDouble(parts[1]);
        double east = Double.parseDouble(parts[2]);
        double north = Double.parseDouble(parts[3]);
        if (-180 <= west && west <= east && east <= 180) {
          if (-90 <= south && south <= north && north <= 90) {
            return new Envelope(west, east, south, north);
          }
        }
      } catch (NumberFormatException e) {
        // refused below, in the same words
      }
    }
    throw ProblemException.badParameter(
        "bbox",
        "Parameter 'bbox' must be west,south,east,north in degrees, such as 113,34,114,35.");
  }
}
