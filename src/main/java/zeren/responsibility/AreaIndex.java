package zeren.responsibility;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import zeren.geo.Geodesy;
import zeren.geo.LocalScale;
import zeren.layer.LayerView;

/** Finds the areas of a layer that cover a point, and those whose edge is close to it. */
final class AreaIndex {

  private static final GeometryFactory LINES = new GeometryFactory();

  private final LayerView view;
  private final PackedAreas areas;
  private final AreaGrid grid;

  AreaIndex(LayerView view) {
    this.view = view;
    this.areas = new PackedAreas(view);
    this.grid = new AreaGrid(areas, view.extent());
  }

  /** Receives an area that covers the point. */
  interface Covering {
    void accept(int row, boolean onEdge);
  }

  /** Hands over the areas that cover the point, those whose edge it lies on among them. */
  void covering(double lon, double lat, Covering receiver) {
    if (!grid.covering(lon, lat, receiver)) {
      view.search(new Envelope(lon, lon, lat, lat), row -> areas.cover(row, lon, lat, receiver));
    }
  }

  /** Receives an area with an edge close by. */
  interface Near {
    void accept(int row, double metres);
  }

  /** Hands over the areas whose edge is not further away, whichever side of it the point is on. */
  void edgesWithin(double lon, double lat, double metres, Near receiver) {
    LocalScale scale = LocalScale.at(lat);
    double reach = roughly(metres);
    Envelope around = new Envelope(lon, lon, lat, lat);
    around.expandBy(reach / scale.metresPerLon(), reach / scale.metresPerLat());
    view.search(
        around,
        row -> {
          double distance = distance(row, lon, lat, around, scale, reach);
          if (distance <= metres) {
            receiver.accept(row, distance);
          }
        });
  }

  /** Certainly more than a distance measured in the plane may come out as. */
  private static double roughly(double metres) {
    return metres * 1.02 + 1;
  }

  /** Exact where it is within reach, else infinite. */
  private double distance(
      int row, double lon, double lat, Envelope around, LocalScale scale, double reach) {
    double[] least = {reach};
    areas.edges(
        row,
        around.getMinY(),
        around.getMaxY(),
        i -> least[0] = Math.min(least[0], metres(i, lon, lat, scale)));
    if (least[0] >= reach) {
      return Double.POSITIVE_INFINITY;
    }
    double candidates = roughly(least[0]);
    List<LineString> edges = new ArrayList<>();
    areas.edges(
        row,
        around.getMinY(),
        around.getMaxY(),
        i -> {
          if (metres(i, lon, lat, scale) <= candidates) {
            edges.add(edge(i));
          }
        });
    return Geodesy.distance(
        lon, lat, LINES.createMultiLineString(edges.toArray(LineString[]::new)));
  }

  private double metres(int i, double lon, double lat, LocalScale scale) {
    return scale.metresToEdge(
        areas.x(i) - lon, areas.y(i) - lat, areas.x(i + 1) - lon, areas.y(i + 1) - lat);
  }

  private LineString edge(int i) {
    return LINES.createLineString(
        new Coordinate[] {
          new Coordinate(areas.x(i), areas.y(i)), new Coordinate(areas.x(i + 1), areas.y(i + 1))
        });
  }
}
