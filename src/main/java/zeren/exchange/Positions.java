package zeren.exchange;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import zeren.geo.CoordinateRangeException;
import zeren.geo.CoordinateSystem;
import zeren.geo.Defect;
import zeren.geo.GeometryRepair;
import zeren.geo.UnknownCoordinateSystemException;
import zeren.layer.FeatureDraft;
import zeren.layer.LayerDeclaration;

/** Where a row says that something is, in EPSG:4490. */
final class Positions {

  private Positions() {}

  /**
   * @param geometry in EPSG:4490, x is longitude
   * @param source as it was given; null when that was in EPSG:4490
   */
  record Position(Geometry geometry, FeatureDraft.@Nullable SourcePosition source) {}

  static Position read(Row row, Manifest.Entry entry, LayerDeclaration layer) throws RowException {
    CoordinateSystem crs = coordinateSystem(row.values(), entry);
    Geometry given = row.geometry().read();
    if (!layer.geometry().accepts(given)) {
      String reason = "layer " + layer.id() + " does not take it";
      throw new RowException("geometry", given.getGeometryType(), reason);
    }
    Geometry canonical = canonical(given, crs);
    Optional<Defect> defect = GeometryRepair.findDefect(canonical);
    if (defect.isPresent()) {
      throw new RowException("geometry", defect.get().code(), defect.get().message());
    }
    if (crs.code().equals(CoordinateSystem.CGCS2000.code())) {
      return new Position(canonical, null);
    }
    String wkt = new WKTWriter().write(given);
    return new Position(canonical, new FeatureDraft.SourcePosition(crs.code(), wkt));
  }

  private static Geometry canonical(Geometry given, CoordinateSystem crs) throws RowException {
    try {
      return crs.toCanonical(given);
    } catch (CoordinateRangeException e) {
      String reason = "lies outside of where " + crs + " has a meaning: " + e.getMessage();
      throw new RowException("geometry", given.getCoordinate(), reason);
    }
  }

  private static CoordinateSystem coordinateSystem(
      Map<String, @Nullable Object> values, Manifest.Entry entry) throws RowException {
    String field = entry.crsField() == null ? "crs" : entry.crsField();
    Object named = entry.crsField() == null ? entry.crs() : values.get(entry.crsField());
    if (named == null) {
      throw new RowException(field, null, "the coordinate system is missing");
    }
    Map<String, String> names = entry.crsNames() == null ? Map.of() : entry.crsNames();
    try {
      return CoordinateSystem.parse(names.getOrDefault(named.toString(), named.toString()));
    } catch (UnknownCoordinateSystemException e) {
      String reason = "must be one of " + String.join(", ", CoordinateSystem.supported());
      throw new RowException(field, named, reason);
    }
  }
}
