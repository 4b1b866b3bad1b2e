package zeren.tile;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.layer.LayerView;

/** Reads vector tiles with the reader of the library. */
public final class Tiles {

  private Tiles() {}

  /** A tile of WebMercatorQuad, with all that there is in it. */
  static byte[] encode(LayerView view, int z, int x, int y) {
    return new TileEncoder(new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, z, x, y))
        .encode(List.of(new TileEncoder.Drawn(view, row -> true)), Integer.MAX_VALUE)
        .bytes();
  }

  private static JtsMvt read(byte[] tile) {
    try {
      return MvtReader.loadMvt(
          new ByteArrayInputStream(tile), new GeometryFactory(), new TagKeyValueMapConverter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> layerNames(byte[] tile) {
    return read(tile).getLayers().stream().map(JtsLayer::getName).toList();
  }

  /** The features of a layer in tile units, y to the south; none when it is not in the tile. */
  public static List<Geometry> read(byte[] tile, String layer) {
    return read(tile).getLayers().stream()
        .filter(candidate -> candidate.getName().equals(layer))
        .flatMap(found -> found.getGeometries().stream())
        .toList();
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> properties(Geometry feature) {
    return (Map<String, Object>) feature.getUserData();
  }
}
