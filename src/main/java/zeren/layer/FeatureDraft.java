package zeren.layer;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as somebody wants it recorded.
 *
 * @param layer id of the layer
 * @param id id of the feature, unique within its layer
 * @param geometry in EPSG:4490, x is longitude
 * @param properties values by field name; a field that is missing or null has no value
 * @param validFrom first day on which this was so
 * @param source where the coordinates came from; null when they were given in EPSG:4490
 */
public record FeatureDraft(
    String layer,
    String id,
    Geometry geometry,
    Map<String, @Nullable Object> properties,
    LocalDate validFrom,
    @Nullable SourcePosition source) {

  /**
   * The coordinates as they were given, before any conversion.
   *
   * @param crs code of their coordinate system, such as {@code gcj02} or {@code EPSG:4526}
   * @param wkt the given geometry as WKT, x is longitude or easting
   */
  public record SourcePosition(String crs, String wkt) {}

  FeatureDraft withSource(@Nullable SourcePosition other) {
    return new FeatureDraft(layer, id, geometry, properties, validFrom, other);
  }
}
