package zeren.layer;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A GeoJSON feature to be written.
 *
 * @param type always {@code Feature}
 * @param geometry in EPSG:4490, x is longitude
 */
public record GeoJsonFeature(
    String type, String id, Geometry geometry, Map<String, Object> properties) {

  public GeoJsonFeature(String id, Geometry geometry, Map<String, Object> properties) {
    this("Feature", id, geometry, properties);
  }
}
