package zeren.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;

/**
 * The columns that hold the geometry in formats that know none: {@code lon} and {@code lat} for
 * points, {@code wkt} for all others. They come after the other columns.
 */
final class GeometryCells {

  private final boolean present;
  private final boolean points;
  private final List<String> headings = new ArrayList<>();
  private final WKTWriter wkt = new WKTWriter();

  GeometryCells(TableWriter.Plan plan) {
    present = plan.ownGeometry();
    points = "Point".equals(plan.geometryType());
    if (present) {
      for (String heading : points ? List.of("lon", "lat") : List.of("wkt")) {
        headings.add(free(heading, plan.columns()));
      }
    }
  }

  private static String free(String heading, List<TableWriter.Column> columns) {
    boolean taken =
        columns.stream().anyMatch(column -> column.name().toLowerCase(Locale.ROOT).equals(heading));
    return taken ? free("geometry_" + heading, columns) : heading;
  }

  List<String> headings() {
    return headings;
  }

  /** As many as headings: {@code Double}s, WKT as text, or nulls. */
  List<@Nullable Object> of(@Nullable Geometry geometry) {
    List<@Nullable Object> cells = new ArrayList<>();
    if (!present) {
      return cells;
    }
    if (!points) {
      cells.add(geometry == null ? null : wkt.write(geometry));
    } else if (geometry instanceof Point point && !point.isEmpty()) {
      cells.add(point.getX());
      cells.add(point.getY());
    } else {
      cells.add(null);
      cells.add(null);
    }
    return cells;
  }
}
