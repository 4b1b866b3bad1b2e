package zeren.exchange;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;
import zeren.geo.CoordinateRangeException;
import zeren.geo.CoordinateSystem;
import zeren.geo.Defect;
import zeren.geo.GeometryRepair;
import zeren.geo.LonLat;
import zeren.geo.UnrepairableGeometryException;
import zeren.layer.FeatureDraft;

/** Brings geometries to EPSG:4490 and finds those that cannot be where they say they are. */
final class PlaceCheck {

  static final String SWAPPED = "longitude and latitude are swapped (经纬度写反)";
  static final String REPAIRED = "repaired: ";

  /** How far the box of a geometry may move in a repair that counts as safe: a millimetre. */
  private static final double SAFE_DEGREES = 1e-8;

  private final Extent extent;

  PlaceCheck(Extent extent) {
    this.extent = extent;
  }

  @Nullable Place check(
      Geometry given, CoordinateSystem crs, List<RowFault> faults, List<RowFault> repairs) {
    String reason = findReason(given, crs);
    if (reason != null) {
      faults.add(RowFault.of(RowPlaces.FIELD, text(given), reason));
      return null;
    }
    Geometry canonical = repaired(crs.toCanonical(given), given, faults, repairs);
    if (canonical == null) {
      return null;
    }
    if (!extent.box().covers(canonical.getEnvelopeInternal())) {
      faults.add(RowFault.of(RowPlaces.FIELD, text(given), outside()));
      return null;
    }
    FeatureDraft.SourcePosition source =
        crs.code().equals(CoordinateSystem.CGCS2000.code())
            ? null
            : new FeatureDraft.SourcePosition(crs.code(), new WKTWriter().write(given));
    return new Place(canonical, source, crs, given instanceof Point ? given.getCoordinate() : null);
  }

  /** What is wrong with where the geometry begins; null when nothing is. */
  private @Nullable String findReason(Geometry given, CoordinateSystem crs) {
    Coordinate first = given.getCoordinate();
    if (first == null) {
      return "the geometry is empty";
    }
    if (first.x == 0 && first.y == 0) {
      return "0, 0 is a place in the sea off Africa that stands for a missing position";
    }
    LonLat place = find(first.x, first.y, crs);
    if (extent.covers(place)) {
      return hasRange(given, crs) ? null : range(crs);
    }
    if (extent.covers(find(first.y, first.x, crs))) {
      return SWAPPED;
    }
    return place == null ? range(crs) : outside();
  }

  private static boolean hasRange(Geometry given, CoordinateSystem crs) {
    if (given instanceof Point) {
      return true;
    }
    for (Coordinate one : given.getCoordinates()) {
      if (find(one.x, one.y, crs) == null) {
        return false;
      }
    }
    return true;
  }

  /** Null where the system has no meaning. */
  private static @Nullable LonLat find(double x, double y, CoordinateSystem crs) {
    try {
      LonLat place = crs.toCanonical(x, y);
      return Math.abs(place.lon()) <= 180 && Math.abs(place.lat()) <= 90 ? place : null;
    } catch (CoordinateRangeException e) {
      return null;
    }
  }

  private static String range(CoordinateSystem crs) {
    return "lies outside of where " + crs + " has a meaning";
  }

  private String outside() {
    return "lies outside the extent of this installation, " + extent;
  }

  private static @Nullable Geometry repaired(
      Geometry canonical, Geometry given, List<RowFault> faults, List<RowFault> repairs) {
    Optional<Defect> defect = GeometryRepair.findDefect(canonical);
    if (defect.isEmpty()) {
      return canonical;
    }
    String message = defect.get().message();
    try {
      Geometry repaired = GeometryRepair.repair(canonical);
      if (isSafe(canonical.getEnvelopeInternal(), repaired.getEnvelopeInternal())) {
        repairs.add(RowFault.of(RowPlaces.FIELD, defect.get().code(), REPAIRED + message));
        return repaired;
      }
      message += "; mending it would take away part of it";
    } catch (UnrepairableGeometryException e) {
      message += "; it cannot be mended";
    }
    faults.add(RowFault.of(RowPlaces.FIELD, text(given), message));
    return null;
  }

  private static boolean isSafe(Envelope before, Envelope after) {
    return Math.abs(before.getMinX() - after.getMinX()) <= SAFE_DEGREES
        && Math.abs(before.getMaxX() - after.getMaxX()) <= SAFE_DEGREES
        && Math.abs(before.getMinY() - after.getMinY()) <= SAFE_DEGREES
        && Math.abs(before.getMaxY() - after.getMaxY()) <= SAFE_DEGREES;
  }

  private static String text(Geometry given) {
    return given instanceof Point && !given.isEmpty()
        ? given.getCoordinate().x + ", " + given.getCoordinate().y
        : given.getGeometryType();
  }
}
