package zeren.responsibility;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An area that no cell of a level covers, or that two of them do.
 *
 * @param geometry its polygons, in EPSG:4490
 * @param level the level of the cells; null when the layer has none
 * @param area in square metres
 * @param width mean width in metres, see {@link CoverageShapes#width}
 * @param district the county it lies in; null outside of all
 * @param zone the development zone that holds at least half of it; null when none does
 * @param owners the two cells that overlap; none in a gap
 * @param objects how many objects lie in it or on its edge, by layer
 */
public record CoveragePiece(
    Geometry geometry,
    @Nullable String level,
    double area,
    double width,
    @Nullable FeatureRef district,
    @Nullable FeatureRef zone,
    List<FeatureRef> owners,
    Map<String, Integer> objects) {

  /** Which pieces are so small or so thin that they come from drawing, not from deciding. */
  public record Tolerance(double area, double width) {

    /** 100 m², 1 m. */
    public static final Tolerance USUAL = new Tolerance(100, 1);

    public boolean isSliver(CoveragePiece piece) {
      return isSliver(piece.area(), piece.width());
    }

    boolean isSliver(double areaM2, double metresWide) {
      return areaM2 < area || metresWide < width;
    }
  }
}
