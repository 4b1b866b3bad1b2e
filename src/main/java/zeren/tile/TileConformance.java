package zeren.tile;

import java.util.List;

/** The conformance classes of OGC API Tiles and of tile matrix sets that the service keeps to. */
public final class TileConformance {

  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  private static final String MATRIX_SETS = "http://www.opengis.net/spec/tms/2.0/conf/";

  public static final List<String> CLASSES =
      List.of(
          TILES + "core",
          TILES + "tileset",
          TILES + "tilesets-list",
          TILES + "dataset-tilesets",
          TILES + "geodata-tilesets",
          TILES + "collections-selection",
          TILES + "mvt",
          MATRIX_SETS + "tilematrixset",
          MATRIX_SETS + "tilematrixsetlimits",
          MATRIX_SETS + "json-tilematrixset",
          MATRIX_SETS + "json-tilematrixsetlimits",
          MATRIX_SETS + "json-tilesetmetadata");

  private TileConformance() {}
}
