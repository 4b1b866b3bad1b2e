package zeren.tile.web;

import static zeren.openapi.Parameter.AT;
import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.openapi.Api;
import zeren.openapi.OgcDescription;
import zeren.openapi.Operation;
import zeren.openapi.Parameter;
import zeren.openapi.Schema;
import zeren.tile.TileMatrixSet;

/** Tilesets and their tiles. */
@Component
@Order(2)
class TilesetDescription implements OgcDescription {

  private static final String TILE = "/{set}/{z}/{row}/{col}";
  private static final Parameter SET =
      Parameter.path("set", "Id of a tile matrix set, such as WebMercatorQuad.");
  private static final Parameter F =
      query("f", Schema.words("json").otherwise("json"), "What is answered.");
  private static final Parameter COLLECTIONS =
      query("collections", Schema.list(Schema.text()), "Ids of the layers; all when left out.");

  @Override
  public void describe(Api.Section section) {
    section
        .get("/ogc/tileMatrixSets", "瓦片方案", "The tile matrix sets")
        .takes(F)
        .answers(TileMatrixSetController.TileMatrixSetList.class);
    section
        .get("/ogc/tileMatrixSets/{id}", "一个瓦片方案", "A tile matrix set")
        .takes(Parameter.path("id", "Id of a tile matrix set."), F)
        .answers(TileMatrixSetController.Definition.class);
    section
        .get("/ogc/tiles", "瓦片集", "The tilesets of all layers together")
        .takes(F)
        .answers(TilesetController.TilesetList.class);
    section
        .get("/ogc/tiles/{set}", "一个瓦片集", "A tileset of all layers together")
        .takes(SET, COLLECTIONS, F)
        .answers(TilesetBody.class);
    tile(section.get("/ogc/tiles" + TILE, "瓦片", "A tile of all layers together"))
        .takes(COLLECTIONS);
  }

  @Override
  public void describe(Api.Section section, Collection collection) {
    if (!collection.onMap()) {
      return;
    }
    String path = collection.path() + "/tiles";
    section
        .get(path, "瓦片集", "The tilesets of the layer")
        .takes(collection.parameters())
        .takes(F)
        .answers(TilesetController.TilesetList.class);
    section
        .get(path + "/{set}", "一个瓦片集", "A tileset of the layer")
        .takes(collection.parameters())
        .takes(SET, F)
        .answers(TilesetBody.class);
    tile(section.get(path + TILE, "瓦片", "A tile of the layer").takes(collection.parameters()))
        .takes(query("where", Schema.text(), "Filter as CQL2 text."))
        .takes(collection.tileFields());
  }

  private static Operation tile(Operation operation) {
    return operation
        .takes(
            SET,
            Parameter.path("z", "Zoom, 0 to " + TileMatrixSet.DEEPEST + "."),
            Parameter.path("row", "Row from the north, from 0 on."),
            Parameter.path("col", "Column from the west, from 0 on."),
            AT,
            query("f", Schema.words("mvt").otherwise("mvt"), "What is answered."))
        .answers(TileAnswer.VECTOR_TILE.toString(), Schema.BINARY)
        .answers(204, "Nothing is in the tile.")
        .answers(304, "The tile is as the caller has it by its ETag.");
  }
}
