package zeren.filter;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import zeren.geo.CoordinateRangeException;
import zeren.geo.CoordinateSystem;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/**
 * The parameter {@code bbox}: the lower and the upper corner of a box, with heights or without,
 * such as west, south, east, north in degrees. One whose west is more than its east runs across the
 * antimeridian.
 */
public final class BoundingBox {

  private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?\\s*");

  private BoundingBox() {}

  /**
   * Which rows have a geometry that meets the box in EPSG:4490, its edges included; all when it is
   * null.
   *
   * @throws ProblemException when the text is no box
   */
  public static IntPredicate meets(LayerView view, @Nullable String text) {
    return meets(view, text, CoordinateSystem.CGCS2000);
  }

  /**
   * The same for a box of another system.
   *
   * @param crs the axes in the order that this instance has
   * @throws ProblemException when the text is no box of the system
   */
  public static IntPredicate meets(LayerView view, @Nullable String text, CoordinateSystem crs) {
    return text == null
        ? row -> true
        : new SpatialCondition(view, SpatialRelation.S_INTERSECTS, area(text, crs)).keeping(true);
  }

  private static Geometry area(String text, CoordinateSystem crs) {
    String[] parts = text.split(",", 7);
    try {
      if (!Stream.of(parts).allMatch(part -> NUMBER.matcher(part).matches())) {
        throw new BoxArea.NoBoxException("between the commas are numbers");
      }
      List<Double> sides = Stream.of(parts).map(part -> Double.valueOf(part.strip())).toList();
      return BoxArea.of(sides, crs);
    } catch (NumberFormatException e) {
      throw problem("between the commas are numbers");
    } catch (CoordinateRangeException | BoxArea.NoBoxException e) {
      throw problem(String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException problem(String reason) {
    return ProblemException.badParameter(
        "bbox",
        "Parameter 'bbox' must be the lower and the upper corner of a box, such as"
            + " west,south,east,north in degrees, 113,34,114,35: "
            + reason
            + ".");
  }
}
