package zeren.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;

/**
 * A CGCS2000 3-degree Gauss-Krüger system, EPSG:4513 to 4554. The definition is written here as
 * WKT, so that GeoTools need not open the EPSG database; GeoTools is loaded when the first
 * coordinate is converted.
 *
 * <p>The series that GeoTools uses is good to 0.2 mm within {@link #REACH_DEGREES} of the central
 * meridian (a zone is 1.5° to either side) and to metres at 20°. Beyond the reach a coordinate is
 * refused: it has the wrong zone, or its axes are swapped.
 */
final class GaussKruger implements Projection {

  /** The zone and both its neighbours. */
  static final double REACH_DEGREES = 4.5;

  /** So that what was converted at the very edge of the reach comes back. */
  private static final double ROUNDING_DEGREES = 1e-7;

  /** 4.5° on the equator, a little rounded up. */
  private static final double REACH_METRES = 502_000;

  private static final double MAX_NORTHING_METRES = 10_002_000;

  private static final int FIRST_PREFIXED = 4513;
  private static final int FIRST_PLAIN = 4534;
  private static final int FIRST_ZONE = 25;
  private static final int ZONES = 21;

  private static final String WKT =
      """
      PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone %d",
        GEOGCS["China Geodetic Coordinate System 2000",
          DATUM["China 2000", SPHEROID["CGCS2000", 6378137.0, 298.257222101]],
          PRIMEM["Greenwich", 0.0],
          UNIT["degree", 0.017453292519943295],
          AXIS["Longitude", EAST], AXIS["Latitude", NORTH]],
        PROJECTION["Transverse_Mercator"],
        PARAMETER["central_meridian", %s],
        PARAMETER["latitude_of_origin", 0.0],
        PARAMETER["scale_factor", 1.0],
        PARAMETER["false_easting", %s],
        PARAMETER["false_northing", 0.0],
        UNIT["m", 1.0],
        AXIS["Easting", EAST], AXIS["Northing", NORTH],
        AUTHORITY["EPSG", "%d"]]
      """;

  private final int epsg;
  private final int zone;
  private final boolean prefixed;
  private volatile @Nullable MathTransform fromDegrees;

  private GaussKruger(int epsg, int zone, boolean prefixed) {
    this.epsg = epsg;
    this.zone = zone;
    this.prefixed = prefixed;
  }

  /** All systems in the order of their codes. */
  static List<GaussKruger> zones() {
    List<GaussKruger> zones = new ArrayList<>();
    for (int i = 0; i < ZONES; i++) {
      zones.add(new GaussKruger(FIRST_PREFIXED + i, FIRST_ZONE + i, true));
    }
    for (int i = 0; i < ZONES; i++) {
      zones.add(new GaussKruger(FIRST_PLAIN + i, FIRST_ZONE + i, false));
    }
    return zones;
  }

  /** The system of a code such as {@code EPSG:4526}. */
  static Optional<GaussKruger> find(String code) {
    return zones().stream().filter(zone -> zone.code().equals(code)).findFirst();
  }

  /** Number of the zone, 25 to 45. */
  int zone() {
    return zone;
  }

  /** Whether eastings start with the number of the zone. */
  boolean prefixed() {
    return prefixed;
  }

  String code() {
    return "EPSG:" + epsg;
  }

  double centralMeridian() {
    return zone * 3.0;
  }

  double falseEasting() {
    return prefixed ? zone * 1e6 + 5e5 : 5e5;
  }

  String wkt() {
    return WKT.formatted(zone, centralMeridian(), falseEasting(), epsg);
  }

  @Override
  public LonLat toCanonical(double x, double y) {
    if (!(Math.abs(x - falseEasting()) <= REACH_METRES && Math.abs(y) <= MAX_NORTHING_METRES)) {
      throw new CoordinateRangeException(
          String.format(
              Locale.ROOT,
              "%s has eastings around %.0f (x, given first here) and northings below 10002000 (y);"
                  + " got x=%s, y=%s: another zone, or x and y swapped",
              code(),
              falseEasting(),
              x,
              y));
    }
    double[] degrees = transform(inverse(), x, y);
    requireReach(degrees[0], degrees[1], REACH_DEGREES + ROUNDING_DEGREES);
    return new LonLat(degrees[0], degrees[1]);
  }

  @Override
  public double[] fromCanonical(double lon, double lat) {
    requireReach(lon, lat, REACH_DEGREES);
    return transform(forward(), lon, lat);
  }

  @Override
  public boolean reaches(double lon, double lat) {
    return lies(lon, lat, REACH_DEGREES);
  }

  /** False for NaN. */
  private boolean lies(double lon, double lat, double reach) {
    return Math.abs(lon - centralMeridian()) <= reach && Math.abs(lat) <= 90;
  }

  private void requireReach(double lon, double lat, double reach) {
    if (!lies(lon, lat, reach)) {
      throw new CoordinateRangeException(
          String.format(
              Locale.ROOT,
              "%s is for longitudes within %s° of %s°E; got lon=%s, lat=%s",
              code(),
              REACH_DEGREES,
              centralMeridian(),
              lon,
              lat));
    }
  }

  private static double[] transform(MathTransform transform, double x, double y) {
    double[] ordinates = {x, y};
    try {
      transform.transform(ordinates, 0, ordinates, 0, 1);
    } catch (TransformException e) {
      throw new CoordinateRangeException("Not convertible: x=" + x + ", y=" + y);
    }
    return ordinates;
  }

  private MathTransform inverse() {
    try {
      return forward().inverse();
    } catch (TransformException e) {
      throw new IllegalStateException(code() + " has no inverse", e);
    }
  }

  private MathTransform forward() {
    MathTransform transform = fromDegrees;
    if (transform == null) {
      // Two threads may both get here; they build equal transforms.
      transform = build();
      fromDegrees = transform;
    }
    return transform;
  }

  private MathTransform build() {
    try {
      // Not CRS.findMathTransform: that would ask the EPSG database for better operations.
      return ((ProjectedCRS) CRS.parseWKT(wkt())).getConversionFromBase().getMathTransform();
    } catch (FactoryException e) {
      throw new IllegalStateException("Definition of " + code() + " not understood", e);
    }
  }
}
