package zeren.tile.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import zeren.layer.FieldType;
import zeren.layer.GeometryType;
import zeren.layer.LayerField;
import zeren.layer.LayerView;
import zeren.tile.TileLimits;
import zeren.tile.TileMatrixSet;

/**
 * What is said of a tileset (tileset metadata of OGC 17-083r4).
 *
 * @param tileMatrixSetLimits null when nothing is in any tile
 * @param boundingBox null likewise
 */
record TilesetBody(
    String title,
    String dataType,
    String crs,
    String tileMatrixSetURI,
    List<Link> links,
    @Nullable List<Limits> tileMatrixSetLimits,
    @Nullable Box boundingBox,
    List<Layer> layers) {

  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  record Limits(
      String tileMatrix, int minTileRow, int maxTileRow, int minTileCol, int maxTileCol) {}

  record Box(double[] lowerLeft, double[] upperRight, String crs) {

    static @Nullable Box of(Envelope lonLat) {
      return lonLat.isNull()
          ? null
          : new Box(
              new double[] {lonLat.getMinX(), lonLat.getMinY()},
              new double[] {lonLat.getMaxX(), lonLat.getMaxY()},
              CRS84);
    }
  }

  /**
   * @param geometryDimension 0 for points, 1 for lines, 2 for areas
   */
  record Layer(
      String id,
      String title,
      String dataType,
      int geometryDimension,
      @Nullable Box boundingBox,
      Schema propertiesSchema) {

    static Layer of(LayerView view) {
      Map<String, Property> properties = new LinkedHashMap<>();
      properties.put("id", new Property("id", "string", null));
      for (LayerField field : view.fields()) {
        properties.put(
            field.name(),
            new Property(
                field.title().zh(),
                typeName(field.type()),
                field.type() == FieldType.DATE ? "date" : null));
      }
      return new Layer(
          view.declaration().id(),
          view.declaration().title().zh(),
          "vector",
          dimension(view.declaration().geometry()),
          Box.of(view.extent()),
          new Schema("object", properties));
    }

    private static int dimension(GeometryType geometry) {
      return switch (geometry) {
        case MULTI_POLYGON -> 2;
        case MULTI_LINE_STRING -> 1;
        case POINT, NONE -> 0;
      };
    }

    private static String typeName(FieldType type) {
      return switch (type) {
        case BOOLEAN -> "boolean";
        case INTEGER -> "integer";
        case NUMBER -> "number";
        case TEXT, DATE -> "string";
      };
    }
  }

  /** JSON Schema. */
  record Schema(String type, Map<String, Property> properties) {}

  record Property(String title, String type, @Nullable String format) {}

  static TilesetBody of(String title, TileMatrixSet set, List<LayerView> views, List<Link> links) {
    Envelope extent = extent(views);
    List<Link> all = new ArrayList<>(links);
    all.add(Link.to(Link.TILING_SCHEME, Link.JSON, set.id(), TileMatrixSetController.path(set)));
    return new TilesetBody(
        title,
        "vector",
        set.crs(),
        set.uri(),
        all,
        extent.isNull() ? null : limits(set, extent),
        Box.of(extent),
        views.stream().map(Layer::of).toList());
  }

  static Envelope extent(List<LayerView> views) {
    Envelope extent = new Envelope();
    views.forEach(view -> extent.expandToInclude(view.extent()));
    return extent;
  }

  private static List<Limits> limits(TileMatrixSet set, Envelope extent) {
    return IntStream.rangeClosed(0, TileMatrixSet.DEEPEST)
        .mapToObj(zoom -> TileLimits.of(set, extent, zoom))
        .map(
            limits ->
                new Limits(
                    String.valueOf(limits.zoom()),
                    limits.minRow(),
                    limits.maxRow(),
                    limits.minColumn(),
                    limits.maxColumn()))
        .toList();
  }
}
