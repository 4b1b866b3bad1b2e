package zeren.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zeren.layer.Drawing;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/**
 * How layers are drawn, as a style document (MapLibre Style Specification, version 8) that MapLibre
 * and QGIS read. Filters are written in the older way, which both understand. There are no names on
 * the map, because those need fonts from somewhere.
 */
public final class MapStyle {

  private static final int VERSION = 8;
  private static final String SOURCE = "zeren";
  private static final String NO_COLOUR = "rgba(0, 0, 0, 0)";

  /** Pixels. */
  private static final int GROUP_RADIUS = 11;

  private static final double OUTLINE = 1.5;

  private final List<Map<String, Object>> layers = new ArrayList<>();

  private MapStyle() {}

  /**
   * @param tileJson address of the TileJSON of the layers
   */
  public static Map<String, Object> of(String name, List<LayerView> views, String tileJson) {
    MapStyle style = new MapStyle();
    views.stream()
        .sorted(Comparator.comparingInt(view -> view.declaration().drawing().order()))
        .forEach(style::add);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", VERSION);
    document.put("name", name);
    document.put("sources", Map.of(SOURCE, Map.of("type", "vector", "url", tileJson)));
    document.put("layers", style.layers);
    return document;
  }

  private void add(LayerView view) {
    Drawing drawing = view.declaration().drawing();
    String id = view.declaration().id();
    GeometryType geometry = view.declaration().geometry();
    Drawing.StyleByValue by = drawing.by();
    if (by == null || view.findColumn(by.field()) == null) {
      add(id, id, geometry, drawing.style(), null);
    } else {
      List<Object> others = new ArrayList<>(List.of("!in", by.field()));
      others.addAll(by.values().keySet());
      add(id, id, geometry, drawing.style(), others);
      by.values()
          .forEach(
              (value, own) -> {
                Map<String, Object> style = new LinkedHashMap<>(drawing.style());
                style.putAll(own);
                add(id, id + "-" + value, geometry, style, List.of("==", by.field(), value));
              });
    }
    if (geometry == GeometryType.POINT && drawing.groupBelowZoom() != null) {
      Map<String, Object> paint = new LinkedHashMap<>();
      paint.put("circle-radius", GROUP_RADIUS);
      paint.put("circle-color", colour("group"));
      paint.put("circle-stroke-color", colour("county_line"));
      paint.put("circle-stroke-width", 1);
      layer(id, id + "-group", "circle", paint, List.of("has", "count"));
    }
  }

  private void add(
      String layer,
      String id,
      GeometryType geometry,
      Map<String, Object> style,
      @Nullable List<Object> filter) {
    if (geometry == GeometryType.POINT) {
      List<Object> alone = List.of("!has", "count");
      layer(
          layer,
          id,
          "circle",
          circle(style),
          filter == null ? alone : List.of("all", alone, filter));
      return;
    }
    String fill = MapColours.find(style.get("fill"));
    if (geometry == GeometryType.MULTI_POLYGON && fill != null) {
      layer(layer, id + "-fill", "fill", Map.of("fill-color", fill), filter);
    }
    String stroke = MapColours.find(style.get("stroke"));
    if (stroke != null) {
      Map<String, Object> paint = new LinkedHashMap<>();
      paint.put("line-color", stroke);
      double width = number(style, "width", 1);
      paint.put("line-width", width);
      if (style.get("dash") instanceof List<?> dash && !dash.isEmpty()) {
        // The specification counts in widths of the line, declarations in pixels.
        paint.put(
            "line-dasharray",
            dash.stream().map(pixels -> ((Number) pixels).doubleValue() / width).toList());
      }
      layer(layer, id, "line", paint, filter);
    }
  }

  private static Map<String, Object> circle(Map<String, Object> style) {
    Map<String, Object> paint = new LinkedHashMap<>();
    // Symbols are drawn a little smaller than declared, but for stations and drops.
    boolean whole = "station".equals(style.get("shape")) || "drop".equals(style.get("shape"));
    paint.put("circle-radius", number(style, "size", 7) * (whole ? 1 : 0.72));
    paint.put("circle-color", colour(style.get("fill")));
    paint.put("circle-stroke-color", colour(style.getOrDefault("stroke", "ink")));
    paint.put("circle-stroke-width", OUTLINE);
    return paint;
  }

  private static String colour(@Nullable Object declared) {
    String colour = MapColours.find(declared);
    return colour == null ? NO_COLOUR : colour;
  }

  private static double number(Map<String, Object> style, String name, double otherwise) {
    return style.get(name) instanceof Number number ? number.doubleValue() : otherwise;
  }

  private void layer(
      String layer,
      String id,
      String type,
      Map<String, Object> paint,
      @Nullable List<Object> filter) {
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("id", id);
    drawn.put("type", type);
    drawn.put("source", SOURCE);
    drawn.put("source-layer", layer);
    if (filter != null) {
      drawn.put("filter", filter);
    }
    drawn.put("paint", paint);
    layers.add(drawn);
  }
}
