package zeren.layer;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * A feature as somebody wants it recorded: what is so from a day on, or from a day up to another.
 * What was known of it from the first day on is superseded.
 *
 * @param layer id of the layer
 * @param id id of the feature, unique within its layer
 * @param geometry in EPSG:4490, x is longitude; {@link #nowhere} in a table
 * @param properties values by field name; a field that is missing or null has no value
 * @param validFrom first day on which this was so
 * @param validTo first day on which it was no longer so; null when no end is known
 * @param source where the coordinates came from; null when they were given in EPSG:4490
 */
public record FeatureDraft(
    String layer,
    String id,
    Geometry geometry,
    Map<String, @Nullable Object> properties,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable SourcePosition source) {

  /** Without an end. */
  public FeatureDraft(
      String layer,
      String id,
      Geometry geometry,
      Map<String, @Nullable Object> properties,
      LocalDate validFrom,
      @Nullable SourcePosition source) {
    this(layer, id, geometry, properties, validFrom, null, source);
  }

  /** What stands for the geometry of a feature that has none: a new empty point. */
  public static Point nowhere() {
    return ShapeStore.GEOMETRIES.createPoint();
  }

  /**
   * The coordinates as they were given, before any conversion.
   *
   * @param crs code of their coordinate system, such as {@code gcj02} or {@code EPSG:4526}
   * @param wkt the given geometry as WKT, x is longitude or easting
   */
  public record SourcePosition(String crs, String wkt) {}

  FeatureDraft withSource(@Nullable SourcePosition other) {
    return new FeatureDraft(layer, id, geometry, properties, validFrom, validTo, other);
  }
}
