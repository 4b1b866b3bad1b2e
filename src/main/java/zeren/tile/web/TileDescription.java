package zeren.tile.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;
import zeren.tile.TileMatrixSet;

/** Vector tiles. */
@Component
@Order(5)
class TileDescription implements ApiDescription {

  private static final Parameter LAYERS =
      Parameter.path("layers", "Ids of layers on the map, separated by commas.");
  private static final Parameter FIELDS =
      Parameter.fields("the layers, with the layer's id and a dot before them");

  @Override
  public void describe(Api api) {
    Api.Section section = api.section("矢量瓦片", "Vector tiles");
    section
        .get("/tiles/{layers}/{z}/{x}/{y}.mvt", "矢量瓦片", "A vector tile")
        .takes(
            LAYERS,
            Parameter.path("z", "Zoom, 0 to " + TileMatrixSet.DEEPEST + "."),
            Parameter.path("x", "Column from the west, 0 to 2^z - 1."),
            Parameter.path("y", "Row from the north, 0 to 2^z - 1."),
            AT,
            query("where", Schema.text(), "Filter on one layer, as CQL2 text."),
            FIELDS)
        .answers("application/vnd.mapbox-vector-tile", Schema.BINARY)
        .answers(204, "Nothing is in the tile.")
        .answers(304, "The tile is as the caller has it by its ETag.");
    section
        .get("/tiles/{layers}.json", "TileJSON", "TileJSON 3.0 of the tiles")
        .takes(LAYERS)
        .answers(TileJsonController.TileJson.class);
    section
        .get(
            "/tiles/{layers}/style.json", "地图样式", "How the layers are drawn, for MapLibre and QGIS")
        .takes(LAYERS)
        .answers(Link.JSON, Schema.map(Schema.ANY));
  }
}
