package zeren.zone;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import zeren.geo.CoordinateRangeException;
import zeren.geo.CoordinateSystem;
import zeren.geo.LonLat;
import zeren.geo.UnknownCoordinateSystemException;
import zeren.problem.ProblemException;
import zeren.problem.QueryParameters;

/** A place given by the query parameters {@code lon}, {@code lat} and {@code crs}. */
public final class PositionParameters {

  /** China with its seas, generously: used only to recognise swapped coordinates. */
  private static final double WEST = 73, EAST = 136, SOUTH = 3, NORTH = 54;

  private PositionParameters() {}

  /**
   * The place in EPSG:4490; empty when neither {@code lon} nor {@code lat} is given.
   *
   * @throws ProblemException when a coordinate is missing, out of range or stands in the other's
   *     place
   */
  public static Optional<LonLat> find(QueryParameters parameters) {
    CoordinateSystem crs = crs(parameters.findText("crs"));
    String unit = crs.projected() ? "metres" : "degrees";
    OptionalDouble x = parameters.findNumber("lon", unit);
    OptionalDouble y = parameters.findNumber("lat", unit);
    if (x.isEmpty() && y.isEmpty()) {
      if (parameters.has("crs")) {
        throw ProblemException.badParameter(
            "crs", "Parameter 'crs' says how to read 'lon' and 'lat', which are missing.");
      }
      return Optional.empty();
    }
    if (x.isEmpty() || y.isEmpty()) {
      String missing = x.isEmpty() ? "lon" : "lat";
      throw ProblemException.badParameter(
          missing, "Parameter '" + missing + "' is missing: a place needs both 'lon' and 'lat'.");
    }
    return Optional.of(place(crs, x.getAsDouble(), y.getAsDouble()));
  }

  /**
   * A place given by its coordinates, in EPSG:4490.
   *
   * @throws ProblemException when they are out of range or stand in each other's place
   */
  public static LonLat place(CoordinateSystem crs, double x, double y) {
    Optional<LonLat> given = tryConvert(crs, x, y);
    if (given.filter(PositionParameters::inChina).isEmpty()
        && tryConvert(crs, y, x).filter(PositionParameters::inChina).isPresent()) {
      throw ProblemException.badParameter(
              "lat",
              "lon=%s and lat=%s look swapped: this place would be lon=%s&lat=%s."
                  .formatted(plain(x), plain(y), plain(y), plain(x)))
          .with("location", new double[] {x, y});
    }
    return given.orElseThrow(() -> noPlace(crs, x, y));
  }

  private static Optional<LonLat> tryConvert(CoordinateSystem crs, double x, double y) {
    try {
      return Optional.of(crs.toCanonical(x, y))
          .filter(place -> Math.abs(place.lon()) <= 180 && Math.abs(place.lat()) <= 90);
    } catch (CoordinateRangeException e) {
      return Optional.empty();
    }
  }

  private static ProblemException noPlace(CoordinateSystem crs, double x, double y) {
    return ProblemException.badParameter(
            !crs.projected() && Math.abs(y) > 90 ? "lat" : "lon",
            "lon=%s and lat=%s are no place in %s: %s"
                .formatted(plain(x), plain(y), crs.code(), whatWouldBe(crs, x, y)))
        .with("location", new double[] {x, y});
  }

  private static String whatWouldBe(CoordinateSystem crs, double x, double y) {
    try {
      crs.toCanonical(x, y);
    } catch (CoordinateRangeException e) {
      return String.valueOf(e.getMessage());
    }
    return crs.projected()
        ? "'lon' must be its easting and 'lat' its northing, in metres."
        : "'lon' must be from -180 to 180 and 'lat' from -90 to 90 degrees.";
  }

  /**
   * The coordinate system that parameter {@code crs} names; EPSG:4490 when it is missing.
   *
   * @throws ProblemException when there is none of this name
   */
  public static CoordinateSystem crs(@Nullable String code) {
    try {
      return code == null ? CoordinateSystem.CGCS2000 : CoordinateSystem.parse(code);
    } catch (UnknownCoordinateSystemException e) {
      throw ProblemException.badParameter(
          "crs", String.valueOf(e.getMessage()), CoordinateSystem.supported());
    }
  }

  private static boolean inChina(LonLat place) {
    return place.lon() >= WEST
        && place.lon() <= EAST
        && place.lat() >= SOUTH
        && place.lat() <= NORTH;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
