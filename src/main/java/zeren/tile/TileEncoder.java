package zeren.tile;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import zeren.geo.CoordinateSystem;
import zeren.geo.WebMercator;
import zeren.layer.Drawing;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;

/** Makes Mapbox vector tiles (version 2) of layers. */
public final class TileEncoder {

  /** Tile units a side; a tile is drawn 256 pixels wide, so 16 units are a pixel. */
  static final int EXTENT = 4096;

  /** What is drawn round a tile so that symbols and lines are whole at its edge: 16 pixels. */
  static final int BUFFER = 256;

  /** Side of the squares in which points are grouped, in tile units: 64 pixels. */
  private static final int GROUP = 1024;

  private static final CoordinateSystem MERCATOR = CoordinateSystem.parse("EPSG:3857");
  private static final MvtLayerParams PARAMETERS = new MvtLayerParams(EXTENT);

  private final TileAddress address;
  private final Envelope mercator;
  private final GeometryFactory factory = new GeometryFactory();

  public TileEncoder(TileAddress address) {
    this.address = address;
    this.mercator = address.mercator();
  }

  /** A layer and which of its rows to draw. */
  public record Drawn(LayerView view, IntPredicate keep) {}

  /** The tile's bytes, not compressed; empty when nothing lies in it. */
  public byte[] encode(List<Drawn> layers) {
    VectorTile.Tile.Builder tile = VectorTile.Tile.newBuilder();
    for (Drawn layer : layers) {
      List<Geometry> shapes =
          layer.view().declaration().geometry() == GeometryType.POINT
              ? points(layer)
              : outlines(layer);
      if (!shapes.isEmpty()) {
        VectorTile.Tile.Layer.Builder builder =
            MvtUtil.newLayerBuilder(layer.view().declaration().id(), PARAMETERS);
        MvtLayerProps properties = new MvtLayerProps();
        JtsAdapter.addFeatures(builder, shapes, properties, new UserDataKeyValueMapConverter());
        MvtUtil.writeProps(builder, properties);
        tile.addLayers(builder);
      }
    }
    return tile.build().toByteArray();
  }

  private List<Geometry> outlines(Drawn layer) {
    Envelope clip = buffered(BUFFER);
    List<Geometry> shapes = new ArrayList<>();
    for (int row : rows(layer, clip)) {
      Geometry shape =
          JtsAdapter.createTileGeom(
              MERCATOR.fromCanonical(layer.view().geometry(row)),
              mercator,
              clip,
              factory,
              PARAMETERS,
              geometry -> true);
      if (!shape.isEmpty()) {
        Map<String, Object> properties = properties(layer.view(), row);
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          shape.getGeometryN(i).setUserData(properties);
        }
        shape.setUserData(properties);
        shapes.add(shape);
      }
    }
    return shapes;
  }

  private List<Geometry> points(Drawn layer) {
    Integer groupBelow = layer.view().declaration().drawing().groupBelowZoom();
    boolean grouped = groupBelow != null && address.z() < groupBelow;
    List<Geometry> shapes = new ArrayList<>();
    // Squares that reach into the buffer are counted whole, so that neighbouring tiles show the
    // same group.
    Map<Long, PointGroup> groups = new LinkedHashMap<>();
    for (int row : rows(layer, buffered(grouped ? GROUP : BUFFER))) {
      Coordinate at = toTile(layer.view().lon(row), layer.view().lat(row));
      if (grouped) {
        long square =
            ((long) Math.floor(at.x / GROUP) << 32)
                | ((int) Math.floor(at.y / GROUP) & 0xffffffffL);
        groups.computeIfAbsent(square, key -> new PointGroup()).add(row, at);
      } else {
        add(shapes, at, properties(layer.view(), row));
      }
    }
    for (PointGroup group : groups.values()) {
      add(
          shapes,
          group.middle(),
          group.count == 1
              ? properties(layer.view(), group.row)
              : Map.of("count", (long) group.count));
    }
    return shapes;
  }

  private void add(List<Geometry> shapes, Coordinate at, Map<String, Object> properties) {
    double x = Math.rint(at.x);
    double y = Math.rint(at.y);
    if (x < -BUFFER || y < -BUFFER || x > EXTENT + BUFFER || y > EXTENT + BUFFER) {
      return;
    }
    Geometry point = factory.createPoint(new Coordinate(x, y));
    point.setUserData(properties);
    shapes.add(point);
  }

  private List<Integer> rows(Drawn layer, Envelope clip) {
    Drawing.ZoomByValue fromZoom = layer.view().declaration().drawing().fromZoom();
    List<Integer> rows = new ArrayList<>();
    layer
        .view()
        .search(
            lonLat(clip),
            row -> {
              if (layer.keep().test(row)
                  && (fromZoom == null || address.z() >= lowestZoom(layer.view(), row, fromZoom))) {
                rows.add(row);
              }
            });
    // The index hands rows over in no order; tiles of one version must be the same to the byte.
    rows.sort(null);
    return rows;
  }

  private static int lowestZoom(LayerView view, int row, Drawing.ZoomByValue fromZoom) {
    return fromZoom.values().getOrDefault(String.valueOf(view.value(row, fromZoom.field())), 0);
  }

  private static Map<String, Object> properties(LayerView view, int row) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", view.id(row));
    properties.putAll(view.properties(row));
    return properties;
  }

  private Envelope buffered(int units) {
    Envelope box = new Envelope(mercator);
    box.expandBy(units * mercator.getWidth() / EXTENT);
    return box;
  }

  private static Envelope lonLat(Envelope metres) {
    return new Envelope(
        WebMercator.lon(metres.getMinX()),
        WebMercator.lon(metres.getMaxX()),
        WebMercator.lat(metres.getMinY()),
        WebMercator.lat(metres.getMaxY()));
  }

  private Coordinate toTile(double lon, double lat) {
    double scale = EXTENT / mercator.getWidth();
    return new Coordinate(
        (WebMercator.x(lon) - mercator.getMinX()) * scale,
        (mercator.getMaxY() - WebMercator.y(lat)) * scale);
  }

  private static final class PointGroup {
    private int count;
    private int row;
    private double sumX;
    private double sumY;

    void add(int added, Coordinate at) {
      count++;
      row = added;
      sumX += at.x;
      sumY += at.y;
    }

    Coordinate middle() {
      return new Coordinate(sumX / count, sumY / count);
    }
  }
}
