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
    if (!crs.projected()) {
      refuseSwapped(x.getAsDouble(), y.getAsDouble());
    }
    return Optional.of(convert(crs, x.getAsDouble(), y.getAsDouble()));
  }

  private static LonLat convert(CoordinateSystem crs, double x, double y) {
    try {
      LonLat place = crs.toCanonical(x, y);
      if (isOnEarth(place.lon(), place.lat())) {
        return place;
      }
    } catch (CoordinateRangeException e) {
      throw ProblemException.badParameter("lon", String.valueOf(e.getMessage()))
          .with("location", new double[] {x, y});
    }
    throw ProblemException.badParameter(
            "lon",
            "lon=%s and lat=%s are no place in %s.".formatted(plain(x), plain(y), crs.code()))
        .with("location", new double[] {x, y});
  }

  private static boolean isOnEarth(double lon, double lat) {
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  }

  private static CoordinateSystem crs(@Nullable String code) {
    try {
      return code == null ? CoordinateSystem.CGCS2000 : CoordinateSystem.parse(code);
    } catch (UnknownCoordinateSystemException e) {
      throw ProblemException.badParameter(
          "crs", String.valueOf(e.getMessage()), CoordinateSystem.supported());
    }
  }

  private static void refuseSwapped(double lon, double lat) {
    if (!inChina(lon, lat) && inChina(lat, lon)) {
      throw ProblemException.badParameter(
              "lat",
              "lon=%s and lat=%s look swapped: this place would be lon=%s&lat=%s."
                  .formatted(plain(lon), plain(lat), plain(lat), plain(lon)))
          .with("location", new double[] {lon, lat});
    }
    if (!isOnEarth(lon, lat)) {
      throw ProblemException.badParameter(
              Math.abs(lat) > 90 ? "lat" : "lon",
              "lon=%s and lat=%s are no place: 'lon' must be from -180 to 180 and 'lat' from -90 to 90 degrees."
                  .formatted(plain(lon), plain(lat)))
          .with("location", new double[] {lon, lat});
    }
  }

  private static boolean inChina(double lon, double lat) {
    return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
