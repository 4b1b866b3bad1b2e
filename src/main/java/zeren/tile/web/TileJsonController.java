package zeren.tile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import zeren.layer.FieldType;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.problem.QueryParameters;
import zeren.tile.MapStyle;
import zeren.tile.TileMatrixSet;

/** What a client needs to know of tiles before it asks for any. */
@RestController
class TileJsonController {

  private final LayerCatalog catalog;

  TileJsonController(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping("/tiles/{layers}.json")
  TileJson describe(@PathVariable String layers, Viewer viewer, HttpServletRequest request) {
    List<LayerView> views = views(layers, viewer, request);
    Envelope box = TilesetBody.extent(views);
    return new TileJson(
        "3.0.0",
        name(views),
        List.of(Link.address("/tiles/" + layers + "/{z}/{x}/{y}.mvt")),
        views.stream().map(TileJsonController::describe).toList(),
        0,
        TileMatrixSet.DEEPEST,
        box.isNull()
            ? null
            : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
        "xyz");
  }

  /** How the layers are drawn, for MapLibre and QGIS. */
  @GetMapping("/tiles/{layers}/style.json")
  Map<String, Object> style(
      @PathVariable String layers, Viewer viewer, HttpServletRequest request) {
    List<LayerView> views = views(layers, viewer, request);
    return MapStyle.of(name(views), views, Link.address("/tiles/" + layers + ".json"));
  }

  private List<LayerView> views(String layers, Viewer viewer, HttpServletRequest request) {
    QueryParameters.of(request).allowOnly(List.of());
    return Arrays.stream(layers.split(",", -1))
        .distinct()
        .map(layer -> catalog.getOnMap(layer, viewer, null))
        .toList();
  }

  private static String name(List<LayerView> views) {
    return views.stream()
        .map(view -> view.declaration().title().zh())
        .collect(Collectors.joining(", "));
  }

  private static VectorLayer describe(LayerView view) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", "String");
    for (LayerField field : view.fields()) {
      fields.put(field.name(), typeName(field.type()));
    }
    if (view.declaration().drawing().groupBelowZoom() != null) {
      fields.put("count", "Number");
    }
    return new VectorLayer(view.declaration().id(), view.declaration().title().zh(), fields);
  }

  private static String typeName(FieldType type) {
    return switch (type) {
      case BOOLEAN -> "Boolean";
      case INTEGER, NUMBER -> "Number";
      case TEXT, DATE -> "String";
    };
  }

  /** TileJSON 3.0. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record TileJson(
      String tilejson,
      String name,
      List<String> tiles,
      List<VectorLayer> vectorLayers,
      @com.fasterxml.jackson.annotation.JsonProperty("minzoom") int minZoom,
      @com.fasterxml.jackson.annotation.JsonProperty("maxzoom") int maxZoom,
      double @Nullable [] bounds,
      String scheme) {}

  record VectorLayer(String id, String description, Map<String, String> fields) {}
}
