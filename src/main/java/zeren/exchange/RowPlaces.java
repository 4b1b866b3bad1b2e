package zeren.exchange;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import zeren.format.TableRow;
import zeren.geo.CoordinateSystem;
import zeren.geo.UnknownCoordinateSystemException;
import zeren.layer.GeometryType;

/** Reads where rows say that something is. */
final class RowPlaces {

  static final String FIELD = "geometry";

  /** What stands between two coordinates; a space only before a number: 东经113.62 北纬34.75. */
  private static final Pattern PAIR =
      Pattern.compile("\\s*[,;、/|]\\s*|\\s+(?=(?:[东西]经|[南北]纬|[ewnsEWNS])?[\\d+-])");

  private final ColumnPlan plan;
  private final @Nullable CoordinateSystem crs;
  private final Map<String, String> crsNames;
  private final GeometryType type;
  private final PlaceCheck check;
  private final GeometryFactory geometries = new GeometryFactory();

  /**
   * @param crs of all rows; null when each names its own, or none has a place
   * @param crsNames what a name in the column of the coordinate system stands for where it is not a
   *     code itself
   */
  RowPlaces(
      ColumnPlan plan,
      @Nullable CoordinateSystem crs,
      Map<String, String> crsNames,
      GeometryType type,
      Extent extent) {
    this.plan = plan;
    this.crs = crs;
    this.crsNames = crsNames;
    this.type = type;
    this.check = new PlaceCheck(extent);
  }

  /**
   * @param faults receives what is wrong
   * @param repairs receives what was wrong and has been put right
   * @return null when the row names no place, or faults were found
   */
  @Nullable Place read(TableRow row, List<RowFault> faults, List<RowFault> repairs) {
    try {
      Geometry given = geometry(row);
      if (given == null) {
        return null;
      }
      if (!type.accepts(given)) {
        faults.add(
            RowFault.of(
                FIELD, given.getGeometryType(), "this layer does not take such geometries"));
        return null;
      }
      return check.check(given, crs(row), faults, repairs);
    } catch (FaultException e) {
      faults.add(e.fault());
      return null;
    }
  }

  private static final class FaultException extends Exception {
    private final transient RowFault fault;

    FaultException(RowFault fault) {
      super(fault.reason(), null, false, false);
      this.fault = fault;
    }

    RowFault fault() {
      return fault;
    }
  }

  private @Nullable Geometry geometry(TableRow row) throws FaultException {
    Object wkt = plan.cell(row, Role.WKT);
    if (wkt != null) {
      return wkt(wkt.toString());
    }
    Object both = plan.cell(row, Role.LONLAT);
    if (both != null) {
      return pair(both, false);
    }
    both = plan.cell(row, Role.LATLON);
    if (both != null) {
      return pair(both, true);
    }
    Object lon = plan.cell(row, Role.LON);
    Object lat = plan.cell(row, Role.LAT);
    if (lon == null && lat == null) {
      return row.geometry();
    }
    if (lon == null || lat == null) {
      throw new FaultException(RowFault.of(lon == null ? "lon" : "lat", null, "is missing"));
    }
    return point(row, lon, lat);
  }

  private Geometry wkt(String wkt) throws FaultException {
    try {
      return new WKTReader(geometries).read(wkt);
    } catch (ParseException | IllegalArgumentException e) {
      String reason = "is not WKT, such as POINT (113.62 34.75): " + e.getMessage();
      throw new FaultException(RowFault.of(FIELD, wkt, reason));
    }
  }

  private Geometry pair(Object given, boolean latitudeFirst) throws FaultException {
    String[] parts = pairParts(given.toString());
    if (parts.length != 2) {
      String reason = "must be two numbers with a comma between, such as 113.62,34.75";
      throw new FaultException(RowFault.of(FIELD, given, reason));
    }
    int first = latitudeFirst ? 1 : 0;
    return point(coordinate("lon", parts[first]), coordinate("lat", parts[1 - first]), given);
  }

  /** The two coordinates of a cell that holds both; another number of parts when it does not. */
  static String[] pairParts(String text) {
    return PAIR.split(Wording.plain(text), -1);
  }

  private Geometry point(TableRow row, Object lon, Object lat) throws FaultException {
    CoordinateSystem system = crs(row);
    if (system.projected()) {
      return geometries.createPoint(new Coordinate(metres("lon", lon), metres("lat", lat)));
    }
    return point(coordinate("lon", lon), coordinate("lat", lat), lon + ", " + lat);
  }

  private Geometry point(Angles.Angle lon, Angles.Angle lat, Object given) throws FaultException {
    if (lon.axis() == Angles.Axis.LATITUDE || lat.axis() == Angles.Axis.LONGITUDE) {
      throw new FaultException(RowFault.of(FIELD, given, PlaceCheck.SWAPPED));
    }
    return geometries.createPoint(new Coordinate(lon.degrees(), lat.degrees()));
  }

  private static double metres(String name, Object given) throws FaultException {
    try {
      return CellNumbers.number(given, "m");
    } catch (CellException e) {
      throw new FaultException(e.in(name, given));
    }
  }

  private static Angles.Angle coordinate(String name, Object given) throws FaultException {
    try {
      return Angles.read(given);
    } catch (CellException e) {
      throw new FaultException(e.in(name, given));
    }
  }

  private CoordinateSystem crs(TableRow row) throws FaultException {
    if (!plan.has(Role.CRS) && crs != null) {
      return crs;
    }
    Object named = plan.cell(row, Role.CRS);
    if (named == null) {
      throw new FaultException(RowFault.of("crs", null, "the coordinate system is missing"));
    }
    try {
      return CoordinateSystem.parse(crsNames.getOrDefault(named.toString(), named.toString()));
    } catch (UnknownCoordinateSystemException e) {
      String reason = "must name a coordinate system, such as EPSG:4490, gcj02 or bd09";
      throw new FaultException(RowFault.of("crs", named, reason));
    }
  }
}
