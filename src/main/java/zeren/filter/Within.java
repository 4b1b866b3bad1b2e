package zeren.filter;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import zeren.layer.LayerView;
import zeren.problem.ProblemException;

/** The parameter {@code within}: an area as WKT, longitudes before latitudes. */
public final class Within {

  private static final String PARAMETER = "within";
  private static final int LONGEST = 100_000;

  private Within() {}

  /**
   * Which rows have a geometry that meets the area, its edge included; all when it is null.
   *
   * @throws ProblemException when the text is no area
   */
  public static IntPredicate meets(LayerView view, @Nullable String text) {
    return text == null
        ? row -> true
        : new SpatialCondition(view, SpatialRelation.S_INTERSECTS, area(text)).keeping(true);
  }

  private static Geometry area(String text) {
    if (text.length() > LONGEST) {
      throw bad("it may have " + LONGEST + " characters");
    }
    Geometry area;
    try {
      area = new WKTReader().read(text);
    } catch (ParseException | IllegalArgumentException e) {
      throw bad("it cannot be read");
    }
    if (!(area instanceof Polygonal) || area.isEmpty()) {
      throw bad("it is no polygon");
    }
    if (!isOnEarth(area)) {
      throw bad("a corner lies outside of -180 to 180 and -90 to 90 degrees");
    }
    if (!area.isValid()) {
      throw bad("its edge crosses itself");
    }
    return area;
  }

  private static boolean isOnEarth(Geometry area) {
    Envelope box = area.getEnvelopeInternal();
    return box.getMinX() >= -180
        && box.getMaxX() <= 180
        && box.getMinY() >= -90
        && box.getMaxY() <= 90;
  }

  private static ProblemException bad(String reason) {
    return ProblemException.badParameter(
        PARAMETER,
        "Parameter 'within' must be an area such as POLYGON((113 34, 114 34, 114 35, 113 34)): %s."
            .formatted(reason));
  }
}
