package zeren.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A GeoJSON feature to be written.
 *
 * @param type always {@code Feature}
 * @param geometry in EPSG:4490, x is longitude; null in a table
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GeoJsonFeature(
    String type, String id, @Nullable Geometry geometry, Map<String, Object> properties) {

  /** An empty geometry stands for none. */
  public GeoJsonFeature(String id, Geometry geometry, Map<String, Object> properties) {
    this("Feature", id, geometry.isEmpty() ? null : geometry, properties);
  }
}
