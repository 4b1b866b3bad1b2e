package zeren.zone.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import zeren.geo.Geodesy;
import zeren.geo.LonLat;
import zeren.layer.GeoJsonFeature;
import zeren.layer.GeometryType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;
import zeren.zone.PositionParameters;

@RestController
class ZoneController {

  private final LayerCatalog catalog;

  ZoneController(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The zone round a point as a polygon for drawing; what lies in it is decided by distance, never
   * by this polygon.
   */
  @GetMapping("/api/zones/{layer}/{id}")
  GeoJsonFeature zone(
      @PathVariable String layer,
      @PathVariable String id,
      Viewer viewer,
      HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("radius", "at"));
    double radius = radius(parameters);
    LayerView view = catalog.getOnMap(layer, viewer, parameters.findDate("at"));
    OptionalInt row = view.findRow(id);
    if (row.isEmpty()) {
      throw ProblemException.notFound("Layer '%s' has no feature '%s'.".formatted(layer, id));
    }
    if (view.declaration().geometry() != GeometryType.POINT) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "no-point",
          "Not a point",
          "Zones are drawn round points; layer '%s' holds other geometries.".formatted(layer));
    }
    Coordinate centre = view.geometry(row.getAsInt()).getCoordinate();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("layer", layer);
    properties.put("id", id);
    properties.put("name", view.name(row.getAsInt()));
    properties.put("radius", radius);
    return new GeoJsonFeature(id, Geodesy.circle(centre.getX(), centre.getY(), radius), properties);
  }

  /** The same round a place, which need be no feature. */
  @GetMapping("/api/zones")
  GeoJsonFeature zoneOfPlace(HttpServletRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    parameters.allowOnly(List.of("lon", "lat", "crs", "radius"));
    LonLat centre =
        PositionParameters.find(parameters)
            .orElseThrow(
                () ->
                    ProblemException.badParameter(
                        "lon", "A zone is round a place: give 'lon' and 'lat'."));
    double radius = radius(parameters);
    return new GeoJsonFeature(
        "zone", Geodesy.circle(centre.lon(), centre.lat(), radius), Map.of("radius", radius));
  }

  private static double radius(QueryParameters parameters) {
    return parameters
        .findNumber("radius", NearQuestion.LEAST_RADIUS, NearQuestion.MOST_RADIUS, "metres")
        .orElse(3000);
  }
}
