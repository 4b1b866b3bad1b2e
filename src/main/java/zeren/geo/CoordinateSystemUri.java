package zeren.geo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Coordinate systems by the URIs that the OGC gives them. Here the axes are in the order of the
 * authority: EPSG has latitude first in EPSG:4490 and EPSG:4326 and northing first in Gauss-Krüger
 * zones, while CRS84 has longitude first and EPSG:3857 easting.
 */
public final class CoordinateSystemUri {

  /** Longitude and latitude in degrees. WGS 84, here equal to CGCS2000. */
  public static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  /** The system everything is stored in, with latitude first. */
  public static final String CGCS2000 = "http://www.opengis.net/def/crs/EPSG/0/4490";

  private static final String AUTHORITY = "EPSG:";
  private static final String EAST_FIRST = "EPSG:3857";
  private static final Map<String, CoordinateSystem> SYSTEMS = new LinkedHashMap<>();

  static {
    SYSTEMS.put(CRS84, CoordinateSystem.CGCS2000);
    for (String code : CoordinateSystem.supported()) {
      if (code.startsWith(AUTHORITY)) {
        CoordinateSystem system = CoordinateSystem.parse(code);
        SYSTEMS.put(
            "http://www.opengis.net/def/crs/EPSG/0/" + code.substring(AUTHORITY.length()),
            code.equals(EAST_FIRST) ? system : system.withNorthFirst());
      }
    }
  }

  private CoordinateSystemUri() {}

  /** The system of a URI; empty when it is none of {@link #all}. */
  public static Optional<CoordinateSystem> find(String uri) {
    return Optional.ofNullable(SYSTEMS.get(uri));
  }

  /** The URIs that are known, CRS84 first. */
  public static List<String> all() {
    return new ArrayList<>(SYSTEMS.keySet());
  }
}
