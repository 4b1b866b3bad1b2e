package zeren.responsibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
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

  private Shares() {}

  /** The areas that hold a part of the place's shape; what one takes is not left for the next. */
  static List<Seat> of(Place place, DutyLayer layer) {
    Geometry shape = java.util.Objects.requireNonNull(place.shape());
    double whole = measure(shape, shape);
    List<Integer> rows = new ArrayList<>();
    layer.view().search(shape.getEnvelopeInternal(), rows::add);
    rows.sort(Comparator.<Integer>comparingInt(layer::order).thenComparingInt(row -> row));
    List<Seat> seats = new ArrayList<>();
    Geometry left = shape;
    Geometry leftForOrder = shape;
    int order = Integer.MIN_VALUE;
    for (int row : rows) {
      if (layer.order(row) != order) {
        order = layer.order(row);
        leftForOrder = left;
      }
      Geometry area = layer.view().geometry(row);
      Geometry piece = OverlayNGRobust.overlay(shape, area, OverlayNG.INTERSECTION);
      double share = measure(piece, shape) / whole;
      if (share > LEAST) {
        Geometry net = OverlayNGRobust.overlay(leftForOrder, area, OverlayNG.INTERSECTION);
        double netShare = measure(net, shape) / whole;
        seats.add(
            new Seat(
                layer,
                row,
                order,
                false,
                0,
                Math.min(1, share),
                netShare > LEAST ? Math.min(1, netShare) : 0,
                piece,
                true));
        left = OverlayNGRobust.overlay(left, area, OverlayNG.DIFFERENCE);
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
