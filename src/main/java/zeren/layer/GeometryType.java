package zeren.layer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.locationtech.jts.geom.Geometry;

/** What kind of geometry a layer holds. */
public enum GeometryType {
  @JsonProperty("Point")
  POINT("Point"),
  @JsonProperty("MultiLineString")
  MULTI_LINE_STRING("LineString", "MultiLineString"),
  @JsonProperty("MultiPolygon")
  MULTI_POLYGON("Polygon", "MultiPolygon"),
  /** A table: its features have no geometry; an empty point stands for it. */
  @JsonProperty("None")
  NONE("None");

  private final java.util.List<String> accepted;

  GeometryType(String... accepted) {
    this.accepted = java.util.List.of(accepted);
  }

  /** The names of the geometries it takes; the last is the one that can hold them all. */
  java.util.List<String> accepted() {
    return accepted;
  }

  /** What GeoJSON calls it: the type that can hold all geometries of the layer. */
  public String geoJsonName() {
    return accepted.get(accepted.size() - 1);
  }

  /** A layer of multi-geometries also takes the single ones. */
  public boolean accepts(Geometry geometry) {
    return this == NONE ? geometry.isEmpty() : accepted.contains(geometry.getGeometryType());
  }
}
