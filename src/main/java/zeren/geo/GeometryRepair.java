package zeren.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Finds what is wrong with geometries in EPSG:4490 and mends what can be mended. */
public final class GeometryRepair {

  private GeometryRepair() {}

  /**
   * The first thing wrong with a geometry in longitude and latitude: emptiness, coordinates that
   * are no numbers, places off the earth, then the validity rules of ISO 19107 as JTS checks them.
   * Repeated points and spikes of lines are no defects.
   */
  public static Optional<Defect> findDefect(Geometry geometry) {
    return findCoordinateDefect(geometry).or(() -> findTopologyDefect(geometry));
  }

  /**
   * The geometry without its defects: loops are split into parts, spikes, collapsed parts and
   * repeated points removed, holes outside of their shell turned into parts. A valid geometry comes
   * back as it is. The dimension never falls; a polygon can become a multi-polygon.
   *
   * @throws UnrepairableGeometryException if the geometry is empty, has coordinates that are no
   *     numbers or not on the earth, or if nothing of its dimension is left
   */
  public static Geometry repair(Geometry geometry) {
    findCoordinateDefect(geometry)
        .ifPresent(
            defect -> {
              throw new UnrepairableGeometryException(defect);
            });
    Optional<Defect> defect = findTopologyDefect(geometry);
    if (defect.isEmpty()) {
      return geometry;
    }
    GeometryFixer fixer = new GeometryFixer(geometry);
    fixer.setKeepCollapsed(false);
    fixer.setKeepMulti(true);
    Geometry repaired = fixer.getResult();
    if (repaired.isEmpty() || repaired.getDimension() < geometry.getDimension()) {
      throw new UnrepairableGeometryException(defect.get());
    }
    return repaired;
  }

  private static Optional<Defect> findCoordinateDefect(Geometry geometry) {
    if (geometry.isEmpty()) {
      return Optional.of(new Defect("empty", "The geometry is empty", null));
    }
    for (Coordinate c : geometry.getCoordinates()) {
      if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
        return Optional.of(new Defect("non_finite", "A coordinate is not a number: " + text(c), c));
      }
      if (Math.abs(c.x) > 180 || Math.abs(c.y) > 90) {
        return Optional.of(
            new Defect(
                "out_of_range",
                "Longitude is -180 to 180 and latitude -90 to 90, got " + text(c),
                c));
      }
    }
    return Optional.empty();
  }

  private static Optional<Defect> findTopologyDefect(Geometry geometry) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      return Optional.empty();
    }
    Coordinate where = error.getCoordinate();
    String message = error.getMessage() + (where == null ? "" : " at " + text(where));
    return Optional.of(new Defect(code(error.getErrorType()), message, where));
  }

  private static String code(int errorType) {
    return switch (errorType) {
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "hole_outside_shell";
      case TopologyValidationError.NESTED_HOLES -> "nested_holes";
      case TopologyValidationError.DISCONNECTED_INTERIOR -> "disconnected_interior";
      case TopologyValidationError.SELF_INTERSECTION -> "self_intersection";
      case TopologyValidationError.RING_SELF_INTERSECTION -> "ring_self_intersection";
      case TopologyValidationError.NESTED_SHELLS -> "nested_shells";
      case TopologyValidationError.DUPLICATE_RINGS -> "duplicate_rings";
      case TopologyValidationError.TOO_FEW_POINTS -> "too_few_points";
      case TopologyValidationError.INVALID_COORDINATE -> "non_finite";
      case TopologyValidationError.RING_NOT_CLOSED -> "ring_not_closed";
      default -> "invalid";
    };
  }

  private static String text(Coordinate c) {
    return c.x + ", " + c.y;
  }
}
