package zeren.responsibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import zeren.geo.Geodesy;
import zeren.geo.LocalScale;

/** How an area or a line is divided among the areas of a layer. */
final class Shares {

  /** Smaller parts come from rounding. */
  static final double LEAST = 1e-9;

  /** What is nearer to the whole than this is the whole. */
  static final double ROUNDING = 1e-6;

  private Shares() {}

  /** The areas that hold a part of the place's shape; what one takes is not left for the next. */
  static List<Seat> of(Place place, DutyLayer layer) {
    Geometry shape = java.util.Objects.requireNonNull(place.shape());
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(shape);
    double whole = measure(shape, shape);
    Map<Integer, List<Integer>> rowsByOrder = new TreeMap<>();
    layer
        .view()
        .search(
            shape.getEnvelopeInternal(),
            row ->
                rowsByOrder.computeIfAbsent(layer.order(row), order -> new ArrayList<>()).add(row));
    List<Seat> seats = new ArrayList<>();
    Geometry left = shape;
    for (List<Integer> rows : rowsByOrder.values()) {
      rows.sort(null);
      List<Geometry> taken = new ArrayList<>();
      for (int row : rows) {
        Geometry area = layer.view().geometry(row);
        Geometry piece = prepared.covers(area) ? area : common(shape, area);
        double share = measure(piece, shape) / whole;
        if (share > LEAST) {
          Geometry net = left == shape ? piece : common(left, area);
          seats.add(seat(layer, row, share, measure(net, shape) / whole, piece));
          taken.add(piece);
        }
      }
      if (!taken.isEmpty() && !left.isEmpty()) {
        Geometry rest =
            OverlayNGRobust.overlay(left, OverlayNGRobust.union(taken), OverlayNG.DIFFERENCE);
        left = measure(rest, shape) / whole > LEAST ? rest : shape.getFactory().createEmpty(-1);
      }
    }
    return seats;
  }

  /** The share of an area without what areas of lower order have taken. */
  static double without(Seat seat, List<Seat> taken) {
    Geometry piece = seat.piece();
    if (piece == null) {
      return 1;
    }
    Geometry left = piece;
    for (Seat other : taken) {
      Geometry gone = other.piece();
      if (gone != null && other.order() < seat.order()) {
        left = OverlayNGRobust.overlay(left, gone, OverlayNG.DIFFERENCE);
      }
    }
    double share = seat.share() * measure(left, piece) / measure(piece, piece);
    return share > LEAST ? share : 0;
  }

  private static Seat seat(DutyLayer layer, int row, double share, double net, Geometry piece) {
    return new Seat(
        layer,
        row,
        layer.order(row),
        false,
        0,
        Math.min(1, share),
        net > LEAST ? Math.min(1, net) : 0,
        piece,
        true);
  }

  private static Geometry common(Geometry one, Geometry other) {
    return one.isEmpty() ? one : OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
  }

  /** Square metres of an area, metres of a line: as the shape asked about is measured. */
  private static double measure(Geometry geometry, Geometry shape) {
    return shape.getDimension() == 2
        ? Geodesy.area(geometry)
        : inMetres(geometry, LocalScale.at(shape.getEnvelopeInternal().centre().y)).getLength();
  }

  /** Whether two pieces have more in common than an edge. */
  static boolean overlap(Seat one, Seat other) {
    Geometry a = one.piece();
    Geometry b = other.piece();
    return a != null
        && b != null
        && OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getDimension()
            == Math.min(a.getDimension(), b.getDimension());
  }

  /** Adds the areas whose edge crosses the shape, or is not further from it than so many metres. */
  static void edgesWithin(
      Geometry shape, double metres, DutyLayer layer, List<NearFeature> receiver) {
    LocalScale scale = LocalScale.at(shape.getEnvelopeInternal().centre().y);
    Envelope around = shape.getEnvelopeInternal().copy();
    around.expandBy(
        (metres * 1.02 + 1) / scale.metresPerLon(), (metres * 1.02 + 1) / scale.metresPerLat());
    layer
        .view()
        .search(
            around,
            row -> {
              Geometry edge = layer.view().geometry(row).getBoundary();
              double distance = metresBetween(shape, edge);
              if (distance <= metres) {
                receiver.add(new NearFeature(layer.ref(row), distance));
              }
            });
  }

  /** Metres between the nearest points of two geometries; 0 when they meet. */
  static double metresBetween(Geometry one, Geometry other) {
    LocalScale scale = LocalScale.at(one.getEnvelopeInternal().centre().y);
    Coordinate[] nearest = DistanceOp.nearestPoints(inMetres(one, scale), inMetres(other, scale));
    return Geodesy.distance(
        nearest[0].x / scale.metresPerLon(),
        nearest[0].y / scale.metresPerLat(),
        nearest[1].x / scale.metresPerLon(),
        nearest[1].y / scale.metresPerLat());
  }

  private static Geometry inMetres(Geometry geometry, LocalScale scale) {
    return AffineTransformation.scaleInstance(scale.metresPerLon(), scale.metresPerLat())
        .transform(geometry);
  }
}
