package zeren.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zeren.geo.CoordinateSystem;
import zeren.geo.UnknownCoordinateSystemException;

/**
 * The coordinate system that a GeoJSON names in a member {@code crs}, as was usual before RFC 7946.
 *
 * @param code a supported code; null when none is named, or another one
 * @param text how the file names it
 */
record NamedCrs(@Nullable String code, @Nullable String text) {

  private static final Pattern EPSG =
      Pattern.compile("(?i).*\\bEPSG(?::|/|::|:[^:/]*:|/[^:/]*/)(\\d{4,5})");

  /**
   * What is named.
   *
   * @param crs the member; null when there is none
   * @param notes receives when it is not supported
   */
  static NamedCrs of(@Nullable JsonNode crs, List<String> notes) {
    if (crs == null) {
      return new NamedCrs(null, null);
    }
    String name = crs.path("properties").path("name").asString("");
    if (name.isBlank()) {
      return new NamedCrs(null, null);
    }
    Matcher epsg = EPSG.matcher(name);
    String code = epsg.matches() ? "EPSG:" + epsg.group(1) : name;
    if (name.endsWith("CRS84")) {
      code = "EPSG:4326";
    }
    try {
      return new NamedCrs(CoordinateSystem.parse(code).code(), name);
    } catch (UnknownCoordinateSystemException e) {
      notes.add("The coordinate system " + name + " that the file names is not supported");
      return new NamedCrs(null, name);
    }
  }
}
